"""Ask: a question in plain English, answered from the record in cited sentences, or not at all."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from detente.web.asking import Asked, asked
from detente.web.view import Seen, View, render

router = APIRouter()

_LONGEST = 400
Question = Annotated[str, Query(max_length=_LONGEST)]


@router.get("/ask")
def ask(request: Request, view: Seen, q: Question = "", after: Question = "") -> HTMLResponse:
    """A question and what the record says to it; `after` is the question before, which it may lean on."""
    question, before = " ".join(q.split()), " ".join(after.split())
    found = asked(view, question, before) if question else None
    return render(request, view, "ask.html", asked=found, after=before, examples=_examples(view, found))


def _examples(view: View, found: Asked | None) -> list[str]:
    """Questions that this record can be asked."""
    if found and found.answer is not None:
        return []
    pairs = view.snapshot.ask("page_pairs_most", limit=3)
    names = [(view.name(row["one"]), view.name(row["other"])) for row in pairs]
    forms = (
        "How do {0} and {1} stand?", "What does {0} want from {1}?", "When did {0} and {1} fall out?",
    )  # fmt: skip
    return [form.format(*pair) for form, pair in zip(forms, names, strict=False)]

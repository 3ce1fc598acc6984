"""Happening: one event in the world with all that reports it, side by side."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.archive import NoSuchRecord
from detente.linking import Account
from detente.model import Judgement
from detente.web import addresses, happenings, rows, tables
from detente.web.tables import Column, Form, Table
from detente.web.view import Seen, render

router = APIRouter()

Id = Annotated[str, Path(max_length=40, pattern=r"^[hcHC][0-9a-fA-F]*$")]


@router.get("/happening/{happening_id}")
def happening(request: Request, view: Seen, happening_id: Id) -> Response:
    """What happened, who tells of it, and how the reports differ; a claim of another kind is shown in its article."""
    try:
        found = happenings.account_of(view, happening_id)
    except NoSuchRecord:
        if not happening_id.lower().startswith("c"):
            raise
        row = view.snapshot.claim(happening_id)
        return RedirectResponse(addresses.article(row.article.id, row.claim.id), 303)
    if happening_id != found.happening.id:
        return RedirectResponse(addresses.happening(found.happening.id), 303)
    reuses = happenings.reuses_of(view, found)
    sentences = {s.report.id: s for s in happenings.sentences_of(found.reports, reuses)}
    return render(
        request, view, "happening.html", account=found, h=found.happening, reuses=reuses, sentences=sentences,
        sources=happenings.sources_of(found), stages=happenings.stages_of(found.happening, found.reports),
        together=_together(found), apart=[j for j in found.judgements if not j.same],
        codes=sorted({*found.happening.source_countries, *found.happening.target_countries} - {""}),
    )  # fmt: skip


def _together(found: Account) -> list[Judgement]:
    inside = set(found.happening.claims)
    return [j for j in found.judgements if j.same and {j.left, j.right} <= inside]


@router.get("/happening/{happening_id}/tables/{name}.{form}")
def happening_table(view: Seen, happening_id: Id, name: str, form: Form) -> Response:
    """A table of the view as a file."""
    found = happenings.account_of(view, happening_id)
    makers = {"reports": _reports, "differences": _differences}
    if name not in makers:
        raise HTTPException(404)
    return tables.file(makers[name](found), form)


def _reports(found: Account) -> Table:
    numbers = {report.id: source.number for source in happenings.sources_of(found) for report in source.reports}
    return Table(
        name="reports",
        title="Reports",
        columns=(Column(key="source_number", label="source", kind="number"), Column(key="outlet", label="outlet")),
        rows=[{"source_number": numbers[r.id], **rows.claim(r.row)} for r in found.reports],
    )


def _differences(found: Account) -> Table:
    return Table(
        name="differences",
        title="Where they differ",
        columns=(Column(key="what", label="what"),),
        rows=[
            {
                "what": d.what, "turn": d.turn, "left": d.values[0], "right": d.values[1], "left_words": d.quotes[0],
                "right_words": d.quotes[1], "left_claim": d.left, "right_claim": d.right,
            }
            for d in found.differences
        ],
    )  # fmt: skip

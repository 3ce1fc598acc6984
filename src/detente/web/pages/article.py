"""Article: its text with the claims marked, what was not understood, and what it shares with other articles."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from detente.archive import ClaimRow
from detente.model import Claim, Reuse
from detente.web import addresses, annotated, rows, tables, wording
from detente.web.explaining import explanation
from detente.web.tables import Column, Form, Table
from detente.web.view import Seen, View, render

router = APIRouter()


@router.get("/article/{id_}")
def article(request: Request, view: Seen, id_: str) -> HTMLResponse:
    """The view."""
    head = view.snapshot.head(id_)
    claims = claims_in(view, head.id)
    unread = [found.unread for found in view.snapshot.unread(article=head.id)]
    reuses = view.snapshot.reuses_of(head.id)
    text = view.snapshot.article(head.id).text if head.has_text else ""
    told = [row.claim for row in claims]
    return render(
        request, view, "article.html", head=head, claims=claims, unread=unread,
        text=annotated.paragraphs(text, told, unread, annotated.own_passages(head.id, reuses)),
        signs=[""] + [claim.sign.value for claim in told], labels=[""] + [_label(claim) for claim in told],
        why={claim.id: explanation(claim) for claim in told}, happenings=_happenings(view, told),
        shared=shared_table(view, head.id, reuses), readings=view.snapshot.readings(head.id),
        claims_table=claims_table(claims), unread_table=unread_table(unread),
    )  # fmt: skip


@router.get("/article/{id_}/tables/{name}.{form}")
def article_table(view: Seen, id_: str, name: str, form: Form) -> Response:
    """What was read in the article, as a file."""
    id_ = view.snapshot.head(id_).id
    unread = [found.unread for found in view.snapshot.unread(article=id_)]
    found = (
        claims_table(claims_in(view, id_)), unread_table(unread),
        shared_table(view, id_, view.snapshot.reuses_of(id_)),
    )  # fmt: skip
    return tables.chosen({table.name: table for table in found}, name, form)


def claims_in(view: View, id_: str) -> list[ClaimRow]:
    """The claims of an article in the order of its text."""
    found = view.snapshot.rows("SELECT id FROM claims WHERE article = $id ORDER BY position", {"id": id_})
    told = view.snapshot.claims_of([row["id"] for row in found])
    return sorted(told, key=lambda row: (row.claim.start, row.claim.end))


def claims_table(claims: list[ClaimRow]) -> Table:
    """The claims of an article."""
    keys = ("when", "kind", "type", "source", "target", "object", "status", "words")
    return Table(
        name="claims", title="Claims", columns=tuple(Column(key=k, label=k) for k in keys), rows=rows.claims(claims)
    )


def unread_table(unread: list[Any]) -> Table:
    """Sentences of an article that were not understood."""
    columns = (Column(key="sentence", label="sentence", kind="quote"), Column(key="verbs", label="verbs not known"))
    found = [
        {
            "sentence": u.sentence.text,
            "verbs": ", ".join(u.verbs),
            "actors": ", ".join(u.actors),
            "start": u.sentence.start,
        }
        for u in unread
    ]
    return Table(name="unread", title="Not understood", columns=columns, rows=found)


def shared_table(view: View, id_: str, reuses: list[Reuse]) -> Table:
    """Passages that the article shares with others."""
    columns = (
        Column(key="number", label="", kind="number"), Column(key="other", label="also in", link="to_other"),
        Column(key="published", label="published", kind="day"), Column(key="manner", label="manner"),
        Column(key="similarity", label="alike", kind="percent"), Column(key="had_it_first", label="had it first"),
        Column(key="words", label="words there", kind="quote"),
    )  # fmt: skip
    heads = view.snapshot.heads([_beyond(id_, r).article for r in reuses])
    found = [_shared(id_, n, r, heads) for n, r in enumerate(reuses, 1)]
    note = "The same words here and there; which had them first is judged by the days and by what is named in the text."
    return Table(
        name="shared", title="Shared with other articles", columns=columns, rows=found, note=note if found else ""
    )


def _shared(id_: str, number: int, reuse: Reuse, heads: dict[str, Any]) -> dict[str, Any]:
    other = _beyond(id_, reuse)
    head = heads.get(other.article)
    first = {id_: "this article", other.article: "the other"}.get(reuse.giver, "not known")
    return {
        "number": number,
        "other": f"{wording.outlet(head)}: {head.title or 'article'}" if head else other.article,
        "published": head.published if head else None, "manner": reuse.manner, "similarity": reuse.similarity,
        "had_it_first": first + (f" ({reuse.reason})" if reuse.reason else ""), "words": other.span.text,
        "article": other.article, "to_other": addresses.article(other.article),
    }  # fmt: skip


def _beyond(id_: str, reuse: Reuse) -> Any:
    """The passage at the other end."""
    return reuse.right if reuse.left.article == id_ else reuse.left


def _happenings(view: View, claims: list[Claim]) -> dict[str, str]:
    """The happening of each claim that reports one."""
    placed = view.snapshot.by_id("placed_claims", [claim.id for claim in claims], "claim")
    return {row["claim"]: row["happening"] for row in placed}


def _label(claim: Claim) -> str:
    """A claim in words for those who hear it."""
    sides = [", ".join(p.label for p in side) for side in (claim.source, claim.target)]
    between = " and " if claim.symmetric else " towards "
    return f"{claim.kind} {wording.what(claim)}: {between.join(side for side in sides if side)}, {claim.status}"

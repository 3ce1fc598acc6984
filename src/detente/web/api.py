"""The record as JSON, for programs; described by /api/openapi.json and, for people, by /api/docs."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from detente.exchange.claims import claim_record
from detente.model import Happening, Kind, Status
from detente.web import happenings, pairs, rows
from detente.web.actors import Actor, pairs_table
from detente.web.asking import asked
from detente.web.narrowing import Day, Stretch, Within, actor_of, day_of
from detente.web.pages.start import holdings, latest, movement
from detente.web.pairs import Pair
from detente.web.view import Seen, View, render

router = APIRouter()

Code = Annotated[str, Path(max_length=100, description="The code of an actor, or a name that it is known by")]
Id = Annotated[str, Path(max_length=40, pattern=r"^[ahcAHC][0-9a-fA-F]*$", description="An id, or its beginning")]
Limit = Annotated[int, Query(ge=1, le=500, description="At most so many")]
Found = dict[str, Any]
_ERRORS: dict[int | str, dict[str, Any]] = {
    400: {"description": "The address does not fit"}, 404: {"description": "There is no such thing"},
}  # fmt: skip


class Holdings(BaseModel):
    """What the record holds, and when the copy that is shown was made."""

    articles: int
    claims: int
    unread: int
    first: date | None
    last: date | None
    kinds: dict[str, int]
    outlets: dict[str, int]
    taken: datetime


@router.get("/record")
def record(view: Seen) -> Holdings:
    """What the record holds, in numbers."""
    found = holdings(view)
    return Holdings(
        articles=found.articles, claims=found.claims, unread=found.unread, first=found.first, last=found.last,
        kinds=dict(found.kinds), outlets=dict(found.outlets), taken=view.taken,
    )  # fmt: skip


@router.get("/latest")
def latest_happenings(view: Seen, limit: Limit = 20) -> list[Found]:
    """What was told last."""
    return [_happening(view, found) for found in latest(view, limit)]


@router.get("/movement")
def movements(view: Seen) -> list[Found]:
    """Pairs whose latest news differs most from what was told of them before."""
    return [_plain(row) for row in movement(view).rows]


@router.get("/actors")
def all_actors(view: Seen, limit: Limit = 100) -> list[Found]:
    """The actors that most is told of."""
    return [{"name": view.name(row["actor"]), **row} for row in view.snapshot.ask("page_actors_most", limit=limit)]


@router.get("/actors/{code}", responses=_ERRORS)
def actor(view: Seen, code: Code, on: Day = "") -> Found:
    """Who an actor is on a day, and how much is told of it with whom."""
    found = Actor(view, actor_of(view, code), day_of(on, last=True) or holdings(view).last)
    numbers = view.snapshot.ask("page_actor", actor=found.code)
    return {
        "code": found.code, "name": found.name, "names": found.names(), "on": found.on,
        "sort": str(found.entry.sort) if found.entry else None,
        "offices": [
            {"office": office, "holder": name, "from": term.start, "to": term.end}
            for office, name, term in found.holders()
        ],
        "told": numbers[0] if numbers else None,
        "pairs": [_plain(row) for row in pairs_table(found).rows],
    }  # fmt: skip


@router.get("/pairs/{one}/{other}", responses=_ERRORS)
def pair(view: Seen, one: Code, other: Code, time: Within, by: Stretch = "", known_on: Day = "") -> Found:
    """The course of two actors: phases with what carries them, and level and counts in each stretch of time."""
    found = _pair(view, one, other, time, by, known_on)
    course = found.course()
    return {
        "one": found.one, "other": found.other, "names": found.names, "by": str(course.by) if course else None,
        "phases": [_plain(row) for row in pairs.phases_table(course).rows] if course else [],
        "turns": [
            {"day": turn.day, "way": "worse" if turn.worse else "better", "confidence": turn.confidence}
            for turn in (course.turns if course else ())
        ],
        "stretches": [_plain(row) for row in pairs.course_table(course).rows] if course else [],
    }  # fmt: skip


@router.get("/pairs/{one}/{other}/happenings", responses=_ERRORS)
def pair_happenings(view: Seen, one: Code, other: Code, time: Within, limit: Limit = 50) -> list[Found]:
    """What happened between two actors, the latest first."""
    found = _pair(view, one, other, time)
    return [_happening(view, happening) for happening in found.happenings(limit)]


def _pair(view: View, one: str, other: str, time: Within, by: Stretch = "", known_on: str = "") -> Pair:
    codes = actor_of(view, one), actor_of(view, other)
    if codes[0] == codes[1]:
        raise HTTPException(400, "A pair is of two different actors.")
    return Pair(view, *codes, time, by, day_of(known_on, last=True))


@router.get("/happenings/{happening_id}", responses=_ERRORS)
def happening(view: Seen, happening_id: Id) -> Found:
    """A happening with its reports by source and where they differ, by its id or that of one of its claims."""
    found = happenings.account_of(view, happening_id)
    return {
        **_happening(view, found.happening),
        "stages": {str(stage): list(claims) for stage, claims in found.happening.stages},
        "sources": [
            {"source": source.number, "reports": [claim_record(r.row.claim, r.row.article) for r in source.reports]}
            for source in happenings.sources_of(found)
        ],
        "differences": [
            {"what": d.what, "turn": d.turn, "values": d.values, "quotes": d.quotes, "claims": [d.left, d.right]}
            for d in found.differences
        ],
    }  # fmt: skip


@router.get("/claims", responses=_ERRORS)
def claims(
    view: Seen,
    time: Within,
    actor: Annotated[list[str], Query(max_length=6, description="Actors that are all parties")] = [],  # noqa: B006
    kind: Kind | None = None,
    type: Annotated[str, Query(max_length=60)] = "",
    status: Status | None = None,
    limit: Limit = 100,
    order: Literal["time", "-time", "published", "-published"] = "-time",
) -> list[Found]:
    """Claims that pass all filters, in the form of docs/claims.md."""
    codes = list(dict.fromkeys(actor_of(view, name) for name in actor))
    found = view.snapshot.claims(
        between=codes if len(codes) > 1 else None, actor=codes[0] if len(codes) == 1 else None, kind=kind,
        type=type or None, status=status, since=time.since, until=time.until, limit=limit, order=order,
    )  # fmt: skip
    return [claim_record(row.claim, row.article) for row in found.rows()]


@router.get("/claims/{claim_id}", responses=_ERRORS)
def claim(view: Seen, claim_id: Id) -> Found:
    """One claim, by its id or the beginning of it."""
    found = view.snapshot.claim(claim_id)
    return claim_record(found.claim, found.article)


@router.get("/articles/{article_id}", responses=_ERRORS)
def article(view: Seen, article_id: Id) -> Found:
    """An article with its claims, by its id or the beginning of it."""
    head = view.snapshot.head(article_id)
    told = view.snapshot.claims(article=head.id).rows()
    return {
        **{name: getattr(head, name) for name in ("id", "title", "outlet", "agency", "published", "language", "url")},
        "text": view.snapshot.article(head.id).text or None,
        "claims": [claim_record(row.claim, row.article) for row in told],
    }  # fmt: skip


@router.get("/ask", responses=_ERRORS)
def ask(view: Seen, q: Annotated[str, Query(min_length=1, max_length=400, description="A question")]) -> Found:
    """What the record says to a question, in cited sentences, and whom the question names."""
    found = asked(view, " ".join(q.split()))
    named = [{"code": code, "name": view.name(code)} for code in found.actors]
    answer = found.answer.record() if found.answer is not None else None
    return {"question": found.question, "named": named, "answer": answer, "problem": found.problem or None}


@router.get("/docs", include_in_schema=False)
def docs(request: Request, view: Seen) -> HTMLResponse:
    """What can be asked for, for people."""
    return render(request, view, "api.html", described=request.app.openapi())


def _happening(view: View, found: Happening) -> Found:
    return _plain(rows.happening(view, found))


def _plain(row: Any) -> Found:
    """A row without the addresses of the page."""
    return {key: value for key, value in row.items() if not key.startswith("to_")}

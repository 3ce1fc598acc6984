"""Pair: how two actors stood over time, with the evidence of each point, and all else that is told of the two."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from detente.web import addresses, charts, pairs, tables
from detente.web.charts.course import counts_chart, course_chart
from detente.web.errors import BadValue
from detente.web.narrowing import Day, Stretch, Within, actor_of, day_of
from detente.web.pairs import Pair
from detente.web.tables import Form, Table
from detente.web.view import Seen, View, render

router = APIRouter()

_SHOWN_THIRDS = 8
_SHOWN_EVIDENCE = 40


def _pair(view: Seen, one: str, other: str, time: Within, by: Stretch = "", known_on: Day = "") -> Pair:
    codes = actor_of(view, one), actor_of(view, other)
    if codes[0] == codes[1]:
        raise BadValue("a pair is of two different actors")
    return Pair(view, *codes, time, by, day_of(known_on, last=True))


Looked = Annotated[Pair, Depends(_pair)]


@router.get("/pair")
def chosen(
    view: Seen, one: Annotated[str, Query(max_length=100)] = "", other: Annotated[str, Query(max_length=100)] = ""
) -> Response:
    """From two names to the view of the pair."""
    if not one.strip() or not other.strip():
        raise BadValue("name two actors")
    return RedirectResponse(addresses.pair(actor_of(view, one), actor_of(view, other)), 303)


@router.get("/pair/{one}/{other}")
def pair(request: Request, view: Seen, one: str, other: str, looked: Looked) -> Response:
    """How two actors stood and stand."""
    if (one, other) != (looked.one, looked.other):
        query = request.url.query
        return RedirectResponse(looked.address + (f"?{query}" if query else ""), 303)
    course, told = looked.course(), looked.told()
    happenings = looked.happenings()
    if course is None and not told and not happenings:
        return render(request, view, "pair-empty.html", 404 if not _is_held(view, looked) else 200, pair=looked)
    ties = pairs.ties_table(looked, told.get("tie", (0, []))[1])
    return render(
        request, view, "pair.html", pair=looked, course=course, told=told, happenings=happenings, ties=ties,
        kinds=[kind for kind in pairs.KINDS if kind in told and kind != "tie"], by=looked.by,
        known_on=request.query_params.get("known_on", ""), briefs=hasattr(view.record, "brief"),
    )  # fmt: skip


def _is_held(view: View, looked: Pair) -> bool:
    return all(view.snapshot.ask("page_actor", actor=code) for code in (looked.one, looked.other))


@router.get("/pair/{one}/{other}/evidence")
def evidence(request: Request, view: Seen, looked: Looked, part: bool = False) -> HTMLResponse:
    """What is told to have happened in a stretch of time, with the words; with `part`, without the frame."""
    events = looked.events(_SHOWN_EVIDENCE + 1)
    shown = events[:_SHOWN_EVIDENCE]
    claims = {row.claim.id: row for row in view.snapshot.lines(event["claim"] for event in shown)}
    happenings = {h.id: h for h in view.snapshot.happenings_of(event["happening"] for event in shown)}
    return render(
        request, view, "evidence-part.html" if part else "evidence.html", pair=looked, events=shown, claims=claims,
        happenings=happenings, more=len(events) > len(shown),
    )  # fmt: skip


@router.get("/pair/{one}/{other}/third-parties")
def third_parties(request: Request, view: Seen, looked: Looked, part: bool = False) -> HTMLResponse:
    """Who else is in the picture of a pair."""
    thirds = pairs.third_parties(looked)
    template = "thirds-part.html" if part else "thirds.html"
    return render(request, view, template, pair=looked, thirds=thirds, most=_SHOWN_THIRDS)


@router.get("/pair/{one}/{other}/differences")
def differences(request: Request, view: Seen, looked: Looked, part: bool = False) -> HTMLResponse:
    """Where reports of what happened between two actors part."""
    found = pairs.differences(looked)
    return render(request, view, "differences-part.html" if part else "differences.html", pair=looked, found=found)


@router.get("/pair/{one}/{other}/tables/{name}.{form}")
def pair_table(looked: Looked, name: str, form: Form) -> Response:
    """A table of the view as a file."""
    return tables.file(_table(looked, name), form)


def _table(looked: Pair, name: str) -> Table:
    course = looked.course() if name in ("stretches", "phases") else None
    if course is not None:
        return pairs.course_table(course) if name == "stretches" else pairs.phases_table(course)
    if name == "happenings":
        return pairs.happenings_table(looked)
    if name == "ties":
        return pairs.ties_table(looked, looked.told().get("tie", (0, []))[1])
    if name in pairs.KINDS:
        return pairs.claims_table(name, looked.told().get(name, (0, []))[1])
    raise HTTPException(404)


@router.get("/pair/{one}/{other}/charts/{name}.{form}")
def pair_chart(looked: Looked, name: str, form: charts.Form, theme: charts.Theme = "light") -> Response:
    """A chart of the view as a file."""
    course = looked.course()
    if course is None or name not in ("course", "counts"):
        raise HTTPException(404)
    if name == "counts":
        return charts.answer(counts_chart(course), form, theme)
    address = f"{looked.address}/evidence?"
    return charts.answer(course_chart(course, pairs.points(looked, course), address), form, theme)

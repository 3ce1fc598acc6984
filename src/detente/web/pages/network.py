"""Network: who stands how with whom on a day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from detente.web import charts, tables
from detente.web.charts.network import MOST_DRAWN, network_chart
from detente.web.errors import BadValue
from detente.web.narrowing import Day, actor_of, day_of
from detente.web.networks import MOST_PAIRS, Web, actors_table, relations_table
from detente.web.tables import Form
from detente.web.view import Seen, render

router = APIRouter()

_Word = Annotated[str, Query(max_length=100)]
_SHOWN = 80
#: A network looks three years back, and its steps a year on.
_FIRST, _LAST = date(1004, 1, 1), date(2990, 1, 1)


def _web(view: Seen, on: Day = "", issue: _Word = "", tie: _Word = "", actor: _Word = "") -> Web:
    day = day_of(on, last=True)
    if day and not _FIRST <= day <= _LAST:
        raise BadValue(f"{on} is too far away")
    return Web(view, day, issue, tie, actor_of(view, actor) if actor.strip() else "")


Looked = Annotated[Web, Depends(_web)]


@router.get("/network")
def network(request: Request, view: Seen, looked: Looked) -> HTMLResponse:
    """The view."""
    found = looked.network()
    relations = relations_table(looked, found).first(_SHOWN)
    return render(
        request, view, "network.html", web=looked, found=found, relations=relations, most=MOST_PAIRS,
        drawn=min(sum(1 for edge in found.edges if edge.sign), MOST_DRAWN), actors=actors_table(looked, found),
    )  # fmt: skip


@router.get("/network/tables/{name}.{form}")
def network_table(looked: Looked, name: str, form: Form) -> Response:
    """Relations or actors as a file."""
    found = looked.network()
    made = (relations_table(looked, found), actors_table(looked, found))
    return tables.chosen({table.name: table for table in made}, name, form)


@router.get("/network/charts/network.{form}")
def network_picture(looked: Looked, form: charts.Form, theme: charts.Theme = "light") -> Response:
    """The chart as a file."""
    return charts.answer(drawn(looked), form, theme)


def drawn(looked: Web) -> charts.Chart:
    """The chart of the view, drawn once for a copy of the archive."""
    return looked.view.held.remember((*looked.key, "chart"), lambda: network_chart(looked))

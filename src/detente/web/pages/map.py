"""Map: happenings by place and precision, and what moves or is built between places."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from detente.web import charts, tables
from detente.web.charts.map import map_chart, says
from detente.web.maps import Map, places_table, routes_table
from detente.web.narrowing import Within, actor_of
from detente.web.tables import Form
from detente.web.view import Seen, render

router = APIRouter()

Show = Literal["", "all", "happenings", "flows", "projects"]
Area = Literal["", "world", "africa", "americas", "asia", "europe", "middle-east"]
_Word = Annotated[str, Query(max_length=200)]
_SHOWN = 60


def _map(view: Seen, time: Within, actor: _Word = "", show: Show = "") -> Map:
    return Map(view, time, actor_of(view, actor) if actor.strip() else "", "" if show == "all" else show)


Looked = Annotated[Map, Depends(_map)]


@router.get("/map")
def map_view(
    request: Request, view: Seen, looked: Looked, area: Area = "", place: _Word = "", of: _Word = ""
) -> HTMLResponse:
    """The view."""
    return render(
        request, view, "map.html", map=looked, area=area, place=place, of=of, says=says(looked),
        told=looked.told(place, of) if place else [], places=places_table(looked).first(_SHOWN),
        routes=routes_table(looked).first(_SHOWN),
    )  # fmt: skip


@router.get("/map/tables/{name}.{form}")
def map_table(looked: Looked, name: str, form: Form) -> Response:
    """Places, flows and projects as a file."""
    found = (places_table(looked), routes_table(looked))
    return tables.chosen({table.name: table for table in found}, name, form)


@router.get("/map/charts/map.{form}")
def map_picture(
    view: Seen, looked: Looked, form: charts.Form, area: Area = "", theme: charts.Theme = "light"
) -> Response:
    """The map as a file."""
    chart = view.held.remember(_key(looked, area), lambda: map_chart(looked, area))
    return charts.answer(chart, form, theme)


def _key(looked: Map, area: str) -> tuple[object, ...]:
    return ("map", looked.actor, looked.show, looked.time.since, looked.time.until, area)

"""Actor: who it is by date, its ties, its pairs, what it wants and fears, and the articles that tell of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.web import actors, addresses, charts, tables
from detente.web.actors import Actor
from detente.web.charts.activity import activity_chart
from detente.web.narrowing import Day, actor_of, day_of
from detente.web.pages.start import holdings
from detente.web.tables import Form
from detente.web.view import Seen, render

router = APIRouter()


def _actor(view: Seen, code: Annotated[str, Path(max_length=100)], on: Day = "") -> Actor:
    day = day_of(on, last=True) or holdings(view).last
    return Actor(view, actor_of(view, code), day)


Looked = Annotated[Actor, Depends(_actor)]


@router.get("/actor/{code}")
def actor(request: Request, view: Seen, code: str, looked: Looked, on: Day = "") -> Response:
    """Who an actor is, and what is told of it."""
    if code != looked.code:
        return RedirectResponse(addresses.with_query(addresses.actor(looked.code), on=on), 303)
    numbers = view.snapshot.ask("page_actor", actor=looked.code)
    return render(
        request, view, "actor.html", actor=looked, numbers=numbers[0] if numbers else None, written=on,
        tables=actors.tables_of(looked), stances=looked.stances(), happenings=looked.happenings(),
    )  # fmt: skip


@router.get("/actor/{code}/tables/{name}.{form}")
def actor_table(looked: Looked, name: str, form: Form) -> Response:
    """A table of the view as a file."""
    found = {**actors.tables_of(looked), "pairs": actors.pairs_table(looked, 2000)}
    return tables.chosen(found, name, form)


@router.get("/actor/{code}/charts/{name}.{form}")
def actor_chart(looked: Looked, name: str, form: charts.Form, theme: charts.Theme = "light") -> Response:
    """The chart of the view as a file."""
    if name != "activity":
        raise HTTPException(404)
    return charts.answer(activity_chart(looked.name, looked.ask("page_actor_years")), form, theme)

"""Start: what the record holds, what changed last, and which pairs move most against their own past."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from detente.archive import Info
from detente.model import Happening
from detente.web import addresses, rows, tables, wording
from detente.web.tables import Column, Form, Table
from detente.web.view import Seen, View, render

router = APIRouter()

_LATEST, _MOVING, _MOST = 14, 10, 12


@router.get("/")
def start(request: Request, view: Seen) -> HTMLResponse:
    """The first page."""
    info = holdings(view)
    found = shown(view)
    return render(
        request, view, "start.html", info=info, tables=found, latest=latest(view, _LATEST),
        moving=movement(view), kinds=sorted(info.kinds.items(), key=lambda kind: -kind[1]),
        reads=view.snapshot.ask("page_reads", limit=1), question=_example(view),
    )  # fmt: skip


@router.get("/start/tables/{name}.{form}")
def start_table(view: Seen, name: str, form: Form) -> Response:
    """A table of the first page as a file."""
    return tables.chosen(shown(view), name, form)


def holdings(view: View) -> Info:
    """The record in numbers."""
    return view.held.remember("holdings", view.snapshot.info)


def latest(view: View, limit: int) -> list[Happening]:
    """What was told last."""
    ids = view.held.remember(("latest", limit), lambda: view.snapshot.ask("page_latest", limit=limit))
    return view.snapshot.happenings_of(row["id"] for row in ids)


def movement(view: View) -> Table:
    """Pairs whose latest news differs most from what was told of them before."""
    found = view.snapshot.ask("page_movement", limit=_MOVING)
    days = found[0]["days"] if found else 0
    return Table(
        name="movement",
        title="Pairs with most movement",
        note=_movement_note(found, days),
        columns=(
            Column(key="pair", label="pair", link="to_pair"),
            Column(key="movement", label="change", kind="signed"),
            Column(key="level", label="lately", kind="signed"),
            Column(key="level_before", label="before", kind="signed"),
            Column(key="events", label="events lately", kind="number"),
            Column(key="events_before", label="before", kind="number"),
        ),
        rows=[_moving(view, row) for row in found],
        empty="Too little dated news to tell how any pair moves against its own past.",
    )


def _movement_note(found: list[dict[str, Any]], days: int) -> str:
    if not found:
        return ""
    return (
        f"Mean score of news from −10, war, to +10, help, in the {_stretch(days)} to {wording.day(found[0]['today'])}, "
        "against all that was told of the same pair before. Few events count for less in the order."
    )


def _stretch(days: int) -> str:
    named = {14: "two weeks", 30: "30 days", 91: "three months", 365: "year", 1826: "five years", 7305: "twenty years"}
    return named.get(days, f"{days} days")


def _moving(view: View, row: dict[str, Any]) -> dict[str, Any]:
    return {
        "pair": f"{view.name(row['one'])} and {view.name(row['other'])}",
        **{key: row[key] for key in ("movement", "level", "level_before", "events", "events_before", "one", "other")},
        "to_pair": addresses.pair(row["one"], row["other"]),
    }


def shown(view: View) -> dict[str, Table]:
    """The tables of the first page by their names."""
    found = (movement(view), _pairs(view), _actors(view), _happenings(view))
    return {table.name: table for table in found}


def _pairs(view: View) -> Table:
    return Table(
        name="pairs",
        title="Most told of: pairs",
        columns=(
            Column(key="pair", label="pair", link="to_pair"),
            Column(key="events", label="events", kind="number"),
            Column(key="ties", label="ties", kind="number"),
            Column(key="cooperative", label="for", kind="number"),
            Column(key="hostile", label="against", kind="number"),
            Column(key="last", label="last", kind="day"),
        ),
        rows=[
            {
                "pair": f"{view.name(row['one'])} and {view.name(row['other'])}",
                **row,
                "to_pair": addresses.pair(row["one"], row["other"]),
            }
            for row in view.snapshot.ask("page_pairs_most", limit=_MOST)
        ],
    )


def _actors(view: View) -> Table:
    return Table(
        name="actors",
        title="Most told of: actors",
        columns=(
            Column(key="name", label="actor", link="to_actor"),
            Column(key="claims", label="claims", kind="number"),
            Column(key="articles", label="articles", kind="number"),
            Column(key="last", label="last", kind="day"),
        ),
        rows=[
            {"name": view.name(row["actor"]), **row, "to_actor": addresses.actor(row["actor"])}
            for row in view.snapshot.ask("page_actors_most", limit=_MOST)
        ],
    )


def _happenings(view: View) -> Table:
    return Table(
        name="latest",
        title="What was told last",
        columns=(
            Column(key="when", label="when"),
            Column(key="what", label="what", link="to_happening"),
            Column(key="source", label="by"),
            Column(key="target", label="to"),
            Column(key="voices", label="sources", kind="number"),
        ),
        rows=[rows.happening(view, found) for found in latest(view, _LATEST)],
    )


def _example(view: View) -> str:
    """A question that this record can be asked, to show what asking looks like."""
    most = view.snapshot.ask("page_pairs_most", limit=1)
    return f"How do {view.name(most[0]['one'])} and {view.name(most[0]['other'])} stand?" if most else ""

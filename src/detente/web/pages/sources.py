"""Sources: outlets, agencies, and who prints whose words."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from detente.web import addresses, tables
from detente.web.tables import Column, Form, Table
from detente.web.view import Seen, View, render

router = APIRouter()

_SHOWN, _COPIES = 100, 8


@router.get("/sources")
def sources(request: Request, view: Seen) -> HTMLResponse:
    """Where the record comes from."""
    copies = view.snapshot.ask("page_copies", limit=_COPIES)
    return render(request, view, "sources.html", tables=shown(view, _SHOWN), copies=copies)


@router.get("/sources/tables/{name}.{form}")
def sources_table(view: Seen, name: str, form: Form) -> Response:
    """A table of the view as a file."""
    return tables.chosen(shown(view, 1_000_000), name, form)


def shown(view: View, limit: int) -> dict[str, Table]:
    """The tables of the view by their names."""
    found = (_outlets(view, limit), _agencies(view, limit), _reuse(view, limit))
    return {table.name: table for table in found}


def _outlets(view: View, limit: int) -> Table:
    rows = view.snapshot.ask("page_outlets")
    return Table(
        name="outlets",
        title="Outlets",
        note=_more(len(rows), limit),
        columns=(
            Column(key="outlet", label="outlet", link="to_claims"),
            Column(key="articles", label="articles", kind="number"),
            Column(key="claims", label="claims", kind="number"),
            Column(key="from_agencies", label="agency copy", kind="number"),
            Column(key="agencies", label="agencies"),
            Column(key="first", label="from", kind="day"),
            Column(key="last", label="to", kind="day"),
        ),
        rows=[_outlet(row) for row in rows[:limit]],
        empty="No article names its outlet.",
    )


def _outlet(row: dict[str, Any]) -> dict[str, Any]:
    named = {**row, "outlet": row["outlet"] or "not named", "agencies": row["agencies"] or []}
    return {**named, "to_claims": addresses.chronology(outlet=row["outlet"]) if row["outlet"] else ""}


def _agencies(view: View, limit: int) -> Table:
    rows = view.snapshot.ask("page_agencies")
    return Table(
        name="agencies",
        title="Agencies",
        note="However many outlets print it, an agency's copy is one source.",
        columns=(
            Column(key="agency", label="agency"),
            Column(key="articles", label="articles", kind="number"),
            Column(key="outlets", label="outlets that print it", kind="number"),
            Column(key="claims", label="claims", kind="number"),
            Column(key="first", label="from", kind="day"),
            Column(key="last", label="to", kind="day"),
        ),
        rows=rows[:limit],
        empty="No article is credited to an agency.",
    )


def _reuse(view: View, limit: int) -> Table:
    return Table(
        name="reuse",
        title="Who prints whose words",
        columns=(
            Column(key="one", label="outlet"),
            Column(key="other", label="and"),
            Column(key="passages", label="passages", kind="number"),
            Column(key="articles", label="pairs of articles", kind="number"),
            Column(key="of_one_agency", label="of one agency", kind="number"),
            Column(key="first_in_one", label="first in the one", kind="number"),
            Column(key="first_in_other", label="first in the other", kind="number"),
        ),
        rows=view.snapshot.ask("page_reuse", limit=limit),
        empty="No passage stands in two articles.",
    )


def _more(number: int, limit: int) -> str:
    return f"The first {limit} of {number:,}; all of them are in the files." if number > limit else ""

"""About: by what rules this record was made, what can be said in it, and how good the reading is."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from detente.web import addresses, tables
from detente.web.pages.start import holdings
from detente.web.tables import Column, Form, Table
from detente.web.view import Seen, View, render

router = APIRouter()


@cache
def _package() -> dict[str, Any]:
    """Definitions and figures, as `docs/generate.py` wrote them."""
    found: dict[str, Any] = json.loads((files("detente.web") / "about.json").read_text("utf-8"))
    return found


@router.get("/about")
def about(request: Request, view: Seen) -> HTMLResponse:
    """How the record was made, and how far to trust it."""
    found = shown(view)
    kinds = {row["kind"]: 0 for row in found["types"].rows}
    return render(
        request,
        view,
        "about.html",
        tables=found,
        quality=_package()["quality"],
        info=holdings(view),
        kinds=kinds,
        unread=view.held.remember("unread verbs", lambda: view.snapshot.unread_verbs(limit=15)),
    )


@router.get("/about/tables/{name}.{form}")
def about_table(view: Seen, name: str, form: Form) -> Response:
    """A table of the view as a file."""
    return tables.chosen(shown(view), name, form)


def shown(view: View) -> dict[str, Table]:
    """The tables of the view by their names."""
    return {"rules": _rules(view), "types": _types(view)}


def _rules(view: View) -> Table:
    return Table(
        name="rules",
        title="Rules that made this record",
        note="A digest names knowledge and code together: by the same digest the same claims are read from a text.",
        columns=(
            Column(key="digest", label="digest"),
            Column(key="version", label="version"),
            Column(key="first_used", label="first used", kind="day"),
            Column(key="articles", label="articles", kind="number"),
            Column(key="claims", label="claims", kind="number"),
        ),
        rows=[
            {
                "digest": use.ruleset.digest,
                "version": use.ruleset.version,
                "first_used": use.ruleset.first_used,
                "articles": use.articles,
                "claims": use.claims,
            }
            for use in holdings(view).rules
        ],
    )


def _types(view: View) -> Table:
    counted = view.held.remember("types", lambda: view.snapshot.ask("page_types"))
    numbers = {(row["kind"], row["type"]): row["claims"] for row in counted}
    return Table(
        name="types",
        title="What can be said",
        columns=(
            Column(key="kind", label="kind"),
            Column(key="type", label="type", kind="type"),
            Column(key="definition", label="what it is"),
            Column(key="claims", label="in this record", kind="number", link="to_claims"),
        ),
        rows=[
            {
                "kind": one["kind"],
                "type": one["type"],
                "definition": one["definition"],
                "claims": numbers.get((one["kind"], one["type"]), 0),
                "boundaries": one["boundaries"],
                "to_claims": addresses.chronology(kind=one["kind"], type=one["type"]),
            }
            for one in _package()["types"]
        ],
    )

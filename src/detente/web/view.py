"""What one request looks at, and how pages are filled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import Depends
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from detente.archive import Snapshot
from detente.knowledge import Knowledge
from detente.record import Record
from detente.relations import name_of
from detente.version import VERSION
from detente.web import addresses, assets, marking, wording
from detente.web.snapshot import Held, Snapshots

_NAVIGATION = (
    ("/", "Start"), ("/chronology", "Chronology"), ("/network", "Network"), ("/map", "Map"), ("/ask", "Ask"),
    ("/sources", "Sources"), ("/about", "About"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Site:
    """What all requests share."""

    snapshots: Snapshots
    templates: Environment


@dataclass(frozen=True, slots=True)
class View:
    """The record as one request sees it: always the same copy, from its first line to its last."""

    held: Held

    @property
    def record(self) -> Record:
        """The record, to ask by names."""
        return self.held.record

    @property
    def snapshot(self) -> Snapshot:
        """The copy of the archive, to ask by queries."""
        return self.held.snapshot

    @property
    def knowledge(self) -> Knowledge:
        """Who is who."""
        return self.held.record.knowledge

    @property
    def taken(self) -> datetime:
        """When the copy was made."""
        return self.snapshot.taken

    def name(self, code: str) -> str:
        """The name of an actor, or its code where none is known."""
        return name_of(self.knowledge, code)

    def names(self, codes: Iterable[str]) -> list[str]:
        """The names of several actors."""
        return [self.name(code) for code in codes]


def _view(request: Request) -> View:
    site: Site = request.app.state.site
    return View(site.snapshots.current())


#: The parameter of a route that gets the view of its request.
Seen = Annotated[View, Depends(_view)]


def templates() -> Environment:
    """The templates, which escape whatever they are given."""
    made = Environment(
        loader=PackageLoader("detente.web"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.globals |= {
        "navigation": _NAVIGATION, "version": VERSION, "to": addresses, "static": assets.static_address,
        "vega": assets.vega_address, "marked": marking.marked,
    }  # fmt: skip
    made.filters |= wording.FILTERS
    return made


def render(request: Request, view: View, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page filled from a template; `view` is at its hand."""
    return _rendered(request, template, status, view=view, **values)


def render_plain(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page that needs no record."""
    return _rendered(request, template, status, view=None, **values)


def _rendered(request: Request, template: str, status: int, **values: Any) -> HTMLResponse:
    site: Site = request.app.state.site
    html = site.templates.get_template(template).render(
        path=request.url.path, query=request.url.query, status=status, **values
    )
    return HTMLResponse(html, status)

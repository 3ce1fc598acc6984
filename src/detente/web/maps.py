"""What is told of places: where, how exactly that is known, and what moves or is built between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from detente.archive import ClaimRow
from detente.charts.maps import Gazetteer, Spot
from detente.knowledge.gazetteer import At
from detente.web import addresses, wording
from detente.web.narrowing import Time
from detente.web.tables import Column, Table
from detente.web.view import View

_MOST_PLACES, _MOST_ROUTES, _MOST_TOLD = 400, 150, 30
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place with what is told of it; `spot` is None where no map can show it."""

    name: str
    country: str
    precision: str
    happenings: int
    claims: int
    cooperative: int
    hostile: int
    first: date | None
    last: date | None
    spot: Spot | None

    @property
    def balance(self) -> str:
        """Whether more good than ill is told of it."""
        if self.cooperative == self.hostile:
            return "both or neither"
        return "mostly cooperation" if self.cooperative > self.hostile else "mostly conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Something that moves or is built, with the points that it goes by; a single one for a site."""

    kind: str
    what: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    through: tuple[str, ...]
    said: str
    status: str
    claims: int
    first: date | None
    last: date | None
    claim: str
    article: str
    spots: tuple[Spot, ...]


class Map:
    """The map that a request asks for."""

    def __init__(self, view: View, time: Time, actor: str, show: str) -> None:
        self.view, self.time, self.actor, self.show = view, time, actor, show
        self._bounds = {"since": time.since, "until": time.until, "actor": actor or None}
        self._gazetteer = view.held.remember("gazetteer", lambda: Gazetteer(view.knowledge))

    def address(self, **more: object) -> str:
        """The address of the map, with a place chosen for instance."""
        since, until = self.time.written
        return addresses.with_query(
            "/map", **{"actor": self.actor, "show": self.show, "since": since, "until": until, **more}
        )

    def places(self) -> list[Place]:
        """Places, those that most is told of first."""
        return self.view.held.remember(("places", *self._bounds.values()), self._places)

    def _places(self) -> list[Place]:
        rows = self.view.snapshot.ask("map_places", limit=_MOST_PLACES, **self._bounds)
        return [Place(**row, spot=self._gazetteer.find(row["name"], row["country"], row["precision"])) for row in rows]

    def routes(self) -> list[Route]:
        """What moves and what is built, as the map is asked to show."""
        kind = {"flows": "flow", "projects": "project"}.get(self.show)
        if self.show == "happenings":
            return []
        return self.view.held.remember(("routes", kind, *self._bounds.values()), lambda: self._routes(kind))

    def _routes(self, kind: str | None) -> list[Route]:
        rows = self.view.snapshot.ask("map_routes", limit=_MOST_ROUTES, kind=kind, **self._bounds)
        return [
            Route(
                kind=row["kind"], what=row["name"] or wording.type_words(row["type"]),
                sources=tuple(row["sources"]), targets=tuple(row["targets"]), through=tuple(row["through"]),
                said=row["route"] or row["site"], status=row["status"] or "", claims=row["claims"], first=row["first"],
                last=row["last"], claim=row["claim"], article=row["article"], spots=self._spots(row),
            )
            for row in rows
        ]  # fmt: skip

    def _spots(self, row: Mapping[str, Any]) -> tuple[Spot, ...]:
        """The points of a route: those that the words name, else from whom through whom to whom."""
        states = [*row["sources"], *row["targets"], *row["through"]]
        words = row["route"].split(" - ") if row["route"] else [row["site"]] if row["site"] else []
        named = [spot for word in words if (spot := self._gazetteer.named(word, states))]
        if named:
            return _apart(named)
        ends = [*row["sources"][:1], *row["through"], *row["targets"][:1]]
        return _apart([spot for code in ends if (spot := self._gazetteer.of_actor(code))])

    def shades(self) -> dict[str, int]:
        """How many claims each state has a part in."""
        return self.view.held.remember(("shades", *self._bounds.values()), self._shades)

    def _shades(self) -> dict[str, int]:
        everything = not any(self._bounds.values())
        rows = (
            self.view.snapshot.rows("SELECT actor, claims FROM page_actors", {})
            if everything
            else self.view.snapshot.ask("map_states", **self._bounds)
        )
        return {row["actor"]: row["claims"] for row in rows}

    def told(self, name: str, country: str) -> list[ClaimRow]:
        """The latest claims of one place."""
        rows = self.view.snapshot.ask("map_told", place=name, country=country, limit=_MOST_TOLD, **self._bounds)
        return self.view.snapshot.lines(row["claim"] for row in rows)

    def shown(self) -> list[At]:
        """All points that the map shows."""
        places = [] if self.show in ("flows", "projects") else self.places()
        return [p.spot.at for p in places if p.spot] + [spot.at for route in self.routes() for spot in route.spots]


def _apart(spots: list[Spot]) -> tuple[Spot, ...]:
    """Points without those that repeat the one before."""
    return tuple(spot for n, spot in enumerate(spots) if not n or spot.at != spots[n - 1].at)


_KNOWN = {"city": "to the place", "region": "to the region", "country": "to the country only"}


def places_table(found: Map) -> Table:
    """Places as a table."""
    columns = (
        Column(key="place", label="place", link="to_place"), Column(key="state", label="state"),
        Column(key="known", label="known"), Column(key="happenings", label="happenings", kind="number"),
        Column(key="claims", label="claims", kind="number"), Column(key="balance", label="told of it"),
        Column(key="first", label="first", kind="day"), Column(key="last", label="last", kind="day"),
    )  # fmt: skip
    rows = [_place_row(found, place) for place in found.places()]
    note = "Only claims whose words name a place; most name none, and are not on the map."
    return Table(name="places", title="Places", columns=columns, rows=rows, note=note if rows else "")


def _place_row(found: Map, place: Place) -> Row:
    spot = place.spot
    known = _KNOWN.get(spot.precision, spot.precision) if spot else "not on the map"
    return {
        "place": place.name, "state": found.view.name(place.country) if place.country else "", "known": known,
        "happenings": place.happenings, "claims": place.claims, "balance": place.balance, "first": place.first,
        "last": place.last, "cooperative": place.cooperative, "hostile": place.hostile, "country": place.country,
        "precision": place.precision, "longitude": spot.at[0] if spot else None,
        "latitude": spot.at[1] if spot else None,
        "to_place": found.address(place=place.name, of=place.country) + "#told",
    }  # fmt: skip


def routes_table(found: Map) -> Table:
    """Flows and projects as a table."""
    columns = (
        Column(key="what", label="what", link="to_article"), Column(key="kind", label="kind"),
        Column(key="from", label="by or from"), Column(key="through", label="through"),
        Column(key="to", label="to or with"),
        Column(key="said", label="route or site"), Column(key="status", label="status", kind="status"),
        Column(key="claims", label="claims", kind="number"), Column(key="last", label="last", kind="day"),
    )  # fmt: skip
    rows = [_route_row(found, route) for route in found.routes()]
    return Table(name="routes", title="What moves and what is built", columns=columns, rows=rows)


def _route_row(found: Map, route: Route) -> Row:
    names = found.view.names
    return {
        "what": route.what, "kind": route.kind, "from": ", ".join(names(route.sources)),
        "through": ", ".join(names(route.through)), "to": ", ".join(names(route.targets)), "said": route.said,
        "status": route.status, "claims": route.claims, "last": route.last, "first": route.first, "claim": route.claim,
        "points": "; ".join(f"{spot.at[0]} {spot.at[1]}" for spot in route.spots),
        "to_article": addresses.article(route.article, route.claim),
    }  # fmt: skip

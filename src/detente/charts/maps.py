"""Where things lie and how the round world is laid flat: outlines, places by name, and the frame of a map."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from typing import Any

from detente.knowledge import Knowledge, Sort
from detente.knowledge.gazetteer import At, places, plain

#: No frame is smaller than this, in radians of the flat map, so that one place alone shows its neighbours.
_LEAST = 0.42
_MARGIN = 0.12
#: Parts of the world by places at their edges.
AREAS: dict[str, tuple[At, ...]] = {
    "world": ((-170.0, -56.0), (-60.0, 83.0), (30.0, 78.0), (179.0, 0.0), (0.0, -54.0)),
    "africa": ((-18.0, 0.0), (51.0, 10.0), (10.0, 37.0), (20.0, -35.0)),
    "americas": ((-125.0, 50.0), (-35.0, -5.0), (-70.0, -54.0), (-95.0, 60.0)),
    "asia": ((60.0, 10.0), (148.0, 40.0), (105.0, -9.0), (100.0, 53.0)),
    "europe": ((-10.0, 40.0), (40.0, 45.0), (20.0, 67.0), (20.0, 35.0)),
    "middle-east": ((26.0, 32.0), (64.0, 30.0), (45.0, 12.0), (45.0, 42.0)),
}


@dataclass(frozen=True, slots=True)
class Outlines:
    """The outlines of states as GeoJSON, a point within each, and where each capital lies."""

    features: tuple[dict[str, Any], ...]
    points: dict[str, At]
    capitals: dict[str, At]


@cache
def outlines() -> Outlines:
    """The outlines that come with the package (Natural Earth, public domain; capitals from GeoNames)."""
    found = json.loads((files("detente.charts") / "outlines.json").read_text(encoding="utf-8"))
    features = tuple(
        {"type": "Feature", "id": code, "properties": {"code": code}, "geometry": _geometry(land)}
        for code, land in found["outlines"].items()
    )
    points, capitals = ({code: (at[0], at[1]) for code, at in found[name].items()} for name in ("points", "capitals"))
    return Outlines(features, points, capitals)


def _geometry(land: Sequence[Sequence[Sequence[float]]]) -> dict[str, Any]:
    polygons = [[list(map(list, zip(ring[::2], ring[1::2], strict=True))) for ring in piece] for piece in land]
    return {"type": "MultiPolygon", "coordinates": polygons}


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the map and how exactly it is known: city, region or country."""

    at: At
    precision: str


class Gazetteer:
    """Finds where a place lies by its name and its state."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._entries = knowledge.entries
        self._cities = places() | {
            (plain(e.name), e.country): (e.coordinates[1], e.coordinates[0])
            for e in knowledge.entries.values()
            if e.sort is Sort.CITY and e.coordinates
        }
        self._states = {plain(e.name): e.id for e in knowledge.entries.values() if e.sort is Sort.STATE}
        self._anywhere: dict[str, set[At]] = {}
        for (name, _), at in self._cities.items():
            self._anywhere.setdefault(name, set()).add(at)

    def find(self, name: str, country: str, precision: str) -> Spot | None:
        """Where a place of a claim lies: as exactly as the words and the gazetteer allow, None where nowhere."""
        if precision != "country":
            at = self._cities.get((plain(name), country)) or self._capital(name, country)
            if at:
                return Spot(at, "region" if precision == "region" else "city")
        return self.of_state(country)

    def named(self, name: str, countries: Iterable[str] = ()) -> Spot | None:
        """Where a place lies of which only the name is told: in one of some states if there are such, else anywhere."""
        within = tuple(countries)
        for country in within:
            if at := self._cities.get((plain(name), country)) or self._capital(name, country):
                return Spot(at, "city")
        if state := self._states.get(plain(name)):
            return self.of_state(state)
        anywhere = self._anywhere.get(plain(name), set())
        # a name of several places says nothing
        return Spot(next(iter(anywhere)), "city") if len(anywhere) == 1 else None

    def of_actor(self, code: str) -> Spot | None:
        """The state of an actor, as a point within it."""
        entry = self._entries.get(code)
        return self.of_state(code) or self.of_state(entry.country if entry else "")

    def of_state(self, code: str) -> Spot | None:
        """A point within a state, or within the one that came after it."""
        entry = self._entries.get(code)
        known = outlines().points
        at = known.get(code) or known.get(entry.successor if entry else "")
        return Spot(at, "country") if at else None

    def _capital(self, name: str, country: str) -> At | None:
        entry = self._entries.get(country)
        if entry is None or not entry.capital or plain(name) not in plain(entry.capital):
            return None
        return outlines().capitals.get(country)


# -- laid flat -------------------------------------------------------------------------------------------

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


def flat(at: At) -> tuple[float, float]:
    """A place on the flat map, by the Equal Earth projection (Šavrič, Patterson and Jenny 2018)."""
    angle = asin(_M * sin(radians(at[1])))
    square = angle * angle
    sixth = square**3
    x = radians(at[0]) * cos(angle) / (_M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)))
    return x, angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the flat map that is shown: its middle, width and height."""

    x: float
    y: float
    width: float
    height: float

    def projection(self) -> dict[str, Any]:
        """The projection of Vega by which the frame fits whatever room there is."""
        scale = f"min(width / {self.width:.4f}, height / {self.height:.4f})"
        middle = f"[width / 2 - {scale} * {self.x:.4f}, height / 2 + {scale} * {self.y:.4f}]"
        return {"type": "equalEarth", "scale": {"expr": scale}, "translate": {"expr": middle}}

    def scale(self, width: float, height: float) -> float:
        """Points for each radian of the flat map, in a room of some size."""
        return min(width / self.width, height / self.height)


def frame(shown: Iterable[At] = ()) -> Frame:
    """A frame with all places in it and some room around them; the whole world where there are none."""
    laid = [flat(at) for at in shown] or [flat(at) for at in AREAS["world"]]
    xs, ys = [x for x, _ in laid], [y for _, y in laid]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    return Frame(
        (max(xs) + min(xs)) / 2,
        (max(ys) + min(ys)) / 2,
        max(wide * (1 + 2 * _MARGIN), _LEAST),
        max(high * (1 + 2 * _MARGIN), _LEAST / 2),
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """Spots that lie too close to be told apart, as one: where, how exact the least exact is, and which they are."""

    at: At
    precision: str
    members: tuple[int, ...]


def clusters(spots: Sequence[Spot], weights: Sequence[float], apart: float) -> list[Mark]:
    """Spots by marks that lie at least `apart` on the flat map; the heaviest keep their places.

    What is known to the country only never joins what is known better: its mark stands for the whole land.
    """
    found: list[tuple[tuple[float, float], Spot, list[int]]] = []
    for number in sorted(range(len(spots)), key=lambda n: (-weights[n], n)):
        spot, (x, y) = spots[number], flat(spots[number].at)
        near = next(
            (members for (ox, oy), other, members in found
             if (other.precision == "country") == (spot.precision == "country")
             and (x - ox) ** 2 + (y - oy) ** 2 < apart * apart),
            None,
        )  # fmt: skip
        if near is None:
            found.append(((x, y), spot, [number]))
        else:
            near.append(number)
    return [Mark(spot.at, _least([spots[n] for n in members]), tuple(members)) for _, spot, members in found]


def _least(spots: Iterable[Spot]) -> str:
    """The least exact of some precisions."""
    return max((spot.precision for spot in spots), key=("city", "region", "country").index)

"""Where cities, towns and provinces lie."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from detente.knowledge.text import fold

#: Longitude and latitude in degrees.
At = tuple[float, float]


@cache
def places() -> dict[tuple[str, str], At]:
    """Where the places of the package lie, by their name in plain small letters and their state.

    Also those whose names stand for something else as an actor: Aleppo is a region there, and lies where the city lies.
    """
    found: dict[tuple[str, str], At] = {}
    folder = files("detente.knowledge") / "data" / "places"
    # towns and provinces do not take the names of cities
    for name in ("provinces", "towns", "cities"):
        for row in csv.DictReader((folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()):
            found[plain(row["name"]), row["state"]] = (float(row["longitude"]), float(row["latitude"]))
    return found


def plain(name: str) -> str:
    """A name in small letters without marks over them."""
    return fold(name).lower()

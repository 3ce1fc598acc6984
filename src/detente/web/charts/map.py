"""The map: land by how much is told of it, happenings by place and precision, routes of what moves and is built."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from detente.charts.colours import BORDER, FLOW, FRIENDLY, HOSTILE, INK, LAND, MUTED, PROJECT
from detente.charts.maps import AREAS, Frame, Mark, clusters, flat, frame, outlines
from detente.web import addresses, wording
from detente.web.charts import Chart
from detente.web.charts.style import styled
from detente.web.maps import Map, Place, Route

WIDTH, HEIGHT = 1000, 520
#: Marks nearer than so many points are one.
_APART = 13
#: Room for the name of a mark: points for a letter and for a line.
_LETTER, _LINE = 6.4, 15
_BALANCE = {"mostly cooperation": FRIENDLY, "both or neither": MUTED, "mostly conflict": HOSTILE}
_KNOWN = {
    "city": "known to the place", "region": "known to the region",
    "country": "known to the country only: the mark stands for all of it",
}  # fmt: skip
Row = dict[str, Any]


def map_chart(found: Map, area: str = "") -> Chart:
    """The map of what is asked for, framed by what it shows or by a part of the world."""
    framed = frame(AREAS[area] if area else found.shown())
    places = [] if found.show in ("flows", "projects") else [p for p in found.places() if p.spot]
    routes = [route for route in found.routes() if route.spots]
    marks = clusters(
        [p.spot for p in places if p.spot], [p.happenings for p in places], _APART / framed.scale(WIDTH, HEIGHT)
    )
    layers = [_land(found), *_lines(found, routes), *_marks(found, places, marks, framed)]
    return Chart(
        name="map",
        says=says(found),
        spec=styled({
            "width": "container", "height": HEIGHT, "layer": layers, "projection": framed.projection(),
            "resolve": {"scale": {"color": "independent", "size": "independent"}},
        }),
        rows=[_data(p) for p in places] + [_route_data(found, r) for r in routes],
        width=WIDTH,
    )  # fmt: skip


def says(found: Map) -> str:
    """What the map shows, in words."""
    places = [place for place in found.places() if place.spot]
    routes = [route for route in found.routes() if route.spots]
    told = [wording.plural(len(places), "place")] if found.show in ("", "happenings") else []
    told += [wording.plural(len(routes), "flow or project", "flows and projects")] if found.show != "happenings" else []
    return f"Map with {' and '.join(told)}"


def _land(found: Map) -> Row:
    """States, darker the more is told of them; each leads to its actor."""
    shades = found.shades()
    steps = _steps(list(shades.values()))
    features = [
        {
            **feature, "shade": sum(shades.get(feature["id"], 0) >= step for step in steps),
            "state": found.view.name(feature["id"]), "claims": wording.number(shades.get(feature["id"], 0)),
            "to": addresses.actor(feature["id"]),
        }
        for feature in outlines().features
    ]  # fmt: skip
    colour = {
        "field": "shade", "type": "ordinal", "legend": None,
        "scale": {"domain": list(range(len(LAND))), "range": list(LAND)},
    }  # fmt: skip
    return {
        "data": {"values": features},
        "mark": {"type": "geoshape", "stroke": BORDER, "strokeWidth": 0.6, "clip": True, "cursor": "pointer"},
        "encoding": {"color": colour, "tooltip": _tooltip("state", "claims")},
    }


def _steps(counts: list[int]) -> list[int]:
    """The counts from which land is drawn darker: one, half of the states told of, and nine in ten."""
    ordered = sorted(counts)
    return [1, *(max(ordered[int(len(ordered) * share)], 2) for share in (0.5, 0.9))] if ordered else [1]


# -- routes ----------------------------------------------------------------------------------------------


def _lines(found: Map, routes: Sequence[Route]) -> list[Row]:
    drawn = [route for route in routes if len(route.spots) > 1]
    colour = {
        "field": "kind", "type": "nominal", "title": None,
        "scale": {"domain": ["flow", "project"], "range": [FLOW, PROJECT]},
        "legend": {"orient": "bottom", "symbolType": "stroke", "symbolStrokeWidth": 3} if routes else None,
    }  # fmt: skip
    lines = {
        "data": {"values": [_line(found, route) for route in drawn]},
        "mark": {"type": "geoshape", "filled": False, "strokeOpacity": 0.75, "clip": True, "cursor": "pointer"},
        "encoding": {
            "color": colour,
            "strokeWidth": {"field": "weight", "type": "quantitative", "scale": None},
            "strokeDash": {"field": "kind", "type": "nominal", "legend": None,
                           "scale": {"domain": ["flow", "project"], "range": [[6, 3], [1, 0]]}},
            "tooltip": _tooltip("what", "between", "said", "status", "told"),
        },
    }  # fmt: skip
    ends = [_point(found, route, n) for route in routes for n in range(len(route.spots))]
    points = {
        "data": {"values": ends},
        "mark": {"type": "point", "filled": True, "opacity": 0.95, "clip": True, "cursor": "pointer", "strokeWidth": 1},
        "encoding": {
            **_lonlat(), "color": {**colour, "legend": None},
            "size": {"field": "size", "type": "quantitative", "scale": None},
            "shape": {"field": "shape", "type": "nominal", "scale": None},
            "tooltip": _tooltip("what", "between", "said", "status", "told", "known"),
        },
    }  # fmt: skip
    return ([lines] if drawn else []) + ([points] if ends else [])


def _line(found: Map, route: Route) -> Row:
    """A route as shortest ways on the globe from point to point."""
    line = [[list(one.at), list(other.at)] for one, other in pairwise(route.spots)]
    return {
        "type": "Feature", "geometry": {"type": "MultiLineString", "coordinates": line}, "kind": route.kind,
        "weight": min(1.4 + 0.5 * route.claims, 5), **_route_words(found, route),
    }  # fmt: skip


def _point(found: Map, route: Route, number: int) -> Row:
    """Where a route passes: a triangle where it ends, a diamond for a site, a dot before."""
    spot, last = route.spots[number], number == len(route.spots) - 1
    shape = "diamond" if len(route.spots) == 1 else "triangle-down" if last else "circle"
    return {
        "longitude": spot.at[0], "latitude": spot.at[1], "kind": route.kind, "shape": shape,
        "size": 60 if last else 18, "known": _KNOWN[spot.precision], **_route_words(found, route),
    }  # fmt: skip


def _route_words(found: Map, route: Route) -> Row:
    sides = [found.view.names(side) for side in (route.sources, route.through, route.targets)]
    return {
        "what": route.what, "between": " → ".join(", ".join(side) for side in sides if side), "said": route.said,
        "status": route.status, "told": wording.plural(route.claims, "claim"),
        "to": addresses.article(route.article, route.claim),
    }  # fmt: skip


# -- places ----------------------------------------------------------------------------------------------


def _marks(found: Map, places: Sequence[Place], marks: Sequence[Mark], framed: Frame) -> list[Row]:
    rows = [_mark(found, [places[n] for n in mark.members], mark) for mark in marks]
    if not rows:
        return []
    _thin_out(rows, framed.scale(WIDTH, HEIGHT))
    colour = {
        "field": "balance", "type": "nominal", "title": None,
        "scale": {"domain": list(_BALANCE), "range": list(_BALANCE.values())},
    }  # fmt: skip
    most = max(row["happenings"] for row in rows)
    size = {
        "field": "happenings", "type": "quantitative", "legend": None,
        "scale": {"type": "sqrt", "domain": [1, max(most, 4)], "range": [70, 900 if most > 20 else 420]},
    }  # fmt: skip
    tooltip = _tooltip("places", "happenings", "balance", "known", "time")
    exact = "datum.precision != 'country'"
    clickable = {"clip": True, "cursor": "pointer"}
    discs = {
        "transform": [{"filter": exact}],
        "mark": {"type": "circle", "opacity": 0.85, "stroke": "white", "strokeWidth": 1, **clickable},
        "encoding": {**_lonlat(), "size": size, "tooltip": tooltip,
                     "color": {**colour, "legend": {"orient": "bottom", "symbolType": "circle"}}},
    }  # fmt: skip
    rings = {
        "transform": [{"filter": "datum.precision == 'country'"}],
        "mark": {"type": "point", "filled": False, "strokeWidth": 2, "strokeDash": [4, 3], **clickable},
        "encoding": {**_lonlat(), "size": size, "tooltip": tooltip, "color": {**colour, "legend": None}},
    }  # fmt: skip
    names = {
        "transform": [{"filter": "datum.label != ''"}],
        "mark": {"type": "text", "dy": {"expr": "-10 - sqrt(datum.happenings)"}, "fontSize": 10.5, "color": INK,
                 **clickable},
        "encoding": {**_lonlat(), "text": {"field": "label", "type": "nominal"}},
    }  # fmt: skip
    data = {"values": rows}
    return [{"data": data, **layer} for layer in (rings, discs, names)]


def _thin_out(rows: Sequence[Row], scale: float) -> None:
    """Take the names from marks that would be written over the name of a heavier one."""
    written: list[tuple[float, float, float]] = []
    for row in sorted(rows, key=lambda row: -row["happenings"]):
        x, y = (scale * side for side in flat((row["longitude"], row["latitude"])))
        half = _LETTER * len(row["label"]) / 2
        if any(abs(x - ox) < half + other and abs(y - oy) < _LINE for ox, oy, other in written):
            row["label"] = ""
        else:
            written.append((x, y, half))


def _mark(found: Map, places: Sequence[Place], mark: Mark) -> Row:
    """One mark for some places."""
    happenings = sum(place.happenings for place in places)
    balance = sum(place.cooperative for place in places) - sum(place.hostile for place in places)
    days = [day for place in places for day in (place.first, place.last) if day]
    names = [place.name for place in places]
    return {
        "longitude": mark.at[0], "latitude": mark.at[1], "precision": mark.precision, "happenings": happenings,
        "balance": list(_BALANCE)[1 - (balance > 0) + (balance < 0)], "known": _KNOWN[mark.precision],
        "places": ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else ""),
        "time": f"{min(days).year}–{max(days).year}" if days else "time not told",
        "label": names[0] + (f" +{len(names) - 1}" if len(names) > 1 else ""),
        "to": found.address(place=places[0].name, of=places[0].country) + "#told",
    }  # fmt: skip


def _lonlat() -> Row:
    return {
        "longitude": {"field": "longitude", "type": "quantitative"},
        "latitude": {"field": "latitude", "type": "quantitative"},
    }


def _tooltip(*names: str) -> list[Row]:
    return [{"field": name, "type": "nominal", "title": name} for name in names]


def _data(place: Place) -> Row:
    spot = place.spot
    return {
        "what": "place", "name": place.name, "country": place.country, "precision": place.precision,
        "longitude": spot.at[0] if spot else None, "latitude": spot.at[1] if spot else None,
        "happenings": place.happenings, "claims": place.claims, "cooperative": place.cooperative,
        "hostile": place.hostile, "first": place.first, "last": place.last, "points": "",
    }  # fmt: skip


def _route_data(found: Map, route: Route) -> Row:
    return {
        "what": route.kind, "name": route.what, "country": " → ".join([*route.sources, *route.through, *route.targets]),
        "precision": "", "longitude": None, "latitude": None, "happenings": None, "claims": route.claims,
        "cooperative": None, "hostile": None, "first": route.first, "last": route.last,
        "points": "; ".join(f"{spot.at[0]} {spot.at[1]}" for spot in route.spots),
    }  # fmt: skip

"""The course of a pair: level with its band on the ground of its phases, single events, turns; and counts by sort."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import numpy as np

from detente.charts.colours import FRIENDLY, HOSTILE, INK, MUTED, QUADS, STANDING
from detente.history.phases import Phase, Standing
from detente.relations import PairCourse
from detente.web import wording
from detente.web.charts import Chart
from detente.web.charts.style import styled

#: More single events than this are a cloud; the strongest are drawn.
MOST_POINTS = 400
_HEIGHT, _COUNT_HEIGHT = 300, 130
_COUNTED = {
    "verbal_cooperation": ("verbal cooperation", 1),
    "material_cooperation": ("material cooperation", 1),
    "verbal_conflict": ("verbal conflict", -1),
    "material_conflict": ("material conflict", -1),
}
Row = dict[str, Any]


def course_chart(course: PairCourse, points: Iterable[Mapping[str, Any]], address: str) -> Chart:
    """The level over time; `points` are single events, `address` shows what is told of a stretch of time."""
    stretches = _stretches(course, address)
    layers = [
        _phases(course.phases),
        _layer(
            stretches,
            {"type": "area", "color": INK, "opacity": 0.13, "interpolate": "monotone"},
            y=_level("low"),
            y2={"field": "high"},
        ),
        _zero(course),
        _points(points),
        _layer(
            stretches,
            {"type": "line", "color": INK, "strokeWidth": 1, "opacity": 0.4, "interpolate": "monotone"},
            y=_level("level"),
        ),
        _line(_runs(stretches)),
        *_turns(course),
    ]
    one, other = course.names
    return Chart(
        name="course",
        says=f"How {one} and {other} stood, by {course.by}: level from −10 to +10 with the range that holds it at 90%",
        spec=styled(
            {
                "width": "container",
                "height": _HEIGHT,
                "layer": layers,
                "resolve": {"scale": {"color": "independent", "size": "independent"}},
                "encoding": {"x": _time(course)},
            }
        ),
        rows=[
            {key: value for key, value in row.items() if key not in ("show", "middle", "said", "range")}
            for row in stretches
        ],
    )


def counts_chart(course: PairCourse) -> Chart:
    """Events by sort in each stretch: for each other upwards, against each other downwards."""
    return Chart(
        name="counts",
        says=f"Events a {course.by}: cooperation upwards, conflict downwards; words pale, deeds full",
        spec=styled(
            {
                "width": "container",
                "height": _COUNT_HEIGHT,
                "data": {"values": _bars(course)},
                "mark": {"type": "bar"},
                "encoding": {
                    "x": _time(course),
                    "x2": {"field": "end"},
                    "y": {
                        "field": "low",
                        "type": "quantitative",
                        "title": f"events a {course.by}",
                        "axis": {"tickCount": 5, "labelExpr": "format(abs(datum.value), '~s')"},
                    },
                    "y2": {"field": "high"},
                    "color": {
                        "field": "sort",
                        "type": "nominal",
                        "title": None,
                        "scale": {"domain": list(QUADS), "range": list(QUADS.values())},
                        "legend": {"orient": "bottom", "columns": 2},
                    },
                    "tooltip": _tooltip("time", "sort", "events"),
                },
            }
        ),
        rows=_counts(course),
    )


def _time(course: PairCourse) -> Row:
    edges = course.told.calendar.edges
    # both ends apart, for Vega-Lite misreads a domain of days where bars have two ends
    ends = {"domainMin": _moment(edges[0].astype(date)), "domainMax": _moment(edges[-1].astype(date))}
    axis = {"grid": False, "labelOverlap": True, "tickCount": 8}
    return {
        "field": "start",
        "type": "temporal",
        "title": None,
        "scale": {"type": "utc", **ends},
        "axis": axis,
    }


def _moment(day: date) -> Row:
    return {"year": day.year, "month": day.month, "date": day.day, "utc": True}


def _level(name: str) -> Row:
    return {
        "field": name,
        "type": "quantitative",
        "title": "worse  ←  level  →  better",
        "scale": {"domain": [-10, 10]},
        "axis": {"values": [-10, -5, 0, 5, 10]},
    }


def _tooltip(*names: str) -> list[Row]:
    return [{"field": name, "type": "nominal", "title": name.replace("_", " ")} for name in names]


def _layer(values: list[Row], mark: Row, **encoding: Any) -> Row:
    return {"data": {"values": values}, "mark": {"clip": True, **mark}, "encoding": encoding}


def _stretches(course: PairCourse, address: str) -> list[Row]:
    columns = course.columns()
    edges = course.told.calendar.edges
    return [
        {
            "start": str(edges[n] + (edges[n + 1] - edges[n]) // 2),
            "from": str(edges[n]),
            "to_day": str(edges[n + 1] - np.timedelta64(1, "D")),
            "level": _round(columns["level"][n]),
            "low": _round(columns["low"][n]),
            "high": _round(columns["high"][n]),
            "score": _round(columns["score"][n]),
            "sources": int(columns["sources"][n]),
            "said": f"{columns['level'][n]:+.1f}",
            "range": f"{columns['low'][n]:+.1f} to {columns['high'][n]:+.1f}",
            "show": f"{address}since={edges[n]}&until={edges[n + 1] - np.timedelta64(1, 'D')}",
        }
        for n in range(len(edges) - 1)
    ]


def _round(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 2)


def _phases(phases: Iterable[Phase]) -> Row:
    rows = [
        {
            "standing": phase.standing.value,
            "start": str(phase.start),
            "end": str(phase.end + timedelta(days=1)),
            "phase": phase.standing.value,
            "time": f"{wording.day(phase.start)} – {wording.day(phase.end)}",
            "level": f"{phase.level:+.1f}",
            "sure": f"{phase.confidence:.0%}",
        }
        for phase in phases
    ]
    present = [s for s in Standing if any(row["standing"] == s.value for row in rows)]
    colour = {
        "field": "standing",
        "type": "nominal",
        "title": None,
        "legend": {"orient": "top", "symbolOpacity": 1},
        "scale": {"domain": [s.value for s in present], "range": [STANDING[s] for s in present]},
    }
    ground = {"type": "rect", "opacity": 0.85, "stroke": "white", "strokeWidth": 1.5}
    bounds = {"y": _level("bottom"), "y2": {"datum": 10}}
    values = [{**row, "bottom": -10} for row in rows]
    return _layer(
        values, ground, x2={"field": "end"}, color=colour, tooltip=_tooltip("phase", "time", "level", "sure"), **bounds
    )


def _zero(course: PairCourse) -> Row:
    edges = course.told.calendar.edges
    values = [{"level": 0, "start": str(edges[0]), "end": str(edges[-1])}]
    return _layer(values, {"type": "rule", "color": MUTED, "strokeWidth": 0.7}, x2={"field": "end"}, y=_level("level"))


def _points(points: Iterable[Mapping[str, Any]]) -> Row:
    """Single events: full if told at the time, hollow if told later as history."""
    values = [dict(point) for point in points]
    colour = {
        "field": "sign",
        "type": "quantitative",
        "legend": None,
        "scale": {"type": "ordinal", "domain": [-1, 0, 1], "range": [HOSTILE, MUTED, FRIENDLY]},
    }
    full = {"condition": {"test": "datum.later", "value": 0}, "value": 0.75 if len(values) < 150 else 0.4}
    size = {
        "field": "sources",
        "type": "quantitative",
        "legend": None,
        "scale": {"domain": [1, 8], "range": [40, 190], "clamp": True},
    }
    return _layer(
        values,
        {"type": "point", "filled": True, "strokeWidth": 1.4, "strokeOpacity": 0.9, "cursor": "pointer"},
        y=_level("score"),
        color={**colour, "type": "nominal"},
        stroke={**colour, "type": "nominal"},
        fillOpacity=full,
        size=size,
        tooltip=_tooltip("what", "when", "level", "told_by", "words"),
    )


def _runs(stretches: list[Row]) -> list[Row]:
    """The stretches that something is told of, with the number of the unbroken run that each is in."""
    run, found = 0, []
    for row in stretches:
        if row["sources"]:
            found.append({**row, "run": run})
        else:
            run += 1
    return found


def _line(values: list[Row]) -> Row:
    return _layer(
        values,
        {
            "type": "line",
            "color": INK,
            "strokeWidth": 2,
            "interpolate": "monotone",
            "cursor": "pointer",
            "point": {"size": 34, "color": INK, "filled": True},
        },
        y=_level("level"),
        detail={"field": "run", "type": "nominal"},
        tooltip=[
            {"field": "from", "type": "nominal"},
            {"field": "said", "title": "level", "type": "nominal"},
            {"field": "range", "type": "nominal"},
            {"field": "sources", "type": "nominal"},
        ],
    )


def _turns(course: PairCourse) -> list[Row]:
    if not course.turns:
        return []
    rows = [
        {
            "start": str(turn.day),
            "way": "worse" if turn.worse else "better",
            "low": -10,
            "turn": f"{'worse' if turn.worse else 'better'} from {wording.day(turn.day)}",
            "sure": f"{turn.confidence:.0%}",
            "label": f"{'▼' if turn.worse else '▲'} {turn.day.day} {turn.day:%b %Y}",
        }
        for turn in course.turns
    ]
    colour = {
        "field": "way",
        "type": "nominal",
        "legend": None,
        "scale": {"domain": ["worse", "better"], "range": [HOSTILE, FRIENDLY]},
    }
    words = {
        "type": "text",
        "align": "left",
        "baseline": "bottom",
        "dx": 4,
        "dy": -5,
        "fontSize": 11,
        "fontWeight": "bold",
    }
    return [
        _layer(
            rows,
            {"type": "rule", "strokeDash": [4, 3], "strokeWidth": 1.3},
            color=colour,
            tooltip=_tooltip("turn", "sure"),
        ),
        _layer(rows, words, y=_level("low"), text={"field": "label"}, color=colour),
    ]


def _counts(course: PairCourse) -> list[Row]:
    columns = course.columns()
    names = [*_COUNTED, "neutral", "told_later"]
    return [
        {"start": str(start), **{name: int(columns[name][n]) for name in names}}
        for n, start in enumerate(columns["start"])
    ]


def _bars(course: PairCourse) -> list[Row]:
    """Bars above and below the line, words next to it."""
    edges = course.told.calendar.edges
    found = []
    for n, row in enumerate(_counts(course)):
        reached = {1: 0, -1: 0}
        for name, (sort, sign) in _COUNTED.items():
            if row[name]:
                low, reached[sign] = reached[sign], reached[sign] + sign * row[name]
                found.append(
                    {
                        "start": row["start"],
                        "end": str(edges[n + 1]),
                        "sort": sort,
                        "events": row[name],
                        "low": low,
                        "high": reached[sign],
                        "time": _stretch(edges[n].astype(date), str(course.by)),
                    }
                )
    return found


def _stretch(start: date, by: str) -> str:
    if by == "year":
        return str(start.year)
    return wording.day(start) if by == "week" else f"{start:%B} {start.year}"

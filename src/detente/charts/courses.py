"""The course of a pair as a chart: level with its band and phases, turns and marked happenings, counts below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from detente.charts.colours import FONT, FRIENDLY, HOSTILE, INK, MUTED, PALE, QUADS, STANDING, WIDTH, themed
from detente.history.calendar import By
from detente.history.course import Course
from detente.history.phases import Phase, Standing

#: More single events than this are a cloud, and are left out.
_MOST_POINTS = 1500
#: The level is drawn with a full line where it is told of or nearly so, and pale where its deviation is above this.
_VAGUE = 1.9
_LEVEL = "worse  ←  level  →  better"
_CHARACTERS = 118
#: Room for the name of a phase: pixels for a character, and for the height of a line.
_LETTER, _LINE = 6.6, 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A happening that is numbered on the chart and told below it."""

    day: date
    when: str
    score: float
    told: str


def course_chart(
    course: Course, names: tuple[str, str], marked: Sequence[Marked] = (), theme: str = "light"
) -> alt.VConcatChart:
    """The chart of a course, on a light or a dark page; `marked` happenings are numbered and told below."""
    span = _span(course)
    numbered = [{"number": n, **_row(m)} for n, m in enumerate(sorted(marked, key=lambda m: (m.day, m.score)), 1)]
    parts = [_level_panel(course, span, numbered), _count_panel(course)]
    if numbered:
        parts.append(_key(numbered))
    chart = (
        alt.vconcat(*parts, spacing=14)
        .resolve_scale(color="independent")
        .properties(title=_title(course, names), padding={"left": 12, "right": 18, "top": 12, "bottom": 12})
        .configure(font=FONT, background="white")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=MUTED, titleColor=MUTED, tickColor=PALE, domainColor=PALE, gridColor="#eef1f3",
            titleFontWeight="normal", labelFontSize=11, titleFontSize=11,
        )
    )  # fmt: skip
    return chart if theme == "light" else alt.VConcatChart.from_dict(themed(chart.to_dict(), theme))


def _title(course: Course, names: tuple[str, str]) -> alt.TitleParams:
    events = int((~course.observed.tie).sum())
    later = int(course.observed.background.sum())
    ties = int(course.observed.tie.sum())
    counted = f"{events:,} events" + (f" and {ties:,} ties" if ties else "")
    told = f", {later:,} told later as history" if later else ""
    lines = [f"Level by {course.by}, with the range that holds it at 90%; from {counted}{told}"]
    return alt.TitleParams(
        f"{names[0]} and {names[1]}", subtitle=lines, anchor="start", fontSize=19, color=INK,
        subtitleColor=MUTED, subtitleFontSize=12, offset=12,
    )  # fmt: skip


def _span(course: Course) -> tuple[pd.Timestamp, pd.Timestamp]:
    edges = course.told.calendar.edges
    return pd.Timestamp(edges[0]), pd.Timestamp(edges[-1])


def _x(course: Course) -> alt.X:
    domain = [moment.isoformat() for moment in _span(course)]
    axis = alt.Axis(grid=False, format="%-d %b") if course.by is By.WEEK else alt.Axis(grid=False)
    return alt.X("start:T", title=None, scale=alt.Scale(domain=domain), axis=axis)


# -- the level -------------------------------------------------------------------------------------------


def _level_panel(
    course: Course, span: tuple[pd.Timestamp, pd.Timestamp], numbered: list[dict[str, Any]]
) -> alt.LayerChart:
    frame = _stretches(course)
    x = _x(course)
    y = alt.Y("level:Q", title=_LEVEL, scale=alt.Scale(domain=[-10, 10]), axis=alt.Axis(values=[-10, -5, 0, 5, 10]))
    base = alt.Chart(frame)
    band = base.mark_area(color=INK, opacity=0.13, interpolate="monotone").encode(
        x, alt.Y("low:Q", title=_LEVEL), alt.Y2("high:Q")
    )
    pale = base.mark_line(color=INK, strokeWidth=1, opacity=0.35, interpolate="monotone").encode(x, y)
    told = alt.Chart(frame[frame["run"] >= 0])
    line = told.mark_line(color=INK, strokeWidth=2.2, interpolate="monotone", point=_lone_points(frame)).encode(
        x, y, alt.Detail("run:N"), tooltip=["start:T", *_formatted("level", "low", "high"), "sources:Q"]
    )
    zero = alt.Chart(pd.DataFrame({"level": [0]})).mark_rule(color=MUTED, strokeWidth=0.7).encode(y=y)
    layers = [*_phases(course, span), band, zero, *_points(course), pale, line, *_turns(course)]
    layers += _numbers(numbered)
    panel: alt.LayerChart = alt.layer(*layers).properties(width=WIDTH, height=300)
    return panel.resolve_scale(color="independent")


def _formatted(*names: str) -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{name}:Q", format="+.1f") for name in names]


def _lone_points(frame: pd.DataFrame) -> alt.OverlayMarkDef | bool:
    """Points on the line, where some of its pieces are so short that they would not be seen."""
    lone = (frame["run"][frame["run"] >= 0].value_counts() == 1).any()
    return alt.OverlayMarkDef(size=18, color=INK, filled=True) if lone else False


def _stretches(course: Course) -> pd.DataFrame:
    """The columns of a course, each stretch at its middle, with the number of the piece of line that it is in."""
    frame = course.df()
    clear = (course.level.deviation <= _VAGUE) | (course.told.weight > 0)
    frame["run"] = np.where(clear, np.cumsum(np.diff(clear.astype(int), prepend=0) == 1), -1)
    edges = course.told.calendar.edges
    frame["start"] = edges[:-1] + (edges[1:] - edges[:-1]) // 2
    return frame


def _phases(course: Course, span: tuple[pd.Timestamp, pd.Timestamp]) -> list[alt.Chart]:
    if not course.phases:
        return []
    frame = pd.DataFrame([_phase_row(phase) for phase in course.phases])
    days = max((span[1] - span[0]).days, 1)
    frame["fits"] = [_fits(p, days) for p in course.phases]
    colour = alt.Color("standing:N", legend=None, scale=alt.Scale(
        domain=[s.value for s in Standing], range=[STANDING[s] for s in Standing]))  # fmt: skip
    tooltip = [
        alt.Tooltip("standing:N", title="phase"), alt.Tooltip("start:T", title="from"),
        alt.Tooltip("end:T", title="to"),
        alt.Tooltip("level:Q", format="+.1f"), alt.Tooltip("confidence:Q", format=".0%"),
    ]  # fmt: skip
    base = alt.Chart(frame)
    rects = base.mark_rect(opacity=0.8, stroke="white", strokeWidth=1.5).encode(
        alt.X("start:T"), alt.X2("end:T"), alt.Y("bottom:Q", title=_LEVEL), alt.Y2("top:Q"), colour, tooltip=tooltip
    )
    return [rects, *(_phase_words(frame[frame["fits"] == fits], fits) for fits in ("along", "upright"))]


def _phase_words(frame: pd.DataFrame, fits: str) -> alt.Chart:
    """The names of phases, upright where there is no room along them."""
    turned: dict[str, Any] = (
        {"angle": 270, "align": "right", "baseline": "middle", "dx": -6} if fits == "upright" else {"dy": 8}
    )
    mark: dict[str, Any] = {"align": "center", "baseline": "top", "color": INK, "fontSize": 11.5, **turned}
    return (
        alt.Chart(frame)
        .mark_text(**mark)
        .encode(alt.X("middle:T"), alt.Y("top:Q", title=_LEVEL), alt.Text("standing:N"))
    )


def _phase_row(phase: Phase) -> dict[str, Any]:
    end = phase.end + timedelta(days=1)
    return {
        "standing": phase.standing.value,
        "start": pd.Timestamp(phase.start),
        "end": pd.Timestamp(end),
        "middle": pd.Timestamp(phase.start + (end - phase.start) / 2),
        "level": phase.level,
        "confidence": phase.confidence,
        "bottom": -10,
        "top": 10,
    }


def _fits(phase: Phase, days: int) -> str:
    """How the name of a phase fits into its room: along, upright, or not."""
    room = WIDTH * ((phase.end - phase.start).days + 1) / days
    if len(phase.standing.value) * _LETTER < room:
        return "along"
    return "upright" if room >= _LINE else "not"


def _points(course: Course) -> list[alt.Chart]:
    """Single events, where they are few enough to be seen: reported at the time, or told later."""
    events = course.observed.events
    if not 0 < len(events) <= _MOST_POINTS:
        return []
    frame = pd.DataFrame({
        "start": events.start, "score": events.score, "sources": events.sources,
        "told": np.where(events.background, "later, as history", "at the time"), "type": events.type.astype(str),
        "sign": np.sign(events.score),
    })  # fmt: skip
    colour = alt.Color("sign:Q", legend=None, scale=alt.Scale(domain=[-1, 0, 1], range=[HOSTILE, MUTED, FRIENDLY]))
    size = alt.Size("sources:Q", legend=None, scale=alt.Scale(domain=[1, 10], range=[22, 160], clamp=True))
    tooltip = ["start:T", "type:N", alt.Tooltip("score:Q", format="+.1f"), "sources:Q", alt.Tooltip("told:N")]
    few = len(events) < 300
    found = []
    for told, filled in (("at the time", True), ("later, as history", False)):
        some = frame[frame["told"] == told]
        if len(some):
            found.append(
                alt.Chart(some)
                .mark_point(filled=filled, opacity=0.65 if few else 0.28, strokeWidth=1.2, strokeDash=[1, 0])
                .encode(alt.X("start:T"), alt.Y("score:Q", title=_LEVEL), colour, size, tooltip=tooltip)
            )
    return found


def _turns(course: Course) -> list[alt.Chart]:
    if not course.turns:
        return []
    frame = pd.DataFrame([
        {"start": pd.Timestamp(turn.day), "way": "worse" if turn.worse else "better", "y": -10,
         "label": f"{'▼' if turn.worse else '▲'} {turn.day.day} {turn.day:%b %Y}", "confidence": turn.confidence}
        for turn in course.turns
    ])  # fmt: skip
    colour = alt.Color("way:N", legend=None, scale=alt.Scale(domain=["worse", "better"], range=[HOSTILE, FRIENDLY]))
    tooltip = [alt.Tooltip("start:T", title="turn"), "way:N", alt.Tooltip("confidence:Q", format=".0%")]
    rules = (
        alt.Chart(frame)
        .mark_rule(strokeDash=[4, 3], strokeWidth=1.3)
        .encode(alt.X("start:T"), color=colour, tooltip=tooltip)
    )
    words = (
        alt.Chart(frame)
        .mark_text(align="left", baseline="bottom", dx=4, dy=-5, fontSize=11, fontWeight="bold")
        .encode(alt.X("start:T"), alt.Y("y:Q", title=_LEVEL), alt.Text("label:N"), colour)
    )
    return [rules, words]


# -- marked happenings -----------------------------------------------------------------------------------


def _row(marked: Marked) -> dict[str, Any]:
    told = marked.told if len(marked.told) <= _CHARACTERS else marked.told[: _CHARACTERS - 1].rstrip() + "…"
    return {"start": pd.Timestamp(marked.day), "when": marked.when, "score": marked.score, "told": told}


def _numbers(numbered: list[dict[str, Any]]) -> list[alt.Chart]:
    if not numbered:
        return []
    frame = pd.DataFrame(numbered)
    base = alt.Chart(frame).encode(alt.X("start:T"), alt.Y("score:Q", title=_LEVEL), tooltip=["start:T", "told:N"])
    discs = base.mark_point(filled=True, size=230, color="white", stroke=INK, strokeWidth=1.2, opacity=1)
    return [discs, base.mark_text(fontSize=10, fontWeight="bold", color=INK).encode(text="number:Q")]


def _key(numbered: list[dict[str, Any]]) -> alt.LayerChart:
    """The numbered happenings in words, so that a printed chart can be read on its own."""
    frame = pd.DataFrame(numbered)
    frame["row"] = range(len(frame))
    base = alt.Chart(frame).encode(alt.Y("row:O", axis=None))
    columns = [
        base.mark_text(align="left", fontWeight="bold", color=INK).encode(x=alt.value(0), text="number:Q"),
        base.mark_text(align="left", color=MUTED).encode(x=alt.value(22), text="when:N"),
        base.mark_text(align="left", color=INK, limit=WIDTH - 100).encode(x=alt.value(94), text="told:N"),
    ]
    key: alt.LayerChart = alt.layer(*columns)
    return key.properties(width=WIDTH, height=17 * len(frame))


# -- counts ----------------------------------------------------------------------------------------------


def _count_panel(course: Course) -> alt.Chart:
    frame = _counts(course)
    legend = alt.Legend(orient="bottom", direction="horizontal", labelColor=MUTED, symbolType="square", offset=4)
    scale = alt.Scale(domain=list(QUADS), range=list(QUADS.values()))
    upwards = alt.Axis(format="~s", tickCount=5, labelExpr="format(abs(datum.value), '~s')")
    bars: alt.Chart = (
        alt.Chart(frame)
        .mark_bar()
        .encode(
            _x(course),
            alt.X2("end:T"),
            alt.Y("low:Q", title=f"events a {course.by}", axis=upwards),
            alt.Y2("high:Q"),
            alt.Color("quad:N", title=None, sort=list(QUADS), scale=scale, legend=legend),
            tooltip=["start:T", "quad:N", "events:Q", alt.Tooltip("told_later:Q", title="all told later")],
        )
        .properties(width=WIDTH, height=110)
    )
    return bars


def _counts(course: Course) -> pd.DataFrame:
    """Bars from below to above the line: cooperation upwards, conflict downwards, words next to the line."""
    told, edges = course.told, course.told.calendar.edges
    gap = np.timedelta64(0 if course.by is By.WEEK else 1, "D")
    frames = []
    for near, far, sign in (((1, "verbal cooperation"), (2, "material cooperation"), 1),
                            ((3, "verbal conflict"), (4, "material conflict"), -1)):  # fmt: skip
        words, deeds = told.quads[:, near[0]], told.quads[:, far[0]]
        for (_, quad), low, events in ((near, words * 0, words), (far, words, deeds)):
            frames.append(pd.DataFrame({
                "start": edges[:-1], "end": edges[1:] - gap, "quad": quad, "events": events,
                "low": sign * low, "high": sign * (low + events), "told_later": told.told_later,
            }))  # fmt: skip
    whole = pd.concat(frames)
    return whole[whole["events"] > 0]

"""Phases of a relation: allied, cordial, neutral, strained, hostile or at war, each with what carries it.

Where much is reported, a phase reaches from one turn to the next, and its name is that of its mean level.
Where little is, turns cannot be told from counts; then a phase ends when the level has clearly left it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import erf, sqrt

import numpy as np

from detente.history.level import Level
from detente.history.names import Standing
from detente.history.observations import Flags, Observations
from detente.history.series import Series
from detente.history.turns import Boundary

__all__ = ["FLOORS", "DatedBoundary", "Phase", "Standing", "phases", "standing_of"]


#: The level from which on relations are called so; below all of them they are hostile.
FLOORS = {Standing.ALLIED: 5.0, Standing.CORDIAL: 1.5, Standing.NEUTRAL: -1.0, Standing.STRAINED: -3.5}
#: A level must leave a phase by so much before the phase ends.
_MARGIN = 0.5
_LEAST_STRETCHES = 2
#: Where little is told, phases of one name with no more than so many days of silence between them are one.
_SILENT_DAYS = 5 * 366
#: With a standard deviation above this, a level is too vague to be called anything.
_VAGUE = 1.9
#: War: at least so many armed attacks a month, and at least this part of all that is told; or a tie that says so.
_ATTACK_SCORE = -9.0
_ATTACKS_A_MONTH, _ATTACK_SHARE = 4.0, 0.3
_WAR_CONFIDENCE = 0.9
#: Ties that make allies, and how many sources must tell of two actors before they are called so without one.
_ALLIANCES = ("alliance", "treaty_bound", "patronage")
_WELL_TOLD = 10.0
_CARRIERS = 5
#: How much a happening counts for a phase that began so many days before it.
_FORGOTTEN_DAYS = 120.0
#: What is of the other sign than its phase carries it by so much only.
_AGAINST = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A time in which two actors stand in one way.

    `turn` is "worse" or "better" as against the phase before, "" for the first one; `sureness` says how sure
    the turn is, `confidence` how sure the name is, both from 0 to 1;
    `deviation` is the standard deviation of the level.  `carriers` are the ids of three to five
    observations that a reader can check the phase by.
    """

    standing: Standing
    start: date
    end: date
    level: float
    deviation: float
    confidence: float
    turn: str = ""
    sureness: float = 0.0
    carriers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedBoundary:
    """A turn with its first day, and the stretch of the course that this day falls into."""

    boundary: Boundary
    day: date
    place: int


def phases(
    observed: Observations, told: Series, course: Level, turns: Sequence[DatedBoundary], dense: bool
) -> list[Phase]:
    """The phases of a course in order of time; where too little is told to know, there is none."""
    known = np.flatnonzero((told.weight > 0) | (told.quads.sum(axis=1) > 0))
    if not len(known):
        return []
    first, last = int(known[0]), int(known[-1]) + 1
    inner = {turn.place: turn for turn in turns if first < turn.place < last} if dense else {}
    if dense:
        cuts = [first, *inner, last]
        spans = list(zip(cuts, cuts[1:], strict=False))
    else:
        wars = _wars(observed, told)
        spans = [span for run in _runs(told, course, first, last) for span in _left_levels(course, wars, *run)]
        spans = _joined(spans, observed, told, course)
    found = [_phase(observed, told, course, span) for span in spans]
    later = zip(found, found[1:], spans[1:], strict=False)
    turned = [found[0], *(_turned(before, after, inner.get(span[0])) for before, after, span in later)]
    if dense:
        return _from_day_to_day(turned, list(inner.values()))
    return _dated(turned, observed, int(told.calendar.days))


def _runs(told: Series, course: Level, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Stretches of which enough is known: told of, or near enough to what is."""
    clear = (told.weight > 0) | (course.deviation <= _VAGUE)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], clear[first:last], [False]]).astype(int)))
    for start, end in edges.reshape(-1, 2):
        yield first + int(start), first + int(end)


def _joined(
    spans: Sequence[tuple[int, int]], observed: Observations, told: Series, course: Level
) -> list[tuple[int, int]]:
    """The same, where what lies between two of one name is told of too little to be another phase."""
    gap = _SILENT_DAYS / told.calendar.days
    found: list[tuple[int, int]] = []
    for span in spans:
        if found and 0 < span[0] - found[-1][1] <= gap:
            before, after = (_phase(observed, told, course, s) for s in (found[-1], span))
            if before.standing is after.standing:
                found[-1] = found[-1][0], span[1]
                continue
        found.append(span)
    return found


def standing_of(level: float) -> Standing:
    """The name of a level."""
    return next((name for name, floor in FLOORS.items() if level >= floor), Standing.HOSTILE)


def _left_levels(course: Level, wars: Flags, first: int, last: int) -> list[tuple[int, int]]:
    """The spans of a run: one ends with the stretch in which the level has clearly left it."""
    cuts, current = [first], _named(float(course.mean[first]), bool(wars[first]))
    for place in range(first + 1, last):
        stays = range(place, min(place + _LEAST_STRETCHES, last))
        if all(_left(current, float(course.mean[p]), bool(wars[p])) for p in stays):
            current = _named(float(course.mean[place]), bool(wars[place]))
            cuts.append(place)
    return list(zip(cuts, [*cuts[1:], last], strict=True))


def _named(level: float, war: bool) -> Standing:
    return Standing.AT_WAR if war else standing_of(level)


def _left(current: Standing, level: float, war: bool) -> bool:
    """Whether a level is clearly no longer in a phase: beyond its bounds by a margin."""
    if war or current is Standing.AT_WAR:
        return war is not (current is Standing.AT_WAR)
    floor, ceiling = _bounds(current)
    return level < floor - _MARGIN or level >= ceiling + _MARGIN


def _bounds(standing: Standing) -> tuple[float, float]:
    names = list(FLOORS)
    if standing not in FLOORS:
        return -np.inf, FLOORS[Standing.STRAINED]
    above = names.index(standing) - 1
    return FLOORS[standing], FLOORS[names[above]] if above >= 0 else np.inf


def _wars(observed: Observations, told: Series) -> Flags:
    """In which stretches the two are at war."""
    stretches = told.calendar
    found = np.zeros(len(stretches), dtype=bool)
    ties = observed.only(observed.tie & (observed.type == "war"))
    for start, end in zip(stretches.place(ties.start), stretches.place(ties.end), strict=True):
        found[max(start, 0) : end + 1] = True
    return found


def _phase(observed: Observations, told: Series, course: Level, span: tuple[int, int]) -> Phase:
    edges = told.calendar.edges
    start, end = edges[span[0]], edges[span[1]] - np.timedelta64(1, "D")
    here = observed.only((observed.start <= end) & (observed.end >= start))
    weight = told.weight[span[0] : span[1]] + 0.01
    mean = float(np.average(course.mean[span[0] : span[1]], weights=weight))
    deviation = float(np.average(course.deviation[span[0] : span[1]], weights=weight))
    war = _fought(here, int((end - start).astype(np.int64)) + 1)
    called = _named(mean, war)
    doubted = called is Standing.ALLIED and not _alliance_told(here)
    standing = Standing.CORDIAL if doubted else called
    return Phase(
        standing=standing,
        start=start.astype(date),
        end=end.astype(date),
        level=mean,
        deviation=deviation,
        confidence=_sure_of(standing, mean, deviation, doubted) if not war else _WAR_CONFIDENCE,
        carriers=_carriers(here, mean, start, end),
    )


def _turned(before: Phase, after: Phase, turn: DatedBoundary | None) -> Phase:
    if turn is None and before.standing is after.standing:
        return after
    worse = turn.boundary.worse if turn else after.level < before.level
    sureness = turn.boundary.confidence if turn else _parted(before, after)
    return replace(after, turn="worse" if worse else "better", sureness=sureness)


def _parted(before: Phase, after: Phase) -> float:
    """The probability that two levels lie in the order in which they seem to."""
    spread = sqrt(before.deviation**2 + after.deviation**2)
    return _below(abs(after.level - before.level) / max(spread, 1e-6))


def _from_day_to_day(found: Sequence[Phase], turns: Sequence[DatedBoundary]) -> list[Phase]:
    """The same, each from the day of its turn to the day before the next one."""
    starts = [found[0].start, *(turn.day for turn in turns)]
    ends = [*(turn.day - timedelta(days=1) for turn in turns), found[-1].end]
    return [replace(p, start=start, end=end) for p, start, end in zip(found, starts, ends, strict=True)]


def _dated(found: Sequence[Phase], observed: Observations, longest: int) -> list[Phase]:
    """The same, each begun by the first observation that turned it, where that is in its first stretch."""
    dated = list(found)
    for place in range(1, len(dated)):
        before, after = dated[place - 1], dated[place]
        ahead = np.sign(after.level - before.level)
        start = np.datetime64(after.start, "D")
        near = (observed.start >= start) & (observed.start < start + np.timedelta64(longest, "D"))
        turning = observed.start[near & ((observed.score - before.level) * ahead > 0) & observed.exact]
        if not len(turning):
            continue
        day = turning.min().astype(date)
        if day > after.end:
            continue
        if (after.start - before.end).days == 1:
            dated[place - 1] = replace(before, end=day - timedelta(days=1))
        dated[place] = replace(after, start=day)
    return dated


def _fought(here: Observations, days: int) -> bool:
    """Whether most of a phase was war: a tie of war for half of it, or armed attacks again and again."""
    ties = here.only(here.tie & (here.type == "war"))
    at_war = int(((ties.end - ties.start).astype(np.int64) + 1).sum())
    events = here.events
    attacks = int((events.score <= _ATTACK_SCORE).sum())
    often = attacks >= _ATTACKS_A_MONTH * max(days / 30.0, 1.0) and attacks >= _ATTACK_SHARE * len(events)
    return often or 2 * at_war >= days


def _alliance_told(here: Observations) -> bool:
    """Whether allies are called so, or so much is told of their doings that one deed cannot have made it seem so."""
    return bool(np.isin(here.type, _ALLIANCES).any()) or float(here.sources.sum()) >= _WELL_TOLD


def _sure_of(standing: Standing, mean: float, deviation: float, or_better: bool) -> float:
    """The probability that the level is within the bounds of a name, or above them."""
    floor, ceiling = _bounds(standing)
    ceiling = np.inf if or_better else ceiling
    return _below((ceiling - mean) / max(deviation, 1e-6)) - _below((floor - mean) / max(deviation, 1e-6))


def _below(value: float) -> float:
    return 0.5 * (1 + erf(value / sqrt(2)))


def _carriers(here: Observations, mean: float, start: np.datetime64, end: np.datetime64) -> tuple[str, ...]:
    """The ids of what carries a phase most: strong, well attested, of its sign, and near its beginning."""
    # an event that is only known to have been in some decade is no evidence of one year in it
    middle = here.start + (here.end - here.start) // 2
    here = here.only(here.tie | ((middle >= start) & (middle <= end)))
    if not len(here):
        return ()
    age = np.abs((here.start - start).astype(np.int64))
    agrees = np.where(np.sign(here.score) == np.sign(mean), 1.0, _AGAINST)
    weight = np.abs(here.score) * np.sqrt(here.sources) * agrees * np.exp(-age / _FORGOTTEN_DAYS)
    chosen: list[int] = []
    seen: set[str] = set()
    for place in np.argsort(-weight, kind="stable"):
        what = {str(here.id[place]), f"{here.type[place]} {here.start[place]}"}
        if not what & seen:
            chosen.append(int(place))
        if len(chosen) == _CARRIERS:
            break
        seen |= what
    return tuple(str(here.id[place]) for place in sorted(chosen, key=lambda place: here.start[place]))

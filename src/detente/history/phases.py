"""Phases of a relation: allied, cordial, neutral, strained, hostile or at war, each with what carries it.

Where much is reported, a phase reaches from one turn to the next, and its name is that of its mean level.
Where little is, turns cannot be told from counts; then a phase ends when the level has clearly left it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import erf, sqrt

import numpy as np

from detente.history.level import Level
from detente.history.observations import Flags, Observations
from detente.history.series import Series
from detente.history.turns import Boundary


class Standing(StrEnum):
    """How two actors stand, from the best to the worst."""

    ALLIED = "allied"
    CORDIAL = "cordial"
    NEUTRAL = "neutral"
    STRAINED = "strained"
    HOSTILE = "hostile"
    AT_WAR = "at war"


#: The level from which on relations are called so; below all of them they are hostile.
FLOORS = {Standing.ALLIED: 5.0, Standing.CORDIAL: 1.5, Standing.NEUTRAL: -1.0, Standing.STRAINED: -3.5}
#: A level must leave a phase by so much before the phase ends.
_MARGIN = 0.5
_LEAST_STRETCHES = 2
#: War: at least so many armed attacks a month, and at least this part of all that is told; or a tie that says so.
_ATTACK_SCORE = -9.0
_ATTACKS_A_MONTH, _ATTACK_SHARE = 4.0, 0.3
_CARRIERS = 5
#: How much a happening counts for a phase that began so many days before it.
_FORGOTTEN_DAYS = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A time in which two actors stand in one way.

    `turn` is "worse" or "better" as against the phase before, "" for the first one; `sureness` says how sure
    the turn is, `confidence` how sure the name is, both from 0 to 1.  `carriers` are the ids of three to five
    observations that a reader can check the phase by.
    """

    standing: Standing
    start: date
    end: date
    level: float
    confidence: float
    turn: str = ""
    sureness: float = 0.0
    carriers: tuple[str, ...] = ()


def phases(observed: Observations, told: Series, course: Level, turns: Sequence[Boundary], dense: bool) -> list[Phase]:
    """The phases of a course in order of time; those before the first and after the last report are left out."""
    known = np.flatnonzero((told.weight > 0) | (told.quads.sum(axis=1) > 0))
    if not len(known):
        return []
    first, last = int(known[0]), int(known[-1]) + 1
    if dense:
        inner = {turn.place: turn for turn in turns if first < turn.place < last}
        cuts = [first, *inner, last]
    else:
        inner = {}
        cuts = _left_levels(observed, told, course, first, last)
    found = [_phase(observed, told, course, span) for span in zip(cuts, cuts[1:], strict=False)]
    return [found[0], *(_turned(a, b, inner.get(cut)) for a, b, cut in zip(found, found[1:], cuts[1:], strict=False))]


def standing_of(level: float) -> Standing:
    """The name of a level."""
    return next((name for name, floor in FLOORS.items() if level >= floor), Standing.HOSTILE)


def _left_levels(observed: Observations, told: Series, course: Level, first: int, last: int) -> list[int]:
    """The stretches with which a level has clearly left the phase before, and the ends of the time."""
    wars = _wars(observed, told)
    cuts, current = [first], _named(course.mean[first], bool(wars[first]))
    place = first + 1
    while place < last:
        name = _named(course.mean[place], bool(wars[place]))
        stays = min(place + _LEAST_STRETCHES, last)
        lasting = all(_left(current, float(course.mean[p]), bool(wars[p])) for p in range(place, stays))
        if name is not current and lasting and (place - cuts[-1] >= _LEAST_STRETCHES or wars[place]):
            cuts.append(place)
            current = name
        place += 1
    return [*cuts, last]


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
    for start, end in zip(*_war_ties(observed), strict=True):
        found[max(stretches.place(start), 0) : stretches.place(end) + 1] = True
    return found


def _war_ties(observed: Observations) -> tuple[list[np.datetime64], list[np.datetime64]]:
    ties = observed.only(observed.tie & (observed.type == "war"))
    return list(ties.start), list(ties.end)


def _phase(observed: Observations, told: Series, course: Level, span: tuple[int, int]) -> Phase:
    edges = told.calendar.edges
    start, end = edges[span[0]], edges[span[1]] - np.timedelta64(1, "D")
    here = observed.only((observed.start <= end) & (observed.end >= start))
    weight = told.weight[span[0] : span[1]] + 0.01
    mean = float(np.average(course.mean[span[0] : span[1]], weights=weight))
    deviation = float(np.average(course.deviation[span[0] : span[1]], weights=weight))
    war = _fought(here, int((end - start).astype(np.int64)) + 1)
    standing = _named(mean, war)
    return Phase(
        standing=standing,
        start=start.astype(date),
        end=end.astype(date),
        level=mean,
        confidence=_inside(standing, mean, deviation) if not war else 0.9,
        carriers=_carriers(here, mean, start),
    )


def _turned(before: Phase, after: Phase, turn: Boundary | None) -> Phase:
    worse = turn.worse if turn else after.level < before.level
    return Phase(
        standing=after.standing,
        start=after.start,
        end=after.end,
        level=after.level,
        confidence=after.confidence,
        turn="worse" if worse else "better",
        sureness=turn.confidence if turn else after.confidence,
        carriers=after.carriers,
    )


def _fought(here: Observations, days: int) -> bool:
    """Whether most of a phase was war: a tie of war for half of it, or armed attacks again and again."""
    starts, ends = _war_ties(here)
    at_war = sum(int((end - start).astype(np.int64)) + 1 for start, end in zip(starts, ends, strict=True))
    events = here.events
    attacks = int((events.score <= _ATTACK_SCORE).sum())
    often = attacks >= _ATTACKS_A_MONTH * max(days / 30.0, 1.0) and attacks >= _ATTACK_SHARE * len(events)
    return often or 2 * at_war >= days


def _inside(standing: Standing, mean: float, deviation: float) -> float:
    """The probability that the level is within the bounds of a name."""
    floor, ceiling = _bounds(standing)
    return _below((ceiling - mean) / max(deviation, 1e-6)) - _below((floor - mean) / max(deviation, 1e-6))


def _below(value: float) -> float:
    return 0.5 * (1 + erf(value / sqrt(2)))


def _carriers(here: Observations, mean: float, start: np.datetime64) -> tuple[str, ...]:
    """The ids of what carries a phase most: strong, well attested, of its sign, and near its beginning."""
    if not len(here):
        return ()
    age = np.maximum((here.start - start).astype(np.int64), 0)
    agrees = np.where(np.sign(here.score) == np.sign(mean), 1.0, 0.25)
    weight = np.abs(here.score) * np.sqrt(here.sources) * agrees * np.exp(-age / _FORGOTTEN_DAYS)
    chosen: list[int] = []
    seen: set[tuple[str, str]] = set()
    for place in np.argsort(-weight, kind="stable"):
        what = (str(here.type[place]), str(here.start[place]))
        if what not in seen and len(chosen) < _CARRIERS:
            seen.add(what)
            chosen.append(int(place))
    return tuple(str(here.id[place]) for place in sorted(chosen, key=lambda place: here.start[place]))

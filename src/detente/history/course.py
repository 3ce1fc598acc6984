"""The course of a relation: its level with a band, counts beside it, turns, and phases with what carries them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.history.calendar import By, Calendar, calendar, fitting
from detente.history.level import Level, level
from detente.history.observations import Days, Numbers, Observations
from detente.history.phases import DatedBoundary, Phase, phases
from detente.history.series import Series, series, volume_of
from detente.history.turns import MOST_STRETCHES, Boundary, boundaries

if TYPE_CHECKING:
    import pandas

#: With so many dated events, and this many a year, turns are told from counts.
_DENSE, _DENSE_A_YEAR = 20, 6
#: A turn is put on a day within a week of its boundary, by what happened in so many days on either side.
_SEARCHED_DAYS, _LOOKED_AT_DAYS = 7, 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A day from which a relation is worse or better; `confidence` from 0.5 to 1."""

    day: date
    worse: bool
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How two actors stood over time."""

    one: str
    other: str
    observed: Observations
    told: Series
    level: Level
    turns: tuple[Turn, ...]
    phases: tuple[Phase, ...]

    @property
    def by(self) -> By:
        """How long the stretches are."""
        return self.told.calendar.by

    def columns(self) -> dict[str, Any]:
        """One row a stretch: level and band, scores, sources, counts by quad class, and what was told later."""
        told, quads = self.told, self.told.quads
        return {
            "start": told.calendar.starts,
            "level": self.level.mean,
            "low": self.level.low,
            "high": self.level.high,
            "score": told.score,
            "sources": told.sources,
            "neutral": quads[:, 0],
            "verbal_cooperation": quads[:, 1],
            "material_cooperation": quads[:, 2],
            "verbal_conflict": quads[:, 3],
            "material_conflict": quads[:, 4],
            "told_later": told.told_later,
            "volume": told.volume,
        }

    def df(self) -> pandas.DataFrame:
        """The same as a pandas DataFrame."""
        import pandas

        return pandas.DataFrame(self.columns())


def course(
    one: str,
    other: str,
    observed: Observations,
    *,
    first: date | None = None,
    last: date | None = None,
    by: By | None = None,
    volume: tuple[Days, Numbers] | None = None,
) -> Course | None:
    """The course of a pair from its observations, None where there are none in the time asked for.

    `volume` is how much was reported of anybody on which day.
    """
    observed = observed.within(first, last)
    if not len(observed):
        return None
    begin = np.datetime64(first, "D") if first else observed.start.min()
    finish = np.datetime64(last, "D") if last else observed.end.max()
    stretches = calendar(begin, finish, by or fitting(begin, finish))
    told = _counted(observed, stretches, volume)
    turns = _boundaries(observed, stretches, volume)
    smooth = level(told.score, told.weight, stretches.days, [turn.place for turn in turns])
    return Course(
        one=one,
        other=other,
        observed=observed,
        told=told,
        level=smooth,
        turns=tuple(_turn(turn) for turn in turns),
        phases=tuple(phases(observed, told, smooth, turns, _is_dense(observed))),
    )


def _turn(found: DatedBoundary) -> Turn:
    return Turn(day=found.day, worse=found.boundary.worse, confidence=found.boundary.confidence)


def _counted(observed: Observations, stretches: Calendar, volume: tuple[Days, Numbers] | None) -> Series:
    return series(observed, stretches, None if volume is None else volume_of(*volume, stretches))


def _is_dense(observed: Observations) -> bool:
    """Whether enough is told of single days to find turns in counts."""
    dated = _dated(observed)
    if len(dated) < _DENSE:
        return False
    years = float((dated.start.max() - dated.start.min()).astype(np.int64)) / 365.25
    return len(dated) >= _DENSE_A_YEAR * years


def _dated(observed: Observations) -> Observations:
    """Events reported at the time and known to the day or nearly so."""
    return observed.only(~observed.tie & observed.exact & ~observed.background)


def _boundaries(
    observed: Observations, stretches: Calendar, volume: tuple[Days, Numbers] | None
) -> list[DatedBoundary]:
    """The turns, looked for by weeks, or by months where that were too many weeks, and each put on its day.

    Of several in one stretch of the course the surest is kept.
    """
    if not _is_dense(observed):
        return []
    dated = _dated(observed)
    weeks = calendar(stretches.edges[0], stretches.edges[-1] - np.timedelta64(1, "D"), By.WEEK)
    finest = weeks if len(weeks) <= MOST_STRETCHES else calendar(weeks.edges[0], weeks.edges[-1], By.MONTH)
    told = _counted(dated, finest, volume)
    surest: dict[int, DatedBoundary] = {}
    hostile, cooperative = told.quads[:, 3:].sum(axis=1), told.quads[:, 1:3].sum(axis=1)
    for found in boundaries(hostile.astype(float), cooperative.astype(float), told.volume):
        day = _day_of(dated, finest, found)
        place = int(stretches.place(np.array([day]))[0])
        other = surest.get(place)
        if 0 < place < len(stretches) and (other is None or abs(found.sureness) > abs(other.boundary.sureness)):
            surest[place] = DatedBoundary(found, day.astype(date), place)
    return [surest[place] for place in sorted(surest)]


def _day_of(dated: Observations, stretches: Calendar, boundary: Boundary) -> np.datetime64:
    """The day within a week of a boundary that best parts few events of the turning sign from many."""
    quads = (3, 4) if boundary.worse else (1, 2)
    begin = stretches.edges[boundary.place]
    days = (dated.start[np.isin(dated.quad, quads)] - begin).astype(np.int64)
    split = np.arange(-_SEARCHED_DAYS, _SEARCHED_DAYS + 1)
    before = np.array([((days >= -_LOOKED_AT_DAYS) & (days < at)).sum() for at in split])
    after = np.array([((days >= at) & (days < _LOOKED_AT_DAYS)).sum() for at in split])
    gain = _fit(before, split + _LOOKED_AT_DAYS) + _fit(after, _LOOKED_AT_DAYS - split)
    rising = after / (_LOOKED_AT_DAYS - split) > before / (split + _LOOKED_AT_DAYS)
    # a turn by what ceased, not by what began, keeps the first day of its stretch
    at = int(split[np.where(rising, gain, -np.inf).argmax()]) if rising.any() else 0
    return np.datetime64(begin + np.timedelta64(at, "D"), "D")


def _fit(counts: Any, days: Any) -> Numbers:
    """The log-likelihood of counts in so many days as of a rate of their own, up to what all share."""
    return np.asarray(counts * np.log(np.maximum(counts, 1) / days))

"""What is reported of a pair in each stretch of time: counts by quad class, the mean score, how many sources."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from detente.history.calendar import Calendar
from detente.history.observations import Days, Numbers, Observations

#: A deed tells more of a relation than a word, and what is far from neutral more than what is near to it: an event
#: of this score counts as one.
_DEED, _WORD = 1.5, 1.0
_COUNTS_AS_ONE, _LEAST = 4.0, 0.5
#: A tie that holds for a quarter weighs as much as one source that tells of one event.
_TIE_DAYS = 90.0
#: How much a stretch may count at least for as reported, in parts of the mean: nothing is divided by next to nothing.
_LEAST_VOLUME = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A pair in stretches of time, all columns of their length.

    `quads` counts events by quad class (columns 0 to 4; 0 is neither for nor against) and `told_later` how
    many of all these were told as history.  `score` is the mean score (nan where nothing is known) and
    `weight` the number of independent sources that it rests on.  `volume` is how much was reported of
    anybody, 1 on average.
    """

    calendar: Calendar
    quads: npt.NDArray[np.int64]
    told_later: npt.NDArray[np.int64]
    score: Numbers
    weight: Numbers
    sources: Numbers
    volume: Numbers

    @property
    def cooperative(self) -> Numbers:
        """Events of verbal and material cooperation, per mean volume of reports."""
        return np.asarray((self.quads[:, 1] + self.quads[:, 2]) / self.volume)

    @property
    def hostile(self) -> Numbers:
        """Events of verbal and material conflict, per mean volume of reports."""
        return np.asarray((self.quads[:, 3] + self.quads[:, 4]) / self.volume)


def series(observed: Observations, stretches: Calendar, volume: Numbers | None = None) -> Series:
    """The observations of a pair, counted in stretches."""
    events, number = observed.events, len(stretches)
    place = stretches.place(_middle(events))
    inside = (place >= 0) & (place < number)
    events, place = events.only(inside), place[inside]
    quads = np.bincount(place * 5 + np.clip(events.quad, 0, 4), minlength=number * 5).reshape(number, 5)
    total, weight = _weighed(events, place, number)
    tie_total, tie_weight = _held(observed.ties, stretches)
    weight = weight + tie_weight
    with np.errstate(invalid="ignore", divide="ignore"):
        score = np.where(weight > 0, (total + tie_total) / weight, np.nan)
    return Series(
        calendar=stretches,
        quads=quads,
        told_later=np.bincount(place[events.background], minlength=number),
        score=score,
        weight=weight,
        sources=_sums(place, events.sources, number),
        volume=np.ones(number) if volume is None else np.maximum(volume / max(volume.mean(), 1e-9), _LEAST_VOLUME),
    )


def volume_of(days: Days, number: Numbers, stretches: Calendar) -> Numbers:
    """How much was reported in each stretch, from how much was reported on each day."""
    place = stretches.place(days)
    inside = (place >= 0) & (place < len(stretches))
    return _sums(place[inside], number[inside], len(stretches))


def _sums(place: npt.NDArray[np.int64], values: Numbers, number: int) -> Numbers:
    return np.bincount(place, values, number).astype(float)


def _middle(observed: Observations) -> Days:
    return np.asarray(observed.start + (observed.end - observed.start) // 2)


def _weighed(events: Observations, place: npt.NDArray[np.int64], number: int) -> tuple[Numbers, Numbers]:
    """Sum of scores and of weights; what is neither for nor against says nothing of the level."""
    strength = np.maximum(np.abs(events.score) / _COUNTS_AS_ONE, _LEAST)
    weight = (events.quad > 0) * strength * events.sources * np.where(np.isin(events.quad, (2, 4)), _DEED, _WORD)
    return _sums(place, weight * events.score, number), _sums(place, weight, number)


def _held(ties: Observations, stretches: Calendar) -> tuple[Numbers, Numbers]:
    """Sum of scores and of weights of ties in every stretch in which they held."""
    total, weight = np.zeros(len(stretches)), np.zeros(len(stretches))
    first = np.clip(stretches.place(ties.start), 0, None)
    last = np.clip(stretches.place(ties.end), None, len(stretches) - 1)
    each = min(stretches.days / _TIE_DAYS, 1.0)
    for start, end, score, sources in zip(first, last, ties.score, ties.sources, strict=True):
        total[start : end + 1] += each * score * sources
        weight[start : end + 1] += each * sources
    return total, weight

"""Turns of a relation: days from which more, or less, ill is reported of a pair than of late.

Mean scores hardly move when a relation turns; the counts of hostile and of cooperative events do.  So a turn
is looked for in both counts at once, as a change of their rates, and kept if the share of hostile events moves
with it: more reports of every kind are more attention, not a turn.

The rates are those of negative binomial counts, since news comes in bursts: how bursty a pair is, is chosen
with the boundaries, by the likelihood less a penalty for each boundary.  The best boundaries are found
exactly, by dynamic programming.

How far the share must move is told by the pair itself: its events are exchanged in time many times over, which
leaves how much is told in each stretch and how ill the pair stands on the whole, and destroys any order.  A turn
is kept if hardly any of these shuffled histories shows one as strong.  So a pair without turns seems to have one
with no more than the probability `LEVEL`, however much or little is told of it.  Of a pair that comes out of silence
this says nothing: its shuffled histories are silent and loud at the same times.  Then what breaks out is held
against what is usual.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import lgamma, log

import numpy as np
import numpy.typing as npt

from detente.history.observations import Numbers

#: How often a pair whose events have no order in time may seem to turn.
LEVEL = 0.025
#: How much the variance of a count grows with the square of its mean, from steady to bursty.
_BURSTINESS = (0.05, 0.15, 0.35)
#: A boundary costs what two rates and a place cost by the Bayesian information criterion.
_FREE_PER_BOUNDARY = 3
#: Stretches between two boundaries, at the least.
_LEAST_LENGTH = 3
#: On average, a phase lasts for so many stretches at the least (weeks: a quarter of a year).
_USUAL_LENGTH = 13
#: How many shuffled histories a pair is held against, by how many stretches it has at most: their cost grows with
#: the square of these.  Of fewer, fewer may show as strong a turn, so that the level is the same.
_SHUFFLES = ((100, 199), (200, 79), (100_000, 39))
_SEED = 1905
#: So many of them are looked at before it is asked whether more are needed.
_AT_ONCE = 13
_TINY = np.float32(1e-9)
#: Of a pair of whom fewer events than this are told for a usual phase before a boundary, its past says nothing.  It is
#: held against what is usual: the hostile share of all pairs, from which it must be so many standard errors away.
_SILENCE, _HOSTILE_SHARE, _SURE = 4, 0.2, 3.0
#: How much alike the events of one stretch are in sign: ten reports of a quarrel are not ten quarrels.
_LIKENESS = 0.08
#: With more stretches than this, boundaries are looked for in a coarser calendar.
MOST_STRETCHES = 400

#: Numbers that need not be exact to the last digit, a row for each history.
Rows = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Boundary:
    """The stretch with which a turn begins.

    `sureness` is how far the share of hostile events moves, in standard errors, above 0 for the worse;
    `confidence` the share of shuffled histories without so strong a turn.
    """

    place: int
    sureness: float
    confidence: float

    @property
    def worse(self) -> bool:
        """Whether the relation turned for the worse."""
        return self.sureness > 0


def boundaries(hostile: Numbers, cooperative: Numbers, volume: Numbers | None = None) -> list[Boundary]:
    """Where the rates of hostile and cooperative events change together with their balance, in order of time.

    Counts are of events in each stretch, `volume` is how much was reported in it of anybody.
    """
    number = len(hostile)
    if number < 2 * _LEAST_LENGTH or not (hostile.any() and cooperative.any()):
        return []
    reported = np.ones(number) if volume is None else volume
    (places,) = _rate_changes(hostile[None] / reported, cooperative[None] / reported)
    if not places:
        return []
    shuffles = next(shuffles for most, shuffles in _SHUFFLES if number <= most)
    ill = _shuffled(hostile, cooperative, shuffles)
    well = hostile + cooperative - ill
    may_exceed = int(LEVEL * (shuffles + 1)) - 1
    strongest = _strength(hostile, cooperative, places)
    by_chance: list[float] = []
    for start in range(0, shuffles, _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        histories = zip(ill[some], well[some], _rate_changes(ill[some] / reported, well[some] / reported), strict=True)
        by_chance += [_strength(*history) for history in histories]
        if sum(strength >= strongest for strength in by_chance) > may_exceed:
            break  # no turn of this pair can be strong enough any more
    needed = sorted(by_chance)[-1 - may_exceed]
    return [
        Boundary(place, sure, sum(strength < abs(sure) for strength in by_chance) / (len(by_chance) + 1))
        for place, sure in _kept(hostile, cooperative, places, needed)
    ]


def _shuffled(hostile: Numbers, cooperative: Numbers, shuffles: int) -> Numbers:
    """Hostile counts of histories in which the same events have changed places, a row each."""
    number = len(hostile)
    place = np.repeat(np.arange(number), (hostile + cooperative).astype(np.int64))
    is_hostile = np.arange(len(place)) < int(hostile.sum())
    mixed = np.random.default_rng(_SEED).permuted(np.broadcast_to(is_hostile, (shuffles, len(place))), axis=1)
    rows = np.arange(shuffles)[:, None] * number + place
    return np.bincount(rows[mixed], minlength=shuffles * number).reshape(shuffles, number).astype(float)


# -- rates -----------------------------------------------------------------------------------------------


def _rate_changes(hostile: Numbers, cooperative: Numbers) -> list[list[int]]:
    """For each row the boundaries between stretches of constant rates, for the burstiness that fits best."""
    least, best = np.full(len(hostile), np.inf), np.zeros((len(hostile), hostile.shape[1] + 1), dtype=np.int64)
    for cost, before in _best_splits([hostile.astype(np.float32), cooperative.astype(np.float32)]):
        better = cost < least
        least, best = np.where(better, cost, least), np.where(better[:, None], before, best)
    return [_places(before) for before in best]


def _best_splits(counts: Sequence[Rows]) -> list[tuple[Numbers, npt.NDArray[np.int64]]]:
    """For each burstiness the least cost of all divisions of each row, and for each end where the last part begins."""
    rows, number = counts[0].shape
    penalty = np.float32(_FREE_PER_BOUNDARY * log(number))
    sums = [np.pad(np.cumsum(count, axis=1), ((0, 0), (1, 0))) for count in counts]
    best = np.full((len(_BURSTINESS), rows, number + 1), np.inf, dtype=np.float32)
    best[:, :, 0] = -penalty
    before = np.zeros(best.shape, dtype=np.int64)
    for end in range(_LEAST_LENGTH, number + 1):
        starts = end - _LEAST_LENGTH + 1
        length = (end - np.arange(starts)).astype(np.float32)
        costs = _costs([held[:, end : end + 1] - held[:, :starts] for held in sums], length)
        for n, cost in enumerate(costs):
            values = cost + best[n, :, :starts]
            before[n, :, end] = values.argmin(axis=1)
            best[n, :, end] = values.min(axis=1) + penalty
    return [(best[n, :, number] + _cost_of_counts(counts, b), before[n]) for n, b in enumerate(_BURSTINESS)]


def _costs(totals: Sequence[Rows], length: Rows) -> Iterator[Rows]:
    """For each burstiness minus twice the log-likelihood of so many events in stretches of one rate each.

    What is the same for all divisions of a row is left out.
    """
    both = np.stack(totals)
    rates = both / length
    alone = (both * np.log(np.maximum(rates, _TINY))).sum(axis=0)
    together = rates.sum(axis=0)
    for burstiness in map(np.float32, _BURSTINESS):
        # in place: this is most of the time that a course takes
        grown = rates * burstiness
        grown += 1
        grown *= np.log(grown)
        spread = (grown[0] + grown[1]) / burstiness
        spread -= together * np.log(burstiness)
        yield np.asarray(2 * (length * spread - alone))


def _cost_of_counts(counts: Sequence[Rows], burstiness: float) -> Numbers:
    """The part of that cost which does not depend on the rates."""
    size = 1 / burstiness
    ways = [_log_gamma(count + size) - lgamma(size) - _log_gamma(count + 1.0) for count in counts]
    return np.asarray(-2 * sum(way.sum(axis=1) for way in ways))


def _log_gamma(values: Rows) -> Numbers:
    different, place = np.unique(values, return_inverse=True)
    return np.array([lgamma(value) for value in different])[place].reshape(values.shape)


def _places(before: npt.NDArray[np.int64]) -> list[int]:
    """The boundaries of the best division, in order."""
    places: list[int] = []
    end = int(before[-1])
    while end > 0:
        places.append(end)
        end = int(before[end])
    return places[::-1]


# -- balance ---------------------------------------------------------------------------------------------


def _kept(
    hostile: Numbers, cooperative: Numbers, places: Sequence[int], needed: float, onsets: bool = True
) -> list[tuple[int, float]]:
    """The boundaries that are left with their sureness, when the weakest goes until all are sure enough and few."""
    most = max(len(hostile) // _USUAL_LENGTH, 1)
    left = list(places)
    while left:
        sureness = _sureness(hostile, cooperative, left)
        beyond = np.abs(sureness) - needed
        if onsets:
            breaks = _outbreaks(hostile, cooperative, left)
            sureness = np.where(breaks > _SURE, breaks, sureness)
            beyond = np.where(breaks > _SURE, breaks - _SURE, beyond)
        weakest = int(beyond.argmin())
        if beyond[weakest] > 0 and len(left) <= most:
            return [(place, float(sure)) for place, sure in zip(left, sureness, strict=True)]
        del left[weakest]
    return []


def _strength(hostile: Numbers, cooperative: Numbers, places: Sequence[int]) -> float:
    """How much may be asked of the boundaries of a history so that one of them is still kept."""
    strength = 0.0
    while kept := _kept(hostile, cooperative, places, strength, onsets=False):
        places = [place for place, _ in kept]
        strength = min(abs(sure) for _, sure in kept)
    return strength


def _sureness(hostile: Numbers, cooperative: Numbers, places: Sequence[int]) -> Numbers:
    """For each boundary the signed root of the likelihood ratio of one hostile share on both sides to one on each."""
    ill, total = _parts(hostile, places), _parts(hostile + cooperative, places)
    apart = _likelihood(ill[1:], total[1:]) + _likelihood(ill[:-1], total[:-1])
    together = _likelihood(ill[1:] + ill[:-1], total[1:] + total[:-1])
    rises = np.sign(ill[1:] * total[:-1] - ill[:-1] * total[1:])
    return np.asarray(rises * np.sqrt(np.maximum(2 * (apart - together), 0.0)))


def _parts(counts: Numbers, places: Sequence[int]) -> Numbers:
    return np.asarray(np.add.reduceat(counts, np.array([0, *places])))


def _likelihood(ill: Numbers, total: Numbers) -> Numbers:
    """The log-likelihood of so many hostile events among all as of a share of their own."""
    well = total - ill
    whole = np.maximum(total, 1.0)
    return np.asarray(ill * np.log(np.maximum(ill, 1.0) / whole) + well * np.log(np.maximum(well, 1.0) / whole))


def _outbreaks(hostile: Numbers, cooperative: Numbers, places: Sequence[int]) -> Numbers:
    """For each boundary after a silence, how many standard errors the hostile share is above what is usual; else 0."""
    total = hostile + cooperative
    ill, told = _parts(hostile, places), _parts(total, places)
    # so many events that have nothing to do with one another would be as uncertain
    alone = _parts(total / (1 + np.maximum(total - 1, 0) * _LIKENESS), places)
    above = ill / np.maximum(told, 1.0) - _HOSTILE_SHARE
    errors = above * np.sqrt(alone / (_HOSTILE_SHARE * (1 - _HOSTILE_SHARE)))
    silent = (told[:-1] < _SILENCE) & (np.diff([0, *places]) >= _USUAL_LENGTH)
    return np.where(silent, errors[1:], 0.0)

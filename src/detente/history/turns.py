"""Turns of a relation: days from which more, or less, ill is reported of a pair than of late.

Mean scores hardly move when a relation turns; the counts of hostile and of cooperative events do.  So a turn
is looked for in both counts at once, as a change of their rates, and kept if the balance between them moves
with it: more reports of every kind are more attention, not a turn.

The rates are those of negative binomial counts, since news comes in bursts: how bursty a pair is, is chosen
with the boundaries, by the likelihood less a penalty for each boundary.  The best boundaries are found
exactly, by dynamic programming.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import erf, log, sqrt

import numpy as np
import numpy.typing as npt

from detente.history.observations import Numbers

#: How much the variance of a count grows with the square of its mean, from steady to bursty.
_BURSTINESS = (0.05, 0.1, 0.15, 0.25, 0.35)
#: A boundary costs what two rates and a place cost by the Bayesian information criterion.
_FREE_PER_BOUNDARY = 3
#: Stretches between two boundaries, at the least.
_LEAST_LENGTH = 3
#: On average, a phase lasts for so many stretches at the least (weeks: a quarter of a year).
_USUAL_LENGTH = 13
#: How sure the balance must have moved, in standard errors.
_SURE = 1.85
#: A pair is taken to be as hostile as others until it has so many events of its own.
_LIKE_OTHERS = 4.0
_HOSTILE_SHARE = 0.2
#: How alike the events of one stretch are in sign, before a pair shows its own likeness, and for how many stretches.
_LIKENESS, _LIKENESS_STRETCHES = 0.08, 10
#: With more stretches than this, boundaries are looked for in a coarser calendar.
MOST_STRETCHES = 600

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Boundary:
    """The stretch with which a turn begins; `sureness` in standard errors, above 0 for the worse."""

    place: int
    sureness: float

    @property
    def worse(self) -> bool:
        """Whether the relation turned for the worse."""
        return self.sureness > 0

    @property
    def confidence(self) -> float:
        """How likely the balance moved in that direction, between 0.5 and 1."""
        return 0.5 * (1 + erf(abs(self.sureness) / sqrt(2)))


def boundaries(hostile: Numbers, cooperative: Numbers) -> list[Boundary]:
    """Where the rates of hostile and cooperative events change together with their balance, in order of time.

    Counts are per stretch and already divided by how much was reported.
    """
    if len(hostile) < 2 * _LEAST_LENGTH or not (hostile.any() or cooperative.any()):
        return []
    alike = _likeness(hostile, cooperative)
    places = _rate_changes(hostile, cooperative)
    most = max(len(hostile) // _USUAL_LENGTH, 1)
    while places:
        sureness = _sureness(hostile, cooperative, places, alike)
        weakest = int(np.abs(sureness).argmin())
        if abs(sureness[weakest]) >= _SURE and len(places) <= most:
            return [Boundary(place, float(sure)) for place, sure in zip(places, sureness, strict=True)]
        del places[weakest]
    return []


# -- rates -----------------------------------------------------------------------------------------------


def _rate_changes(hostile: Numbers, cooperative: Numbers) -> list[int]:
    """The boundaries between stretches of constant rates, for the burstiness that fits best."""
    penalty = _FREE_PER_BOUNDARY * log(len(hostile))
    found = [_best_split(_costs(hostile, b) + _costs(cooperative, b), penalty) for b in _BURSTINESS]
    return min(found)[1]


def _costs(counts: Numbers, burstiness: float) -> Numbers:
    """Minus twice the log-likelihood of the counts from one stretch to before another as of one rate."""
    size = 1 / burstiness
    sums = np.concatenate([[0.0], np.cumsum(counts)])
    constants = np.concatenate([[0.0], np.cumsum(_log_ways(counts, size))])
    number = np.arange(len(sums))
    length = np.maximum(number[None, :] - number[:, None], 1)
    total = np.maximum(sums[None, :] - sums[:, None], 0.0)
    rate = total / length
    with np.errstate(divide="ignore", invalid="ignore"):
        told = np.where(total > 0, total * np.log(burstiness * rate), 0.0)
    likelihood = told - (total + length * size) * np.log1p(burstiness * rate)
    return np.asarray(-2 * (likelihood + constants[None, :] - constants[:, None]))


def _log_ways(counts: Numbers, size: float) -> Numbers:
    """The part of the log-likelihood that does not depend on the rate."""
    from scipy.special import gammaln  # here, because loading it takes longer than most commands

    return np.asarray(gammaln(counts + size) - gammaln(size) - gammaln(counts + 1))


def _best_split(costs: Numbers, penalty: float) -> tuple[float, list[int]]:
    """The least cost with a penalty for each boundary, and the boundaries."""
    number = len(costs) - 1
    best = np.full(number + 1, np.inf)
    best[0] = -penalty
    before = np.zeros(number + 1, dtype=np.int64)
    for end in range(_LEAST_LENGTH, number + 1):
        starts = slice(0, end - _LEAST_LENGTH + 1)
        values = best[starts] + costs[starts, end] + penalty
        before[end] = values.argmin()
        best[end] = values[before[end]]
    places: list[int] = []
    end = int(before[number])
    while end > 0:
        places.append(end)
        end = int(before[end])
    return float(best[number]), places[::-1]


# -- balance ---------------------------------------------------------------------------------------------


def _likeness(hostile: Numbers, cooperative: Numbers) -> float:
    """How much alike the events of one stretch are in sign: ten reports of a quarrel are not ten quarrels.

    From the differences of the hostile share between neighbouring stretches, drawn towards what is usual.
    """
    total = hostile + cooperative
    both = (total[:-1] > 2) & (total[1:] > 2)
    if not both.any():
        return _LIKENESS
    n1, n2, h1, h2 = total[:-1][both], total[1:][both], hostile[:-1][both], hostile[1:][both]
    share = (h1 + h2 + 0.5) / (n1 + n2 + 1)
    spread = (h1 / n1 - h2 / n2) ** 2 / (share * (1 - share))
    own = np.clip((spread - 1 / n1 - 1 / n2) / ((n1 - 1) / n1 + (n2 - 1) / n2), -0.2, 0.6)
    drawn = (own.sum() + _LIKENESS_STRETCHES * _LIKENESS) / (len(own) + _LIKENESS_STRETCHES)
    return float(np.clip(drawn, 0.02, 0.4))


def _sureness(hostile: Numbers, cooperative: Numbers, places: list[int], alike: float) -> Numbers:
    """For each boundary, the change of the log odds of hostile events across it in standard errors."""
    weight = 1 / (1 + np.maximum(hostile + cooperative - 1, 0) * alike)
    edges = np.array([0, *places])
    ill = np.add.reduceat(weight * hostile, edges) + _LIKE_OTHERS * _HOSTILE_SHARE
    well = np.add.reduceat(weight * cooperative, edges) + _LIKE_OTHERS * (1 - _HOSTILE_SHARE)
    variance = 1 / ill + 1 / well
    return np.asarray(np.diff(np.log(ill / well)) / np.sqrt(variance[1:] + variance[:-1]))

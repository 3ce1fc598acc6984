"""The level of a relation with its uncertainty: a state-space model of one state, filtered and smoothed.

What is observed in a stretch is the mean score; its noise falls with the number of independent sources.
Between reports the level fades towards neutral, and the band widens.  The tests hold the arithmetic to the
Kalman smoother of statsmodels, which would take longer to load than all the rest of a course.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.history.observations import Numbers

#: After so many days without news, half of a level has faded.
HALF_LIFE_DAYS = 1095.0
#: The variance of the score of one event as told by one source, until a pair shows its own.
_SCORE_VARIANCE, _SCORE_VARIANCE_STRETCHES = 12.0, 5.0
#: How far from neutral relations stand: the variance of levels over all pairs.
_LEVEL_VARIANCE = 9.0
#: How quickly levels move, in multiples of what keeps that variance; the likeliest is taken.
_PACES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
_NINETY_PERCENT = 1.645


@dataclass(frozen=True, slots=True)
class Level:
    """The smoothed level in each stretch and its standard deviation."""

    mean: Numbers
    deviation: Numbers

    @property
    def low(self) -> Numbers:
        """The lower end of a band that holds the level with a probability of 90%."""
        return np.maximum(self.mean - _NINETY_PERCENT * self.deviation, -10)

    @property
    def high(self) -> Numbers:
        """The upper end of that band."""
        return np.minimum(self.mean + _NINETY_PERCENT * self.deviation, 10)


def level(score: Numbers, weight: Numbers, days: float, breaks: Sequence[int] = ()) -> Level:
    """The level of a relation from mean scores (nan for none) that rest on so many sources, in stretches of days.

    `breaks` are stretches with which the relation turned: there the level may jump.
    """
    fading = 0.5 ** (days / HALF_LIFE_DAYS)
    variance = _noise(score, weight) / np.maximum(weight, 1e-6)
    moves = np.array([_moves(len(score), fading, pace, breaks) for pace in _PACES])
    filtered = filter_levels(score, variance, moves, fading, _LEVEL_VARIANCE)
    likeliest = int(filtered.likelihood.argmax())
    mean, spread = smooth_level(filtered.mean[:, likeliest], filtered.spread[:, likeliest], moves[likeliest], fading)
    return Level(mean, np.sqrt(np.maximum(spread, 0.0)))


def _moves(number: int, fading: float, pace: float, breaks: Sequence[int]) -> Numbers:
    """The variance by which the level moves from each stretch to the next."""
    moves = np.full(number, _LEVEL_VARIANCE * pace * (1 - fading**2))
    moves[[place - 1 for place in breaks]] = _LEVEL_VARIANCE
    return moves


@dataclass(frozen=True, slots=True)
class Filtered:
    """What is known of the level in each stretch (rows) by then, for several models at once (columns)."""

    mean: Numbers
    spread: Numbers
    likelihood: Numbers


def filter_levels(score: Numbers, variance: Numbers, moves: Numbers, fading: float, at_first: float) -> Filtered:
    """The Kalman filter of levels that fade, with noise and movement that differ between stretches.

    `moves` has a row for each model; the first level is neutral, with a variance of `at_first`.
    """
    number, models = len(score), len(moves)
    means, spreads = np.zeros((2, number, models))
    mean, spread, likelihood = np.zeros(models), np.full(models, at_first), np.zeros(models)
    for n in range(number):
        if not np.isnan(score[n]):
            expected = spread + variance[n]
            missed = score[n] - mean
            likelihood -= 0.5 * (np.log(2 * np.pi * expected) + missed**2 / expected)
            mean = mean + missed * spread / expected
            spread = spread * variance[n] / expected
        means[n], spreads[n] = mean, spread
        mean, spread = fading * mean, fading**2 * spread + moves[:, n]
    return Filtered(means, spreads, likelihood)


def smooth_level(means: Numbers, spreads: Numbers, moves: Numbers, fading: float) -> tuple[Numbers, Numbers]:
    """Mean and variance of the level in each stretch by all that is told, after Rauch, Tung and Striebel."""
    mean, spread = means.copy(), spreads.copy()
    for n in range(len(mean) - 2, -1, -1):
        expected = fading**2 * spreads[n] + moves[n]
        gain = spreads[n] * fading / expected
        mean[n] += gain * (mean[n + 1] - fading * means[n])
        spread[n] += gain**2 * (spread[n + 1] - expected)
    return mean, spread


def _noise(score: Numbers, weight: Numbers) -> float:
    """The variance of one source's score, from neighbouring stretches and drawn to what is usual."""
    known = ~np.isnan(score)
    value, sources = score[known], weight[known]
    if len(value) < 2:
        return _SCORE_VARIANCE
    differences = np.diff(value) ** 2 / (1 / sources[1:] + 1 / sources[:-1])
    total = differences.sum() + _SCORE_VARIANCE_STRETCHES * _SCORE_VARIANCE
    return float(total / (len(differences) + _SCORE_VARIANCE_STRETCHES))

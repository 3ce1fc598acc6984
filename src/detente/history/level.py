"""The level of a relation with its uncertainty: a state-space model that a library smooths.

What is observed in a stretch is the mean score; its noise falls with the number of independent sources.
Between reports the level fades towards neutral, and the band widens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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
    noise = _noise(score, weight)
    variance = noise / np.maximum(weight, 1e-6)
    models = [_model(score, variance, _moves(len(score), fading, pace, breaks), fading) for pace in _PACES]
    likeliest = max(models, key=lambda model: float(model.loglike()))
    smoothed = likeliest.smooth()
    mean = np.asarray(smoothed.smoothed_state)[0]
    spread = np.asarray(smoothed.smoothed_state_cov)[0, 0]
    return Level(mean, np.sqrt(np.maximum(spread, 0.0)))


def _moves(number: int, fading: float, pace: float, breaks: Sequence[int]) -> Numbers:
    """The variance by which the level moves from each stretch to the next."""
    moves = np.full(number, _LEVEL_VARIANCE * pace * (1 - fading**2))
    moves[[place - 1 for place in breaks]] = _LEVEL_VARIANCE
    return moves


def _model(score: Numbers, variance: Numbers, moves: Numbers, fading: float) -> Any:
    """A local level that fades, with noise and movement that differ between stretches."""
    from statsmodels.tsa.statespace.kalman_smoother import KalmanSmoother  # slow to load: only for courses

    model = KalmanSmoother(k_endog=1, k_states=1, k_posdef=1)
    model.bind(score.astype(float))
    model["design"] = np.ones((1, 1))
    model["transition"] = np.array([[fading]])
    model["selection"] = np.ones((1, 1))
    model["state_cov"] = moves[None, None, :]
    model["obs_cov"] = variance[None, None, :]
    model.initialize_known(np.zeros(1), np.array([[_LEVEL_VARIANCE]]))
    return model


def _noise(score: Numbers, weight: Numbers) -> float:
    """The variance of one source's score, from neighbouring stretches and drawn to what is usual."""
    known = ~np.isnan(score)
    value, sources = score[known], weight[known]
    if len(value) < 2:
        return _SCORE_VARIANCE
    differences = np.diff(value) ** 2 / (1 / sources[1:] + 1 / sources[:-1])
    total = differences.sum() + _SCORE_VARIANCE_STRETCHES * _SCORE_VARIANCE
    return float(total / (len(differences) + _SCORE_VARIANCE_STRETCHES))

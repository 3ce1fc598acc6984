from __future__ import annotations

import numpy as np
import pytest

from detente.history.level import filter_levels, level, smooth_level

NAN = float("nan")


def test_the_band_is_narrower_where_more_sources_tell() -> None:
    score = np.array([-4.0] * 8)
    few, many = level(score, np.full(8, 1.0), 7), level(score, np.full(8, 30.0), 7)
    assert (many.deviation < few.deviation).all()
    assert (many.low <= many.mean).all()
    assert (many.mean <= many.high).all()
    assert many.mean[4] < few.mean[4]


def test_without_news_a_level_fades_to_neutral_and_the_band_widens() -> None:
    found = level(np.array([-6.0] * 3 + [NAN] * 17), np.array([10.0] * 3 + [0.0] * 17), 365)
    assert found.mean[2] < -4
    assert abs(found.mean[-1]) < 1
    assert found.deviation[-1] > 2 * found.deviation[1]


def test_at_a_break_the_level_may_jump() -> None:
    score = np.array([3.0] * 10 + [-3.0] * 10)
    weight = np.full(20, 2.0)
    smooth, broken = level(score, weight, 7), level(score, weight, 7, [10])
    assert broken.mean[9] - broken.mean[10] > smooth.mean[9] - smooth.mean[10]
    assert broken.mean[9] - broken.mean[10] > 4


def test_one_report_does_not_make_a_certainty() -> None:
    found = level(np.array([9.5]), np.array([1.0]), 365)
    assert found.mean[0] < 9.5
    assert found.low[0] < 4


@pytest.mark.parametrize("seed", range(3))
def test_the_arithmetic_is_that_of_a_library(seed: int) -> None:
    """The filter and the smoother give what the state-space models of statsmodels give."""
    from statsmodels.tsa.statespace.kalman_smoother import KalmanSmoother

    chance = np.random.default_rng(seed)
    score = np.where(chance.random(60) < 0.3, NAN, chance.normal(0, 4, 60))
    variance, moves, fading = chance.uniform(0.2, 9, 60), chance.uniform(0.01, 4, (2, 60)), 0.97
    filtered = filter_levels(score, variance, moves, fading, 9.0)
    for place in range(2):
        model = KalmanSmoother(k_endog=1, k_states=1, k_posdef=1)
        model.bind(score)
        model["design"] = model["selection"] = np.ones((1, 1))
        model["transition"] = np.array([[fading]])
        model["state_cov"], model["obs_cov"] = moves[place][None, None, :], variance[None, None, :]
        model.initialize_known(np.zeros(1), np.array([[9.0]]))
        wanted = model.smooth()
        mean, spread = smooth_level(filtered.mean[:, place], filtered.spread[:, place], moves[place], fading)
        assert filtered.likelihood[place] == pytest.approx(float(model.loglike()))
        np.testing.assert_allclose(mean, wanted.smoothed_state[0], atol=1e-8)
        np.testing.assert_allclose(spread, wanted.smoothed_state_cov[0, 0], atol=1e-8)

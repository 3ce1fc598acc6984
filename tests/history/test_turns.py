from __future__ import annotations

import numpy as np
import pytest

from detente.history.turns import boundaries

WEEKS = 43


def drawn(seed: int, rates: list[float]) -> np.ndarray:
    return np.random.default_rng(seed).poisson(rates).astype(float)


@pytest.mark.parametrize("seed", range(5))
def test_a_rise_of_hostile_counts_is_a_turn_for_the_worse(seed: int) -> None:
    found = boundaries(drawn(seed, [1.0] * 20 + [12.0] * 23), drawn(seed + 100, [4.0] * WEEKS))
    assert [b.worse for b in found] == [True]
    assert abs(found[0].place - 20) <= 1
    assert found[0].confidence > 0.95


@pytest.mark.parametrize("seed", range(5))
def test_a_rise_of_cooperation_is_a_turn_for_the_better(seed: int) -> None:
    found = boundaries(drawn(seed, [3.0] * WEEKS), drawn(seed + 100, [2.0] * 25 + [20.0] * 18))
    assert [b.worse for b in found] == [False]
    assert abs(found[0].place - 25) <= 1


def test_more_reports_of_every_kind_are_no_turn() -> None:
    found = boundaries(drawn(1, [2.0] * 20 + [10.0] * 23), drawn(2, [4.0] * 20 + [20.0] * 23))
    assert found == []


def test_steady_news_hardly_ever_turns() -> None:
    alarms = [bool(boundaries(drawn(n, [3.0] * WEEKS), drawn(n + 1000, [8.0] * WEEKS))) for n in range(60)]
    assert sum(alarms) <= 3


def test_there_is_at_most_one_turn_a_quarter() -> None:
    restless = [1.0, 30.0] * 6
    found = boundaries(np.repeat(restless, 4)[:WEEKS], np.full(WEEKS, 5.0))
    assert len(found) <= WEEKS // 13


def test_where_nothing_is_told_nothing_turns() -> None:
    assert boundaries(np.zeros(WEEKS), np.zeros(WEEKS)) == []
    assert boundaries(np.ones(3), np.ones(3)) == []

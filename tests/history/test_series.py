from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from detente.history.calendar import By, calendar
from detente.history.observations import observations
from detente.history.series import series, volume_of

YEARS = calendar(date(2019, 1, 1), date(2021, 12, 31), By.YEAR)


def test_events_are_counted_by_quad_class_and_by_when_they_were_told() -> None:
    found = series(
        observations(
            {
                "start": [date(2019, 3, 1), date(2019, 4, 1), date(2021, 1, 1)],
                "quad": [1, 4, 0],
                "score": [4.0, -8.0, 0.0],
                "background": [False, True, False],
            }
        ),
        YEARS,
    )
    assert found.quads.tolist() == [[0, 1, 0, 0, 1], [0] * 5, [1, 0, 0, 0, 0]]
    assert found.told_later.tolist() == [1, 0, 0]
    assert found.hostile.tolist() == [1, 0, 0]


def test_strong_deeds_and_many_sources_weigh_more() -> None:
    mixed = {"start": [date(2019, 3, 1)] * 2, "quad": [1, 4], "score": [4.0, -8.0]}
    assert series(observations(mixed), YEARS).score[0] < -4
    attested = series(observations(mixed | {"sources": [30.0, 1.0]}), YEARS)
    assert attested.score[0] > 2


def test_what_is_neither_for_nor_against_does_not_move_the_score() -> None:
    found = series(observations({"start": [date(2019, 3, 1)], "quad": [0], "score": [0.0]}), YEARS)
    assert np.isnan(found.score).all()
    assert found.quads[0, 0] == 1


def test_a_tie_is_a_level_in_every_stretch_in_which_it_holds() -> None:
    tie = {"start": [date(2020, 2, 1)], "end": [date(2021, 6, 1)], "quad": [0], "score": [-6.0], "tie": [True]}
    found = series(observations(tie), YEARS)
    assert np.isnan(found.score[0])
    assert found.score[1:].tolist() == [-6.0, -6.0]


def test_counts_are_divided_by_how_much_was_reported() -> None:
    days = np.array(["2019-05-01", "2020-05-01", "2021-05-01"], dtype="datetime64[D]")
    volume = volume_of(days, np.array([10.0, 20.0, 30.0]), YEARS)
    events = {"start": [date(2019, 5, 1)] * 2 + [date(2021, 5, 1)] * 6, "quad": [3] * 8, "score": [-2.0] * 8}
    found = series(observations(events), YEARS, volume)
    assert found.hostile[0] == pytest.approx(found.hostile[2])

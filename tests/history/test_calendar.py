from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from detente.history.calendar import By, calendar, fitting


@pytest.mark.parametrize(
    ("by", "first", "number"),
    [
        (By.YEAR, "2017-01-01", 2),
        (By.QUARTER, "2017-10-01", 3),
        (By.MONTH, "2017-12-01", 5),
        (By.WEEK, "2017-12-25", 19),
    ],
)
def test_stretches_hold_the_first_and_the_last_day(by: By, first: str, number: int) -> None:
    found = calendar(date(2017, 12, 31), date(2018, 4, 30), by)
    assert str(found.starts[0]) == first
    assert len(found) == number
    assert list(found.place(np.array(["2017-12-31", "2018-04-30"], dtype="datetime64[D]"))) == [0, number - 1]


def test_weeks_begin_on_a_monday() -> None:
    found = calendar(date(2018, 3, 14), date(2018, 3, 14), By.WEEK)
    assert found.edges[0].astype(date).weekday() == 0


def test_a_day_outside_falls_into_no_stretch() -> None:
    found = calendar(date(2018, 1, 1), date(2018, 12, 31), By.MONTH)
    assert list(found.place(np.array(["2017-12-31", "2019-01-01"], dtype="datetime64[D]"))) == [-1, 12]


def test_long_times_are_told_in_long_stretches() -> None:
    day = np.datetime64("2000-01-01")
    spans = [300, 3000, 6000, 15000]
    assert [fitting(day, day + np.timedelta64(n, "D")) for n in spans] == [By.WEEK, By.MONTH, By.QUARTER, By.YEAR]

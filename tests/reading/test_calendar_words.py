from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.calendar_words import back, month_of, number, season_of, weekday_near, year_of

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("word", "expected"),
    [("7", 7), ("a", 1), ("several", 3), ("couple", 2), ("dozen", 12), ("fifty", 50), ("many", None)],
)
def test_numbers(word: str, expected: int | None) -> None:
    assert number(word) == expected


def test_months_and_years() -> None:
    assert month_of(2024, 2) == (date(2024, 2, 1), date(2024, 2, 29))
    assert month_of(1999, 12) == (date(1999, 12, 1), date(1999, 12, 31))
    assert year_of(1956) == (date(1956, 1, 1), date(1956, 12, 31))


@pytest.mark.parametrize(
    ("season", "first", "last"),
    [
        ("spring", date(2014, 3, 1), date(2014, 5, 31)),
        ("summer", date(2014, 6, 1), date(2014, 8, 31)),
        ("autumn", date(2014, 9, 1), date(2014, 11, 30)),
        ("fall", date(2014, 9, 1), date(2014, 11, 30)),
        ("winter", date(2014, 12, 1), date(2015, 2, 28)),
    ],
)
def test_seasons_of_the_north(season: str, first: date, last: date) -> None:
    assert season_of(2014, season) == (first, last)


@pytest.mark.parametrize(
    ("unit", "amount", "first", "last"),
    [
        ("day", 3, date(2015, 1, 12), date(2015, 1, 12)),
        ("day", -1, date(2015, 1, 16), date(2015, 1, 16)),
        ("week", 1, date(2015, 1, 5), date(2015, 1, 11)),
        ("week", 0, date(2015, 1, 12), date(2015, 1, 18)),
        ("month", 1, date(2014, 12, 1), date(2014, 12, 31)),
        ("month", -13, date(2016, 2, 1), date(2016, 2, 29)),
        ("year", 2, date(2013, 1, 1), date(2013, 12, 31)),
        ("decade", 1, date(2005, 1, 1), date(2005, 12, 31)),
        ("century", 1, date(1915, 1, 1), date(1915, 12, 31)),
        ("generation", 1, date(1990, 1, 1), date(1990, 12, 31)),
        ("century", 99, date(1, 1, 1), date(1, 12, 31)),
    ],
)
def test_units_back_from_a_thursday(unit: str, amount: int, first: date, last: date) -> None:
    assert back(date(2015, 1, 15), unit, amount) == (first, last)


@given(DAYS, st.integers(0, 6))
def test_the_nearest_weekday_is_within_a_week(day: date, weekday: int) -> None:
    before, after = weekday_near(day, weekday, ahead=False), weekday_near(day, weekday, ahead=True)
    assert before.weekday() == after.weekday() == weekday
    assert timedelta(0) <= day - before < timedelta(7)
    assert timedelta(0) <= after - day < timedelta(7)


@given(DAYS, st.integers(-600, 600))
def test_months_back_are_whole_months(day: date, months: int) -> None:
    first, last = back(day, "month", months)
    assert first.day == 1
    assert (last + timedelta(days=1)).day == 1
    assert (day.year - first.year) * 12 + day.month - first.month == months

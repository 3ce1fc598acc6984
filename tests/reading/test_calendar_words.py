from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.calendar_words import (
    PARTS,
    back,
    century_of,
    end_part,
    month_of,
    number,
    part_named,
    part_of,
    season_near,
    season_of,
    weekday_near,
    weekend_near,
    whole_of,
    year_of,
)

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


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("early", "early"), ("the beginning", "start"), ("the middle", "mid"), ("the first half", "half 1"),
        ("second half", "half 2"), ("the third quarter", "quarter 3"), ("final quarter", "quarter 4"),
        ("q2", "quarter 2"),
    ],
)  # fmt: skip
def test_parts_are_named(words: str, part: str) -> None:
    assert part_named(words) == part


@pytest.mark.parametrize(
    ("unit", "whole", "part", "first", "last"),
    [
        ("year", year_of(2014), "quarter 2", date(2014, 4, 1), date(2014, 6, 30)),
        ("month", month_of(2014, 2), "late", date(2014, 2, 21), date(2014, 2, 28)),
        ("decade", (date(1990, 1, 1), date(1999, 12, 31)), "mid", date(1994, 1, 1), date(1996, 12, 31)),
        ("century", century_of(20), "half 2", date(1951, 1, 1), date(2000, 12, 31)),
        ("season", season_of(2014, "winter"), "late", date(2015, 2, 1), date(2015, 2, 28)),
    ],
)
def test_parts_of_a_whole(unit: str, whole: tuple[date, date], part: str, first: date, last: date) -> None:
    assert part_of(unit, whole, part) == (first, last)


def test_a_month_has_no_quarters() -> None:
    assert part_of("month", month_of(2014, 5), "quarter 1") is None


def test_so_many_units_at_an_end() -> None:
    may = month_of(2014, 5)
    assert end_part(may, "week", 1, last=True) == (date(2014, 5, 25), date(2014, 5, 31))
    assert end_part(may, "day", 3, last=False) == (date(2014, 5, 1), date(2014, 5, 3))
    assert end_part(year_of(2014), "month", 3, last=True) == (date(2014, 10, 1), date(2014, 12, 31))
    assert end_part(may, "month", 3, last=False) == may


def test_seasons_near_a_day() -> None:
    day = date(2015, 1, 10)
    assert season_near(day, "winter", "this") == (date(2014, 12, 1), date(2015, 2, 28))
    assert season_near(day, "summer", "last") == (date(2014, 6, 1), date(2014, 8, 31))
    assert season_near(day, "summer", "next") == (date(2015, 6, 1), date(2015, 8, 31))
    assert season_near(day, "autumn", "past") == (date(2014, 9, 1), date(2014, 11, 30))


def test_weekends_and_wholes() -> None:
    assert weekend_near(date(2015, 6, 15), 0) == (date(2015, 6, 13), date(2015, 6, 14))
    assert whole_of(date(2015, 6, 15), "decade", -1) == (date(2000, 1, 1), date(2009, 12, 31))
    assert whole_of(date(2000, 6, 15), "century", 0) == (date(1901, 1, 1), date(2000, 12, 31))


@given(DAYS, st.sampled_from(["week", "month", "year", "decade", "century"]))
def test_every_part_lies_in_its_whole(day: date, unit: str) -> None:
    whole = whole_of(day, unit, 0)
    for part in PARTS[unit]:
        found = part_of(unit, whole, part)
        assert found
        assert whole[0] <= found[0] <= found[1] <= whole[1]

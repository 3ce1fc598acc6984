"""Words of the calendar and the sums that belong to them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS |= {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
#: first month of a season in the north; winter runs on into the next year
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "several": 3, "few": 3, "couple": 2, "dozen": 12,
}  # fmt: skip

#: names that are times, whatever a tagger takes them for
CALENDAR = (
    frozenset(MONTHS) | frozenset(WEEKDAYS) | {"today", "tomorrow", "yesterday", "tonight", "christmas", "ramadan"}
)

Interval = tuple[date, date]


def number(word: str) -> int | None:
    """The number that a word or figure says, None for neither."""
    return int(word) if word.isdigit() else NUMBERS.get(word)


def month_of(year: int, month: int) -> Interval:
    """The first and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_of(year: int) -> Interval:
    """The first and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def season_of(year: int, season: str) -> Interval:
    """The first and last day of a season of the north."""
    first = SEASONS[season]
    start = date(year, first, 1)
    return start, month_of(*_months_later(year, first, 2))[1]


def back(day: date, unit: str, amount: int) -> Interval:
    """The day, month or year that lies some units before a day; negative amounts lie after it."""
    if unit == "day":
        then = day - timedelta(days=amount)
        return then, then
    if unit == "week":
        monday = day - timedelta(days=day.weekday(), weeks=amount)
        return monday, monday + timedelta(days=6)
    if unit == "month":
        return month_of(*_months_later(day.year, day.month, -amount))
    years = {"year": 1, "decade": 10, "century": 100, "generation": 25}[unit] * amount
    return year_of(max(1, day.year - years))


def weekday_near(day: date, weekday: int, *, ahead: bool) -> date:
    """The nearest such weekday on or before a day, or, looking ahead, on or after it."""
    if ahead:
        return day + timedelta(days=(weekday - day.weekday()) % 7)
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def _months_later(year: int, month: int, months: int) -> tuple[int, int]:
    whole = year * 12 + month - 1 + months
    return whole // 12, whole % 12 + 1

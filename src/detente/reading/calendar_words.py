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
    "several": 3, "few": 3, "couple": 2, "dozen": 12, "eighty": 80, "ninety": 90, "half-dozen": 6,
}  # fmt: skip
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
).split()
ORDINALS = {word: n for n, word in enumerate(_ORDINALS, 1)}
#: first and last step of a part of a whole, counted from 0: days of a week or a month, months of a season or a year,
#: years of a decade or a century
PARTS: dict[str, dict[str, tuple[int, int]]] = {
    "week": {"early": (0, 1), "mid": (2, 3), "late": (4, 6), "start": (0, 1), "end": (4, 6), "half 1": (0, 2), "half 2": (3, 6)},
    "month": {"early": (0, 9), "mid": (10, 19), "late": (20, 30), "start": (0, 9), "end": (20, 30), "half 1": (0, 14), "half 2": (15, 30)},
    "season": {"early": (0, 0), "mid": (1, 1), "late": (2, 2), "start": (0, 0), "end": (2, 2)},
    "year": {
        "early": (0, 3), "mid": (4, 7), "late": (8, 11), "start": (0, 2), "end": (9, 11), "half 1": (0, 5), "half 2": (6, 11),
        "quarter 1": (0, 2), "quarter 2": (3, 5), "quarter 3": (6, 8), "quarter 4": (9, 11),
    },
    "decade": {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "start": (0, 2), "end": (7, 9), "half 1": (0, 4), "half 2": (5, 9)},
    "century": {"early": (0, 33), "mid": (34, 66), "late": (67, 99), "start": (0, 9), "end": (90, 99), "half 1": (0, 49), "half 2": (50, 99)},
}  # fmt: skip
_PART_NAMES = {"middle": "mid", "beginning": "start", "opening": "start", "close": "end"}
_HALVES = {"first": 1, "second": 2, "latter": 2, "last": 2, "other": 2}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}

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


def decade_of(first: int) -> Interval:
    """The first and last day of the ten years that begin with a year."""
    return date(first, 1, 1), date(first + 9, 12, 31)


def century_of(ordinal: int) -> Interval:
    """The first and last day of a century: the 19th runs from 1801 to 1900."""
    return date(ordinal * 100 - 99, 1, 1), date(ordinal * 100, 12, 31)


def whole_of(day: date, unit: str, shift: int) -> Interval:
    """The calendar week, month, year, decade or century of a day, or one that lies some before (-) or after it (+)."""
    if unit == "decade":
        return decade_of((day.year // 10 + shift) * 10)
    if unit == "century":
        return century_of((day.year - 1) // 100 + 1 + shift)
    return back(day, unit, -shift)


def part_named(words: str) -> str:
    """The part that words such as "the beginning", "mid" or "second quarter" name, as PARTS calls it."""
    said = words.lower().replace("-", " ").removeprefix("the ").split()
    if said[0] in ("q1", "q2", "q3", "q4"):
        return f"quarter {said[0][1]}"
    if said[-1] == "half":
        return f"half {_HALVES.get(said[0], 1)}"
    if said[-1] == "quarter":
        return f"quarter {_QUARTERS.get(said[0], 1)}"
    return _PART_NAMES.get(said[0], said[0])


def part_of(unit: str, whole: Interval, part: str) -> Interval | None:
    """The part of a week, month, season, year, decade or century; None where it has no such part."""
    steps = PARTS[unit].get(part)
    if steps is None:
        return None
    first, last = whole
    if unit in ("week", "month"):
        return first + timedelta(days=steps[0]), min(last, first + timedelta(days=steps[1]))
    months = 1 if unit in ("season", "year") else 12
    begins = _months_later(first.year, first.month, steps[0] * months)
    ends = _months_later(first.year, first.month, (steps[1] + 1) * months - 1)
    return date(*begins, 1), month_of(*ends)[1]


def end_part(whole: Interval, unit: str, amount: int, *, last: bool) -> Interval:
    """So many days, weeks, months or years at the beginning or the end of a stretch."""
    begins, ends = whole
    if unit in ("day", "week"):
        width = timedelta(days=amount * (7 if unit == "week" else 1) - 1)
        return (max(begins, ends - width), ends) if last else (begins, min(ends, begins + width))
    months = (amount - 1) * (12 if unit == "year" else 1)
    if last:
        return max(
            begins, month_of(*_months_later(ends.year, ends.month, -months - (11 if unit == "year" else 0)))[0]
        ), ends
    till = _months_later(begins.year, begins.month, months + (11 if unit == "year" else 0))
    return begins, min(ends, month_of(*till)[1])


def season_near(day: date, season: str, which: str) -> Interval:
    """The last season to have ended, the next to begin ("next"), the latest begun ("past"), or this year's ("this")."""
    years = [season_of(year, season) for year in range(day.year - 2, day.year + 3)]
    if which == "last":
        return [s for s in years if s[1] < day][-1]
    if which == "next":
        return next(s for s in years if s[0] > day)
    if which == "past":
        return [s for s in years if s[0] <= day][-1]
    now = [s for s in years if s[0] <= day <= s[1]]
    return now[0] if now else season_of(day.year, season)


def weekend_near(day: date, shift: int) -> Interval:
    """The Saturday and Sunday latest begun on a day, or the weekends after it."""
    saturday = weekday_near(day, 5, ahead=False) + timedelta(weeks=shift)
    return saturday, saturday + timedelta(days=1)


def back(day: date, unit: str, amount: int) -> Interval:
    """The day, month or year that lies some units before a day; negative amounts lie after it."""
    if unit == "day":
        then = day - timedelta(days=amount)
        return then, then
    if unit == "fortnight":
        unit, amount = "week", 2 * amount
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

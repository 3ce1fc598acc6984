"""What words of time mean: from the match of a pattern and the day of publication to an interval."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente.model import Precision
from detente.reading.bare_years import is_no_year
from detente.reading.calendar_words import (
    MONTHS,
    ORDINALS,
    WEEKDAYS,
    Interval,
    century_of,
    decade_of,
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

#: how exactly a unit of time tells a time
OF_UNIT = {
    "day": Precision.DAY, "week": Precision.WEEK, "fortnight": Precision.WEEK, "weekend": Precision.WEEK,
    "month": Precision.MONTH,
    "season": Precision.SEASON, "year": Precision.YEAR, "decade": Precision.DECADE, "century": Precision.ERA,
    "centurie": Precision.ERA, "generation": Precision.DECADE, "millennium": Precision.ERA,
}  # fmt: skip
#: how exactly a part of a unit tells a time
OF_PART = OF_UNIT | {"month": Precision.WEEK, "season": Precision.MONTH, "year": Precision.SEASON}
#: how many units "recent", "coming" or "few" ones are
SOME = 3
_AHEAD = re.compile(
    r"\b(?:will|shall|would|won't|(?:is|are|was|were) to|due|set to|expected|scheduled|slated|plan(?:s|ned)? to|"
    r"planning to|going to|intends? to|deadline|ultimatum|to [a-z]+(?=[^,]{0,50} (?:by|until) $))\b(?! have\b)"
    r"(?!.*\b(?:said|says|told|announced|added|warned|reported|stated|declared|vowed|agreed|met)\b)[^;:\"]*$"
)


@dataclass(frozen=True, slots=True)
class Told:
    """What words of time tell: an interval, how exactly, and what it was counted from."""

    first: date | None
    last: date | None
    precision: Precision
    #: whether the words themselves look ahead ("next week")
    ahead: bool = False
    #: whether the interval was counted from publication
    relative: bool = False
    #: whether the year was left out and guessed
    yearless: bool = False
    #: whether both ends of a stretch were named
    stretch: bool = False
    #: unit and number of units after the time told before ("two years later")
    shift: tuple[str, int] | None = None
    #: how the words bind the time, where they say so themselves
    bound: str = ""
    #: whether the words name the end of a time ("the end of May")
    at_end: bool = False


Resolve = Callable[[re.Match[str], date], Told | None]


_WILL = re.compile(r"(?:will|shall|would|(?:is|are) (?:to|due|set to|expected to|scheduled)|plans? to)\b")
_SAID = re.compile(r"\b(?:said|told|announced|met|warned|reported|accused|agreed|was|were|had)\b")


def looks_ahead(text: str) -> bool:
    """Whether the words before a time speak of what is to come ("will meet on")."""
    return bool(_AHEAD.search(text[-90:]))


def is_ahead(match: re.Match[str]) -> bool:
    """Whether a time lies ahead, by the words before it or, at the head of a sentence, by the verb that follows."""
    if looks_ahead(match.string[: match.start()]):
        return True
    will = _WILL.search(match.string, match.end(), match.end() + 90) if match.start() <= 4 else None
    return will is not None and not _SAID.search(match.string, match.end(), will.start())


def unit_of(word: str) -> str:
    """The unit that a word names, in the singular."""
    return "century" if word.startswith("centur") else word.removesuffix("s")


def amount_of(word: str | None) -> int | None:
    """The number that words name ("a couple of"), None for none."""
    if not word:
        return None
    for article in ("more than ", "nearly ", "almost ", "over ", "about ", "some ", "at least ", "a "):
        word = word.removeprefix(article)
    return number(word.removesuffix(" of"))


# -- days ----------------------------------------------------------------------------------------------


def _guessed_year(month: int, day: int, today: date, *, ahead: bool) -> int:
    """The year of a date told without one: the nearest that lies behind, or not far ahead."""
    if ahead:
        return today.year + ((month, day) < (today.month, today.day) and today.month != month)
    if month - today.month > 2:
        return today.year - 1
    return today.year + (today.month - month >= 10)


def _is_told(match: re.Match[str]) -> bool:
    """Whether a sentence only tells what was, and looks ahead nowhere."""
    return not _TO_COME.search(match.string) and bool(_WAS.search(match.string))


_TO_COME = re.compile(
    r"\b(?:will|shall|would|to|due|next|upcoming|forthcoming|deadline|date|until|by|scheduled|planned|before|ahead)\b"
)
_WAS = re.compile(
    r"\b(?:was|were|had|did|[a-z]{3,}ed|met|fought|began|took|broke|fell|hit|shot|seized|held|sent|left|won|lost)\b"
)


def _some_day(match: re.Match[str], today: date, day: str) -> Told | None:
    month, told = MONTHS[match["month"].rstrip(".")], match["year"]
    ahead = not told and is_ahead(match)
    year = int(told) if told else _guessed_year(month, int(day), today, ahead=ahead)
    if not told and not ahead and (year, month, int(day)) > (today.year, today.month, today.day) and _is_told(match):
        year -= 1
    try:
        then = date(year, month, int(day))
    except ValueError:
        return None
    return Told(then, then, Precision.DAY, relative=not told, yearless=not told)


def day(match: re.Match[str], today: date) -> Told | None:
    """A day of a month, with or without its year."""
    return _some_day(match, today, match["day"])


def days(match: re.Match[str], today: date) -> Told | None:
    """A stretch of days of one month ("5-7 May 2014")."""
    begins, ends = _some_day(match, today, match["day"]), _some_day(match, today, match["till"])
    if not begins or not ends or not begins.first or not ends.last or begins.first >= ends.last:
        return None
    return replace(ends, first=begins.first, stretch=True)


def figures(match: re.Match[str], today: date) -> Told | None:
    """A date in figures ("2014-05-05", "5.5.2014")."""
    try:
        then = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return Told(then, then, Precision.DAY)


def weekday(match: re.Match[str], today: date) -> Told | None:
    """A weekday: the latest, or the next where the words look ahead."""
    which, wanted = (match["which"] or "").strip().removeprefix("the "), WEEKDAYS[match["weekday"]]
    if which == "following":
        return Told(None, None, Precision.DAY, relative=True)
    if match["week"]:
        shift = {"last": -1, "next": 1}.get(match["week"], 0)
        then = whole_of(today, "week", shift)[0] + timedelta(days=wanted)
        return Told(then, then, Precision.DAY, ahead=shift > 0, relative=True)
    ahead = which in ("next", "this coming", "coming") or (not which and is_ahead(match))
    then = weekday_near(today, wanted, ahead=ahead)
    if then == today and which and which != "this":
        then += timedelta(weeks=1 if ahead else -1)
    return Told(then, then, Precision.DAY, ahead=ahead, relative=True)


def near_day(match: re.Match[str], today: date) -> Told:
    """Yesterday, today, tomorrow and their nights and mornings."""
    said = match["near"]
    if said == "overnight":
        return Told(today - timedelta(days=1), today, Precision.DAY, relative=True)
    if "before" in said or "after" in said:
        shift = -2 if "before" in said else 2
    else:
        shift = -1 if said in ("yesterday", "last night", "last evening") else 1 if said == "tomorrow" else 0
    then = today + timedelta(days=shift)
    return Told(then, then, Precision.DAY, ahead=shift > 0 or match.group().startswith("later"), relative=True)


def weekend(match: re.Match[str], today: date) -> Told:
    """A weekend: the latest begun, or the next where the words look ahead."""
    which = match["which"].split()[-1]
    ahead = which in ("next", "coming") or (which != "last" and looks_ahead(match.string[: match.start()]))
    shift = 1 if ahead else -1 if which == "last" and today.weekday() >= 5 else 0
    first, last = weekend_near(today, shift)
    return Told(first, last, Precision.WEEK, ahead=ahead, relative=True)


# -- months and seasons --------------------------------------------------------------------------------


def month_year(match: re.Match[str], today: date) -> Told:
    """A month of a year."""
    first, last = month_of(int(match["year"]), MONTHS[match["month"].rstrip(".")])
    return Told(first, last, Precision.MONTH)


def _month_near(word: str, today: date, which: str, *, ahead: bool) -> Interval:
    month = MONTHS[word.rstrip(".")]
    if which in ("next", "coming"):
        return month_of(today.year + (month <= today.month), month)
    if which == "" and ahead:
        return month_of(today.year + (month < today.month), month)
    return month_of(today.year - (month > today.month), month)


def bare_month(match: re.Match[str], today: date) -> Told:
    """A month without its year."""
    which = (match["which"] or "").split()
    named = which[-1] if which and which[-1] in ("next", "last", "this", "coming") else ""
    first, last = _month_near(match["month"], today, named, ahead=is_ahead(match))
    return Told(first, last, Precision.MONTH, ahead=named in ("next", "coming"), relative=True, yearless=True)


def month_of_near_year(match: re.Match[str], today: date) -> Told:
    """A month of a year counted from publication ("in March last year")."""
    shift = {"last": -1, "previous": -1, "next": 1}.get(match["which"], 0)
    first, last = month_of(today.year + shift, MONTHS[match["month"].rstrip(".")])
    return Told(first, last, Precision.MONTH, ahead=first > today, relative=True)


def day_of_near_year(match: re.Match[str], today: date) -> Told | None:
    """A day of a year counted from publication ("on 23 November last year")."""
    shift = {"last": -1, "previous": -1, "next": 1}.get(match["which"], 0)
    try:
        then = date(today.year + shift, MONTHS[match["month"].rstrip(".")], int(match["day"]))
    except ValueError:
        return None
    return Told(then, then, Precision.DAY, ahead=then > today, relative=True)


def months(match: re.Match[str], today: date) -> Told | None:
    """A stretch of months ("in June and July", "January to March 2014")."""
    begins, ends = MONTHS[match["month"].rstrip(".")], MONTHS[match["till"].rstrip(".")]
    year = match["year"]
    last = month_of(int(year), ends) if year else _month_near(match["till"], today, "", ahead=is_ahead(match))
    first = month_of(last[0].year - (begins > ends), begins)
    return Told(first[0], last[1], Precision.MONTH, relative=not year, yearless=not year, stretch=True)


def season(match: re.Match[str], today: date) -> Told | None:
    """A season, with or without its year, or a part of one."""
    which, year = (match["which"] or "").split(), match["year"]
    if year:
        whole = season_of(int(year), match["season"])
    else:
        named = next((w for w in which if w in ("last", "next", "this")), "past")
        if named == "past" and looks_ahead(match.string[: match.start()]):
            named = "next"
        whole = season_near(today, match["season"], named)
    part = part_of("season", whole, part_named(match["part"])) if match["part"] else None
    first, last = part or whole
    precision = Precision.MONTH if part else Precision.SEASON
    return Told(first, last, precision, ahead="next" in which, relative=not year)


# -- years and more ------------------------------------------------------------------------------------


def year(match: re.Match[str], today: date) -> Told | None:
    """A year, unless the figures count or number something."""
    if is_no_year(match.string, match.start("year"), match.end("year")):
        return None
    return Told(*year_of(int(match["year"])), Precision.YEAR)


def years(match: re.Match[str], today: date) -> Told | None:
    """A stretch of years ("1980-1988", "1948-49"), or a month in figures ("2014-05")."""
    begins, till = int(match["year"]), match["till"]
    if is_no_year(match.string, match.start("year"), match.end()):
        return None
    ends = int(till) if len(till) == 4 else begins // 10 ** len(till) * 10 ** len(till) + int(till)
    if begins < ends <= begins + 200:
        return Told(date(begins, 1, 1), date(ends, 12, 31), Precision.YEAR, stretch=True)
    if len(till) == 2 and 1 <= int(till) <= 12:
        return Told(*month_of(begins, int(till)), Precision.MONTH)
    return None


def decade(match: re.Match[str], today: date) -> Told:
    """A decade or a part of one."""
    first = int(match["decade"])
    whole = decade_of(first + 1900 if first < 100 else first)
    part = part_of("decade", whole, part_named(match["part"])) if match["part"] else None
    return Told(*(part or whole), Precision.DECADE)


def century(match: re.Match[str], today: date) -> Told | None:
    """A century, a part of one or the turn to one."""
    named = match["ordinal"]
    ordinal = ORDINALS.get(named) or int(re.sub(r"\D", "", named) or 0)
    if not 5 <= ordinal <= 30:
        return None
    if (match["part"] or "").endswith("turn"):
        turn = ordinal * 100 - 100
        return Told(date(turn - 2, 1, 1), date(turn + 2, 12, 31), Precision.DECADE)
    whole = century_of(ordinal)
    part = part_of("century", whole, part_named(match["part"])) if match["part"] else None
    return Told(*(part or whole), Precision.ERA)


def named_decade(match: re.Match[str], today: date) -> Told:
    """A decade of the last century by its word ("the seventies"), or a part of one."""
    whole = decade_of(1900 + 10 * (2 + _TENS.index(match["tens"])))
    part = part_of("decade", whole, part_named(match["part"])) if match["part"] else None
    return Told(*(part or whole), Precision.DECADE)


_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")


# -- parts of a whole ----------------------------------------------------------------------------------


def _whole(match: re.Match[str], today: date) -> tuple[str, Interval, bool]:
    """The unit, the interval and whether it was counted from publication."""
    named = match.groupdict()
    if named.get("month") and named["year"]:
        return "month", month_of(int(named["year"]), MONTHS[named["month"].rstrip(".")]), False
    if named.get("month"):
        return "month", _month_near(named["month"], today, "", ahead=is_ahead(match)), True
    if named.get("year"):
        return "year", year_of(int(named["year"])), False
    unit = unit_of(named["unit"])
    shift = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get((named["which"] or "the").split()[-1], 0)
    return unit, whole_of(today, unit, shift), True


def part(match: re.Match[str], today: date) -> Told | None:
    """A part of a month, a year or a unit counted from publication ("early March", "the second quarter of 2020")."""
    unit, whole, relative = _whole(match, today)
    found = part_of(unit, whole, part_named(match["part"]))
    if found is None:
        return None
    # the end of a year that has begun to end still lies ahead
    ahead = relative and (found[0] > today or (part_named(match["part"]) == "end" and found[1] > today))
    at_end = part_named(match["part"]) == "end"
    return Told(*found, OF_PART[unit], ahead=ahead, relative=relative, yearless=relative, at_end=at_end)


def counted_part(match: re.Match[str], today: date) -> Told | None:
    """So many days, weeks or months at the beginning or end ("the last week of May"), or the n-th week."""
    unit, whole, relative = _whole(match, today)
    small, at = unit_of(match["small"]), match["at"]
    last = at in ("last", "final", "closing", "dying")
    amount = amount_of(match["number"]) or (SOME if match["small"].endswith("s") else 1)
    nth = ORDINALS.get(at, 1)
    if nth > 1 and not last:
        before = end_part(whole, small, nth - 1, last=False)[1] + timedelta(days=1)
        if before > whole[1]:
            return None
        found = end_part((before, whole[1]), small, amount, last=False)
    else:
        found = end_part(whole, small, amount, last=last)
    return Told(*found, OF_UNIT[small], relative=relative, ahead=relative and found[0] > today)


def units_end(match: re.Match[str], today: date) -> Told | None:
    """The end of the running year or month ("year's end")."""
    unit = match["unit"]
    found = part_of(unit, whole_of(today, unit, 0), "end")
    return Told(*found, OF_PART[unit], ahead=found[1] > today, relative=True) if found else None

"""Times in a sentence: the words, the interval they mean, and how exactly they tell it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from detente.knowledge.text import fold
from detente.model import Precision, When
from detente.reading.calendar_words import (
    MONTHS,
    SEASONS,
    WEEKDAYS,
    back,
    month_of,
    number,
    season_of,
    weekday_near,
    year_of,
)

_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.|apr\.?|jun\.|jul\.|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_NUMBER = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|several|few|couple of|dozen)"
_UNIT = r"(?:day|week|month|year|decade|century|generation)"


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words of time at some offsets of a sentence, and the time they mean."""

    start: int
    end: int
    when: When
    #: since, until, by, before, after, for: how the words bind the time; "" where they name it
    bound: str = ""
    #: whether the words look ahead of the publication ("next week", "by 2030")
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class _Point:
    start: int
    end: int
    first: date | None
    last: date | None
    precision: Precision
    ahead: bool = False


_Resolve = Callable[[re.Match[str], date | None], tuple[date | None, date | None, Precision, bool] | None]


def _day(match: re.Match[str], published: date | None) -> tuple[date, date, Precision, bool] | None:
    month = MONTHS[match["month"].lower().rstrip(".")]
    day = int(match["day"])
    year = int(match["year"]) if match["year"] else None
    if year is None:
        if published is None:
            return None
        year = published.year
        if (month, day) > (published.month, published.day) and month - published.month > 2:
            year -= 1
    try:
        then = date(year, month, day)
    except ValueError:
        return None
    return then, then, Precision.DAY, bool(published and then > published)


def _month_year(match: re.Match[str], published: date | None) -> tuple[date, date, Precision, bool]:
    first, last = month_of(int(match["year"]), MONTHS[match["month"].lower().rstrip(".")])
    return first, last, Precision.MONTH, bool(published and first > published)


def _bare_month(match: re.Match[str], published: date | None) -> tuple[date, date, Precision, bool] | None:
    if published is None:
        return None
    month = MONTHS[match["month"].lower().rstrip(".")]
    ahead = (match["which"] or "").strip().lower() == "next"
    year = published.year + (ahead and month <= published.month) - (not ahead and month > published.month)
    return *month_of(year, month), Precision.MONTH, ahead


def _part_of_year(match: re.Match[str], published: date | None) -> tuple[date, date, Precision, bool]:
    first, last = year_of(int(match["year"]))
    part = match["part"].lower().rstrip("- ")
    months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "the beginning of": (1, 3), "the end of": (10, 12)}[part]
    first, last = month_of(first.year, months[0])[0], month_of(first.year, months[1])[1]
    return first, last, Precision.SEASON, bool(published and first > published)


def _season(match: re.Match[str], published: date | None) -> tuple[date, date, Precision, bool] | None:
    which = (match["which"] or "").strip().lower()
    if match["year"]:
        year = int(match["year"])
    elif published is None:
        return None
    else:
        year = published.year + {"last": -1, "next": 1}.get(which, 0)
        if which == "last" and SEASONS[match["season"].lower()] + 2 < published.month:
            year += 1
    return *season_of(year, match["season"].lower()), Precision.SEASON, which == "next"


def _decade(match: re.Match[str], published: date | None) -> tuple[date, date, Precision, bool] | None:
    first = int(match["decade"])
    if first < 100:
        first += 1900
    part = (match["part"] or "").lower().rstrip("- ")
    years = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    return date(first + years[0], 1, 1), date(first + years[1], 12, 31), Precision.DECADE, False


def _year(match: re.Match[str], published: date | None) -> tuple[date, date, Precision, bool]:
    first, last = year_of(int(match["year"]))
    return first, last, Precision.YEAR, bool(published and first > published)


def _weekday(match: re.Match[str], published: date | None) -> tuple[date, date, Precision, bool] | None:
    if published is None:
        return None
    which = (match["which"] or "").strip().lower()
    then = weekday_near(published, WEEKDAYS[match["weekday"].lower()], ahead=which in ("next", "this coming"))
    return then, then, Precision.DAY, which in ("next", "this coming")


def _near_day(match: re.Match[str], published: date | None) -> tuple[date, date, Precision, bool] | None:
    if published is None:
        return None
    word = match.group().lower()
    shift = -1 if word in ("yesterday", "last night") else 1 if word == "tomorrow" else 0
    first, last = back(published, "day", -shift)
    return first, last, Precision.DAY, shift > 0


def _this_unit(match: re.Match[str], published: date | None) -> tuple[date, date, Precision, bool] | None:
    if published is None:
        return None
    which, unit = match["which"].lower(), match["unit"].lower()
    shift = {"last": 1, "previous": 1, "past": 1, "next": -1, "coming": -1}.get(which, 0)
    first, last = back(published, unit, shift)
    if which == "this" and (match["part"] or "").lower().startswith("earlier"):
        last = published
    precision = {"week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}.get(unit, Precision.DECADE)
    later = (match["part"] or "").lower().startswith("later")
    return (published if later else first), last, precision, shift < 0 or later


def _ago(match: re.Match[str], published: date | None) -> tuple[date, date, Precision, bool] | None:
    amount = number(match["number"].lower().removesuffix(" of"))
    if published is None or amount is None:
        return None
    unit = match["unit"].lower()
    first, last = back(published, unit, amount)
    precision = {"day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}
    return first, last, precision.get(unit, Precision.DECADE), False


def _past_stretch(match: re.Match[str], published: date | None) -> tuple[date, date, Precision, bool] | None:
    if published is None:
        return None
    amount = number((match["number"] or "1").lower().removesuffix(" of")) or 1
    if match["which"].lower() == "recent" and not match["number"]:
        amount = 3
    unit = match["unit"].lower()
    ahead = match["which"].lower() in ("next", "coming")
    precision = Precision.YEAR if unit in ("year", "decade", "century", "generation") else Precision.MONTH
    if ahead:
        return published, back(published, unit, -amount)[1], precision, True
    return back(published, unit, amount)[0], published, precision, False


_PLAIN: tuple[tuple[str, _Resolve], ...] = (
    (rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH}),?(?: (?P<year>{_YEAR}))?(?!\d)", _day),
    (rf"(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<year>{_YEAR}))?(?!\d)", _day),
    (rf"(?P<month>{_MONTH}),?(?: of)? (?P<year>{_YEAR})", _month_year),
    (rf"(?P<part>early|mid|late|the beginning of|the end of)[ -](?P<year>{_YEAR})(?!s)", _part_of_year),
    (rf"(?P<which>last |this |next )?(?:the )?(?P<season>spring|summer|autumn|winter)(?: of)?(?: (?P<year>{_YEAR}))", _season),
    (r"(?P<which>last |this |next )(?P<season>spring|summer|autumn|winter|fall)(?P<year>)", _season),
    (r"(?P<part>early |mid-|mid |late )?(?:the )?'?(?P<decade>1[5-9]\d0|20\d0|[2-9]0)'?s\b", _decade),
    (rf"(?P<year>{_YEAR})(?![\d%]|-?s\b)", _year),
    (r"(?P<which>last |next |this coming |this )?(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)", _weekday),
    (r"today|tonight|yesterday|tomorrow|last night", _near_day),
    (rf"(?P<number>{_NUMBER}) (?P<unit>{_UNIT})s? (?:ago|earlier|before that|previously)", _ago),
    (rf"(?:the )?(?P<which>past|last|recent|next|coming) (?:(?P<number>{_NUMBER}) )?(?P<unit>{_UNIT})s\b", _past_stretch),
    (r"(?P<part>earlier |later |early |late )?(?P<which>this|last|next|previous|past|coming) (?P<unit>week|month|year|decade|century)\b", _this_unit),
    (rf"(?P<which>in |last |this |next |since |until |by |from |early |late |mid-)(?P<month>{_MONTH})(?! \d|[a-z])", _bare_month),
)  # fmt: skip
_COMPILED = tuple((re.compile(rf"(?<![\w$€£-]){pattern}", re.IGNORECASE), resolve) for pattern, resolve in _PLAIN)
_BEFORE = re.compile(
    r"\b(since(?: as early as| at least)?|until|till|up to|through|by|before|prior to|after|following|from|between|during|in|on|"
    r"throughout|over|for|as of|ever since|as far back as|starting in|beginning in|late in|early in)(?: the| about| around| late| early| its| his)*\s*$",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s*(?:to|until|till|through|and|-|–)\s*(?:the )?$", re.IGNORECASE)
_CAN_HOLD_TIME = re.compile(
    r"\d{2}|day|week|month|year|decade|centur|generation|\b(?:ago|spring|summer|autumn|winter|fall|tonight|tomorrow)\b|"
    + _MONTH,
    re.IGNORECASE,
)


def times(text: str, published: date | None, periods: dict[str, tuple[date | None, date | None]]) -> list[TimeWords]:
    """All words of time in a sentence, from left to right; relative ones only where publication is known."""
    folded = fold(text)
    points = sorted(_points(folded, published, periods), key=lambda p: (p.start, -p.end))
    kept: list[_Point] = []
    for point in points:
        if not kept or point.start >= kept[-1].end:
            kept.append(point)
        elif point.end - point.start > kept[-1].end - kept[-1].start:
            kept[-1] = point
    return _bound(folded, kept)


def _points(text: str, published: date | None, periods: dict[str, tuple[date | None, date | None]]) -> Iterator[_Point]:
    lowered = text.lower()
    if _CAN_HOLD_TIME.search(text):
        for pattern, resolve in _COMPILED:
            for match in pattern.finditer(text):
                if (
                    resolve is _bare_month
                    and match["month"].lower() in ("may", "march")
                    and not match["month"][0].isupper()
                ):
                    continue
                if told := resolve(match, published):
                    start = (
                        match.start("month")
                        if resolve is _bare_month and match["which"].strip().lower() not in ("last", "this", "next")
                        else match.start()
                    )
                    yield _Point(start, match.end(), *told)
    for name, (first, last) in periods.items():
        at = lowered.find(name)
        if (
            at >= 0
            and not lowered[at + len(name) : at + len(name) + 1].isalnum()
            and not lowered[max(0, at - 1) : at].isalnum()
        ):
            yield _Point(at, at + len(name), first, last, Precision.ERA)


def _bound(text: str, points: list[_Point]) -> list[TimeWords]:
    found: list[TimeWords] = []
    skip = False
    for n, point in enumerate(points):
        if skip:
            skip = False
            continue
        operator = _BEFORE.search(text, 0, point.start)
        word = operator.group(1).lower() if operator else ""
        start = operator.start() if operator else point.start
        following = points[n + 1] if n + 1 < len(points) else None
        if following and _joined(text, word, point, following):
            found.append(_range(text, start, point, following))
            skip = True
            continue
        found.append(_one(text, start, word, point))
    return found


def _joined(text: str, word: str, first: _Point, last: _Point) -> bool:
    """Whether two times are the ends of one stretch: "from 1975 to 1990", "between May and June", "1975-1990"."""
    between = text[first.end : last.start]
    if word in ("from", "between"):
        return bool(_JOIN.fullmatch(between))
    return not word and between.strip() in ("-", "to")


def _range(text: str, start: int, first: _Point, last: _Point) -> TimeWords:
    begins, ends = first.first, last.last
    if begins and ends and begins > ends:
        begins, ends = None, ends
    when = When(start=begins, end=ends, precision=last.precision, text=text[start : last.end])
    return TimeWords(start, last.end, when, ahead=last.ahead and first.ahead)


def _one(text: str, start: int, word: str, point: _Point) -> TimeWords:
    said = text[start : point.end]
    when = When(start=point.first, end=point.last, precision=point.precision, text=said)
    if "since" in word or word in ("as of", "as far back as", "starting in", "beginning in", "from"):
        return TimeWords(start, point.end, replace(when, end=None), bound="since")
    if word in ("until", "till", "up to", "through"):
        return TimeWords(start, point.end, replace(when, start=None), bound="until", ahead=point.ahead)
    if word == "by":
        return TimeWords(start, point.end, replace(when, start=None), bound="by", ahead=point.ahead)
    if word in ("before", "prior to"):
        return TimeWords(start, point.end, replace(when, start=None, end=point.first), bound="before")
    if word in ("after", "following"):
        return TimeWords(start, point.end, replace(when, start=point.last, end=None), bound="after")
    return TimeWords(start, point.end, when, ahead=point.ahead)

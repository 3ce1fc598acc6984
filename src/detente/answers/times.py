"""Times in words, as exact as they are known and no more."""

from __future__ import annotations

import re
from datetime import date

from detente.model import Claim, Kind, Precision, Status, When

_MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = ("spring", "summer", "autumn", "winter")
_PARTS = ("early", "mid", "late")
#: times that only tell the lack of it before, or that another sentence told: no date that the sentence gives
_NO_DATE = frozenset({"first_since", "carried"})
_TO_COME = (Status.PLANNED, Status.POSSIBLE, Status.INTENDED, Status.ASKED)


def day(on: date) -> str:
    """A day: "12 March 2018"."""
    return f"{on.day} {month(on)}"


def month(on: date) -> str:
    """A month: "March 2018"."""
    return f"{_MONTHS[on.month - 1]} {on.year}"


def binding(claim: Claim) -> str:
    """How the words of time of a claim bind it: at, since, until, by, before, after, for; "" without such words."""
    return next((cue.value for cue in claim.cues if cue.answers == "time"), "")


def time_words(claim: Claim) -> str:
    """When it was, with its preposition: "in the 1960s", "since 1975", "on 12 March 2018"; "" where nothing is told."""
    when, bound = claim.when, binding(claim)
    if when.precision is Precision.REPORTED or bound in _NO_DATE:
        return ""
    if when.start is None and when.end is None:
        return ""
    if claim.status in _TO_COME and when.end is None:
        return ""  # bounded by when it was said, not dated
    if claim.kind is Kind.TIE and bound in ("", "at") and when.precision in (Precision.DAY, Precision.WEEK):
        return ""  # what lasts was not so on that day alone
    if when.end is None:
        assert when.start is not None
        return f"{'after' if bound == 'after' else 'since'} {_point(when.start, when.precision)}"
    if when.start is None:
        before = bound if bound in ("by", "before") and claim.kind is Kind.EVENT else "until"
        return f"{before} {_point(when.end, when.precision)}"
    words = _interval(when, when.start, when.end)
    if claim.kind is Kind.EVENT and words.startswith("from "):
        return words.replace("from ", "between ", 1).replace(" to ", " and ", 1)
    return words


def _point(on: date, precision: Precision) -> str:
    if precision is Precision.DAY or precision is Precision.WEEK:
        return day(on)
    if precision in (Precision.MONTH, Precision.SEASON):
        return month(on)
    return str(on.year)


def _interval(when: When, start: date, end: date) -> str:
    exact = when.precision
    if exact is Precision.DAY:
        return f"on {day(start)}" if start == end else _between_days(start, end)
    if exact is Precision.WEEK:
        return f"in the week from {day(start)}" if (end - start).days > 2 else _between_days(start, end)
    if exact is Precision.MONTH:
        return f"in {month(start)}" if _same_month(start, end) else f"from {month(start)} to {month(end)}"
    if exact is Precision.SEASON:
        return _season(when.text, start, end)
    if exact is Precision.DECADE:
        return _decade(when.text, start, end)
    return _years(start, end)


def _between_days(start: date, end: date) -> str:
    if _same_month(start, end):
        return f"between {start.day} and {day(end)}"
    if start.year == end.year:
        return f"between {start.day} {_MONTHS[start.month - 1]} and {day(end)}"
    return f"between {day(start)} and {day(end)}"


def _same_month(start: date, end: date) -> bool:
    return (start.year, start.month) == (end.year, end.month)


def _season(text: str, start: date, end: date) -> str:
    if named := next((season for season in _SEASONS if season in text.lower()), ""):
        return f"in the {named} of {start.year}"
    return f"between {month(start)} and {month(end)}" if start.year != end.year else (
        f"between {_MONTHS[start.month - 1]} and {month(end)}"
    )  # fmt: skip


def _decade(text: str, start: date, end: date) -> str:
    if start.year // 10 + 1 == end.year // 10:
        return f"in the {start.year // 10 * 10}s and the {end.year // 10 * 10}s"
    if start.year // 10 != end.year // 10:
        return f"from the {start.year // 10 * 10}s to the {end.year // 10 * 10}s"
    part = next((p for p in _PARTS if re.search(rf"\b{p}\b", text.lower())), "")
    return f"in the {part + ' ' if part else ''}{start.year // 10 * 10}s".replace("mid ", "mid-")


def _years(start: date, end: date) -> str:
    if start.year == end.year:
        return f"in {start.year}"
    if start.year % 10 == 0 and end.year == start.year + 9:
        return f"in the {start.year}s"
    return f"from {start.year} to {end.year}"

"""Dates as headers, datelines and dumps write them; a day is read or refused, never made up."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_FLAGS = re.IGNORECASE

#: Every way of writing a full day; the groups are named so that one function can read them all.
_FULL = (
    re.compile(rf"\b(?P<d>\d{{1,2}}){_ORDINAL}[\s-]+(?:of\s+)?(?P<m>{_MONTH})[\s,-]+(?P<y>\d{{4}})\b", _FLAGS),
    re.compile(rf"\b(?P<m>{_MONTH})\s+(?P<d>\d{{1,2}}){_ORDINAL}[\s,]+(?P<y>\d{{4}})\b", _FLAGS),
    re.compile(rf"\b(?P<y>\d{{4}})[\s,-]+(?P<m>{_MONTH})[\s-]+(?P<d>\d{{1,2}}){_ORDINAL}\b", _FLAGS),
    re.compile(r"\b(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?=\b|T)", _FLAGS),
    re.compile(r"\b(?P<y>[12]\d{3})(?P<m>[01]\d)(?P<d>[0-3]\d)(?:T?\d{6}|T?\d{4})?(?=\b|Z)", _FLAGS),
    re.compile(r"\b(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})\b", _FLAGS),
)

#: What may stand around the day in a line that is nothing but a date.
_AROUND = re.compile(
    rf"""(?:[\s,.|·•/()\[\]—–:;@-]
    |T?\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}}(?:[.,]\d+)?)?(?:[+-]\d{{2}}:?\d{{2}}|Z)?
    |\d{{1,2}}(?=\s*[ap]\.?m\b)|\d{{3,4}}(?=\s*(?:gmt|utc|hrs|hours|h)\b)
    |[+-]\d{{1,2}}(?::?\d{{2}})?|[ap]\.?m\b\.?|{_WEEKDAY}
    |(?:gmt|utc|bst|[ecmp][sd]?t|eest|eet|cest|cet|west|wet|ist|msk|eat|wat|cat|sast|jst|kst|sgt|hkt|pkt
       |irst|trt|akst|akdt|aest|aedt|nzst|z|hrs|hours|h|local|time|et|noon|midnight)\b
    |(?:at|on|the|as|of|date|dated|issued|published|publication|posted|first|last|updated|update|modified
       |created|released|printed|filed|edition|online)\b)*""",
    re.IGNORECASE | re.VERBOSE,
)

_MONTH_ONLY = re.compile(rf"(?P<m>{_MONTH})[\s,]+(?P<y>\d{{4}})", _FLAGS)
_YEARLESS = (
    re.compile(rf"(?P<m>{_MONTH})\s+(?P<d>\d{{1,2}}){_ORDINAL}", _FLAGS),
    re.compile(rf"(?P<d>\d{{1,2}}){_ORDINAL}\s+(?P<m>{_MONTH})", _FLAGS),
)
_YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\b")
_EARLIEST, _LATEST = 1500, 2200


def day_of(year: int, month: int, day: int) -> date | None:
    """The day with these numbers, None where the calendar has no such day."""
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_number(word: str) -> int:
    """The number of a month from its English name or abbreviation, 0 where it is none."""
    return MONTHS.get(word.lower().rstrip("."), 0)


def _numbered(match: re.Match[str]) -> date | None:
    """Day and month from two bare numbers: only where one reading is possible (13/5, 5/13, 4/4, 3.4.)."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if match["sep"] == "." or first > 12 or first == second:
        return day_of(year, second, first)
    return day_of(year, first, second) if second > 12 else None


def _written(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    if "a" in groups:
        return _numbered(match)
    month = groups["m"]
    number = int(month) if month.isdigit() else month_number(month)
    return day_of(int(groups["y"]), number, int(groups["d"]))


def full_date(text: str) -> date | None:
    """The day that `text` names when it is nothing but a date (with weekday, hour, zone, "Published").

    Of several days (published, updated) the earliest is taken.  A month alone or 3/4/2019, which may be
    March or April, gives None.
    """
    if len(text) > 160:
        return None
    rest, days = text, []
    for pattern in _FULL:
        for match in pattern.finditer(rest):
            days.append(_written(match))
        rest = pattern.sub(" ", rest)
    known = [day for day in days if day]
    if not known or len(known) != len(days) or not _AROUND.fullmatch(rest):
        return None
    return min(known)


def month_and_year(text: str) -> tuple[int, int] | None:
    """Year and month of a line that says nothing else ("February 2009"), None otherwise."""
    match = _MONTH_ONLY.fullmatch(text.strip(" .,"))
    return (int(match["y"]), month_number(match["m"])) if match else None


def yearless_date(text: str) -> tuple[int, int] | None:
    """Month and day of words that name a day without its year ("March 3"), None otherwise."""
    bare = re.sub(rf"^{_WEEKDAY}[\s,]+", "", text.strip(" ,."), flags=_FLAGS)
    for pattern in _YEARLESS:
        match = pattern.fullmatch(bare)
        if match and day_of(2000, month_number(match["m"]), int(match["d"])):
            return month_number(match["m"]), int(match["d"])
    return None


def year_in(text: str) -> int | None:
    """The only year that `text` names, None where there is none or more than one."""
    years = {int(year) for year in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None


def completed(words: str, year: int | None, near: date | None = None) -> date | None:
    """The day that a dateline names: complete by itself, or with a year known from elsewhere.

    `near` is a day shortly after which the text cannot have been written; it turns a dateline of 31
    December under an address of 1 January to the year before.
    """
    whole = full_date(words)
    if whole:
        return whole
    parts = yearless_date(words)
    if parts is None or (year is None and near is None):
        return None
    found = day_of(near.year if near else year or 0, *parts)
    if found and near and found > near + timedelta(days=2):
        return day_of(near.year - 1, *parts)
    return found


def _from_epoch(number: float) -> date | None:
    seconds = number / 1000 if number > 1e11 else number
    if not 1e8 <= seconds <= 7e9:
        return None
    return datetime.fromtimestamp(seconds, tz=UTC).date()


def field_date(value: object) -> date | None:
    """The day in a field of a dump: a date, a time, seconds since 1970, or any written form."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or value is None:
        return None
    text = str(value).strip()
    if re.fullmatch(r"[12]\d{7}(?:\.0)?", text):
        return full_date(text[:8])
    if re.fullmatch(r"\d{9,13}(?:\.\d+)?", text) and not re.fullmatch(r"[12]\d{11}|[12]\d{13}", text):
        return _from_epoch(float(text))
    return full_date(text)

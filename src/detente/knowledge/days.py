"""Days that are told as a year, a month or a day: 1997, 1997-05, 1997-05-17."""

from __future__ import annotations

import calendar
import re
from datetime import date

_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first_day(value: object) -> date | None:
    """The first day that a year, a month or a day names; None for nothing, ValueError for anything else."""
    return _partial_day(value, last=False)


def last_day(value: object) -> date | None:
    """The last day that a year, a month or a day names; None for nothing, ValueError for anything else."""
    return _partial_day(value, last=True)


def _partial_day(value: object, *, last: bool) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value
    found = _PARTIAL_DATE.fullmatch(str(value).strip())
    if not found:
        raise ValueError(f"not a year, a month or a day: {value!r}")
    year, month, day = (int(part) if part else None for part in found.groups())
    known_year = year or 1
    month = month or (12 if last else 1)
    if not 1 <= month <= 12:
        raise ValueError(f"no month has the number {month}: {value!r}")
    return date(known_year, month, day or (calendar.monthrange(known_year, month)[1] if last else 1))

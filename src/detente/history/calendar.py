"""Stretches of time: weeks, months, quarters and years, and the one that a day falls into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from detente.history.names import By
from detente.history.observations import Days

__all__ = ["By", "Calendar", "calendar", "fitting"]

_MONTHS = {By.YEAR: 12, By.QUARTER: 3, By.MONTH: 1}
_WEEKLY_UP_TO = 500
_MONTHLY_UP_TO = 4000
_QUARTERLY_UP_TO = 7000


@dataclass(frozen=True, slots=True)
class Calendar:
    """Stretches one after the other: `edges` are their first days, and the day after the last one."""

    by: By
    edges: Days

    def __len__(self) -> int:
        return len(self.edges) - 1

    @property
    def starts(self) -> Days:
        """The first day of each stretch."""
        return self.edges[:-1]

    @property
    def days(self) -> float:
        """How many days a stretch has, on average."""
        return float((self.edges[-1] - self.edges[0]).astype(int)) / max(len(self), 1)

    def place(self, days: Days) -> npt.NDArray[np.int64]:
        """The number of the stretch that each day falls into; below 0 or from the length on where in none."""
        return np.searchsorted(self.edges, days, side="right").astype(np.int64) - 1


def calendar(first: date | np.datetime64, last: date | np.datetime64, by: By) -> Calendar:
    """The stretches from the one of the first day to the one of the last; weeks begin on a Monday."""
    start, end = np.array([first, last], dtype="datetime64[D]")
    if by is By.WEEK:
        monday = start - np.timedelta64((int(start.astype(np.int64)) + 3) % 7, "D")
        return Calendar(by, np.arange(monday, end + np.timedelta64(8, "D"), np.timedelta64(7, "D")))
    step = _MONTHS[by]
    month = int(start.astype("datetime64[M]").astype(np.int64)) // step * step
    beyond = (int(end.astype("datetime64[M]").astype(np.int64)) // step + 1) * step
    return Calendar(by, np.arange(month, beyond + 1, step).astype("datetime64[M]").astype("datetime64[D]"))


def fitting(first: np.datetime64, last: np.datetime64) -> By:
    """The stretches in which so long a time is best told: weeks for up to a year and a half, years for decades."""
    days = int((last - first).astype(np.int64))
    if days <= _WEEKLY_UP_TO:
        return By.WEEK
    if days <= _MONTHLY_UP_TO:
        return By.MONTH
    return By.QUARTER if days <= _QUARTERLY_UP_TO else By.YEAR

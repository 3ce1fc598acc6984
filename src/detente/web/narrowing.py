"""Values that come with an address, checked: days, names of actors, numbers of pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Query

from detente.knowledge.days import first_day, last_day
from detente.knowledge.lookup import code_of
from detente.web import addresses
from detente.web.errors import BadValue
from detente.web.view import View

#: A year, a month or a day; nothing else is tried.
_DAY = r"^\s*(\d{4}(-\d{1,2}(-\d{1,2})?)?)?\s*$"
Day = Annotated[
    str, Query(max_length=12, pattern=_DAY, description="A year, a month or a day: 2016, 2016-05, 2016-05-17")
]


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of time asked for, each end as a day and as it was written."""

    since: date | None
    until: date | None
    written: tuple[str, str]

    @property
    def query(self) -> str:
        """The same as the end of an address."""
        return addresses.with_query("", since=self.written[0], until=self.written[1]).lstrip("?")


def day_of(written: str, *, last: bool = False) -> date | None:
    """The first day of what was written, or its last; BadValue where it is no day."""
    try:
        return (last_day if last else first_day)(written.strip() or None)
    except ValueError as error:
        raise BadValue(f"{written} is not a day") from error


def _time(since: Day = "", until: Day = "") -> Time:
    found = Time(day_of(since), day_of(until, last=True), (since.strip(), until.strip()))
    if found.since and found.until and found.since > found.until:
        raise BadValue(f"{since} is later than {until}")
    return found


#: The parameter of a route for a stretch of time.
Within = Annotated[Time, Depends(_time)]
#: The parameter for the length of stretches.
Stretch = Literal["", "year", "quarter", "month", "week"]


def actor_of(view: View, words: str) -> str:
    """The code of an actor by a code that the record holds or by any name; UnknownActor where there is none."""
    held = view.snapshot.ask("page_actor", actor=words)
    return words if held else code_of(view.knowledge, words)

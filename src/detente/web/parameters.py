"""Values of addresses as views take them: what a form leaves empty is not chosen."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Query
from pydantic import BeforeValidator, Field

#: No day lies outside of what calendars, databases and charts agree on.
_FIRST, _LAST = date(1000, 1, 1), date(2999, 12, 31)
_MOST, _LONGEST = 12, 200


def _none_if_empty(value: object) -> object:
    return None if value == "" else value


def _without_empty(values: object) -> object:
    return [value for value in values if value != ""] if isinstance(values, list) else values


#: A day, or nothing.
Day = Annotated[Annotated[date, Field(ge=_FIRST, le=_LAST)] | None, BeforeValidator(_none_if_empty), Query()]
#: One word, or nothing.
Word = Annotated[str, Query(max_length=_LONGEST)]
#: Any number of words.
Words = Annotated[
    list[Annotated[str, Query(max_length=_LONGEST)]], BeforeValidator(_without_empty), Query(max_length=_MOST)
]

"""Facets as addresses give them: what a form leaves empty is not chosen."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from pydantic import BeforeValidator

_MOST, _LONGEST = 12, 200


def _without_empty(values: object) -> object:
    return [value for value in values if value != ""] if isinstance(values, list) else values


#: Any number of words.
Words = Annotated[
    list[Annotated[str, Query(max_length=_LONGEST)]],
    BeforeValidator(_without_empty),
    Query(default_factory=list, max_length=_MOST),
]

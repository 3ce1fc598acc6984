"""What claims say of pairs of actors, as plain columns: quick to fetch, ready for arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from detente.archive.connection import reading
from detente.archive.sql import query

#: Columns by name, each an array of the same length.
Columns = Mapping[str, Any]


def pair_claims(path: Path, one: Iterable[str], other: Iterable[str], known_on: date | None) -> Columns:
    """Events and ties between two actors in order of time, of what was published up to `known_on` if that is given.

    Each actor is given by its codes: of a state also those of the states that it followed.
    """
    return _columns(path, "pair_claims", one=list(one), other=list(other), known_on=known_on)


def links(
    path: Path, day: date, *, since: date, ties_since: date, actors: Iterable[str] | None, known_on: date | None
) -> Columns:
    """Events and ties of all pairs, or of those with one of some actors: `one` and `other` beside the columns above.

    Events are those from `since` to `day`, ties those that began by then and did not end before `ties_since`.
    """
    named = None if actors is None else list(actors)
    return _columns(path, "links", day=day, since=since, ties_since=ties_since, actors=named, known_on=known_on)


def volume(path: Path) -> Columns:
    """How many articles were published on each day."""
    return _columns(path, "volume")


def _columns(path: Path, name: str, **parameters: object) -> Columns:
    with reading(path) as connection:
        found: Columns = connection.execute(query(name), parameters).fetchnumpy()
    return found

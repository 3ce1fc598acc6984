"""Claims that may answer a question, as plain rows: chosen by the database, light enough to weigh hundreds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from detente.archive.connection import fetched, reading
from detente.archive.sql import query
from detente.model import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What candidates must have: parties by codes and by names in small letters, types as kind.type, words, time.

    `least_parties` of the parties must be met, by a code or by a name in the sentence; one of the `words` where
    `least_words` is 1.
    """

    groups: Sequence[Sequence[str]] = ()
    names: Sequence[Sequence[str]] = ()
    kinds: Sequence[str] | None = None
    plain: Sequence[str] | None = None
    ids: Sequence[str] | None = None
    words: Sequence[str] = ()
    since: date | None = None
    until: date | None = None
    least_parties: int = 0
    least_words: int = 0
    context: bool = False
    limit: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A claim as far as it must be known to be weighed, with the sentence and the head of its article.

    `undated` says that it counts as of its publication; `verbs` are those of its speakers; `told_of` says how often
    the article names each party that was sought, where that was to be counted.
    """

    id: str
    article: str
    kind: str
    type: str
    mode: str
    score: float | None
    source: tuple[Party, ...]
    target: tuple[Party, ...]
    via: tuple[Party, ...]
    object: str
    issue: tuple[str, ...]
    when_start: date | None
    when_end: date | None
    when_precision: str
    undated: bool
    status: str
    background: bool
    speakers: int
    verbs: tuple[str, ...]
    symmetric: bool
    place: str
    sentence: str
    sentence_start: int
    start: int
    published: date | None
    outlet: str
    told_of: tuple[int, ...]


#: so many parties are sought at once; a question hardly names more
_MOST_PARTIES = 4
#: a pattern that fits nowhere
_NOTHING = r"[^\s\S]"
_PARTIES = ("source", "target", "via")
_LISTS = ("issue", "verbs")
_NAMES = tuple(field.name for field in fields(Candidate))


def candidates(path: Path, sought: Sought) -> list[Candidate]:
    """The claims that have most of what is sought, at most `limit` of them."""
    parties = [(list(codes), _any_of(names)) for codes, names in zip(sought.groups, sought.names, strict=True)]
    padded = (parties + [([], _NOTHING)] * _MOST_PARTIES)[:_MOST_PARTIES]
    parameters: dict[str, object] = {
        "kinds": None if sought.kinds is None else list(sought.kinds),
        "plain": None if sought.plain is None else list(sought.plain),
        "ids": None if sought.ids is None else list(sought.ids),
        "words": rf"\b(?:{'|'.join(map(re.escape, sought.words))})" if sought.words else "",
        "since": sought.since,
        "until": sought.until,
        "year": _year(sought),
        "least_parties": sought.least_parties,
        "least_words": sought.least_words,
        "context": sought.context,
        "limit": sought.limit,
    }
    for number, (codes, names) in enumerate(padded, 1):
        parameters |= {f"codes_{number}": codes, f"names_{number}": names}
    with reading(path) as connection:
        rows = fetched(connection.execute(query("evidence"), parameters))
    return [_candidate(row) for row in rows]


def _any_of(names: Sequence[str]) -> str:
    """A pattern of some names as whole words, in small letters."""
    longest_first = sorted(names, key=len, reverse=True)
    return rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b" if names else _NOTHING


def _year(sought: Sought) -> str | None:
    """The year sought, where it is one: a sentence that names it may tell of it, even if its claim has no date."""
    since, until = sought.since, sought.until
    return str(since.year) if since and until and since.year == until.year else None


def _candidate(row: dict[str, object]) -> Candidate:
    values = dict(row)
    for name in _PARTIES:
        values[name] = tuple(Party(**party) for party in row[name])  # type: ignore[attr-defined]
    for name in _LISTS:
        values[name] = tuple(row[name])  # type: ignore[arg-type]
    values["place"] = row["place"] or ""
    values["told_of"] = tuple(row["told_of"] or ())  # type: ignore[arg-type]
    return Candidate(**{name: values[name] for name in _NAMES})  # type: ignore[arg-type]


def placed(path: Path, claims: Sequence[str]) -> dict[str, str]:
    """The happening that each of some claims belongs to, for those that belong to one."""
    with reading(path) as connection:
        rows = connection.execute(query("placed_in"), {"ids": list(claims)}).fetchall()
    return dict(rows)


def code_called(path: Path, word: str) -> str:
    """The code that most parties of claims have whose words hold this word; "" where none has one."""
    with reading(path) as connection:
        found = connection.execute(query("code_called"), {"word": word}).fetchone()
    return found[0] if found else ""


def last_published(path: Path) -> date | None:
    """The latest day of publication in the archive; None where there is none."""
    with reading(path) as connection:
        found = connection.execute("SELECT max(published) FROM articles").fetchone()
    return found[0] if found else None

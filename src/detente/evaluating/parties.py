"""How records give the parties of an event: as codes, as words, or as PLOVER's entities with both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from detente.knowledge.codes import looks_like_a_code
from detente.reading.marked import Marked
from detente.reading.marked_pair import SOURCE, TARGET

_FIELDS = {
    "source": ("source_code", "source", "actor", "source_text"),
    "target": ("target_code", "target", "recipient", "target_text"),
}
_CODES = ("code", "country", "country_code")
_WORDS = ("entity_text", "raw_text", "text", "entity_name", "name")


class PartyGiven(NamedTuple):
    """A party as a record gives it; either may be ""."""

    code: str = ""
    words: str = ""


def parties_given(values: Mapping[str, object], side: str) -> list[PartyGiven]:
    """The parties on one side ("source" or "target") of an event, by the first field that holds any."""
    return next((found for field in _FIELDS[side] if (found := list(_parties(values.get(field))))), [])


def marked_in(text: str, source: str, target: str) -> Marked | None:
    """The text with the first places of both words marked that do not overlap; None where there are none."""
    first = text.find(source) if source else -1
    second = text.find(target) if target else -1
    while second >= 0 and second < first + len(source) and first < second + len(target):
        second = text.find(target, second + 1)
    if first < 0 or second < 0:
        return None
    return Marked(text, ((SOURCE, first, first + len(source)), (TARGET, second, second + len(target))))


def _parties(value: object) -> Iterator[PartyGiven]:
    if isinstance(value, str) and value.strip():
        said = value.strip()
        yield PartyGiven(code=said) if looks_like_a_code(said) else PartyGiven(words=said)
    elif isinstance(value, Mapping):
        code, words = _first(value, _CODES), _first(value, _WORDS)
        if code or words:
            yield PartyGiven(code, words)
    elif isinstance(value, list):
        for each in value:
            yield from _parties(each)


def _first(values: Mapping[str, object], names: tuple[str, ...]) -> str:
    return next((v.strip() for n in names if isinstance(v := values.get(n), str) and v.strip()), "")

"""Whom and where a question names: known names looked up, without a parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from detente.answers.query import Named
from detente.knowledge import How, Knowledge, Naming, Sort
from detente.knowledge.text import fold
from detente.reading.discourse import Discourse
from detente.reading.meaning import choose, party_of

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*\.?")
_LONGEST = 8
_SHORTEST_NAME = 3
_NO_ACTORS = (Sort.REGION, Sort.CITY, Sort.OUTLET)
_TELLING = (How.NAME, How.ADJECTIVE, How.PEOPLE, How.SEAT, How.ABBREVIATION, How.FORMER)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question with its offsets; `named` where a known name stands there."""

    text: str
    start: int
    end: int
    named: Named | None = None

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()


def words_of(question: str, knowledge: Knowledge) -> list[Word]:
    """The words of a question, each known name as one word."""
    folded = fold(question)
    spans = [(m.start(), _end(m)) for m in _WORD.finditer(folded)]
    found = list(_named(folded, spans, knowledge, knowledge.namings))
    if not any(word.named for word in found) and folded == folded.lower():
        found = list(_named(folded, spans, knowledge, _in_small_letters(knowledge)))
    names = _names({word.named.code for word in found if word.named and word.named.code}, knowledge)
    return [_with_names(word, names) for word in found if word.low not in ("s", "the", "a", "an")]


def _with_names(word: Word, names: dict[str, list[str]]) -> Word:
    """The word with all names of whom it names; a person has the one of the question."""
    if word.named is None or word.named.names:
        return word
    found = tuple(sorted(names.get(word.named.code, ()))) or (word.low,)
    return replace(word, named=replace(word.named, names=found))


def _end(match: re.Match[str]) -> int:
    """Where a word ends: a full stop belongs to it only inside an abbreviation."""
    return match.end() - (match[0].endswith(".") and "." not in match[0][:-1])


def _named(
    text: str, spans: list[tuple[int, int]], knowledge: Knowledge, namings: dict[str, tuple[Naming, ...]]
) -> Iterator[Word]:
    at = 0
    while at < len(spans):
        for size in range(min(_LONGEST, len(spans) - at), 0, -1):
            start, end = spans[at][0], spans[at + size - 1][1]
            held = namings.get(text[start:end]) or namings.get(text[start:end].rstrip("."))
            if held and (word := _word(text, start, end, held, knowledge)):
                yield word
                break
        else:
            size, (start, end) = 1, spans[at]
            yield Word(text[start:end], start, end)
        at += size


def _word(text: str, start: int, end: int, held: tuple[Naming, ...], knowledge: Knowledge) -> Word | None:
    """The word for a known name; None where it names nobody and no place."""
    words = text[start:end]
    naming = choose(held, knowledge, Discourse(None))
    sorts = {knowledge.entries[n.entry].sort for n in held}
    of_no_actor = naming is None or knowledge.entries[naming.entry].sort in _NO_ACTORS
    if of_no_actor and Sort.PERSON in sorts and words[:1].isupper():
        # a surname of several people: claims that name one of them are meant
        return Word(words, start, end, Named(text=words, name=words, names=(words.lower(),), person=True))
    if naming is None:
        return None
    entry = knowledge.entries[naming.entry]
    if entry.sort in _NO_ACTORS:
        if not words[:1].isupper():
            return None
        return Word(words, start, end, Named(text=words, name=words, names=(words.lower(),)))
    party = party_of(naming, knowledge, None, text=words, start=start, end=end)
    person = entry.sort is Sort.PERSON
    named = Named(
        text=words,
        code=party.code,
        name=entry.name if person else party.name or words,
        names=(words.lower(),) if person else (),
        person=person,
        state=entry.sort is Sort.STATE,
        seat=naming.how is How.SEAT,
    )
    return Word(words, start, end, named)


def _names(codes: set[str], knowledge: Knowledge) -> dict[str, list[str]]:
    """All names of some actors in small letters, as texts may have them; in one pass, for there are many names."""
    found: dict[str, list[str]] = {}
    for words, namings in knowledge.namings.items():
        for naming in namings:
            if naming.entry in codes and len(words) >= _SHORTEST_NAME and naming.how in _TELLING and not naming.shy:
                found.setdefault(naming.entry, []).append(words.lower())
    return found


def _in_small_letters(knowledge: Knowledge) -> dict[str, tuple[Naming, ...]]:
    """All names in small letters, for questions typed so; short ones would be common words."""
    return {
        words.lower(): namings
        for words, namings in knowledge.namings.items()
        if len(words) > _SHORTEST_NAME and any(n.how in (How.NAME, How.ADJECTIVE, How.PEOPLE) for n in namings)
    }


def tells_of(named: Named, text: str) -> bool:
    """Whether a text in small letters holds one of the names of somebody."""
    return bool(_compiled(named.names).search(text))


@cache
def names_pattern(named: Named) -> str:
    """A regular expression for the names of somebody in small letters, as whole words."""
    longest_first = sorted(named.names, key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"


@cache
def _compiled(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(names_pattern(Named(text="", names=names)))

"""A sentence with two marked parties, read by the rules as if both were known actors."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from detente.knowledge import Knowledge
from detente.model import Party
from detente.reading.discourse import Discourse
from detente.reading.marked import Marked, MarkError
from detente.reading.names import Hit
from detente.reading.roles import RoleNouns
from detente.reading.tokens import Tokens
from detente.reading.who import Actors

SOURCE, TARGET = "s", "t"
_PAIR_MARK = re.compile(r"</?[st]>")


@dataclass(frozen=True, slots=True)
class Places:
    """The words of a sentence under each of the two marks, and the head of each marked phrase."""

    source: frozenset[int]
    target: frozenset[int]

    def of(self, mark: str) -> frozenset[int]:
        """The words under one mark."""
        return self.source if mark == SOURCE else self.target


def places_of(tokens: Tokens, marked: Marked) -> Places:
    """Where the marked phrases stand in a parse; an empty set where a mark covers no whole word."""
    found: dict[str, set[int]] = {SOURCE: set(), TARGET: set()}
    for mark, start, end in marked.spans:
        if mark in found and (at := tokens.at(start, end)):
            found[mark].update(range(at[0], at[1] + 1))
    return Places(frozenset(found[SOURCE]), frozenset(found[TARGET]))


def heads_of(tokens: Tokens, words: frozenset[int]) -> list[int]:
    """The words of a stretch whose own heads lie outside it."""
    return [i for i in sorted(words) if tokens.heads[i] not in words or tokens.heads[i] == i]


class MarkedActors(Actors):
    """The parties of a sentence in which two phrases are actors because somebody marked them so."""

    def __init__(self, tokens: Tokens, hits: list[Hit], knowledge: Knowledge, roles: RoleNouns, places: Places) -> None:
        self._marks = {
            head: mark
            for mark in (TARGET, SOURCE)
            for head in heads_of(tokens, places.of(mark))
            if tokens.is_noun(head) or tokens.tags[head] in ("PRP", "CD", "DT", "JJ", "VBG", "PRP$")
        }
        self._words_of = {mark: places.of(mark) for mark in (SOURCE, TARGET)}
        super().__init__(tokens, hits, knowledge, roles, Discourse(None))

    def parties(self, head: int) -> tuple[Party, ...]:
        """The parties of a noun phrase; a marked phrase is one, whatever it is."""
        if head in self._marks and (party := self.party(head)):
            others = [p for i in self.tokens.conjuncts(head) if i != head and (p := self.party(i))]
            return (party, *others)
        return super().parties(head)

    def is_sort(self, head: int, sort: str) -> bool:
        """Whether a party is of a sort; a marked phrase that is nobody known may be any."""
        return super().is_sort(head, sort) or (head in self._marks and super()._resolve(head) is None)

    def _resolve(self, head: int) -> Party | None:
        found = super()._resolve(head)
        if head not in self._marks:
            return found
        mark = self._marks[head]
        words = self._words_of[mark]
        said = self.tokens.slice(min(words), max(words))
        base = found or Party(text=said.text, start=said.start, end=said.end, reason="marked as a party")
        return replace(base, text=said.text, start=said.start, end=said.end, code=base.code or f"marked-{mark}")


def unmark_pair(sentence: str) -> Marked:
    """A sentence with a source and a target, as other people's files mark them.

    A second stretch under the same mark is taken as plain words, a mark inside the other one ends where the outer one
    does not; MarkError where neither party is marked.
    """
    text, at = "", 0
    opened: dict[str, int] = {}
    spans: list[tuple[str, int, int]] = []
    for found in _PAIR_MARK.finditer(sentence):
        text += sentence[at : found.start()]
        at = found.end()
        mark = found.group()[-2]
        if not found.group().startswith("</"):
            opened[mark] = len(text)
        elif mark in opened and len(text) > (start := opened.pop(mark)) and all(m != mark for m, _, _ in spans):
            spans.append((mark, *_trimmed(text, start)))
    text += sentence[at:]
    if not spans:
        raise MarkError(f"no party is marked in {sentence!r}")
    return Marked(text, tuple(spans))


def _trimmed(text: str, start: int) -> tuple[int, int]:
    said = text[start:]
    return start + len(said) - len(said.lstrip()), len(text.rstrip())

"""Passages with marked mentions: their plain text, and whom each mention means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from detente.knowledge.entries import Knowledge
from detente.knowledge.text import fold
from detente.model import Party
from detente.reading.discourse import Discourse
from detente.reading.names import Hit, Names
from detente.reading.parse import Parser
from detente.reading.roles import RoleNouns
from detente.reading.split import sentences
from detente.reading.who import Actors

PASSAGES = Path(__file__).parent / "references" / "passages.txt"
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


@dataclass(frozen=True)
class Mark:
    """A mention in a passage: where it ends, its words, and the codes of whom it means."""

    passage: int
    text: str
    end: int
    words: str
    means: tuple[str, ...]

    @property
    def held_back(self) -> bool:
        """Whether the passage is one of those that were not looked at while the rules were made."""
        return self.passage % 3 == 0


def marks() -> list[Mark]:
    """All marked mentions, in the order of the file."""
    lines = [line for line in PASSAGES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [mark for n, line in enumerate(lines, start=1) for mark in _marks_of(n, line)]


def _marks_of(passage: int, line: str) -> list[Mark]:
    plain, found, at = "", [], 0
    for hit in _MARK.finditer(line):
        plain += line[at : hit.start()] + hit[1]
        found.append((len(plain), hit[1], tuple(hit[2].split())))
        at = hit.end()
    plain += line[at:]
    return [Mark(passage, plain, end, words, means) for end, words, means in found]


class PassageReader:
    """Says whom a mark is read as, with the whole passage before it in mind."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge, self._parser, self._names = knowledge, Parser(), Names(knowledge)
        self._roles = RoleNouns(knowledge.roles)

    def read(self, mark: Mark) -> tuple[Party, ...]:
        """The parties that the head of the mark is read as."""
        discourse = Discourse(date(2023, 3, 1))
        for tokens in self._parser.parse((s.text, s.start) for s in sentences(mark.text)):
            discourse.sentence += 1
            hits = [
                Hit(h.start - tokens.offset, h.end - tokens.offset, h.words, h.namings)
                for h in self._names.find(mark.text)
                if tokens.offset <= h.start < tokens.offset + len(tokens.text)
            ]
            actors = Actors(tokens, hits, self._knowledge, self._roles, discourse)
            for i in range(len(tokens)):
                if tokens.offset + tokens.end(i) == mark.end:
                    return actors.parties(i)
        raise ValueError(f"no word ends where the mark {mark.words!r} ends in {mark.text!r}")


def verdict(mark: Mark, parties: tuple[Party, ...]) -> str:
    """Whether the mention is read rightly, left open, or read wrongly ("right", "open", "wrong")."""
    known = [party for party in parties if party.code]
    if mark.means in (("-",), ("?",)):
        return "wrong" if known else "right"
    if not known:
        return "open"
    if len(mark.means) == 1:
        code, _, name = mark.means[0].partition("~")
        code, _, sector = code.partition("/")
        fits = len(known) == 1 and known[0].code == code and sector in ("", known[0].sector)
        return "right" if fits and fold(name) in fold(known[0].name) else "wrong"
    return "right" if {party.code for party in known} == {m for m in mark.means} else "wrong"

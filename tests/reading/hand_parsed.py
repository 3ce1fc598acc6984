"""Parsed sentences without a parser: parses checked by hand, kept in parses.txt, and a small world to read them in."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from detente.knowledge import Knowledge
from detente.knowledge.compile import compile_folders
from detente.reading.discourse import Discourse
from detente.reading.names import Names
from detente.reading.roles import RoleNouns
from detente.reading.tokens import Tokens, make_tokens
from detente.reading.who import Actors

HERE = Path(__file__).parent
Row = tuple[str, str, str, str, int, int]


@cache
def _parses() -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    sentence = ""
    for line in (HERE / "parses.txt").read_text("utf-8").splitlines():
        if line.startswith("= "):
            sentence = line[2:]
            found[sentence] = []
        elif line and not line.startswith("#"):
            word, lemma, tag, dep, head, start = line.split(" ")
            found[sentence].append((word, lemma, tag, dep, int(head), int(start)))
    return found


def parsed(sentence: str, offset: int = 0) -> Tokens:
    """The tokens of a sentence of parses.txt."""
    return make_tokens(sentence, offset, _parses()[sentence])


@cache
def small_world() -> Knowledge:
    """A few states, groups, people and rules: what small_knowledge holds, compiled."""
    known, mistakes = compile_folders([HERE / "small_knowledge"], "small")
    assert mistakes == []
    return known


@cache
def _names() -> Names:
    return Names(small_world())


def actors_of(tokens: Tokens, published: date | None = date(2012, 6, 15)) -> Actors:
    """The parties of a sentence in the small world."""
    world = small_world()
    return Actors(tokens, _names().find(tokens.text), world, RoleNouns(world.roles), Discourse(published))


def place(tokens: Tokens, word: str) -> int:
    """Where a word stands in a sentence."""
    return tokens.words.index(word)


def words_at(tokens: Tokens, places: tuple[int, ...] | list[int]) -> list[str]:
    """The words at some places of a sentence."""
    return [tokens.words[i] for i in places]

"""Whom a phrase on its own means: for `detente who` and for whoever has phrases to resolve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from detente.knowledge import Knowledge
from detente.model import Party
from detente.reading.discourse import Discourse
from detente.reading.names import Names
from detente.reading.parse import Parser
from detente.reading.roles import RoleNouns
from detente.reading.tokens import Tokens
from detente.reading.who import Actors


class Phrases:
    """Resolves noun phrases; making one loads the parser (about a second)."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._names = Names(knowledge)
        self._roles = RoleNouns(knowledge.roles)
        self._parser = Parser()

    def resolve(self, phrase: str, on: date | None = None) -> tuple[Party, ...]:
        """The parties that a phrase means on a day (None: as last known); () when it names no actor."""
        return next(iter(self.resolve_all([(phrase, on)])))

    def resolve_all(self, phrases: Iterable[tuple[str, date | None]]) -> Iterator[tuple[Party, ...]]:
        """The parties of each phrase on its day, in order; parsing many at once is faster."""
        given = [(" ".join(phrase.split()), on) for phrase, on in phrases]
        parsed = self._parser.parse((words, 0) for words, _ in given)
        for (_, on), tokens in zip(given, parsed, strict=True):
            yield self._parties(tokens, on)

    def _parties(self, tokens: Tokens, on: date | None) -> tuple[Party, ...]:
        if not len(tokens):
            return ()
        hits = self._names.find(tokens.text)
        actors = Actors(tokens, hits, self._knowledge, self._roles, Discourse(on))
        root = next(i for i in range(len(tokens)) if tokens.heads[i] == i)
        found = actors.parties(root)
        if any(p.code or p.sector for p in found):
            return found
        inside = [p for i in range(len(tokens)) if (p := actors.party(i)) is not None and (p.code or p.sector)]
        return tuple(inside[:1]) or found

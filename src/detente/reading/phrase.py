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
from detente.reading.tokens import Tokens, make_tokens
from detente.reading.who import Actors

#: a phrase is parsed as the object of a sentence, for parsers misread phrases that stand alone
_CARRIER = "They met "
_CARRIER_WORDS = 2


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
        parsed = self._parser.parse((f"{_CARRIER}{words} .", -len(_CARRIER)) for words, _ in given)
        for (_, on), tokens in zip(given, parsed, strict=True):
            yield self._parties(tokens, on)

    def _parties(self, parsed: Tokens, on: date | None) -> tuple[Party, ...]:
        tokens = _under_first_noun(parsed)
        hits = self._names.find(tokens.text)
        actors = Actors(tokens, hits, self._knowledge, self._roles, Discourse(on))
        inside = range(_CARRIER_WORDS, len(tokens) - 1)
        heads = [i for i in inside if tokens.heads[i] not in inside]
        found = actors.parties(heads[0]) if heads else ()
        if any(p.code or p.sector for p in found):
            return found
        known = [p for i in inside if (p := actors.party(i)) is not None and (p.code or p.sector)]
        return tuple(known[:1]) or found


def _under_first_noun(tokens: Tokens) -> Tokens:
    """The phrase with its prepositions under its noun, where the parser hung them on the verb of the carrier."""
    inside = range(_CARRIER_WORDS, len(tokens) - 1)
    outer = [i for i in inside if tokens.heads[i] not in inside]
    if not outer or not any(tokens.deps[i] == "prep" for i in outer[1:]):
        return tokens
    heads = [outer[0] if i in outer[1:] and tokens.deps[i] == "prep" else h for i, h in enumerate(tokens.heads)]
    rows = zip(tokens.words, tokens.lemmas, tokens.tags, tokens.deps, heads, tokens.starts, strict=True)
    return make_tokens(tokens.text, tokens.offset, list(rows))

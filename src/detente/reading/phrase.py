"""Whom a phrase on its own means: for `detente who` and for whoever needs one phrase resolved."""

from __future__ import annotations

from datetime import date

from detente.knowledge import Knowledge
from detente.model import Party
from detente.reading.discourse import Discourse
from detente.reading.names import Names
from detente.reading.parse import Parser
from detente.reading.roles import RoleNouns
from detente.reading.tokens import Tokens
from detente.reading.who import Actors


def resolve_phrase(phrase: str, knowledge: Knowledge, on: date | None) -> tuple[Party, ...]:
    """The parties that a noun phrase means on a day (None: as last known); () when it names no actor."""
    said = " ".join(phrase.split())
    if not said:
        return ()
    tokens = next(iter(Parser().parse([(said, 0)])))
    return parties_of_phrase(tokens, knowledge, on)


def parties_of_phrase(tokens: Tokens, knowledge: Knowledge, on: date | None) -> tuple[Party, ...]:
    """The parties of a parsed phrase."""
    hits = Names(knowledge).find(tokens.text)
    actors = Actors(tokens, hits, knowledge, RoleNouns(knowledge.roles), Discourse(on))
    root = next(i for i in range(len(tokens)) if tokens.heads[i] == i)
    found = actors.parties(root)
    if found:
        return found
    return tuple(p for i in range(len(tokens)) if (p := actors.party(i)) is not None and p.code)[:1]

"""Whose a thing, a role or a body is: by possessor, nationality, or of, from and in."""

from __future__ import annotations

from collections.abc import Callable

from detente.model import Party
from detente.reading.named import NamedWords
from detente.reading.reference import RELATIONAL, SUFFERED
from detente.reading.tokens import Tokens

PartyOf = Callable[[int], Party | None]
_AFFILIATION = ("of", "from", "in", "for")


def affiliation(tokens: Tokens, named: NamedWords, party_of: PartyOf, head: int) -> Party | None:
    """The state or body that a role belongs to: by nationality, possessor, or of/from/in."""
    for i in range(head - 1, tokens.phrase_start(head) - 1, -1):
        if i in named and (found := named.owner(i)):
            return found
    if tokens.lemmas[head] in RELATIONAL:  # "Iran's ally" is not Iran
        return None
    for c in tokens.all_children(head, "poss"):
        owner = party_of(c)
        if owner is not None and owner.code:
            return owner
    for prep in tokens.all_children(head, "prep"):
        if tokens.lower[prep] in _AFFILIATION:
            for c in tokens.all_children(prep, "pobj"):
                owner = party_of(c)
                if owner is not None and owner.code and (tokens.lower[prep] != "for" or "spokes" in tokens.lower[head]):
                    return owner
    return None


def owner_of_thing(tokens: Tokens, named: NamedWords, party_of: PartyOf, head: int) -> Party | None:
    """The actor that a thing belongs to or comes from; None where it is nobody's, or was done to its owner."""
    suffered = tokens.lemmas[head] in SUFFERED  # in "the overthrow of X" X did nothing
    for c in tokens.all_children(head, "poss"):
        if not suffered and (owner := party_of(c)) is not None and owner.code:
            return owner
    for i in range(head - 1, tokens.phrase_start(head) - 1, -1):
        if i in named and (found := named.owner(i)):
            return found
    for prep in tokens.all_children(head, "prep", "agent"):
        if tokens.lower[prep] in ("by", "from") or (tokens.lower[prep] == "of" and not suffered):
            for c in tokens.all_children(prep, "pobj"):
                if (owner := party_of(c)) is not None and owner.code:
                    return owner
    return None


def other_state(tokens: Tokens, party_of: PartyOf, head: int, party: Party) -> Party | None:
    """The state that owns a body which another state has too ("Chile's Defense Department")."""
    for c in tokens.all_children(head, "poss"):
        owner = party_of(c)
        if owner is not None and owner.code == owner.country and owner.country not in ("", party.country):
            return owner
    return None

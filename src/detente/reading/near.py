"""Pairs that the rules nearly found: one known actor does something to another by a word that no rule fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.knowledge.entries import Rule
from detente.model import Claim
from detente.reading.arguments import Frame, frame, prepositions_of
from detente.reading.match import Match
from detente.reading.tokens import Tokens
from detente.reading.who import Actors

#: verbs that say how things stand, or lead to another verb that says what is done
_EMPTY = frozenset("be have do become remain seem appear include contain consist exist mean say tell".split())
#: prepositions that rarely lead to whom a deed is done
_ASIDE = frozenset("after before during since until in at near by of as than like under amid despite".split())


def near_misses(tokens: Tokens, actors: Actors, claims: Iterable[Claim]) -> Iterator[tuple[int, int, int]]:
    """Verb, head of the source and head of the target of each pair that no claim of the sentence joins yet."""
    joined = {(s.code, t.code) for claim in claims for s in claim.source for t in claim.target}
    joined |= {(t, s) for s, t in joined}
    for verb in range(len(tokens)):
        if not tokens.is_verb(verb) or tokens.deps[verb] in ("aux", "auxpass") or tokens.lemmas[verb] in _EMPTY:
            continue
        found = frame(tokens, verb)
        source = next((i for i in found.agents if _code(actors, i)), None)
        if source is None:
            continue
        for target in _aimed(tokens, found):
            codes = (_code(actors, source), _code(actors, target))
            if codes[1] and codes[0] != codes[1] and codes not in joined:
                joined |= {codes, codes[::-1]}
                yield verb, source, target
                break


def as_match(rule: Rule, verb: int, source: int, target: int) -> Match:
    """The pair as if a rule had fitted at the verb."""
    return Match(rule, verb, (("S", source), ("T", target)), frozenset())


def _aimed(tokens: Tokens, found: Frame) -> Iterator[int]:
    """Heads of what a deed may be aimed at: objects, what hangs on them, what prepositions lead to."""
    yield from found.objects
    for thing in found.objects:
        yield from (i for adp, i in prepositions_of(tokens, thing) if adp not in _ASIDE)
    yield from (i for adp, i in found.prepositions if adp not in _ASIDE)


def _code(actors: Actors, head: int) -> str:
    parties = actors.parties(head)
    return parties[0].code if parties else ""

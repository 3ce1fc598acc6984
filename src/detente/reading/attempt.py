"""One try to fit a pattern: what may stand in its places, and what has been filled so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.knowledge.patterns import Complement, Filler
from detente.reading.arguments import prepositions_of
from detente.reading.calendar_words import CALENDAR
from detente.reading.measures import MEASURES
from detente.reading.tokens import Tokens
from detente.reading.who import Actors

#: prepositions that say whose a thing is
_OWNING = frozenset({"of", "for", "from", "against", "on"})
#: how many words are looked at for what a word counts
_MOST = 6
#: what is said of goods to tell where they are from
_MADE = frozenset("made produced grown refined cooked looted stolen seized mined pumped manufactured bought".split())


def is_time(tokens: Tokens, i: int) -> bool:
    """Whether a word is a year or a name of the calendar, which no claim is about."""
    word = tokens.lower[i]
    return word in CALENDAR or (len(word) == 4 and word.isdigit())


def _is_clause(tokens: Tokens, i: int) -> bool:
    return tokens.is_verb(i) or tokens.deps[i] in ("ccomp", "xcomp", "pcomp")


@dataclass(slots=True)
class Attempt:
    """What has been filled so far while one pattern is tried."""

    tokens: Tokens
    actors: Actors
    slots: dict[str, list[int]]
    used: set[int]

    def accepts(self, filler: Filler, i: int) -> bool:
        """Fill a place with a word if it fits there."""
        if i in self.used:
            return False
        if filler.literal:
            return self._literal(filler, i)
        if filler.slot in "STV" and not self.is_actor(filler, i):
            return False
        if filler.slot == "X" and is_time(self.tokens, i):
            return False
        if filler.slot == "C" and not _is_clause(self.tokens, i):
            return False
        self.slots.setdefault(filler.slot, []).append(i)
        self.used.add(i)
        return True

    def is_actor(self, filler: Filler, i: int) -> bool:
        """Whether a word is a party, and of the sort that a slot asks for."""
        parties = self.actors.parties(i)
        if filler.sort == "state" and not any(p.code for p in parties):  # an authority of nobody is no state
            return False
        return bool(parties) and (not filler.sort or self.actors.is_sort(i, filler.sort))

    @property
    def filled(self) -> set[int]:
        """The words in slots."""
        return {i for words in self.slots.values() for i in words}

    def of_the_thing(self, complement: Complement, head: int, doers: Iterable[int]) -> bool:
        """Whether the thing itself says whose it is: "closed Qatar's office", "is home to a Russian base"."""
        filler = complement.filler
        if filler is None or filler.slot not in ("S", "T") or not complement.adpositions & _OWNING:
            return False
        if filler.sort == "place" or {"in", "at"} <= complement.adpositions:  # whose troops they are is not where
            return False
        own = {party.code for doer in doers for party in self.actors.parties(doer)}
        for i in sorted(self.used - {head} - self.filled):
            if own.issuperset(party.code for party in self.actors.parties(i)):
                continue  # "withdrew its troops": the source's own
            known = any(p.code for p in self.actors.parties(i)) or (
                filler.slot == "T" and complement.adpositions & {"of", "for"}
            )
            if known and self.is_actor(filler, i):
                self.slots[filler.slot] = [i]
                return True
        return False

    def _literal(self, filler: Filler, i: int) -> bool:
        for candidate in told_words(self.tokens, i):
            lemma = self.tokens.lemmas[candidate]
            for noun, modifier in filler.nouns:
                if noun in (lemma, self.tokens.lower[candidate]) and has_modifier(self.tokens, candidate, modifier):
                    self.used.add(candidate)
                    return True
        return False


def told_words(tokens: Tokens, i: int) -> list[int]:
    """A word, those joined to it, and what it counts or measures ("tonnes of rice", "dozens of troops")."""
    found = tokens.conjuncts(i)
    for word in found:  # what is counted may count in its turn: "most of the exports of tin"
        if tokens.lemmas[word] in MEASURES and len(found) < _MOST:
            found += [_meant(tokens, c) for adp, c in prepositions_of(tokens, word) if adp in ("of", "in")]
    return found


def _meant(tokens: Tokens, i: int) -> int:
    """A word, or of "heroin, most of which" the heroin."""
    if tokens.lower[i] not in ("which", "whom"):
        return i
    return next((tokens.heads[a] for a in tokens.ancestors(i) if tokens.deps[a] == "relcl"), i)


def has_modifier(tokens: Tokens, i: int, modifier: str) -> bool:
    """Whether a word has a modifier before it; any word has the modifier ""."""
    if not modifier:
        return True
    return any(
        modifier in (tokens.lemmas[c], tokens.lower[c])
        for c in tokens.children[i]
        if tokens.deps[c] in ("amod", "compound", "nmod", "advmod", "npadvmod", "poss", "nummod")
        or (modifier == "no" and tokens.deps[c] == "det")
    )


def made_in(tokens: Tokens, thing: int) -> list[tuple[str, int]]:
    """Where a thing is from by where it was made: "pills made in Burma", "rockets looted in Libya"."""
    made = [c for c in tokens.all_children(thing, "acl") if tokens.lower[c] in _MADE]
    return [("from", i) for c in made for adp, i in prepositions_of(tokens, c) if adp in ("in", "from", "by")]

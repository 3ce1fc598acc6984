"""The known names in a parsed sentence: which words they cover, what they mean, and what is none after all."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from detente.knowledge.entries import Entry, How, Knowledge, Naming, Sort
from detente.knowledge.text import fold
from detente.model import Party
from detente.reading.discourse import Discourse
from detente.reading.meaning import choose, party_of
from detente.reading.names import Hit
from detente.reading.tokens import Tokens

#: words before a state's name that leave it a state ("mainland China"); other names before it make it a surname
_STATE_WORDS = frozenset(
    "mainland nazi communist imperial occupied greater modern metropolitan soviet republican fascist baathist "
    "islamic revolutionary north south east west northern southern eastern western central upper lower new old "
    "free".split()
)
_HELPED = frozenset("backed held allied trained supported funded sponsored armed based controlled occupied".split())
_PLACES = frozenset({How.NAME, How.SEAT, How.CITY})
#: what stands between a forename and a surname
_NAME_ARTICLES = frozenset("al el ad as ash an ar at bin ibn ben bint".split())
#: what a surname may be besides: a people, a town, somebody else's
_BORNE = frozenset({How.PEOPLE, How.CITY, How.SURNAME})


def _forename(tokens: Tokens, surname: int) -> int:
    """The word before a surname and its article ("Nasr" in "Nasr al-Hariri"), -1 for none."""
    before = surname - 1
    while before >= 0 and (tokens.words[before] == "-" or tokens.lower[before] in _NAME_ARTICLES):
        before -= 1
    return before


class Named(NamedTuple):
    """A known name in a sentence: its meaning, and its first and last word."""

    naming: Naming
    first: int
    last: int


class NamedWords:
    """The words of a sentence that stand in known names.  Made for a sentence and a day."""

    def __init__(
        self, tokens: Tokens, hits: list[Hit], knowledge: Knowledge, discourse: Discourse, roles: frozenset[int]
    ) -> None:
        self._tokens = tokens
        self._hits = hits
        self._knowledge = knowledge
        self._roles = roles
        self._day = discourse.published
        self._words = self._aligned(discourse)

    def __contains__(self, i: int) -> bool:
        return i in self._words

    def __getitem__(self, i: int) -> Named:
        return self._words[i]

    def as_of(self, day: date) -> NamedWords:
        """The same names with what they meant on a day."""
        then = copy(self)
        then._day = day
        then._words = {i: self._then(named, day) for i, named in self._words.items()}
        return then

    def _then(self, named: Named, day: date) -> Named:
        """The name with the meaning that it had on a day, where that was another state's."""
        if named.naming.how is not How.NAME or self._knowledge.entries[named.naming.entry].sort is not Sort.STATE:
            return named
        start = self._knowledge.entries[named.naming.entry].start
        if start is None or day >= start:
            return named
        said = fold(self._tokens.slice(named.first, named.last).text)
        older = [n for n in self._knowledge.namings.get(said, ()) if n.how is How.FORMER]
        return named._replace(naming=older[0]) if older else named

    def entry(self, i: int) -> Entry:
        """What is known of the name that covers a word."""
        return self._knowledge.entries[self._words[i].naming.entry]

    def party(self, i: int, first: int, last: int) -> Party | None:
        """The party that the name at a word means, in the words from first to last; None for a mere place."""
        entry = self.entry(i)
        if entry.sort in (Sort.REGION, Sort.CITY):
            return self._place(entry, entry.country, first, last)
        said = self._tokens.slice(first, last)
        naming = self._words[i].naming
        return party_of(naming, self._knowledge, self._day, text=said.text, start=said.start, end=said.end)

    def in_place(self, i: int) -> bool:
        """Whether a word is part of the longer name of a place, as the bank of the West Bank is."""
        name = self._words.get(i)
        return name is not None and name.last > name.first and self.entry(i).sort in (Sort.REGION, Sort.CITY)

    def owner(self, i: int) -> Party | None:
        """The party that the name at a word means where it says whose something is ("Turkish", "NATO")."""
        if self.entry(i).sort is Sort.OUTLET or self._beside_hyphen(i):
            return None
        party = self.party(i, self._words[i].first, self._words[i].last)
        return replace(party, sector="") if party and self.entry(i).sort is Sort.STATE else party

    def _beside_hyphen(self, i: int) -> bool:
        """Whether a name is only what a group is for or against, or whose help it has: "anti-X", "X-backed"."""
        t, (_, first, last) = self._tokens, self._words[i]
        before = first >= 2 and t.words[first - 1] == "-" and t.lower[first - 2] in ("anti", "pro", "non")
        behind = last + 2 < len(t) and t.words[last + 1] == "-" and t.lower[last + 2] in _HELPED
        return before or behind

    def _place(self, place: Entry, country: str, first: int, last: int) -> Party | None:
        """A city or a region of one state stands for that state; one that crosses borders stands for nobody."""
        if not country:
            return None
        state = self._knowledge.entry_on(country, self._day)
        said = self._tokens.slice(first, last)
        return Party(
            text=said.text, start=said.start, end=said.end, code=state.id, country=state.country, name=place.name,
            reason=f"{place.name} is in {state.name}",
        )  # fmt: skip

    def _aligned(self, discourse: Discourse) -> dict[int, Named]:
        words: dict[int, Named] = {}
        for hit in self._hits:
            at = self._tokens.at(hit.start, hit.end)
            if at is None or self._is_introduced(hit, discourse):
                continue
            if self._is_other_name(hit, *at):
                self._note_stranger(hit, discourse)
                continue
            naming = choose(hit.namings, self._knowledge, discourse)
            if naming is None:
                continue
            if naming.how is How.NAME:
                discourse.full_names.add(naming.entry)
            words.update((i, Named(naming, *at)) for i in range(at[0], at[1] + 1))
        return words

    def _is_introduced(self, hit: Hit, discourse: Discourse) -> bool:
        """Whether somebody introduced before bears the name of a people or a place: "Letts" after "John Letts"."""
        if hit.words in discourse.strangers:
            return not any(n.entry in discourse.full_names or self._serves(n) for n in hit.namings)
        return hit.words in discourse.introduced and any(n.how in _BORNE for n in hit.namings)

    def _serves(self, naming: Naming) -> bool:
        """Whether a person is in office on the day: the bare surname then means them all the same."""
        return any(term.holds(self._day) for term in self._knowledge.entries[naming.entry].terms)

    def _note_stranger(self, hit: Hit, discourse: Discourse) -> None:
        """Note that a surname is also somebody's whom no table knows, so that it is not read as known later."""
        if all(n.how in (How.SURNAME, How.PEOPLE) for n in hit.namings):
            discourse.strangers.add(hit.words)

    def _is_other_name(self, hit: Hit, first: int, last: int) -> bool:
        """Whether the words are part of a longer name that nobody knows, or no name at all ("may")."""
        t = self._tokens
        if t.lower[last] in ("may", "march", "said") and first == last and t.tags[last] in ("MD", "VB", "VBD"):
            return True
        return self._starts_longer_name(hit, last) or self._ends_longer_name(hit, first, last)

    def _ends_longer_name(self, hit: Hit, first: int, last: int) -> bool:
        """Whether a state's, city's or region's word is a surname ("Michael Jordan")."""
        t, before = self._tokens, _forename(self._tokens, first)
        if before < 0 or t.tags[before] != "NNP" or t.heads[before] != last or t.deps[before] != "compound":
            return False
        if self._is_somebody_else(hit, before):
            return True
        if first == last and any(n.how is How.PEOPLE for n in hit.namings) and self._unknown(before):
            return fold(t.lower[before]) in self._knowledge.genders  # "John Letts" is no Latvian
        is_place = any(n.how in _PLACES and self._is_place(n) for n in hit.namings)
        return is_place and t.lower[before] not in _STATE_WORDS and before not in self._roles and self._unknown(before)

    def _is_somebody_else(self, hit: Hit, before: int) -> bool:
        """Whether a forename that is not theirs stands before the surname of those known by it."""
        known = [self._knowledge.entries[n.entry] for n in hit.namings]
        if before in self._roles or any(n.how is not How.SURNAME for n in hit.namings):
            return False
        if not self._is_personal(before):
            return False
        forename = fold(self._tokens.lower[before])
        return len(forename) > 2 and not any(forename in fold(e.name).lower() for e in known)

    def _starts_longer_name(self, hit: Hit, last: int) -> bool:
        """Whether a known name begins somebody else's ("Juan Carlos" in "Juan Carlos Jobet", "Shiraz Malik")."""
        t = self._tokens
        sorts = {self._knowledge.entries[n.entry].sort for n in hit.namings}
        if last + 1 >= len(t) or t.tags[last + 1] != "NNP":
            return False
        part = t.deps[last] == "compound" and t.heads[last] > last and self._is_personal(last + 1)
        if sorts <= {Sort.CITY, Sort.REGION}:
            return part and t.heads[last] == last + 1 and self._is_somebody(last + 1)
        return part and sorts == {Sort.PERSON}

    def _is_somebody(self, surname: int) -> bool:
        """Whether an unknown name is a person's by what is beside it: "Malik, a director", "Malik, 34"."""
        t = self._tokens
        if surname in self._roles:
            return False
        if t.deps[surname] == "nsubj" and t.lemmas[t.heads[surname]] in self._knowledge.speech:
            return True
        beside = t.all_children(surname, "appos", "nummod")
        return any(i in self._roles or t.tags[i] == "CD" for i in beside)

    def _is_personal(self, i: int) -> bool:
        """Whether a word is in no known name, or is what some other person is called."""
        over = [h for h in self._hits if h.start <= self._tokens.starts[i] < h.end]
        return all(n.how is How.SURNAME for h in over for n in h.namings)

    def _unknown(self, i: int) -> bool:
        """Whether a word is in no known name: a first name, most likely."""
        return not any(h.start <= self._tokens.starts[i] < h.end for h in self._hits)

    def _is_place(self, naming: Naming) -> bool:
        return self._knowledge.entries[naming.entry].sort in (Sort.STATE, Sort.CITY, Sort.REGION)

"""What a party of a claim is called in a sentence: with its article, by its sector, and as it was known at the time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.knowledge import Entry, How, Knowledge, Sort
from detente.knowledge.text import fold
from detente.knowledge.wording import Names
from detente.model import Claim, Party

_HEAD_ENDS = re.compile(r" (?:of|for|on|in|and|to|against|from|with)\b")
_DETERMINED = re.compile(
    r"(?:the|a|an|some|many|several|two|three|four|five|six|\d[\d,]*|thousands|hundreds|dozens|up|about)\b", re.I
)
_POSSESSIVE = re.compile(r"(?:its|his|her|their|our|my|your|whose)\b", re.I)
_LOWER = re.compile(r"\b[a-z]{3,}")


#: words for those who act for a somebody: "his government" is no person
_OF_SOMEBODY = re.compile(
    r"(?:its|his|her|their) (?:\w+ )?(?:government|country|nation|administration|regime|cabinet)", re.I
)
_ORDINAL = re.compile(r"^((?:the|a) )?(?:first|second|third|last|next|then|former|new) ")
_PLACED = frozenset({"ASSAULT", "RETREAT", "presence", "occupation", "PROTEST", "MOBILIZE"})


@dataclass(frozen=True, slots=True)
class Name:
    """Words for a party, whether they are plural, and the code they stand for ("" where only the words are known)."""

    text: str
    plural: bool
    code: str = ""
    person: bool = False


def names_of(parties: Iterable[Party], claim: Claim, knowledge: Knowledge) -> list[Name]:
    """The names of some parties of a claim, each once; empty where one of them cannot be named."""
    found: list[Name] = []
    for party in _states_of_groups(parties, claim.parties, knowledge):
        name = name_of(party, claim, knowledge)
        if name is None:
            return []
        if name.text not in [n.text for n in found]:
            found.append(name)
    return found


def name_of(party: Party, claim: Claim, knowledge: Knowledge) -> Name | None:
    """What a party is called; None where its words only point to somebody that is not known."""
    names = knowledge.wording.names
    entry = _entry(party, knowledge)
    if _OF_SOMEBODY.fullmatch(party.text):
        entry = knowledge.entries.get(party.country or party.code, entry)
    if entry is None:
        return _from_words(party, claim, knowledge)
    on = claim.when.start or claim.when.end
    if entry.sort is Sort.PERSON:
        return Name(_titled(entry, on, names), False, party.code, person=True)
    if entry.sort is Sort.STATE:
        return _of_state(entry, party, claim, knowledge)
    name = named(entry, names)
    return Name(name.text, name.plural or _is_people(name.text.split(" ")[-1], knowledge), name.code)


def named(entry: Entry, names: Names) -> Name:
    """The name of a known actor with its article."""
    called = names.spoken_as.get(entry.id) or re.sub(r" \(.*\)$", "", entry.name)
    plural = called in names.plural_names or _head(called) in names.plural_heads
    return Name(with_the(called, names), plural, entry.id)


def with_the(name: str, names: Names) -> str:
    """A name with "the" where it takes one."""
    if name.lower().startswith("the ") or name in names.bare_names:
        return name
    takes = name in names.the_names or name in names.plural_names or _head(name) in names.the_heads
    return f"the {name}" if takes else name


def _head(name: str) -> str:
    return _HEAD_ENDS.split(name)[0].split(" ")[-1]


def _entry(party: Party, knowledge: Knowledge) -> Entry | None:
    """The entry of a party: that of the person where it names one, else of its code."""
    if party.name:
        for naming in knowledge.namings.get(fold(party.name), ()):
            entry = knowledge.entries[naming.entry]
            if entry.sort is Sort.PERSON and entry.name == party.name:
                return entry
    if not party.code:
        return None
    actor = knowledge.entries.get(party.code)
    if actor is not None and party.name and party.name != actor.name and actor.sort is Sort.STATE:
        return _other_name(party, actor, knowledge)
    return actor


def _other_name(party: Party, state: Entry, knowledge: Knowledge) -> Entry | None:
    """The state where a party is named after one of its cities or has another of its names; None for a person."""
    known = {naming.entry for naming in knowledge.namings.get(fold(party.name), ())}
    sorts = {knowledge.entries[entry].sort for entry in known}
    return state if state.id in known or sorts & {Sort.CITY, Sort.REGION} else None


def _of_state(entry: Entry, party: Party, claim: Claim, knowledge: Knowledge) -> Name | None:
    """The name of a state, or of those who act for it: in the report's own words where these say who they are."""
    names = knowledge.wording.names
    plain = named(entry, names)
    if claim.type in _PLACED and not party.sector and _is_place(party.text, knowledge):
        return Name(party.text, False, entry.id)
    own = _own_words(party, entry, claim, knowledge)
    if party.sector in ("", "GOV"):
        return replace(own, person=not own.plural) if own and party.sector == "GOV" else plain
    if own:
        return own
    words, plural = names.sectors.get(party.sector, ("", False))
    adjective = adjective_of(entry, knowledge)
    return Name(words.format(adj=adjective), plural, entry.id) if words and adjective else plain


def _own_words(party: Party, entry: Entry, claim: Claim, knowledge: Knowledge) -> Name | None:
    """The words of the report, where they name the state and say which of its people are meant."""
    words = " ".join(party.text.split())
    if not _mentions(words, entry, knowledge) or not _LOWER.search(words) or _POSSESSIVE.match(words):
        return None
    if " of " in words or " and " in words or len(words.split()) > 5:
        return None
    text, plural = _determined(words, party, claim)
    text = _ORDINAL.sub(r"\1", text)
    return Name(text, plural, entry.id) if plural or _DETERMINED.match(text) else None


def _is_place(words: str, knowledge: Knowledge) -> bool:
    return any(n.how in (How.CITY, How.SEAT) for n in knowledge.namings.get(words, ()))


def _mentions(words: str, entry: Entry, knowledge: Knowledge) -> bool:
    pieces = [words, *words.split(" "), *(w.removesuffix("'s").removesuffix("’s") for w in words.split(" "))]
    return any(n.entry == entry.id for piece in pieces for n in knowledge.namings.get(piece, ()))


def adjective_of(entry: Entry, knowledge: Knowledge) -> str:
    """The usual adjective of a state: "Ethiopian"; "" where none is known."""
    return next((a for a, state in _adjectives(knowledge) if state == entry.id), "")


def _adjectives(knowledge: Knowledge) -> Iterable[tuple[str, str]]:
    for words, namings in knowledge.namings.items():
        for naming in namings:
            if naming.how is How.ADJECTIVE and not words.isupper() and words != knowledge.entries[naming.entry].name:
                yield words, naming.entry


def _from_words(party: Party, claim: Claim, knowledge: Knowledge) -> Name | None:
    """A party of which only the words are known, with the determiner that the report gives it."""
    names = knowledge.wording.names
    words = " ".join(party.text.split())
    if not party.name and party.start == claim.sentence.start and not party.code:
        words = words[:1].lower() + words[1:]
    if not party.name and (words.lower(),) in knowledge.roles:
        words = words.lower()
    if party.name and party.name == words.removeprefix("the ") and words[:1].isupper() and not _LOWER.search(words):
        return Name(with_the(words, names), _is_people(words, knowledge), party.code)
    if words.lower() in names.pointers or _POSSESSIVE.match(words) or words.lower().split(" ")[0] in names.pointers:
        return Name(with_the(party.name, names), False, party.code) if party.name else None
    if words[:1].isupper() and not _LOWER.search(words):
        many = _is_people(words, knowledge) or (not party.name and _is_plural(words))
        return Name(with_the(words, names), many, party.code)
    text, plural = _determined(words, party, claim)
    return Name(text, plural, party.code) if plural or _DETERMINED.match(text) else None


def _is_people(word: str, knowledge: Knowledge) -> bool:
    """Whether a name is that of a people: "Muslims" are many."""
    if not word.endswith("s") or word in knowledge.wording.names.bare_names:
        return False
    named = knowledge.namings.get(word, ())
    return any(n.how is How.PEOPLE or knowledge.entries[n.entry].sort is Sort.GROUP for n in named)


def _determined(words: str, party: Party, claim: Claim) -> tuple[str, bool]:
    """The words with the determiner that stands before them in the report, and whether they are plural."""
    plural = _is_plural(words)
    if _DETERMINED.match(words):
        return words, plural and not words.lower().startswith(("a ", "an "))
    before = claim.sentence.text[: max(party.start - claim.sentence.start, 0)].rstrip().rsplit(" ", 1)[-1].lower()
    if before in ("a", "an", "the", "some", "many", "several", "two", "three", "four", "five", "six"):
        return f"{before} {words}", plural and before not in ("a", "an")
    return words, plural


def _is_plural(words: str) -> bool:
    head = _HEAD_ENDS.split(words)[0].split(" ")[-1].lower()
    if head in ("police", "people", "children") or head.endswith(("men", "women")):
        return True
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "'s", "’s"))


def _titled(entry: Entry, on: date | None, names: Names) -> str:
    """A person's name with the title borne on a day, where the day is known and the title one that leads a name."""
    if on is None or entry.name.split(" ")[0] in names.titles:
        return entry.name
    held = [t.title for t in entry.terms if t.holds(on) and t.title in names.titles]
    return f"{held[0]} {entry.name}" if held else entry.name


def _states_of_groups(parties: Iterable[Party], everybody: Sequence[Party], knowledge: Knowledge) -> Iterable[Party]:
    """The parties; of some that one word names together ("the two"), states where one of them is told as a state."""
    for party in parties:
        others = [p for p in everybody if p != party and (p.start, p.end) == (party.start, party.end)]
        if others and is_person(party, knowledge) and not all(is_person(p, knowledge) for p in others):
            yield Party(text=party.text, start=party.start, end=party.end, code=party.code, country=party.country)
        else:
            yield party


def is_person(party: Party, knowledge: Knowledge) -> bool:
    """Whether a party is a person that is known by name."""
    entry = _entry(party, knowledge)
    return entry is not None and entry.sort is Sort.PERSON

"""Where it happened, as far as the words say: a city, a region, a country, or nothing."""

from __future__ import annotations

from detente.knowledge.entries import How, Knowledge, Sort
from detente.model import Place
from detente.reading.tokens import Tokens
from detente.reading.who import Actors

_LOCATING = frozenset({"in", "at", "near", "outside", "inside", "around", "off", "across"})
#: "in the east of Ukraine", "in the port of Aden"
_PARTS = frozenset(
    "north south east west northeast northwest southeast southwest centre center middle heart interior outskirts "
    "suburb part area region province district neighbourhood neighborhood quarter city town village port capital coast "
    "shore border edge rest side island governorate department county state corner hill mountain jungle desert".split()
)


def place_of(
    tokens: Tokens, trigger: int, actors: Actors, knowledge: Knowledge, others: frozenset[str] = frozenset()
) -> Place | None:
    """The place that a locating preposition on the trigger, or on the verb above it, names; None for none.

    `others` are prepositions that name a place too where they follow the trigger.
    """
    for head in [trigger, *tokens.ancestors(trigger)[:2]]:
        for prep in tokens.all_children(head, "prep"):
            if tokens.lower[prep] not in _LOCATING and not (head == trigger and tokens.lower[prep] in others):
                continue
            for noun in tokens.all_children(prep, "pobj"):
                if found := _named_place(tokens, noun, actors, knowledge):
                    return found
    return None


def _named_place(tokens: Tokens, noun: int, actors: Actors, knowledge: Knowledge) -> Place | None:
    naming = actors.named(noun)
    if naming is None and tokens.lemmas[noun] in _PARTS:
        parts = (p for p in tokens.all_children(noun, "prep") if tokens.lower[p] == "of")
        wholes = (w for p in parts for w in tokens.all_children(p, "pobj"))
        return next((found for w in wholes if (found := _named_place(tokens, w, actors, knowledge))), None)
    if naming is None:
        return None
    entry = knowledge.entries[naming.entry]
    said = tokens.slice(noun, noun)
    if entry.sort is Sort.REGION:
        return Place(text=said.text, name=entry.name, country=entry.country, precision="region")
    if entry.sort is Sort.CITY:
        return Place(text=said.text, name=entry.name, country=entry.country, precision="city")
    if entry.sort is not Sort.STATE:
        return None
    if naming.how is How.SEAT:
        return Place(text=said.text, name=said.text, country=entry.id, precision="city")
    if naming.how in (How.NAME, How.ABBREVIATION, How.FORMER):
        return Place(text=said.text, name=entry.name, country=entry.id, precision="country")
    return None

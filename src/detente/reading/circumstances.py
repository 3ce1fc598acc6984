"""Parties of force that the circumstances tell: whose the raid was, where the rocket came from, where it happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from detente.knowledge.entries import Knowledge
from detente.model import Party, Place
from detente.reading.arguments import prepositions_of, surface_subject
from detente.reading.match import Match
from detente.reading.nominal import noun_leads
from detente.reading.owners import SENT
from detente.reading.places import place_of
from detente.reading.tokens import Tokens
from detente.reading.who import Actors

#: nouns of force in which, by which or during which somebody is hurt
_FORCE = frozenset(
    "attack strike airstrike air-strike raid airraid shelling bombing bombardment barrage assault ambush offensive "
    "operation incursion invasion crackdown clash fighting battle firefight gunfight shootout shooting fire gunfire "
    "crossfire blast explosion missile rocket mortar shell artillery bomb drone massacre onslaught skirmish siege "
    "counterattack counteroffensive salvo fusillade torpedo grenade airpower helicopter gunship warplane".split()
)
#: what kills without anybody's doing it
_MISHAPS = frozenset(
    "crash accident earthquake quake flood flooding storm hurricane cyclone typhoon tornado avalanche landslide "
    "mudslide tsunami famine drought disease virus outbreak epidemic pandemic cholera ebola covid-19 malaria plague "
    "heat heatwave cold collapse derailment stampede wildfire volcano eruption lightning collision wreck hunger "
    "cancer".split()
)
_DURING = frozenset({"in", "by", "during", "from", "after", "amid", "under"})
_AIMED = frozenset({"on", "against"})
_WHEN = frozenset({"when", "as", "after", "while"})
#: prepositions that say where something happens
_WHERE = frozenset({"in", "at", "near", "on", "around", "outside", "inside", "across"})
#: who is of the place where force is used by or on them, if nobody says otherwise
_LOCAL = frozenset(
    "GOV MIL COP JUD LEG SPY CVL EDU HLH MED BUS LAB AGR REL OPP PTY ELI REF CRM NGO".split()
)  # not UAF and REB: who attacks in a country may come from another


def doers(tokens: Tokens, actors: Actors, trigger: int) -> tuple[Party, ...]:
    """Who used force that is told without its doer ("were killed in an Israeli raid", "was fired from Lebanon")."""
    for noun in deeds(tokens, trigger):
        found = [p for lead in noun_leads(tokens, actors, noun) for p in actors.parties(lead) if p.code or p.sector]
        if found:
            return tuple(replace(p, reason=f"{p.reason}; the {tokens.lower[noun]} was theirs") for p in found)
    return _out_of(tokens, actors, trigger)


def deeds(tokens: Tokens, trigger: int) -> list[int]:
    """Nouns of force by which, in which or during which something happens: its subject too ("an air strike killed")."""
    found = [i for adposition, i in prepositions_of(tokens, trigger) if adposition in _DURING]
    clauses = tokens.all_children(trigger, "advcl") if tokens.is_verb(trigger) else []
    during = [c for c in clauses if any(tokens.lower[w] in _WHEN for w in tokens.children[c])]
    for verb in [trigger, *during] if tokens.is_verb(trigger) else ():
        if (subject := surface_subject(tokens, verb)) is not None:
            found.append(subject)
    return [i for i in found if tokens.lemmas[i] in _FORCE]


def _out_of(tokens: Tokens, actors: Actors, verb: int) -> tuple[Party, ...]:
    """Those of the place that something was fired from: "was fired from Lebanon"."""
    for adposition, i in prepositions_of(tokens, verb) if tokens.lemmas[verb] in SENT else ():
        if adposition == "from" and (found := tuple(p for p in actors.parties(i) if p.code)):
            return tuple(replace(p, reason=f"{p.reason}; it came from there") for p in found)
    return ()


def scene(tokens: Tokens, heads: Iterable[int], actors: Actors, knowledge: Knowledge) -> Place | None:
    """The first place in a known state that stands with one of some words, or with the verb above them.

    What a deed is aimed at is a place as well: "died in a raid on Gaza".
    """
    for head in heads:
        aimed = _AIMED if tokens.lemmas[head] in _FORCE else frozenset()
        if (place := place_of(tokens, head, actors, knowledge, aimed)) is not None and place.country:
            return place
    return None


def hurts_nobody(tokens: Tokens, match: Match) -> bool:
    """Whether what is told as force is the work of a crash, or is done to what is fired and not to who is hit."""
    if match.rule.quad != 4:
        return False
    if any(tokens.lemmas[i] in _MISHAPS for i in match.slot("S")):
        return True
    return tokens.lemmas[match.trigger] in SENT and any(tokens.lemmas[i] in _FORCE for i in match.slot("T"))


def struck(
    tokens: Tokens, actors: Actors, trigger: int, source: tuple[Party, ...], knowledge: Knowledge
) -> tuple[Party, ...]:
    """Whom force is used on where nobody is named: those of the place where it happens."""
    for head in [trigger, *tokens.ancestors(trigger)[:1]]:
        for adposition, i in prepositions_of(tokens, head):
            party = actors.party(i) if adposition in _WHERE and actors.is_mention(i) else None
            if party and party.country and not any(party.code == s.code for s in source):
                return (replace(party, reason=f"{party.reason}; it happened there"),)
    return _fought(source, knowledge)


def _fought(source: tuple[Party, ...], knowledge: Knowledge) -> tuple[Party, ...]:
    """The state that rebels fight, where nothing else says whom they attack."""
    for party in source:
        state = knowledge.entries.get(party.country)
        if party.sector == "REB" and state is not None and party.code != party.country:
            reason = f"the state that {party.label} fights"
            return (replace(party, code=state.id, country=state.id, sector="", name=state.name, reason=reason),)
    return ()


def of_the_place(parties: tuple[Party, ...], place: Place | None, knowledge: Knowledge) -> tuple[Party, ...]:
    """The parties, those of no known state as of the one where it happens ("killed five people in Gaza")."""
    entry = knowledge.entries.get(place.country) if place else None
    if place is None or entry is None:
        return parties
    reason = f"of {entry.name}, as it happened in {place.text}"
    return tuple(
        replace(p, code=entry.id, country=entry.id, name=entry.name, reason=f"{p.reason}; {reason}")
        if not p.code and not p.country and p.sector in _LOCAL
        else p
        for p in parties
    )

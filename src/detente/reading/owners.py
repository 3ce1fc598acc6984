"""Whose a thing, a role or a body is: by possessor, nationality, or of, from and in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from detente.knowledge.entries import How, Role, Sort
from detente.model import Party
from detente.reading.named import NamedWords
from detente.reading.reference import RELATIONAL, SUFFERED
from detente.reading.tokens import Tokens

#: what a state has in others
_MISSIONS = frozenset("embassy legation consulate mission ambassador consul charge".split())
#: what is named for the town where it was made, or where they met
_MET = frozenset(
    "group process talk talks agreement accord summit conference treaty protocol convention format round track deal "
    "declaration communique pact".split()
)
#: whoever is somebody's, not one of them: a US proxy is no American
_OF_OTHERS = frozenset("proxy satellite vassal critic".split())
#: verbs by which somebody is told to be in an office
_BEING = frozenset("be become appoint name elect nominate remain select confirm make".split())
#: who has a seat abroad in the way of duty
_POSTED = frozenset("diplomat ambassador envoy correspondent journalist reporter attache peacekeeper troop".split())

#: what is done to forces that are elsewhere than at home
_TAKING_AWAY = frozenset(
    "withdraw pull bring remove recall evacuate repatriate extract withdrawal pullout removal evacuation exit recall "
    "return departure".split()
)
#: how weapons come from where they stand: "rockets fired from Gaza"
SENT = frozenset("fire launch lob shoot hurl send aim rain drop plant lay".split())
#: who may have a seat abroad, and what such a seat is called
_LODGED = frozenset(
    "group movement militant rebel fighter guerrilla insurgent militia cell network extremist jihadist separatist "
    "organisation organization faction company firm gang cartel exile dissident".split()
)
_BASES = frozenset("base camp sanctuary haven stronghold headquarters hideout office bastion".split())

PartyOf = Callable[[int], Party | None]
_AFFILIATION = ("of", "from", "in", "for")
#: prepositions of those who work for a body: "an analyst at the institute"
_EMPLOYED = ("at", "with")
_EMPLOYERS = frozenset({"EDU", "BUS", "NGO", "IGO", "MED", "HLH"})


def affiliation(tokens: Tokens, named: NamedWords, party_of: PartyOf, head: int) -> Party | None:
    """The state or body that a role belongs to: by nationality, possessor, or of/from/in."""
    if tokens.lemmas[head] not in _OF_OTHERS and (found := _named_before(tokens, named, head)):
        return found
    if tokens.lemmas[head] in RELATIONAL:  # "Iran's ally" is not Iran, but its "ally in Damascus" is in Syria
        return _placed(tokens, party_of, head, ("in", "from", "among"))
    if tokens.lemmas[head] in _LODGED and (host := _host(tokens, party_of, head)):
        return host
    for c in possessors(tokens, head):
        owner = party_of(c)
        if owner is not None and owner.code:
            return owner
    missions = tokens.lemmas[head] in _MISSIONS  # an embassy in Libya is not Libya's
    behind = head + 1
    parted = behind < len(tokens) and tokens.lower[behind] == "from" and tokens.heads[behind] != head
    led = [*tokens.all_children(head, "prep"), *([behind] if parted else [])]
    for prep in _without_whence(tokens, head, led):
        if tokens.lower[prep] in _AFFILIATION and not (missions and tokens.lower[prep] == "in"):
            for c in tokens.all_children(prep, "pobj"):
                owner = party_of(c)
                if owner is not None and owner.code and (tokens.lower[prep] != "for" or "spokes" in tokens.lower[head]):
                    return owner
    return _employer(tokens, named, party_of, head) or liege(tokens, party_of, head) or _sender(tokens, party_of, head)


def _without_whence(tokens: Tokens, head: int, prepositions: list[int]) -> list[int]:
    """The prepositions of a noun, without those of where what it names is taken away from."""
    if not _is_taken(tokens, head):
        return prepositions
    return [p for p in prepositions if tokens.lower[p] not in ("from", "in")]


def _is_taken(tokens: Tokens, head: int) -> bool:
    """Whether what a noun names is taken away, so that where from does not tell whose: "withdrew troops from Mali"."""
    above = tokens.heads[head]
    if tokens.deps[head] == "pobj" and tokens.lower[above] == "of":  # "withdrawal of troops from Mali"
        return tokens.lemmas[tokens.heads[above]] in _TAKING_AWAY
    return tokens.deps[head] in ("dobj", "nsubjpass") and tokens.lemmas[above] in _TAKING_AWAY


def _sender(tokens: Tokens, party_of: PartyOf, head: int) -> Party | None:
    """Who fired what was fired, or the place that it came from: "rockets fired from Gaza"."""
    sent = [c for c in tokens.all_children(head, "acl") if tokens.lemmas[c] in SENT and tokens.tags[c] == "VBN"]
    for prep in [p for word in sent for p in tokens.all_children(word, "prep", "agent")]:
        for c in tokens.all_children(prep, "pobj") if tokens.lower[prep] in ("by", "from") else ():
            if (owner := party_of(c)) is not None and owner.code:
                return owner
    return None


def _placed(tokens: Tokens, party_of: PartyOf, head: int, where: tuple[str, ...]) -> Party | None:
    """The known party that a preposition of place leads from a word to."""
    for prep in tokens.all_children(head, "prep"):
        for c in tokens.all_children(prep, "pobj") if tokens.lower[prep] in where else ():
            owner = party_of(c)
            if owner is not None and owner.code:
                return owner
    return None


def _host(tokens: Tokens, party_of: PartyOf, head: int) -> Party | None:
    """Where a group has its seat: "groups with bases in Waziristan", "rebels based in Chad"."""
    for prep in tokens.all_children(head, "prep"):
        bases = [c for c in tokens.all_children(prep, "pobj") if tokens.lemmas[c] in _BASES]
        if tokens.lower[prep] == "with" and bases:
            return _placed(tokens, party_of, bases[0], ("in", "at", "near", "inside"))
    for c in tokens.all_children(head, "acl", "amod"):
        if tokens.lower[c] in ("based", "headquartered", "operating", "active"):
            return _placed(tokens, party_of, c, ("in", "at", "near", "inside", "from"))
    return None


def possessors(tokens: Tokens, head: int) -> list[int]:
    """Whose a noun is said to be by a genitive; "whose" is of the noun that its clause describes."""
    found = []
    for c in tokens.all_children(head, "poss"):
        above = [a for a in tokens.ancestors(c) if tokens.deps[a] == "relcl"]
        found.append(tokens.heads[above[0]] if tokens.tags[c] == "WP$" and above else c)
    return found


def _named_before(tokens: Tokens, named: NamedWords, head: int) -> Party | None:
    """The owner whose nationality or name stands before a noun: "Kenyan", "Hamas", "Somalia-based"."""
    for i in range(head - 1, tokens.phrase_start(head) - 1, -1):
        if tokens.lemmas[head] in RELATIONAL and tokens.tags[i] == "NNP" and tokens.tags[head] == "NNS":
            return None  # "US allies" are others
        if i in named and not _is_posting(tokens, named, head, i) and (found := named.owner(i)):
            return within_state(tokens, named, head, i, found)
        based = tokens.lemmas[head] not in _POSTED and _is_base(tokens, named, i)
        if based and (found := named.party(i, i, i)):
            return found
    return None


def _is_posting(tokens: Tokens, named: NamedWords, head: int, i: int) -> bool:
    """Whether a body is where somebody else's ambassador is accredited: "Russia's UN ambassador"."""
    accredited = tokens.lemmas[head] == "ambassador" and named.entry(i).sort is Sort.ORGANISATION
    return accredited and any(j in named or tokens.deps[j] == "poss" for j in range(tokens.left_edge(head), i))


def _employer(tokens: Tokens, named: NamedWords, party_of: PartyOf, head: int) -> Party | None:
    """The body where a person works; a place is none."""
    for prep in tokens.all_children(head, "prep"):
        for c in tokens.all_children(prep, "pobj") if tokens.lower[prep] in _EMPLOYED else ():
            owner = party_of(c)
            place = c in named and named.entry(c).sort in (Sort.STATE, Sort.CITY, Sort.REGION, Sort.PERSON)
            if owner is not None and owner.code and not place and owner.sector in _EMPLOYERS:
                return owner
    return None


def _is_base(tokens: Tokens, named: NamedWords, i: int) -> bool:
    """Whether a name is where a body or a group has its seat: "a Somalia-based group"."""
    based = i in named and i + 2 < len(tokens) and tokens.words[i + 1] == "-" and tokens.lower[i + 2] == "based"
    return based and named.entry(i).sort in (Sort.STATE, Sort.CITY, Sort.REGION)


def within_state(tokens: Tokens, named: NamedWords, head: int, at: int, people: Party) -> Party:
    """A people that lives in several states, of the one named with it: "Syrian Kurds", "Kurds in Iraq"."""
    entry = named.entry(at)
    if entry.sort is not Sort.GROUP or people.country or people.sector != "CVL":
        return people
    before = [i for i in range(at - 1, tokens.left_edge(head) - 1, -1) if i in named]
    behind = [c for prep in tokens.all_children(head, "prep") if tokens.lower[prep] in ("in", "of", "from")
              for c in tokens.all_children(prep, "pobj") if c in named]  # fmt: skip
    for i in before + behind:
        state = named.owner(i)
        if state and state.country and state.code == state.country:
            return replace(people, country=state.country, reason=f"{people.reason}, those of {state.name}")
    return people


def owner_of_conjunct(tokens: Tokens, named: NamedWords, party_of: PartyOf, head: int) -> Party | None:
    """The owner that a bare noun shares with the noun it is joined to: "the Syrian army and police"."""
    first = tokens.heads[head]
    if tokens.deps[head] != "conj" or tokens.left_edge(head) != head or tokens.child(head, "prep") is not None:
        return None
    return affiliation(tokens, named, party_of, first)


def owner_of_thing(tokens: Tokens, named: NamedWords, party_of: PartyOf, head: int) -> Party | None:
    """The actor that a thing belongs to or comes from; None where it is nobody's, or was done to its owner."""
    suffered = tokens.lemmas[head] in SUFFERED  # in "the overthrow of X" X did nothing
    for c in possessors(tokens, head):
        if not suffered and (owner := party_of(c)) is not None and owner.code:
            return owner
    for i in range(head - 1, tokens.phrase_start(head) - 1, -1):
        meeting = tokens.lemmas[head] in _MET and i in named and named[i].naming.how in (How.SEAT, How.CITY)
        if i in named and not meeting and (found := named.owner(i)):
            return found
    for prep in tokens.all_children(head, "prep", "agent"):
        if tokens.lower[prep] in ("by", "from") or (tokens.lower[prep] == "of" and not suffered):
            for c in tokens.all_children(prep, "pobj"):
                if (owner := party_of(c)) is not None and owner.code:
                    return owner
    return _sender(tokens, party_of, head)


def other_state(tokens: Tokens, party_of: PartyOf, head: int, party: Party) -> Party | None:
    """The state that owns a body which another state has too ("Chile's Defense Department")."""
    for c in tokens.all_children(head, "poss"):
        owner = party_of(c)
        if owner is not None and owner.code == owner.country and owner.country not in ("", party.country):
            return owner
    return None


def other_owners(tokens: Tokens, named: NamedWords, head: int, party: Party) -> list[Party]:
    """The same role of the other states in "Pakistani and Afghan officials"."""
    if not party.code:
        return []
    first = tokens.left_edge(head)
    preps = [p for p in tokens.all_children(head, "prep") if tokens.lower[p] in ("of", "from")]
    after = [c for p in preps for c in tokens.all_children(p, "pobj")]
    places = [c for pobj in after for c in tokens.conjuncts(pobj) if len(tokens.conjuncts(pobj)) > 1]
    if any(tokens.tags[i] == "CC" for i in range(first, head)):
        places += range(first, head)
    owners = [o for i in places if i in named and (o := named.owner(i))]
    others = {o.code: o for o in owners if o.code != party.code}
    return [
        replace(
            party, code=o.code, country=o.country, name=o.name,
            reason=f"{party.text!r} is also of {o.name} ({o.reason})",
        )
        for o in others.values()
    ]  # fmt: skip


def predicate_of(tokens: Tokens, subject: int) -> int | None:
    """The noun that a clause says its subject is: "X became ambassador", "X, as Russian envoy, met Y"."""
    verb = tokens.heads[subject]
    if tokens.deps[subject] not in ("nsubj", "nsubjpass"):
        return None
    if tokens.lemmas[verb] in _BEING and (said := tokens.child(verb, "attr", "oprd")) is not None:
        return said
    for owned in [verb, *tokens.all_children(verb, "dobj")]:
        for prep in tokens.all_children(owned, "prep"):
            if tokens.lower[prep] == "as":
                return tokens.child(prep, "pobj")
    return None


def described_by(tokens: Tokens, roles: Mapping[int, tuple[int, Role]], party_of: PartyOf, head: int) -> Party | None:
    """Who a noun in apposition describes: "the Syrian Archive, a non-governmental organisation"."""
    above = tokens.heads[head]
    if tokens.deps[head] != "appos" or above in roles or tokens.tags[above] != "NNP":
        return None
    party = party_of(above)
    return replace(party, sector=party.sector or roles[head][1].sector) if party and party.code else None


def liege(tokens: Tokens, party_of: PartyOf, head: int) -> Party | None:
    """To whom somebody is loyal: "forces loyal to the president"."""
    for c in tokens.all_children(head, "amod", "acl", "relcl"):
        for prep in tokens.all_children(c, "prep") if tokens.lower[c] in ("loyal", "faithful") else ():
            for lord in tokens.all_children(prep, "pobj"):
                if (owner := party_of(lord)) is not None and owner.code:
                    return owner
    return None

"""From a role and whose it is to a party: a minister of a state, a fighter of a group, a relative of a ruler."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from detente.knowledge.entries import Entry, Knowledge, Role, Sort
from detente.model import Party, Span
from detente.reading.reference import KIN
from detente.reading.roles import STATE_SECTORS
from detente.reading.tokens import Tokens

_COUNTRIES = frozenset(
    "country nation state capital republic kingdom homeland monarchy power superpower land federation".split()
)
#: sectors of roles that bodies of a government have inside: a ministry's troops are no ministry
_OWN_SECTOR = frozenset({"MIL", "COP", "JUD", "LEG", "SPY"})
_ARMED = frozenset({"REB", "UAF"})
#: words before an office for whoever does not hold it itself
_BELOW = frozenset("junior deputy assistant vice shadow then former acting next new future incoming".split())
#: the roles that keep their sector in an owner of a sort: civilians under a movement are not the movement
_PEOPLE_OF = {
    Sort.GROUP: frozenset({"CVL", "REF", "MED", "HLH"}),
    Sort.ORGANISATION: frozenset({"CVL", "REF", "MED"}),
    Sort.OUTLET: frozenset({"MED"}),
}


def bare_party(said: Span, sector: str, reason: str = "") -> Party:
    """A party known only by a role."""
    return Party(text=said.text, start=said.start, end=said.end, sector=sector, reason=reason)


def of_owner(base: Party, owner: Party, role: Role, noun: str, knowledge: Knowledge, day: date | None) -> Party:
    """A party with a role in or for another, as of a day; `noun` is the role as it was said."""
    entry = knowledge.entries.get(owner.code)
    lemma = "" if " of " in noun else noun.rpartition(" ")[2]
    sector, name = _sector(base, owner, role, lemma, entry), ""
    office = knowledge.office_exceptions.get(owner.code, {}).get(noun, role.office)
    below = _BELOW.intersection(base.text.lower().replace("-", " ").split())
    if office and sector != "ELI" and not below and _is_whole(owner, entry):
        name = _holder(owner.code, office, knowledge, day)
    if lemma in KIN and owner.sector not in _ARMED:
        owner = replace(owner, code=owner.country or owner.code, name=_state_name(owner, knowledge))
    reason = f"{base.text!r} is a role of sector {role.sector} of {owner.name} ({owner.reason})"
    return replace(base, code=owner.code, country=owner.country, sector=sector, name=name or owner.name, reason=reason)


def _is_of_body(owner: Party, role: Role) -> bool:
    """Whether somebody is of a body in a state that is not its government: "president of the rights league"."""
    return role.sector == "GOV" and owner.sector not in STATE_SECTORS | {"", "CVL", "ELI"} and role.kind != "body"


def _sector(base: Party, owner: Party, role: Role, lemma: str, entry: Entry | None) -> str:
    if lemma in KIN and role.kind in ("person", "people"):
        return "ELI" if owner.sector in STATE_SECTORS | {"ELI"} and role.kind == "person" else role.sector
    if base.sector == "ELI":
        return base.sector
    if _is_of_body(owner, role):
        return owner.sector
    if lemma in _COUNTRIES and role.kind == "body" and entry and entry.sort is Sort.STATE:
        return ""
    if entry and entry.sort is not Sort.STATE and entry.sector != "CVL":
        keeps = role.sector in _OWN_SECTOR and entry.sector in ("GOV", "IGO")
        return base.sector if keeps or role.sector in _PEOPLE_OF.get(entry.sort, ()) else owner.sector or base.sector
    return base.sector or owner.sector


def _is_whole(owner: Party, entry: Entry | None) -> bool:
    """Whether the owner is a state or a body itself, not a province or somebody of it."""
    if entry is None or entry.sort not in (Sort.STATE, Sort.ORGANISATION, Sort.GROUP):
        return False
    return owner.name == entry.name


def _state_name(owner: Party, knowledge: Knowledge) -> str:
    state = knowledge.entries.get(owner.country)
    return state.name if state else owner.name


def _holder(code: str, office: str, knowledge: Knowledge, day: date | None) -> str:
    """Who held an office on a day; "" when unknown."""
    if day is None:
        return ""
    held = knowledge.offices.get((code, office), ())
    holders = [entry for entry, term in held if term.holds(day) and office != "minister"]
    return knowledge.entries[holders[-1]].name if holders else ""


def with_owner_words(tokens: Tokens, base: Party, owner: Party) -> Party:
    """The words of a role together with those of its owner near by: "fighters from Mali", "Egypt's president"."""
    start, end = min(base.start, owner.start), max(base.end, owner.end)
    inside = start >= tokens.offset and end - start <= (base.end - base.start) + (owner.end - owner.start) + 25
    if not inside:
        return base
    return replace(base, start=start, end=end, text=tokens.text[start - tokens.offset : end - tokens.offset])

"""Codes of other people's event data: to PLOVER roots, and to the states that we know."""

from __future__ import annotations

import re

from detente.knowledge.entries import Cameo, Knowledge, Sort
from detente.knowledge.lookup import UnknownActor, code_of

#: roots of older PLOVER versions, and the one that joins CONCEDE and RETREAT
YIELD = "YIELD"
_FORMER = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
_NOTHING = frozenset({"", "NONE", "NO EVENT", "NULL", "NA", "---"})
_CODE = re.compile(r"[A-Z]{2,3}(?:[A-Z]{3})*")
_NOBODY = re.compile(r"-{2,3}|NIL|NULL|NONE|")


class UnknownCode(ValueError):
    """A code that is in no table; the message names it."""


def cameo_of(knowledge: Knowledge, code: str) -> Cameo | None:
    """What a CAMEO code is; a longer code than is known is taken as the one that it is part of."""
    return next((knowledge.cameo[code[:n]] for n in (4, 3, 2) if code[:n] in knowledge.cameo), None)


def root_named(knowledge: Knowledge, label: str) -> str:
    """The PLOVER root that a label or CAMEO code means, YIELD included; "" for none; UnknownCode otherwise.

    CAMEO codes that lost their leading zero ("42") are read as they were meant where no other code is written so.
    """
    given = label.strip().upper()
    if given in _NOTHING:
        return ""
    if re.fullmatch(r"\d+", given):
        found = cameo_of(knowledge, given) or knowledge.cameo.get(f"0{given}")
        if found is None:
            raise UnknownCode(f"no CAMEO code is {label!r}")
        return found.root
    given = _FORMER.get(given, given)
    if given not in knowledge.roots and given != YIELD:
        raise UnknownCode(f"no root is called {label!r}")
    return given


def looks_like_a_code(given: str) -> bool:
    """Whether a party is given as a code ("USAGOV", "---MIL") and not in words."""
    return bool(_CODE.fullmatch(given) or given.startswith("---") or _NOBODY.fullmatch(given))


def country_named(knowledge: Knowledge, given: str) -> str:
    """The state that a code or name means, IGO or NGO for bodies of no one country, "" where there is none.

    A code may have sectors behind the country ("GUYJUD").  UnknownCode for a name that no state is known by.
    """
    said = given.strip()
    if _NOBODY.fullmatch(said.upper()) or said.startswith("---"):
        return ""
    if looks_like_a_code(said):
        return _country_of_code(knowledge, said)
    try:
        entry = knowledge.entries[code_of(knowledge, said)]
    except (UnknownActor, KeyError):
        raise UnknownCode(f"no country is called {given!r}") from None
    return entry.id if entry.sort is Sort.STATE else entry.country or entry.sector


def _country_of_code(knowledge: Knowledge, code: str) -> str:
    for part in (code, code[:3]):
        if part in knowledge.country_codes:
            return knowledge.country_codes[part]
        if part in knowledge.entries and knowledge.entries[part].sort is Sort.STATE:
            return part
    return ""

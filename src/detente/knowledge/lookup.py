"""From what a user types to the code of an actor, and back to what is known of it."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from detente.knowledge.entries import SECTORS, Entry, How, Knowledge, Sort
from detente.knowledge.text import fold


class UnknownActor(LookupError):
    """No actor is called so; the message suggests what is."""


def code_of(knowledge: Knowledge, words: str) -> str:
    """The code of the actor that a code, a name or an alias means; UnknownActor with suggestions otherwise.

    A person means the state or body that the person acted for last.
    """
    given = words.strip()
    if given in knowledge.entries:
        return _acting_for(knowledge.entries[given])
    for spelling in (given, given.upper(), given.title(), given.lower()):
        if spelling in knowledge.entries:
            return _acting_for(knowledge.entries[spelling])
        if entry := _named(knowledge, fold(spelling)):
            return _acting_for(entry)
    folded = fold(given).lower()
    for name in knowledge.namings:
        if name.lower() == folded and (entry := _named(knowledge, name)):
            return _acting_for(entry)
    raise UnknownActor(f"no actor is called {words!r}{_suggestions(knowledge, given)}")


def check_filters(knowledge: Knowledge, filters: Mapping[str, object]) -> None:
    """ValueError for a type, issue or sector that no claim can have, with what comes close."""
    types = {rule.type for heads in knowledge.rules.values() for rules in heads.values() for rule in rules}
    allowed = {"type": types, "issue": set(knowledge.issues) | _issues_of_rules(knowledge), "sector": set(SECTORS)}
    for name, known in allowed.items():
        given = filters.get(name)
        for value in [given] if isinstance(given, str) else list(given) if isinstance(given, (list, tuple)) else []:
            if str(value).lower() not in {k.lower() for k in known}:
                close = difflib.get_close_matches(str(value).lower(), sorted(k.lower() for k in known), n=3)
                raise ValueError(
                    f"no {name} is called {value!r}" + (f"; did you mean {', '.join(close)}?" if close else "")
                )


def _issues_of_rules(knowledge: Knowledge) -> set[str]:
    return {i for heads in knowledge.rules.values() for rules in heads.values() for rule in rules for i in rule.issue}


def _named(knowledge: Knowledge, name: str) -> Entry | None:
    namings = [n for n in knowledge.namings.get(name, ()) if not n.shy]
    entries = [knowledge.entries[n.entry] for n in namings if n.how is not How.PREFIX]
    actors = [e for e in entries if e.sort not in (Sort.REGION, Sort.CITY, Sort.OUTLET)]
    return min(actors, key=lambda e: (e.sort is Sort.PERSON, e.end is not None), default=None)


def _acting_for(entry: Entry) -> str:
    return entry.terms[-1].country if entry.sort is Sort.PERSON and entry.terms else entry.id


def _suggestions(knowledge: Knowledge, given: str) -> str:
    by_lower: dict[str, str] = {}
    for name in knowledge.namings:
        by_lower.setdefault(name.lower(), name)
    close = difflib.get_close_matches(fold(given).lower(), by_lower, n=3, cutoff=0.75)
    return f"; did you mean {', '.join(by_lower[c] for c in close)}?" if close else ""

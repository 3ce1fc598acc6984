"""Claims that say one thing put together, so that five reports are one line with five citations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.answers.lexicon import stems
from detente.answers.weighing import Level, Weighed
from detente.archive.evidence import Candidate
from detente.model import Party

#: how much of the words of two sentences must be the same for two stances to be one
_ALIKE = 0.5
_FOR_A_WITNESS = 0.15
_MOST_WITNESSES = 4
_LASTING = frozenset({"tie", "flow"})


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that claims tell, the best claim first, and how well it answers."""

    claims: tuple[Candidate, ...]
    weight: float
    level: Level
    close: bool


def merged(found: Sequence[Weighed], happenings: Mapping[str, str]) -> list[Told]:
    """What some claims tell, each thing once, the best first; `happenings` says to which each claim belongs."""
    groups: list[list[Weighed]] = []
    by_key: dict[object, list[list[Weighed]]] = {}
    for one in found:
        same = by_key.setdefault(_key(one.found, happenings), [])
        group = next((g for g in same if _one_thing(g[0].found, one.found, happenings)), None)
        if group is None:
            group = []
            same.append(group)
            groups.append(group)
        group.append(one)
    told = [_told(group) for group in groups]
    return sorted(told, key=lambda t: -t.weight)


def _key(claim: Candidate, happenings: Mapping[str, str]) -> object:
    if claim.id in happenings:
        return happenings[claim.id], _reality(claim)
    return claim.kind, claim.type, claim.mode, _codes(claim.source), _codes(claim.target), _reality(claim)


def _reality(claim: Candidate) -> tuple[str, bool]:
    """What must not be mixed in one line: how real a thing is told, and whether somebody says so."""
    return claim.status, claim.speakers > 0


def _codes(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(party.code or party.text.lower() for party in parties)


def _one_thing(one: Candidate, other: Candidate, happenings: Mapping[str, str]) -> bool:
    if one.id in happenings or one.kind in _LASTING:
        return True
    return likeness(one.sentence, other.sentence) >= _ALIKE


def likeness(one: str, other: str) -> float:
    """The share of the words of two sentences that both have."""
    left, right = set(stems(one)), set(stems(other))
    return len(left & right) / max(len(left | right), 1)


def _told(group: Sequence[Weighed]) -> Told:
    witnesses = len({w.found.outlet or w.found.article for w in group})
    extra = _FOR_A_WITNESS * min(witnesses - 1, _MOST_WITNESSES)
    return Told(tuple(w.found for w in group), group[0].weight + extra, max(w.level for w in group), group[0].close)


def chosen(told: Sequence[Told], most: int, least: float) -> list[Told]:
    """The best of what is told, each sentence once, down to a share of the weight of the best."""
    seen: set[tuple[str, int]] = set()
    kept: list[Told] = []
    for one in told:
        places = {(claim.article, claim.sentence_start) for claim in one.claims}
        if one.weight < least * told[0].weight or len(kept) == most:
            break
        if places <= seen or any(likeness(one.claims[0].sentence, k.claims[0].sentence) > 0.8 for k in kept):
            continue
        seen |= places
        kept.append(one)
    return kept

"""From judgements on pairs of claims to groups of claims that tell of one happening each."""

from __future__ import annotations

from collections.abc import Iterable

from detente.model import Judgement

#: who makes judgements when no user does; the version of the method follows
RULES = "rules"


def by_user(judgement: Judgement) -> bool:
    """Whether a user made it."""
    return not judgement.by.startswith(RULES)


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that count: of each pair of claims the latest, and one by a user before any by the rules."""
    latest: dict[frozenset[str], Judgement] = {}
    for judgement in judgements:
        pair = frozenset((judgement.left, judgement.right))
        before = latest.get(pair)
        if before is None or _rank(before) <= _rank(judgement):
            latest[pair] = judgement
    return list(latest.values())


def grouped(claims: Iterable[str], judgements: Iterable[Judgement]) -> dict[str, list[str]]:
    """The claims in groups of one happening, each under its first claim, in the order in which they are given.

    The surest judgements are followed first, a user's before those of the rules.  What would bring two
    claims together that a user has told apart is not followed.
    """
    order = {claim: n for n, claim in enumerate(claims)}
    head = {claim: claim for claim in order}
    members = {claim: [claim] for claim in order}
    counted = [j for j in standing(judgements) if j.left in order and j.right in order]
    apart = [(j.left, j.right) for j in counted if not j.same and by_user(j)]
    kept_apart = _enemies(apart)
    for judgement in sorted((j for j in counted if j.same), key=lambda j: (not by_user(j), -j.score, j.left, j.right)):
        one, two = sorted((head[judgement.left], head[judgement.right]), key=order.__getitem__)
        if one == two or any(kept_apart.get(claim, frozenset()) & set(members[two]) for claim in members[one]):
            continue
        for claim in members[two]:
            head[claim] = one
        members[one] += members.pop(two)
    return {first: sorted(held, key=order.__getitem__) for first, held in members.items()}


def _enemies(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, two in pairs:
        found.setdefault(one, set()).add(two)
        found.setdefault(two, set()).add(one)
    return found


def _rank(judgement: Judgement) -> tuple[bool, object]:
    return by_user(judgement), judgement.made

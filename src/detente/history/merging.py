"""Whether two claims tell of one happening: points for and against, each with its reason, and a score from them.

The points are weights of evidence: their sum, through the logistic function, is the score, so that 0 points
are a score of one half.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from detente.history.mentions import Mention, identity, of_state
from detente.knowledge import Merging
from detente.model import Party, Stage

#: from this score on two claims are taken to tell of one happening
SAME = 0.5
#: what two claims begin with: most pairs of reports are of different things
_START = -3.0
_SPECIFIC = 0.3


class Point(NamedTuple):
    """A piece of evidence: how much it weighs, and in what it consists."""

    weight: float
    reason: str


class Likeness(NamedTuple):
    """How likely two claims tell of one happening, and why."""

    score: float
    reason: str


class Impossible(Exception):
    """Two claims cannot tell of one happening; the message says why."""


def likeness(one: Mention, two: Mention, rules: Merging) -> Likeness:
    """The score of two claims with its reasons; 0 where something rules it out."""
    try:
        points = [
            Point(_START, "to begin with"),
            *_parties(one, two),
            *_types(one, two, rules),
            *_times(one, two, rules),
            *_places(one, two),
            *_wording(one, two, rules),
            *_same_article(one, two),
        ]
    except Impossible as reason:
        return Likeness(0.0, str(reason))
    total = sum(p.weight for p in points)
    told = "; ".join(f"{p.reason} {p.weight:+.1f}" for p in points if p.weight)
    return Likeness(round(1 / (1 + math.exp(-total)), 3), told)


# -- parties ---------------------------------------------------------------------------------------------


def _parties(one: Mention, two: Mention) -> list[Point]:
    a, b = one.claim, two.claim
    if a.symmetric or b.symmetric:
        whole = _side(a.source + a.target, b.source + b.target)
        return [Point(2 * whole.weight, f"parties: {whole.reason}")]
    source, target = _side(a.source, b.source), _side(a.target, b.target)
    return [Point(source.weight, f"source: {source.reason}"), Point(target.weight, f"target: {target.reason}")]


def _side(left: Sequence[Party], right: Sequence[Party]) -> Point:
    """How well the parties of one side agree; Impossible where both are known and have nothing in common."""
    ours, theirs = ({identity(p) for p in side} - {""} for side in (left, right))
    if not ours or not theirs:
        return Point(0.3, "not named in both")
    common = ours & theirs
    if not common:
        raise Impossible(f"{_listed(ours)} and {_listed(theirs)} have no party in common")
    share = len(common) / len(ours | theirs)
    weight, reason = (1.0, "the same") if share == 1 else (0.5 + share / 2, "some the same")
    if _of_both_sorts(left, right, common):
        return Point(weight - 0.9, f"{reason}, but state and others ({_listed(common)})")
    return Point(weight, f"{reason} ({_listed(common)})")


def _of_both_sorts(left: Sequence[Party], right: Sequence[Party], common: set[str]) -> bool:
    """Whether one side names the state and the other only those who do not act for it."""
    ours, theirs = ({of_state(p) for p in side if identity(p) in common} for side in (left, right))
    return not ours & theirs


def _listed(codes: set[str]) -> str:
    return ", ".join(sorted(codes))


# -- types -----------------------------------------------------------------------------------------------


def _types(one: Mention, two: Mention, rules: Merging) -> list[Point]:
    a, b = one.claim, two.claim
    if a.type != b.type:
        degree = rules.compatible.get(frozenset((a.type, b.type)), 0.0)
        if not degree:
            raise Impossible(f"{a.type} and {b.type} are different deeds")
        return [Point(2 * degree - 0.8, f"{a.type} and {b.type} may be one deed")]
    points = [Point(1.2, f"both {a.type}")]
    if a.mode and a.mode == b.mode:
        points.append(Point(_SPECIFIC, f"both {a.mode}"))
    elif a.mode and b.mode and not _close(a.cameo, b.cameo):
        points.append(Point(-1.0, f"{a.mode} and {b.mode}"))
    elif a.cameo and b.cameo and not _close(a.cameo, b.cameo):
        points.append(Point(-_SPECIFIC, f"codes {a.cameo} and {b.cameo}"))
    return points


def _close(one: str, two: str) -> bool:
    """Whether one CAMEO code is the other or a more general one."""
    short, long = sorted((one.rstrip("0"), two.rstrip("0")), key=len)
    return long.startswith(short)


# -- times -----------------------------------------------------------------------------------------------


def _times(one: Mention, two: Mention, rules: Merging) -> list[Point]:
    if one.days is None or two.days is None:
        raise Impossible("one of them has no time")
    gap = _gap(one.days, two.days)
    if one.dated and two.dated:
        return [_both_dated(one, two, gap, rules)]
    if gap > 0:
        raise Impossible(f"{gap} days lie between them")
    doubt = rules.recurring.get(one.claim.type, 0.0)
    planned = Stage.ANNOUNCED in (one.stage, two.stage)
    if one.dated or two.dated:
        dated = one if one.dated else two
        steps = ((3, 0.2 if planned else 0.7), (8, 0.3), (35, -0.2))
        weight = next((w for longest, w in steps if _length(dated) <= longest), -1.0)
        return [Point(weight, "the time of one fits the report of the other"), *_recurring(doubt)]
    apart = _days_between(one.published, two.published)
    near = {0: 0.7, 1: 0.5, 2: 0.1, 3: -0.4}.get(apart, -1.0)
    return [Point(near, f"reported {apart} days apart" if apart else "reported on the same day"), *_recurring(doubt)]


def _both_dated(one: Mention, two: Mention, gap: int, rules: Merging) -> Point:
    lengths = sorted(_length(m) for m in (one, two))
    if gap > 0:
        if lengths[1] > 1 or gap > 3:
            raise Impossible(f"{gap} days lie between their times")
        return Point(-0.7 if gap == 1 else -2.0, f"their days are {gap} apart")
    if lengths[1] == 1:
        return Point(1.5, f"both on {one.claim.when.start}")
    doubt = rules.recurring.get(one.claim.type, 0.0)
    steps = ((8, 1.0), (35, 0.6), (100, 0.3), (370, 0.1))
    weight = next((w for longest, w in steps if lengths[1] <= longest), -0.6)
    return Point(weight - doubt, "their times overlap")


def _recurring(doubt: float) -> list[Point]:
    return [Point(-doubt, "such deeds are frequent")] if doubt else []


def _gap(one: tuple[date, date], two: tuple[date, date]) -> int:
    """Days between two intervals, 0 where they touch or overlap."""
    return max(0, (max(one[0], two[0]) - min(one[1], two[1])).days)


def _length(mention: Mention) -> int:
    assert mention.days is not None
    return (mention.days[1] - mention.days[0]).days + 1


def _days_between(one: date | None, two: date | None) -> int:
    return abs((one - two).days) if one and two else 0


# -- places, words ---------------------------------------------------------------------------------------


def _places(one: Mention, two: Mention) -> list[Point]:
    a, b = one.claim.place, two.claim.place
    if not a or not b:
        return []
    if a.name and a.name == b.name:
        return [Point(0.6, f"both in {a.name}")]
    if a.country and b.country and a.country != b.country:
        return [Point(-1.2, f"{a.name} and {b.name} lie in different countries")]
    if a.precision == b.precision:
        return [Point(-0.7, f"{a.name or a.text} and {b.name or b.text}")]
    return []


def _wording(one: Mention, two: Mention, rules: Merging) -> list[Point]:
    least = min(len(one.words), len(two.words))
    share = len(one.words & two.words) / max(least, 3)
    points = [Point(round(1.6 * share - 0.3, 2), f"{share:.0%} of the words")]
    spoken = one.claim.type in rules.spoken or two.claim.type in rules.spoken
    if spoken and share < 0.2:
        points.append(Point(-0.8, "not on the same matter"))
    if share < 0.2 and _unnamed(one, two):
        points.append(Point(-0.5, "a side unnamed and other words"))
    if one.names and two.names and not one.names & two.names:
        points.append(Point(-0.4, "different names"))
    return points


def _unnamed(one: Mention, two: Mention) -> bool:
    """Whether one of them leaves open who was on a side."""
    return any(not any(identity(p) for p in side) for m in (one, two) for side in (m.claim.source, m.claim.target))


def _same_article(one: Mention, two: Mention) -> list[Point]:
    a, b = one.claim, two.claim
    if a.article != b.article:
        return []
    if a.sentence.start == b.sentence.start:
        return [Point(-1.0, "told in one sentence")]
    return [Point(-0.5, "told in one article")]

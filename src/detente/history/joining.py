"""New claims compared with those that are known, group by group, so that one more costs the same in any archive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from detente.history.mentions import Mention
from detente.history.merging import SAME, Likeness, likeness
from detente.knowledge import Merging
from detente.model import Judgement

#: a happening is stood for by so many of its claims
SPEAKERS = 3
#: days by which the times of two claims may miss one another and still be compared
SLACK = timedelta(3)
#: a second happening is joined to the first only by a claim that fits it so well
_BRIDGE = 0.6
#: near misses from this score on are written down, so that they can be looked at
_NEAR = 0.35


class _Fit(NamedTuple):
    group: _Group
    claim: Mention
    found: Likeness


class _Group:
    """A happening while claims are added: a few that speak for it, and the days it spans."""

    def __init__(self, speakers: list[Mention]) -> None:
        self.speakers = speakers
        days = [m.days for m in speakers if m.days]
        self.days: tuple[date, date] = (min(d[0] for d in days), max(d[1] for d in days))

    def add(self, mention: Mention) -> None:
        """Let a claim speak for the group too if it tells more than one that does."""
        self.speakers = sorted([*self.speakers, mention], key=lambda m: (-m.detail, m.id))[:SPEAKERS]
        if mention.days:
            self.days = (min(self.days[0], mention.days[0]), max(self.days[1], mention.days[1]))

    def fit(self, mention: Mention, rules: Merging) -> _Fit | None:
        """How well a claim fits those that speak for the group: the best of them, less if others do not."""
        assert mention.days is not None
        if mention.days[0] > self.days[1] + SLACK or mention.days[1] < self.days[0] - SLACK:
            return None
        found = [(likeness(mention, speaker, rules), speaker) for speaker in self.speakers if speaker.id != mention.id]
        if not found:
            return None
        best, speaker = max(found, key=lambda f: f[0].score)
        mean = sum(f[0].score for f in found) / len(found)
        return _Fit(self, speaker, Likeness(round((best.score + mean) / 2, 3), best.reason))


def judged(
    fresh: Iterable[Mention], known: Iterable[Sequence[Mention]], rules: Merging, by: str, now: datetime
) -> list[Judgement]:
    """What is judged of new claims, in order: each joins the happening that it fits best, if any.

    `known` are the claims that speak for happenings which may be meant; `by` and `now` sign the judgements.
    """
    index: dict[str, list[_Group]] = {}
    for speakers in known:
        if any(m.days for m in speakers):
            _enter(index, _Group(list(speakers)), speakers)
    made: list[Judgement] = []
    for mention in fresh:
        if mention.days is None:
            continue
        fits = _fits(index, mention, rules)
        made += _judgements(mention, fits, rules, by, now)
        if fits and fits[0].found.score >= SAME:
            fits[0].group.add(mention)
            _enter(index, fits[0].group, [mention])
        else:
            _enter(index, _Group([mention]), [mention])
    return made


def _enter(index: dict[str, list[_Group]], group: _Group, mentions: Iterable[Mention]) -> None:
    for key in {key for m in mentions for key in m.keys}:
        held = index.setdefault(key, [])
        if group not in held:
            held.append(group)


def _fits(index: dict[str, list[_Group]], mention: Mention, rules: Merging) -> list[_Fit]:
    """The groups that a claim fits at all, the best first."""
    groups = {id(group): group for key in mention.asks for group in index.get(key, ())}
    fits = [fit for group in groups.values() if (fit := group.fit(mention, rules))]
    return sorted(fits, key=lambda f: (-f.found.score, f.claim.id))


def _judgements(mention: Mention, fits: list[_Fit], rules: Merging, by: str, now: datetime) -> list[Judgement]:
    if not fits or fits[0].found.score < _NEAR:
        return []
    best = fits[0]
    made = [_judgement(mention, best, best.found.score >= SAME, by, now)]
    for other in fits[1:]:
        if other.found.score < _BRIDGE or best.found.score < SAME:
            break
        if likeness(best.claim, other.claim, rules).score >= SAME:
            made.append(_judgement(mention, other, True, by, now))
    return made


def _judgement(mention: Mention, fit: _Fit, same: bool, by: str, now: datetime) -> Judgement:
    left, right = sorted((mention.id, fit.claim.id))
    return Judgement(left=left, right=right, same=same, score=fit.found.score, reason=fit.found.reason, by=by, made=now)

"""A happening from the claims that report it: what most independent sources say, never a mean of what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from detente.history.mentions import Mention, identity
from detente.model import Happening, Judgement, Party, Stage, When

_STAGES = (Stage.ANNOUNCED, Stage.UNDER_WAY, Stage.DONE, Stage.DENIED)
_COUNTRY = 3

V = TypeVar("V", bound=Hashable)


def happening_id(first_claim: str) -> str:
    """The id of the happening whose first claim this is."""
    return "h" + first_claim.removeprefix("c")


def happening(mentions: Sequence[Mention], judgements: Iterable[Judgement], voice: Mapping[str, str]) -> Happening:
    """The happening that some claims report, the first of them in order of their publication.

    `judgements` are those that joined them, `voice` says which articles are one source.
    """
    claims = [m.claim for m in mentions]
    news = [m for m in mentions if not m.claim.background]
    what = _most(mentions, voice, lambda m: (m.claim.type, m.claim.mode, m.claim.cameo, m.claim.quad, m.claim.score))
    telling = [m for m in mentions if (m.claim.type, m.claim.mode) == what[:2]] or list(mentions)
    lead = telling[0].claim
    source, target = (_codes(telling, voice, side) for side in (lambda m: m.claim.source, lambda m: m.claim.target))
    weakest = min((j for j in judgements if j.same), key=lambda j: j.score, default=None)
    return Happening(
        id=happening_id(mentions[0].id),
        type=what[0],
        mode=what[1],
        cameo=what[2],
        quad=what[3],
        score=what[4],
        symmetric=lead.symmetric,
        source=tuple(code for code, _ in source),
        target=tuple(code for code, _ in target),
        source_countries=_countries(source),
        target_countries=_countries(target),
        when=_when(mentions, voice),
        place=_place(mentions, voice),
        stage=_stage(mentions),
        stages=_by_stage(mentions),
        background=not news,
        reported=min((m.published for m in news if m.published), default=None),
        voices=len({voice.get(c.article, c.article) for c in claims}),
        articles=len({c.article for c in claims}),
        likeness=weakest.score if weakest else 1.0,
        reason=weakest.reason if weakest else "",
    )


def _most(mentions: Sequence[Mention], voice: Mapping[str, str], of: Callable[[Mention], V]) -> V:
    """What most sources say, each counted once for each thing that it says; of several the first said."""
    said = dict.fromkeys((voice.get(m.claim.article, m.claim.article), of(m)) for m in mentions)
    return Counter(value for _, value in said).most_common(1)[0][0]


def _codes(
    mentions: Sequence[Mention], voice: Mapping[str, str], side: Callable[[Mention], tuple[Party, ...]]
) -> list[tuple[str, str]]:
    """The parties that most sources name on a side, as codes with their countries."""
    known = [m for m in mentions if any(identity(p) for p in side(m))]
    if not known:
        return []
    return list(_most(known, voice, lambda m: tuple(dict.fromkeys((p.code or p.country, p.country) for p in side(m)))))


def _countries(parties: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    own = (country or (code if len(code) == _COUNTRY and code.isupper() else "") for code, country in parties)
    return tuple(dict.fromkeys(c for c in own if c))


def _when(mentions: Sequence[Mention], voice: Mapping[str, str]) -> When:
    """The time that most sources give, among the most exact; without one, open, for the report is no date of it."""
    dated = [m for m in mentions if m.dated]
    if not dated:
        return When()
    shortest = min(_days(m) for m in dated)
    exact = [m for m in dated if _days(m) == shortest]
    start, end, precision = _most(
        exact, voice, lambda m: (m.claim.when.start, m.claim.when.end, m.claim.when.precision)
    )
    text = next(m.claim.when.text for m in exact if (m.claim.when.start, m.claim.when.end) == (start, end))
    return When(start=start, end=end, precision=precision, text=text)


def _days(mention: Mention) -> int:
    when = mention.claim.when
    return ((when.end or date.max) - (when.start or date.min)).days


def _place(mentions: Sequence[Mention], voice: Mapping[str, str]) -> str:
    placed = [m for m in mentions if m.claim.place]
    return (
        _most(placed, voice, lambda m: m.claim.place.name or m.claim.place.text if m.claim.place else "")
        if placed
        else ""
    )


def _stage(mentions: Sequence[Mention]) -> Stage:
    """The furthest stage told: denied only where no source says that it was done or is under way."""
    told = {m.stage for m in mentions}
    for stage in (Stage.DONE, Stage.UNDER_WAY, Stage.DENIED):
        if stage in told:
            return stage
    return Stage.ANNOUNCED


def _by_stage(mentions: Sequence[Mention]) -> tuple[tuple[Stage, tuple[str, ...]], ...]:
    found = ((stage, tuple(m.id for m in mentions if m.stage is stage)) for stage in _STAGES)
    return tuple((stage, ids) for stage, ids in found if ids)

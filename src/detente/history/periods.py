"""Ties put together: what several reports say of one lasting relation is one period with its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from detente.history.mentions import identity
from detente.model import Claim, Period, Status

#: claims that lie no further apart than this bear out one period
_GAP = 366
_UNSURE = frozenset((Status.PLANNED, Status.POSSIBLE, Status.INTENDED, Status.ASKED))


@dataclass(frozen=True, slots=True)
class _Span:
    first: date
    last: date
    period: Period


def periods(ties: Iterable[tuple[str, Claim, date | None]]) -> list[Period]:
    """The periods that claims of ties make, each given with its id and the day of its report.

    A tie without words of time holds as of its report; one whose end is open, up to it.  What is only
    planned or possible makes no period.
    """
    by_key: dict[tuple[str, tuple[str, ...], tuple[str, ...], bool], list[_Span]] = {}
    for id_, claim, published in ties:
        if claim.kind != "tie" or claim.status in _UNSURE:
            continue
        if span := _span(id_, claim, published):
            period = span.period
            by_key.setdefault((period.type, period.source, period.target, period.negated), []).append(span)
    found = [period for spans in by_key.values() for period in _joined(spans)]
    return sorted(found, key=lambda p: (p.first or p.told or date.min, p.type, p.source, p.target))


def _span(id_: str, claim: Claim, published: date | None) -> _Span | None:
    source, target = (tuple(sorted({identity(p) for p in side} - {""})) for side in (claim.source, claim.target))
    if not source or not target:
        return None
    if claim.symmetric:
        source, target = sorted((source, target))
    when = claim.when
    first, last = (
        when.start or when.end or published,
        when.end or max(filter(None, (when.start, published)), default=None),
    )
    if first is None or last is None:
        return None
    period = Period(
        type=claim.type,
        source=source,
        target=target,
        first=when.start,
        last=when.end,
        told=last,
        negated=claim.status is Status.NEGATED,
        claims=(id_,),
    )
    return _Span(min(first, last), last, period)


def _joined(spans: list[_Span]) -> list[Period]:
    found: list[_Span] = []
    for span in sorted(spans, key=lambda s: (s.first, s.last)):
        if found and (span.first - found[-1].last).days <= _GAP:
            found[-1] = _Span(found[-1].first, max(found[-1].last, span.last), _both(found[-1].period, span.period))
        else:
            found.append(span)
    return [span.period for span in found]


def _both(one: Period, two: Period) -> Period:
    firsts = [p.first for p in (one, two) if p.first]
    ends_open = two.last is None and (one.last is None or (two.told or date.min) > one.last)
    lasts = [p.last for p in (one, two) if p.last]
    return replace(
        one,
        first=min(firsts, default=None),
        last=None if ends_open or not lasts else max(lasts),
        told=max((p.told for p in (one, two) if p.told), default=None),
        claims=one.claims + two.claims,
    )

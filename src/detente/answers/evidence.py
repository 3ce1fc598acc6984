"""From a query to what the record tells: candidates from the database, weighed, put together, chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from detente.answers.merging import Told, chosen, merged
from detente.answers.query import Asked, Named, Order, Query
from detente.answers.question_forms import types_of
from detente.answers.weighing import Level, Weighed, is_third_asked, role_fit, weighed, words_in_sql
from detente.archive.evidence import Candidate, Sought, candidates, placed
from detente.knowledge import Knowledge, Sort

#: the share of the weight of the best line that a line must have
_LEAST = {Asked.HAPPENINGS: 0.55, Asked.HISTORY: 0.5, Asked.STANDING: 0.5, Asked.WHETHER: 0.6}
_USUAL_LEAST = 0.62
_LATELY = timedelta(days=400)
_NEAREST = 3
#: candidates for what comes nearest
_NEAR_ENOUGH = 200
_DENIALS = ("statement.deny", "event.reject", "statement.decline_comment")
#: how far, in characters, from a claim what denies it may stand
_NEAR = 800
_MOST_DENIALS = 3


def told(query: Query, path: Path, knowledge: Knowledge, limit: int | None = None) -> list[Told]:
    """What the record tells to a query in the order of its answer, each thing once; [] where it does not say."""
    found = _found(query, path, knowledge)
    if query.lately:
        found = _latest(found)
    groups = merged(found, placed(path, [w.found.id for w in found]))
    if query.asks is not Asked.WHETHER and any(g.level for g in groups):
        groups = [g for g in groups if g.level]
    most = limit or query.most
    return ordered(chosen(groups, most, _LEAST.get(query.asks, _USUAL_LEAST)), query.order)


def _found(query: Query, path: Path, knowledge: Knowledge) -> list[Weighed]:
    return weighed(query, candidates(path, sought(query, knowledge))) if _asks_enough(query) else []


def _asks_enough(query: Query) -> bool:
    """Whether a query names anything by which claims could be told from one another."""
    return bool(query.parties or query.words or query.claims)


def sought(query: Query, knowledge: Knowledge) -> Sought:
    """What the database is asked for: all that must be met, loosely."""
    parties = query.parties
    third = is_third_asked(query)  # a go-between is told of in sentences that leave out between whom
    words = list(query.cues) if third else words_in_sql(query)
    return Sought(
        groups=[codes_of(named, knowledge) for named in parties],
        names=[named.names for named in parties],
        kinds=None if not query.claims or query.verb else types_of(query.claims + query.near),
        plain=types_of(query.claims) if query.claims else None,
        words=words,
        since=query.since,
        until=query.until,
        least_parties=int(bool(query.source + query.target + query.among) and not third),
        context=bool(parties),
        least_words=int(third or (bool(words) and not parties)),
    )


def codes_of(named: Named, knowledge: Knowledge) -> list[str]:
    """The code of somebody and, of a state, those of the states that it followed."""
    if not named.code:
        return []
    followed = [e.id for e in knowledge.entries.values() if e.successor == named.code and e.sort is Sort.STATE]
    return [named.code, *followed] if named.state else [named.code]


def _latest(found: Sequence[Weighed]) -> list[Weighed]:
    """What is told of the time up to the latest that is told of."""
    days = [day for w in found if not w.found.background and (day := day_of(w.found))]
    since = max(days) - _LATELY if days else None
    return [w for w in found if since is None or ((day := day_of(w.found)) and day >= since)]


def day_of(claim: Candidate) -> date | None:
    """The day by which a claim is put in order: of what it tells, else of its publication."""
    own = claim.when_start or claim.when_end
    return claim.published if claim.undated or own is None else own


def ordered(groups: Iterable[Told], order: Order) -> list[Told]:
    """What is told in the order that the question asks for."""
    held = list(groups)
    if order is Order.WEIGHT:
        return held
    dated = [g for g in held if day_of(g.claims[0])]
    dated.sort(key=lambda g: day_of(g.claims[0]) or date.min, reverse=order is Order.LATEST)
    return dated + [g for g in held if not day_of(g.claims[0])]


def denials(query: Query, groups: Sequence[Told], path: Path, knowledge: Knowledge) -> list[Told]:
    """Where those who are said to do a thing deny it or will not speak of it, next to where it is said."""
    accused = query.source or query.among
    places = {(c.article, c.sentence_start) for g in groups for c in g.claims}
    if not accused or not places:
        return []
    asked = Sought(
        groups=[codes_of(n, knowledge) for n in accused],
        names=[n.names for n in accused],
        kinds=_DENIALS,
        least_parties=1,
    )
    own = replace(
        query, source=accused, target=(), among=(), places=(), claims=(), words=(), needed=(), asks=Asked.WHAT
    )
    near = [
        Weighed(claim, 1.0, Level.PLAIN)
        for claim in candidates(path, asked)
        if (claim.article, claim.sentence_start) not in places
        and any(claim.article == a and -_NEAR / 3 < claim.sentence_start - start < _NEAR for a, start in places)
        and (fit := role_fit(own, claim))
        and fit[1]
    ]
    return chosen(merged(near, {}), _MOST_DENIALS, 0.0)


def nearest(query: Query, path: Path, knowledge: Knowledge) -> list[Told]:
    """What comes closest where the record does not say: at another time, of another sort, of fewer parties."""
    eased = list(_eased(query))
    if not eased:
        return []
    near = candidates(path, replace(sought(eased[0], knowledge), limit=_NEAR_ENOUGH, context=False))
    for asked in eased:
        if found := weighed(asked, near):
            return chosen(merged(found, placed(path, [w.found.id for w in found])), _NEAREST, _USUAL_LEAST)
    return []


def _eased(query: Query) -> Iterable[Query]:
    """Queries that ask for less: the same at any time, anything between the same parties, anything of the first."""
    parties = query.source + query.target + query.among
    anything = replace(
        query,
        source=(),
        target=(),
        asks=Asked.HAPPENINGS,
        words=(),
        needed=(),
        claims=(),
        near=(),
        since=None,
        until=None,
    )
    if query.parties:
        yield replace(query, since=None, until=None, words=(), needed=(), places=())
    if len(parties) > 1:
        yield replace(anything, among=parties)
    if parties:
        yield replace(anything, among=parties[:1], places=())

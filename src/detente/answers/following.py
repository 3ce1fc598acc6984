"""Questions that lean on the one before: "And Sudan?", "Why?", "What does it fear?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.answers.lexicon import small_words
from detente.answers.query import Asked, Named, Query


def follows(query: Query, low_words: Sequence[str], previous: Query) -> Query:
    """A query with what it leaves out taken from the one before, as far as it leans on that."""
    small = small_words()
    if _is_fragment(query, low_words):
        return _with_change(query, previous)
    if not query.parties and not query.claims and query.form:
        return _asked_anew(query, previous)
    if set(low_words) & small.back and not query.source and not query.among:
        return _with_them_back(query, low_words, previous)
    return query


def _is_fragment(query: Query, low_words: Sequence[str]) -> bool:
    openings = small_words().follow
    opens = any(" ".join(low_words[:size]) in openings for size in (1, 2, 3))
    return not query.claims and (not query.form or opens)


def _with_change(query: Query, previous: Query) -> Query:
    """The question before about another party or another time."""
    named = query.source + query.target + query.among
    changed = replace(previous, question=query.question, places=query.places or previous.places)
    if query.since or query.until:
        changed = replace(changed, since=query.since, until=query.until, lately=False)
    if not named:
        return replace(changed, words=query.words or previous.words, needed=query.needed)
    if previous.among:
        kept = tuple(n for n in previous.among[:-1] if n not in named)
        return replace(changed, among=kept + named)
    if previous.asks is Asked.DOER or not previous.source:
        return replace(changed, target=named, needed=())
    return replace(changed, source=named, target=_others(previous.target, named), needed=())


def _others(named: Sequence[Named], some: Sequence[Named]) -> tuple[Named, ...]:
    return tuple(n for n in named if n not in some)


def _asked_anew(query: Query, previous: Query) -> Query:
    """Another thing asked of the same."""
    return replace(
        previous, question=query.question, form=query.form, asks=query.asks, order=query.order, most=query.most
    )


def _with_them_back(query: Query, low_words: Sequence[str], previous: Query) -> Query:
    """The query with those whom "it" or "they" mean."""
    spoken_of = previous.source or previous.target or previous.among
    if "they" in low_words and len(previous.among) > 1:
        return replace(query, among=previous.among)
    return replace(
        query, source=spoken_of[:1], since=query.since or previous.since, until=query.until or previous.until
    )

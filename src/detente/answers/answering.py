"""Questions answered: a query is read, evidence found, and each line of the answer composed from claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from detente.answers.answer import Answer
from detente.answers.differing import differences_asked, differences_of
from detente.answers.evidence import denials, nearest, told
from detente.answers.merging import Told
from detente.answers.query import Asked, Named, Query
from detente.answers.questions import read_question
from detente.answers.statements import Statement
from detente.answers.turning import standing_lead, turns
from detente.answers.wording import quoted, sentence
from detente.archive import Archive, ClaimRow
from detente.archive.evidence import code_called, last_published
from detente.knowledge import Knowledge
from detente.model import Status

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: what is asked for stands in the words of the report and not in the claim
_IN_THE_WORDS = (Asked.HOW_MANY, Asked.HOW_MUCH, Asked.HOW_LONG, Asked.BY_WHEN, Asked.WHY)
_MAY_BE_DENIED = (Asked.WHETHER, Asked.SAYER)
_CHARGES = frozenset({"suspects", "accuses"})
_MOST_CITED = 6
_REAL = (Status.ACTUAL, Status.ONGOING)


def ask(
    archive: Archive, knowledge: Knowledge, question: str, previous: Answer | None = None, limit: int | None = None
) -> Answer:
    """What the record says to a question in plain English, which may lean on the one answered before.

    At most `limit` lines, or as many as suit the question.  ValueError for a question without a word.
    """
    today = last_published(archive.path)
    query = read_question(question, knowledge, today, previous.query if previous else None)
    query = _with_surnames(query, archive)
    if query.asks is Asked.DIFFERENCES:
        return _differing(archive, knowledge, query, limit)
    if query.asks is Asked.TURN and len(query.among) == 2:
        found, lead = turns(archive, knowledge, query, limit)
    else:
        found, lead = told(query, archive.path, knowledge, limit), ""
    if not found:
        return _not_said(archive, knowledge, query)
    against: list[Told] = []
    if query.asks in _MAY_BE_DENIED or query.means in _CHARGES:
        against = denials(query, found, archive.path, knowledge)
    lines = [*found, *against]
    if query.asks is Asked.WHETHER:
        lead = verdict(found, against)
    elif query.asks is Asked.STANDING:
        lead = standing_lead(archive, knowledge, query)
    return Answer(
        query=query,
        lead=lead,
        statements=tuple(stated(archive, knowledge, lines, query)),
        differences=tuple(differences_of(archive, knowledge, found)),
    )


def _with_surnames(query: Query, archive: Archive) -> Query:
    """The query with the codes of those whom it calls by a surname that several people have, as the record has them."""

    def known(some: tuple[Named, ...]) -> tuple[Named, ...]:
        return tuple(replace(n, code=code_called(archive.path, n.text)) if n.person and not n.code else n for n in some)

    return replace(query, source=known(query.source), target=known(query.target), among=known(query.among))


def _differing(archive: Archive, knowledge: Knowledge, query: Query, limit: int | None) -> Answer:
    found = tuple(differences_asked(archive, knowledge, query, limit or query.most))
    return Answer(query=query, lead="", differences=found) if found else _not_said(archive, knowledge, query)


def _not_said(archive: Archive, knowledge: Knowledge, query: Query) -> Answer:
    close = nearest(query, archive.path, knowledge)
    return Answer(query=query, lead=leads()["none"], nearest=tuple(stated(archive, knowledge, close, None)))


def stated(archive: Archive, knowledge: Knowledge, lines: Sequence[Told], query: Query | None) -> Iterable[Statement]:
    """Each thing told as a sentence; in the words of a report where a figure or a reason is asked for."""
    ids = [claim.id for line in lines for claim in line.claims[:_MOST_CITED]]
    rows = {row.claim.id: row for row in archive.claims_of(ids)}
    heads = {row.article.id: row.article for row in rows.values()}
    for n, line in enumerate(lines):
        claims = [rows[c.id].claim for c in line.claims[:_MOST_CITED] if c.id in rows]
        if claims and query and (query.asks in _IN_THE_WORDS or not line.plain):
            yield quoted(claims[0], claims, heads)
        elif claims:
            yield sentence(claims, heads, knowledge, variation=n)


def verdict(found: Sequence[Told], against: Sequence[Told]) -> str:
    """What the record makes of a question whether something is so: a fact, a charge, a plan, denied."""
    plain = [line for line in found if line.plain] or list(found)
    real = [line for line in plain if line.claims[0].status in _REAL]
    facts = [line for line in real if not line.claims[0].speakers]
    negated = [line for line in plain if line.claims[0].status == Status.NEGATED]
    if facts and negated:
        return leads()["mixed"]
    if facts:
        outlets = {c.outlet for line in facts for c in line.claims}
        witnesses = f" by {len(outlets)} outlets" if len(outlets) > 1 else ""
        return leads()["fact_denied" if against else "fact"].format(witnesses=witnesses)
    if real:
        return leads()["said_denied" if against or negated else "said"]
    return leads()["denied" if negated or against else "unreal"]


@cache
def leads() -> Mapping[str, str]:
    """What stands above the lines of an answer, by its name."""
    found: dict[str, str] = yaml.load((files(__package__) / "data" / "leads.yml").read_text("utf-8"), Loader=_Loader)
    return found


__all__ = ["ClaimRow", "ask", "leads", "stated", "verdict"]

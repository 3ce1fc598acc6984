"""Questions answered: a query is read, evidence found, and each line of the answer composed from claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

from detente.answers.answer import Answer
from detente.answers.differing import differences_asked, differences_of
from detente.answers.evidence import denials, nearest, told
from detente.answers.lexicon import small_words, tokens
from detente.answers.merging import Told
from detente.answers.query import Asked, Named, Query
from detente.answers.questions import read_question
from detente.answers.statements import Statement
from detente.answers.turning import standing_lead, turns
from detente.answers.weighing import CHARGES, Level, is_charge
from detente.answers.wording import quoted, sentence
from detente.archive import Archive, ClaimRow
from detente.archive.evidence import code_called, last_published
from detente.knowledge import Knowledge
from detente.model import Claim, Status

if TYPE_CHECKING:
    from detente.answers.verifying import Verifier

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: what is asked for stands in the words of the report and not in the claim
_IN_THE_WORDS = (Asked.HOW_MANY, Asked.HOW_MUCH, Asked.HOW_LONG, Asked.BY_WHEN, Asked.WHY)
_MAY_BE_DENIED = (Asked.WHETHER, Asked.SAYER)
_MOST_CITED = 6
_REAL = (Status.ACTUAL, Status.ONGOING)

Rows = Mapping[str, ClaimRow]


def ask(
    archive: Archive,
    knowledge: Knowledge,
    question: str,
    previous: Answer | None = None,
    *,
    limit: int | None = None,
    verifier: Verifier | None = None,
) -> Answer:
    """What the record says to a question in plain English, which may lean on the one answered before.

    At most `limit` lines, or as many as suit the question.  With a verifier its sentences are read again, and what does
    not say what its claims say is quoted instead.  ValueError for a question without a word.
    """
    with archive.kept_open():
        query = _query(archive, knowledge, question, previous)
        if query.asks is Asked.DIFFERENCES:
            return _differing(archive, knowledge, query, limit)
        return _answered(archive, knowledge, query, limit, verifier)


def _query(archive: Archive, knowledge: Knowledge, question: str, previous: Answer | None) -> Query:
    """What is asked, surnames as the record has them."""
    today = last_published(archive.path)
    query = read_question(question, knowledge, today, previous.query if previous else None)
    return _with_surnames(query, archive)


def _answered(
    archive: Archive, knowledge: Knowledge, query: Query, limit: int | None, verifier: Verifier | None
) -> Answer:
    if query.asks is Asked.TURN and len(query.among) == 2:
        found, lead = turns(archive, knowledge, query, limit)
    else:
        found, lead = told(query, archive.path, knowledge, limit), ""
    if not found:
        return _not_said(archive, knowledge, query, verifier)
    against: list[Told] = []
    if query.asks in _MAY_BE_DENIED or query.means in CHARGES:
        against = denials(query, found, archive.path, knowledge)
    rows = _rows(archive, [*found, *against])
    if query.asks is Asked.WHETHER and not query.by_noun:
        lead = verdict(found, against, rows)
    elif query.asks is Asked.STANDING:
        lead = standing_lead(archive, knowledge, query)
    return Answer(
        query=query,
        lead=lead,
        statements=tuple(stated([*found, *against], rows, knowledge, query, verifier)),
        differences=tuple(differences_of(archive, knowledge, found)),
    )


def _rows(archive: Archive, lines: Sequence[Told]) -> Rows:
    """The claims that are cited, by their ids."""
    ids = list(dict.fromkeys(claim.id for line in lines for claim in line.claims[:_MOST_CITED]))
    found = archive.claims_of(ids)
    return dict(zip(ids, found, strict=True)) if len(found) == len(ids) else {row.claim.id: row for row in found}


def _with_surnames(query: Query, archive: Archive) -> Query:
    """The query with the codes of those whom it calls by a surname that several people have, as the record has them."""

    def known(some: tuple[Named, ...]) -> tuple[Named, ...]:
        return tuple(replace(n, code=code_called(archive.path, n.text)) if n.person and not n.code else n for n in some)

    return replace(query, source=known(query.source), target=known(query.target), among=known(query.among))


def _differing(archive: Archive, knowledge: Knowledge, query: Query, limit: int | None) -> Answer:
    found = tuple(differences_asked(archive, knowledge, query, limit or query.most))
    return Answer(query=query, lead="", differences=found) if found else _not_said(archive, knowledge, query)


def _not_said(archive: Archive, knowledge: Knowledge, query: Query, verifier: Verifier | None = None) -> Answer:
    close = nearest(query, archive.path, knowledge)
    lines = stated(close, _rows(archive, close), knowledge, None, verifier)
    return Answer(query=query, lead=leads()["none"], nearest=tuple(lines))


def stated(
    lines: Sequence[Told], rows: Rows, knowledge: Knowledge, query: Query | None, verifier: Verifier | None = None
) -> list[Statement]:
    """Each thing told as a sentence; in the words of a report where a sentence of ours might say more or less.

    With a verifier, sentences of ours are read again, and those that do not say what their claims say are not used.
    """
    heads = {row.article.id: row.article for row in rows.values()}
    groups = [(line, [rows[c.id].claim for c in line.claims[:_MOST_CITED] if c.id in rows]) for line in lines]
    held = [(line, claims) for line, claims in groups if claims]
    ours = [claims for line, claims in held if not _needs_quoting(line, claims[0], query)]
    if verifier:
        said = [checked.statement for checked in verifier.checked(ours, heads)]
    else:
        said = [sentence(claims, heads, knowledge, variation=n) for n, claims in enumerate(ours)]
    composed = iter(said)
    return [
        quoted(claims[0], heads, knowledge) if _needs_quoting(line, claims[0], query) else next(composed)
        for line, claims in held
    ]


def _needs_quoting(line: Told, claim: Claim, query: Query | None) -> bool:
    """Whether what is asked for stands in the words of the report and may not be in a sentence made of its claim."""
    if line.level < Level.PLAIN or not line.close or is_half_said(claim):
        return True
    return query is not None and (query.asks in _IN_THE_WORDS or (bool(query.cues) and not _says_it(claim, query)))


def _says_it(claim: Claim, query: Query) -> bool:
    """Whether the words that a claim was read from are those that the question asks for."""
    read_from = [word for cue in claim.cues if cue.answers == "trigger" for word in tokens(cue.text)]
    return any(word in query.verb or word.startswith(query.cues) for word in read_from)


def is_half_said(claim: Claim) -> bool:
    """Whether what is told is stopped, given up or wished away, which is less than that it is not so."""
    cues = [cue for cue in claim.cues if cue.answers == "status"]
    negated = [cue for cue in cues if cue.value == Status.NEGATED]
    plain = all(cue.text.lower() in small_words().negations for cue in negated)
    return bool(negated) and (len(cues) > len(negated) or not plain or claim.status is not Status.NEGATED)


def _is_plain(line: Told) -> bool:
    """Whether a line tells the very thing, and of the very parties, and not that somebody is charged with it."""
    return line.level is Level.PLAIN and line.close and not is_charge(line.claims[0])


def verdict(found: Sequence[Told], against: Sequence[Told], rows: Rows) -> str:
    """What the record makes of a question whether something is so: a fact, a charge, a plan, denied."""
    lines = [line for line in found if line.level] or list(found)
    held = [(line, rows[line.claims[0].id].claim) for line in lines if line.claims[0].id in rows]
    real = [(line, claim) for line, claim in held if claim.status in _REAL]
    facts = [line for line, claim in real if not claim.speaker and _is_plain(line)]
    negated = [claim for _, claim in held if claim.status is Status.NEGATED and not is_half_said(claim)]
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

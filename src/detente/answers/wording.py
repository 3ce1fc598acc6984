"""Claims put into English: one good sentence for what one or more reports tell of one thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from detente.answers.frames import Clause, Filling, clauses, is_lasting, object_of
from detente.answers.naming import Name, names_of
from detente.answers.statements import Published, Statement, statement
from detente.answers.tense import Tense, told
from detente.answers.times import time_words
from detente.answers.voices import denies, leads, reported, sayable
from detente.knowledge import Knowledge
from detente.model import Claim, Precision, Status

#: how old a report may be for what it tells of as going on to be told so
_FRESH_DAYS = 400
_EXACTNESS = list(Precision)


def sentence(
    claims: Sequence[Claim],
    articles: Mapping[str, Published],
    knowledge: Knowledge,
    *,
    variation: int = 0,
    as_of: date | None = None,
) -> Statement:
    """One English sentence for a claim, or for several claims of one happening, citing those that say as much.

    `articles` holds the heads of their articles by id.  `variation` chooses among the ways of saying it, and the
    same number always the same one.  What goes on is told so where its report is recent on the day `as_of`, by default
    the day of the report.  Where no sentence can be made, the report is quoted.  ValueError without claims.
    """
    return next(sentences(claims, articles, knowledge, variation=variation, as_of=as_of))


def sentences(
    claims: Sequence[Claim],
    articles: Mapping[str, Published],
    knowledge: Knowledge,
    *,
    variation: int = 0,
    as_of: date | None = None,
) -> Iterator[Statement]:
    """The sentences that can be made of some claims, the best first, and last the quotation of the clearest."""
    if not claims:
        raise ValueError("a sentence needs a claim")
    ranked = sorted(claims, key=_clearness)
    for claim in ranked[:2]:
        alike = [claim] + [c for c in ranked if c is not claim and c.status is claim.status]
        for clause in _turned(list(clauses(claim, _filling(claim, knowledge), knowledge)), variation):
            if (text := _text(clause, alike, articles, knowledge, variation, as_of)) is not None:
                yield statement(text, alike, articles)
    yield quoted(ranked[0], articles)


def quoted(claim: Claim, articles: Mapping[str, Published]) -> Statement:
    """What a report says in its own words: always faithful, never elegant."""
    said = reported([claim], articles) or "one report said"
    words = " ".join(claim.sentence.text.split()).replace("“", "‘").replace("”", "’")
    return statement(f"{_capital(said)}: “{words}”", [claim], articles)


def _clearness(claim: Claim) -> tuple[int, int, int]:
    """Dated and certain claims first: told in the outlet's own voice, as exactly as may be."""
    certain = claim.status in (Status.ACTUAL, Status.ONGOING)
    return (not certain, _EXACTNESS.index(claim.when.precision), len(claim.speaker))


def _filling(claim: Claim, knowledge: Knowledge) -> Filling:
    """The names that fill a frame; those on both sides of a symmetric claim lead it together."""
    source = names_of(claim.source, claim, knowledge)
    target = names_of(claim.target, claim, knowledge)
    both = [name for name in target if name.text not in {n.text for n in source}]
    if claim.symmetric and len(both) < len(target):
        source, target = source + both, []
    if (claim.source and not source) or (claim.target and not (target or source)):
        source = target = []
    via = names_of(claim.via, claim, knowledge)
    return Filling(tuple(source), tuple(target), tuple(via), object_of(claim))


def _turned(found: list[Clause], variation: int) -> list[Clause]:
    """The clauses, the first of them kept first: it is closest to the report; the others turned by the variation."""
    if len(found) < 3:
        return found
    turn = variation % (len(found) - 1)
    rest = found[1:]
    return [found[0], *rest[turn:], *rest[:turn]]


def _text(
    clause: Clause,
    claims: Sequence[Claim],
    articles: Mapping[str, Published],
    knowledge: Knowledge,
    variation: int,
    as_of: date | None,
) -> str | None:
    """The whole sentence; None where its speakers cannot be named or a subject is missing."""
    claim = claims[0]
    said = leads(claim, knowledge)
    if said is None or not clause.subject or not sayable(claim):
        return None
    when = time_words(claim)
    tense = _tense(claim, articles, when, as_of)
    status = Status.ACTUAL if denies(claim) else claim.status
    core = told(_joined(clause, claim, variation), status, tense, is_lasting(claim), knowledge.wording.grammar)
    if core.startswith("it was left open") and said:
        return None
    return _assembled(core, when, said, _tag(claims, articles, when, tense), variation)


def _joined(clause: Clause, claim: Claim, variation: int) -> Clause:
    """For every other sentence on both sides alike, "A and B did" instead of "A did with B"."""
    ending = " with "
    if not (claim.symmetric and variation % 2 and len(clause.subject) == 1):
        return clause
    rest, found, other = f" {clause.rest}".rpartition(ending)
    if not found or not other[:1].isupper() and not other.startswith("the ") or " " in other.removeprefix("the ").strip():
        return clause
    return Clause((*clause.subject, Name(other, False)), clause.verb, rest.strip())


def _tense(claim: Claim, articles: Mapping[str, Published], when: str, as_of: date | None) -> Tense:
    """From where the claim is told: its report's day where that is recent, else from later."""
    article = articles.get(claim.article)
    published = article.published if article else None
    fresh = as_of is None or (published is not None and (as_of - published).days <= _FRESH_DAYS)
    if claim.status in (Status.ACTUAL, Status.NEGATED) and (when or claim.when.precision is not Precision.REPORTED):
        if when.startswith("since"):
            return Tense.SINCE if fresh else Tense.SINCE_THEN
        return Tense.THEN
    if claim.status is Status.ACTUAL:
        return Tense.BEFORE if claim.background and not is_lasting(claim) else Tense.THEN
    if claim.status is Status.ONGOING and when.startswith("since"):
        return Tense.SINCE if fresh else Tense.SINCE_THEN
    return Tense.NOW if fresh else Tense.THEN


def _tag(claims: Sequence[Claim], articles: Mapping[str, Published], when: str, tense: Tense) -> str:
    """Who reported it and when: for what has no time of its own, and for what was only so on the day of the report."""
    claim = claims[0]
    if when and claim.status is Status.ACTUAL and tense not in (Tense.SINCE, Tense.SINCE_THEN):
        return ""
    return reported(claims, articles)


def _assembled(core: str, when: str, said: list[str], tag: str, variation: int) -> str:
    """Time, what is told, who said so and who reported it, in one of several orders."""
    first = bool(when) and not said and variation % 3 == 1 and not when.startswith(("by", "until"))
    timed = f"{when}, {core}" if first else f"{core} {when}".strip()
    for lead in reversed(said):
        timed = f"{lead} that {timed}"
    if tag:
        timed = f"{timed}, {tag}"
    return _capital(timed) + ("" if timed.endswith((".”", ".")) else ".")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

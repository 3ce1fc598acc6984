"""Claims put into English: one good sentence for what one or more reports tell of one thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from detente.answers.frames import Clause, Filling, clauses, is_lasting
from detente.answers.naming import Name, is_person, names_of
from detente.answers.objects import names_all, object_of
from detente.answers.statements import Published, Statement, statement
from detente.answers.tense import Tense, told
from detente.answers.times import time_words
from detente.answers.voices import denies, is_hedged, leads, reported, sayable
from detente.knowledge import Knowledge, Sort
from detente.model import Claim, Kind, Precision, Status

#: how old a report may be for what it tells of as going on to be told so
_FRESH_DAYS = 200
#: words after which a time at the end might belong to something else
_LONG = 12
#: verbs whose subject may be both sides, with nothing more said
_DONE_TOGETHER = frozenset(
    "hold sign reach establish agree restore break sever conclude ratify shake have resume".split()
)
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
    yield from composed(claims, articles, knowledge, variation=variation, as_of=as_of)
    yield quoted(clearest(claims), articles, knowledge)


def clearest(claims: Sequence[Claim]) -> Claim:
    """The claim that tells a happening most clearly; ValueError without claims."""
    if not claims:
        raise ValueError("a sentence needs a claim")
    return min(claims, key=_clearness)


def composed(
    claims: Sequence[Claim],
    articles: Mapping[str, Published],
    knowledge: Knowledge,
    *,
    variation: int = 0,
    as_of: date | None = None,
) -> Iterator[Statement]:
    """The sentences that can be made of some claims in words of our own, the best first."""
    ranked = sorted(claims, key=_clearness)
    for claim in ranked[:2]:
        if is_hedged(claim, knowledge):
            continue
        alike = [claim] + [c for c in ranked if c is not claim and (c.status, c.type) == (claim.status, claim.type)]
        for clause in _turned(list(clauses(claim, _filling(claim, knowledge), knowledge)), variation):
            for turn in (variation, 0 if variation % 3 else 1):  # time first or last
                if (text := _text(clause, alike, articles, knowledge, turn, as_of)) is not None:
                    yield statement(text, alike, articles)


def quoted(claim: Claim, articles: Mapping[str, Published], knowledge: Knowledge) -> Statement:
    """What a report says in its own words: always faithful, never elegant."""
    said = reported([claim], articles, knowledge) or "one report said"
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
    if target and not both and not claim.symmetric and not told_as_one(claim):
        return Filling((), ())
    if claim.kind is Kind.TRAIT and any(is_person(party, knowledge) for party in claim.target):
        return Filling((), ())  # nobody holds office in a person
    together = (claim.symmetric and len(both) < len(target)) or told_as_one(claim)
    if together:
        source, target = source + both, []
    if (claim.source and not source) or (claim.target and not (target or source)):
        source = target = []
    via = names_of(claim.via, claim, knowledge)
    said = object_of(claim, source + target)
    return Filling(tuple(source), tuple(target), tuple(via), said, together, names_all(claim))


def told_as_one(claim: Claim) -> bool:
    """Whether one word of the report names both sides ("the two governments"): what it tells they did together."""
    spans = {(party.start, party.end) for party in claim.source}
    if claim.target and all((party.start, party.end) in spans for party in claim.target):
        return True
    return claim.kind is Kind.STATEMENT and len(claim.source) == len(claim.target) == 1 and _are_coordinated(claim)


def _are_coordinated(claim: Claim) -> bool:
    """Whether the report has its two sides as "A and B"."""
    first, second = sorted((claim.source[0], claim.target[0]), key=lambda party: party.start)
    start = claim.sentence.start
    return claim.sentence.text[first.end - start : second.start - start].strip() == "and"


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
    if tense is Tense.BEFORE and clause.verb == "have":
        tense = Tense.THEN  # "had had" is right and ugly
    status = Status.ACTUAL if denies(claim) else claim.status
    joined = _joined(clause, claim, variation)
    core = told(joined, status, tense, is_lasting(claim), knowledge.wording.grammar, said=bool(said))
    if core.startswith("it was left open") and said:
        return None
    if said:
        core = _of_oneself(core, clause, said[-1], knowledge)
    tag = _tag(claims, articles, when, tense, knowledge)
    return _assembled(core, when, said, tag, variation, lead_with_tag=tense not in (Tense.NOW, Tense.SINCE))


def _of_oneself(core: str, clause: Clause, lead: str, knowledge: Knowledge) -> str:
    """What is told with a pronoun for its subject where it is the speaker itself."""
    subject = clause.subject[0]
    pronoun = pronoun_for(subject, knowledge)
    if len(clause.subject) > 1 or not pronoun or not lead.startswith(f"{subject.text} "):
        return core
    return pronoun + core.removeprefix(subject.text)


def pronoun_for(name: Name, knowledge: Knowledge) -> str:
    """The pronoun for somebody just named: "it" for a state; "" for a person of whom it is not known which."""
    entry = knowledge.entries.get(name.code)
    if name.plural:
        return "they"
    if entry is not None and entry.sort is not Sort.PERSON and name.text.removeprefix("the ") == entry.name:
        return "it"
    forenames = (knowledge.genders.get(word.lower()) for word in name.text.split(" "))
    gender = next((g for g in forenames if g), "")
    return {"f": "she", "m": "he"}.get(gender, "")


def _joined(clause: Clause, claim: Claim, variation: int) -> Clause:
    """For every other sentence on both sides alike, "A and B did" instead of "A did with B"."""
    ending = " with "
    if not (claim.symmetric and variation % 2 and len(clause.subject) == 1 and clause.verb in _DONE_TOGETHER):
        return clause
    rest, found, other = f" {clause.rest}".rpartition(ending)
    bare = other.removeprefix("the ").strip()
    if not found or " " in bare or not bare[:1].isupper():
        return clause
    return Clause((*clause.subject, Name(other, False)), clause.verb, rest.strip())


def _tense(claim: Claim, articles: Mapping[str, Published], when: str, as_of: date | None) -> Tense:
    """From where the claim is told: its report's day where that is recent, else from later."""
    article = articles.get(claim.article)
    published = article.published if article else None
    fresh = as_of is None or (published is not None and (as_of - published).days <= _FRESH_DAYS)
    if claim.speaker:
        fresh = False
    if claim.status in (Status.ACTUAL, Status.NEGATED) and when:
        if when.startswith("since"):
            return Tense.SINCE if fresh else Tense.SINCE_THEN
        return Tense.THEN
    if claim.status is Status.ACTUAL:
        return Tense.BEFORE if claim.background else Tense.THEN
    if claim.status is Status.ONGOING and when.startswith("since"):
        return Tense.SINCE if fresh else Tense.SINCE_THEN
    return Tense.NOW if fresh else Tense.THEN


def _tag(
    claims: Sequence[Claim], articles: Mapping[str, Published], when: str, tense: Tense, knowledge: Knowledge
) -> str:
    """Who reported it and when: for what has no time of its own, and for what was only so on the day of the report."""
    claim = claims[0]
    if when and claim.status is Status.ACTUAL and tense not in (Tense.SINCE, Tense.SINCE_THEN):
        return ""
    return reported(claims, articles, knowledge)


def _assembled(core: str, when: str, said: list[str], tag: str, variation: int, *, lead_with_tag: bool) -> str:
    """Time, what is told, who said so and who reported it, in one of several orders."""
    long = len(core.split(" ")) > _LONG
    first = bool(when) and not said and (variation % 3 == 1 or long) and not when.startswith(("by", "until"))
    timed = f"{when}, {core}" if first else f"{core} {when}".strip()
    for lead in reversed(said):
        timed = f"{lead} that {timed}"
    if tag and lead_with_tag and variation % 3 == 2 and not said and not first and "left open" not in core:
        timed = f"{tag} that {timed}"
    elif tag:
        timed = f"{timed}, {tag}"
    return _capital(timed) + ("" if timed.endswith((".”", ".")) else ".")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

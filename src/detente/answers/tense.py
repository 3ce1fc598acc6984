"""A clause put into the tense and the mood that the status and the time of its claim ask for."""

from __future__ import annotations

from enum import StrEnum

from detente.answers.forms import gerund, listed, participle, past, plural, third
from detente.answers.frames import Clause
from detente.knowledge.wording import Grammar
from detente.model import Status


class Tense(StrEnum):
    """From where a thing is looked at."""

    #: as a report puts it on its day: "backs", "is to visit"
    NOW = "now"
    #: from later: "backed", "was to visit"
    THEN = "then"
    #: what was already past then: "had backed"
    BEFORE = "before"
    #: from some day until now: "has backed"
    SINCE = "since"
    #: and until then: "had backed"
    SINCE_THEN = "since then"


def told(clause: Clause, status: Status, tense: Tense, lasting: bool, grammar: Grammar, *, said: bool = False) -> str:
    """Subject, verb and what follows: "Egypt did not attack Jordan", "Egypt and Jordan were to meet".

    `said` where it follows somebody's saying: what is planned "would" be done.
    """
    subject = listed([name.text for name in clause.subject])
    if said and status is Status.PLANNED:
        predicate = f"would {clause.verb}"
    else:
        predicate = _predicate(clause, status, tense, lasting, grammar)
    whole = " ".join(part for part in (subject, predicate, _agreeing(clause, grammar)) if part)
    return f"it was left open whether {whole}" if status is Status.ASKED else whole


def _agreeing(clause: Clause, grammar: Grammar) -> str:
    """What follows the verb; of several what they are is plural too: "are members of", not "are a member of"."""
    article, _, more = clause.rest.partition(" ")
    if clause.verb != "be" or not clause.plural or article not in ("a", "an"):
        return clause.rest
    noun, of, whose = more.partition(" of ")
    return f"{plural(noun, grammar)}{of}{whose}"


def _predicate(clause: Clause, status: Status, tense: Tense, lasting: bool, grammar: Grammar) -> str:
    many, verb = clause.plural, clause.verb
    now = tense in (Tense.NOW, Tense.SINCE)
    if status is Status.PLANNED:
        return f"{_be(many, now)} to {verb}"
    if status is Status.INTENDED:
        return f"{_be(many, now)} meant to {verb}"
    if status is Status.POSSIBLE:
        return f"may {verb}" if now else f"might {verb}"
    if status is Status.NEGATED:
        return _negated(verb, many, tense, lasting, grammar)
    if tense in (Tense.SINCE, Tense.SINCE_THEN, Tense.BEFORE):
        have = "had" if tense is not Tense.SINCE else "have" if many else "has"
        return f"{have} {participle(verb, grammar)}"
    if status is Status.ONGOING and not lasting and verb not in ("be", "have"):
        return f"{_be(many, now)} {gerund(verb, grammar)}"
    return _finite(verb, many, now and status is Status.ONGOING, grammar)


def _finite(verb: str, many: bool, now: bool, grammar: Grammar) -> str:
    if verb == "be":
        return _be(many, now)
    if now:
        return verb if many else third(verb, grammar)
    return past(verb, grammar)


def _negated(verb: str, many: bool, tense: Tense, lasting: bool, grammar: Grammar) -> str:
    if tense in (Tense.SINCE, Tense.SINCE_THEN, Tense.BEFORE):
        have = "had" if tense is not Tense.SINCE else "have" if many else "has"
        return f"{have} not {participle(verb, grammar)}"
    now = tense is Tense.NOW and lasting
    if verb == "be":
        return f"{_be(many, now)} not"
    do = ("do" if many else "does") if now else "did"
    return f"{do} not {verb}"


def _be(many: bool, now: bool) -> str:
    if now:
        return "are" if many else "is"
    return "were" if many else "was"

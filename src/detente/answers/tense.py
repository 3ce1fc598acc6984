"""A clause put into the tense and the mood that the status and the time of its claim ask for."""

from __future__ import annotations

from enum import StrEnum

from detente.answers.forms import gerund, listed, participle, past, third
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


def told(clause: Clause, status: Status, tense: Tense, lasting: bool, grammar: Grammar) -> str:
    """Subject, verb and what follows: "Egypt did not attack Jordan", "Egypt and Jordan were to meet"."""
    subject = listed([name.text for name in clause.subject])
    predicate = _predicate(clause, status, tense, lasting, grammar)
    said = " ".join(part for part in (subject, predicate, clause.rest) if part)
    return f"it was left open whether {said}" if status is Status.ASKED else said


def _predicate(clause: Clause, status: Status, tense: Tense, lasting: bool, grammar: Grammar) -> str:
    plural, verb = clause.plural, clause.verb
    now = tense in (Tense.NOW, Tense.SINCE)
    if status is Status.PLANNED:
        return f"{_be(plural, now)} to {verb}"
    if status is Status.INTENDED:
        return f"{_be(plural, now)} meant to {verb}"
    if status is Status.POSSIBLE:
        return f"may {verb}" if now else f"might {verb}"
    if status is Status.NEGATED:
        return _negated(verb, plural, tense, lasting, grammar)
    if tense in (Tense.SINCE, Tense.SINCE_THEN, Tense.BEFORE):
        have = "had" if tense is not Tense.SINCE else "have" if plural else "has"
        return f"{have} {participle(verb, grammar)}"
    if status is Status.ONGOING and not lasting and verb not in ("be", "have"):
        return f"{_be(plural, now)} {gerund(verb, grammar)}"
    return _finite(verb, plural, now and status is Status.ONGOING, grammar)


def _finite(verb: str, plural: bool, now: bool, grammar: Grammar) -> str:
    if verb == "be":
        return _be(plural, now)
    if now:
        return verb if plural else third(verb, grammar)
    return past(verb, grammar)


def _negated(verb: str, plural: bool, tense: Tense, lasting: bool, grammar: Grammar) -> str:
    if tense in (Tense.SINCE, Tense.SINCE_THEN, Tense.BEFORE):
        have = "had" if tense is not Tense.SINCE else "have" if plural else "has"
        return f"{have} not {participle(verb, grammar)}"
    now = tense is Tense.NOW and lasting
    if verb == "be":
        return f"{_be(plural, now)} not"
    do = ("do" if plural else "does") if now else "did"
    return f"{do} not {verb}"


def _be(plural: bool, now: bool) -> str:
    if now:
        return "are" if plural else "is"
    return "were" if plural else "was"

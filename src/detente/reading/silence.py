"""Explicit silence: to tell that somebody did not mention a thing is a statement that nothing was said of it."""

from __future__ import annotations

from dataclasses import replace

from detente.model import Claim, Kind, Status

#: verbs of saying which, denied, tell of silence rather than of a refusal, as the lines of `say` begin with them
_MENTIONING = frozenset("mention make say utter refer touch bring raise comment".split())


def as_silence(claim: Claim) -> Claim:
    """The claim, or where it denies that a thing was mentioned, the silence that this tells of."""
    if claim.status is not Status.NEGATED:
        return claim
    if claim.type == "lukewarm" and "no+" in _line(claim) and any(c.text.lower() == "no" for c in claim.cues):
        return replace(claim, status=Status.ONGOING)
    if claim.kind is not Kind.STATEMENT:
        return claim
    answered = _verb(claim) in ("respond", "return")  # "did not respond to requests for comment"
    if claim.type == "decline_comment" and ("no+" in _line(claim) or answered):  # the negation is part of it
        return replace(claim, status=Status.ACTUAL)
    if claim.type != "say":
        return claim
    if not (claim.object or claim.target) or _verb(claim) not in _MENTIONING:
        return claim
    return replace(claim, type="silence", status=Status.ACTUAL, rule="statement.silence.unmentioned")


def _verb(claim: Claim) -> str:
    """The verb of the line that was fitted, as it stands in the line."""
    words = _line(claim).split()
    return words[1].split("|")[0] if len(words) > 1 else ""


def _line(claim: Claim) -> str:
    """The line of the knowledge files that was fitted."""
    return next((cue.value for cue in claim.cues if cue.answers == "pattern"), "")

"""Why a claim was coded as it was, in labelled lines."""

from __future__ import annotations

from collections.abc import Iterator

from detente.model import Claim, Party
from detente.web import wording

Line = tuple[str, str]


def explanation(claim: Claim) -> list[Line]:
    """What made the claim: its actors, words, time, status, speaker and rule, each with the words it rests on."""
    return [line for line in _lines(claim) if line[1]]


def _lines(claim: Claim) -> Iterator[Line]:
    for label, parties in (("from", claim.source), ("to", claim.target), ("through", claim.via)):
        for party in parties:
            yield label, _party(party)
    yield "trigger", _cues(claim, "trigger")
    yield "object", claim.object
    yield "issue", ", ".join(map(wording.issue, claim.issue))
    yield "time", f"{wording.when(claim.when)}{_because(claim, 'time')}"
    told = "; told later, as history" if claim.background else ""
    yield "status", f"{claim.status}{_because(claim, 'status')}{told}"
    yield "said by", _speakers(claim)
    if claim.place:
        yield "place", f"{claim.place.name or claim.place.text}, known to the {claim.place.precision or 'word'}"
    yield "details", "; ".join(f"{name.replace('_', ' ')}: {value}" for name, value in claim.details)
    yield "codes", _codes(claim)
    yield "rule", f"{claim.rule}: {_pattern(claim)}" if _pattern(claim) else claim.rule
    yield "coders", _coders(claim)


def _party(party: Party) -> str:
    means = party.name or "somebody not known"
    sector = f", {party.sector}" if party.sector else ""
    reason = f" ({party.reason})" if party.reason else ""
    return f"“{party.text}” means {means}{sector}{reason}"


def _cues(claim: Claim, answers: str) -> str:
    return ", ".join(dict.fromkeys(f"“{cue.text}”" for cue in claim.cues if cue.answers == answers))


def _because(claim: Claim, answers: str) -> str:
    words = _cues(claim, answers)
    return f", by the words {words}" if words else ""


def _speakers(claim: Claim) -> str:
    if not claim.speaker:
        return "the outlet itself"
    return ", by word of ".join(f"{s.name or 'somebody'} (“{s.text}”, {s.verb})" for s in claim.speaker)


def _codes(claim: Claim) -> str:
    found = [f"CAMEO {claim.cameo}" if claim.cameo else "", wording.quad(claim.quad) if claim.quad else ""]
    if claim.score is not None:
        found.append(f"score {wording.signed(claim.score)}")
    return ", ".join(filter(None, found))


def _pattern(claim: Claim) -> str:
    return next((cue.value for cue in claim.cues if cue.answers == "pattern"), "")


def _coders(claim: Claim) -> str:
    return ", ".join(
        f"{o.coder}: {o.root}" + (f" {wording.percent(o.probability)}" if o.probability is not None else "")
        for o in claim.coders
    )

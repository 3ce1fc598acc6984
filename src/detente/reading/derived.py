"""Events done by saying: to tell of another's hostile deed is to accuse, to say one will not help is to refuse.

The field codes such speech as an event of its own.  The claim inside keeps its type, its status and its speaker; the
event derived from it has the speaker as source, and the words of the deed as its object.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.knowledge import Knowledge
from detente.knowledge.entries import Rule
from detente.model import Claim, Cue, Kind, Opinion, Party, Sign, Speaker, Status, When

_TOLD_AS_DONE = (Status.ACTUAL, Status.ONGOING)
#: CAMEO: make an accusation; reject, not specified
_ACCUSATION, _REFUSAL = "112", "120"
#: who tells of a deed in the way of their work
_BYSTANDERS = frozenset({"MED", "JUD", "HLH", "EDU"})
_WILL = frozenset({"will", "would", "wo", "'ll", "'d", "shall"})


def derived(claim: Claim, knowledge: Knowledge) -> Iterator[Claim]:
    """The events that saying a claim amounts to; most claims amount to none."""
    if claim.kind not in (Kind.EVENT, Kind.TIE) or claim.background:
        return
    if (accuser := _accuser(claim, knowledge)) is not None:
        yield _event(claim, knowledge.roots["ACCUSE"], (accuser,), claim.source, _ACCUSATION, "derived.accusation")
    elif _is_refusal(claim):
        yield _event(claim, knowledge.roots["REJECT"], claim.source, claim.target, _REFUSAL, "derived.refusal")


def _accuser(claim: Claim, knowledge: Knowledge) -> Party | None:
    """Who says that another has used force or coercion; None where the teller is the doer's own side or unknown."""
    if claim.quad != 4 or claim.status not in _TOLD_AS_DONE or not claim.speaker or not claim.source:
        return None
    speaker = claim.speaker[-1]
    doers = {c for p in claim.source for c in (p.code, p.country) if c}
    entry = knowledge.entries.get(speaker.code)
    own = {speaker.code, entry.country} if entry and entry.country else {speaker.code}
    if not speaker.code or not doers or own & doers or speaker.sector in _BYSTANDERS:
        return None
    return _as_party(speaker)


def _as_party(speaker: Speaker) -> Party:
    return Party(
        text=speaker.text, start=speaker.start, end=speaker.end, code=speaker.code, sector=speaker.sector,
        country=speaker.code if len(speaker.code) == 3 and speaker.code.isupper() else "", name=speaker.name,
        reason="the speaker",
    )  # fmt: skip


def _is_refusal(claim: Claim) -> bool:
    """Whether somebody will not do another a good turn: "said he would not provide support to Israel"."""
    backing = claim.sign is Sign.COOPERATIVE if claim.kind is Kind.TIE else claim.quad in (1, 2)
    if not backing or claim.status is not Status.NEGATED or not claim.source or not claim.target:
        return False
    words = claim.sentence.text[max(0, claim.start - claim.sentence.start) : claim.end - claim.sentence.start]
    return bool(_WILL.intersection(words.lower().replace("n't", " n't").split()))


def _event(
    claim: Claim, rule: Rule, source: tuple[Party, ...], target: tuple[Party, ...], cameo: str, rule_id: str
) -> Claim:
    """An event of saying, with the words that the claim was read from."""
    sentence = claim.sentence
    said = sentence.text[claim.start - sentence.start : claim.end - sentence.start]
    cue = Cue(answers="trigger", value=rule.type, start=claim.start, end=claim.end, text=said)
    starts = [p.start for p in source if sentence.start <= p.start < sentence.end]
    ends = [p.end for p in source if sentence.start < p.end <= sentence.end]
    return replace(
        claim, kind=Kind.EVENT, type=rule.type, mode="allege" if rule.type == "ACCUSE" else "", context=(), cameo=cameo,
        quad=rule.quad, score=rule.score, sign=rule.sign, symmetric=False, source=source, target=target, via=(),
        object=said, when=When(), status=Status.ACTUAL, speaker=(), place=None, details=(), rule=rule_id,
        confidence=None, cues=(cue,), coders=(Opinion(coder="rules", root=rule.type),),
        start=min([claim.start, *starts]), end=max([claim.end, *ends]),
    )  # fmt: skip

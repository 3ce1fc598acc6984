"""Gold coded by ours: pairs by both coders, sentences by the reader, claims turned into coded events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from detente.evaluating.gold import GoldSentence
from detente.knowledge.entries import Conventions
from detente.model import Article, Claim, Kind, Party, Reading, Status
from detente.reading.read import Reader

_TOGETHER = 200
#: sectors of bodies that are of no one country
_OF_NO_COUNTRY = frozenset({"IGO", "NGO"})
#: stances that say what somebody else is to do
_WISHES = frozenset({"want", "seek", "insist", "need"})
_WISHED = frozenset({Status.INTENDED, Status.PLANNED})


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """A claim as event data has it: a root, the two countries, and the claim."""

    root: str
    source: str
    target: str
    claim: Claim


def read_sentences(sentences: Sequence[GoldSentence], reader: Reader) -> Iterator[Reading]:
    """What the reader makes of each sentence, read as an article of its own."""
    left = iter(sentences)
    while some := list(islice(left, _TOGETHER)):
        yield from reader.read_batch([Article(text=s.text, published=s.published, ref=s.ref) for s in some])


def coded_events(reading: Reading, conventions: Conventions) -> list[CodedEvent]:
    """The events of a reading, one for each source and target; what is only possible or asked for codes nothing.

    What one asks of another, or says that another did, is in the appeal or the accusation: it is no event beside it.
    """
    told = _by_sentence(reading.claims)
    found = [
        CodedEvent(root, country_of(source), country_of(target), claim)
        for claim in reading.claims
        if claim.kind is Kind.EVENT and (root := conventions.coded(claim.type, claim.quad, claim.status))
        if not _only_said(claim, conventions)
        if not any(_carries(other, claim) for other in told[claim.sentence.start])
        for source, target in dyads(claim)
    ]
    of_two = {e.claim.sentence.start for e in found if e.claim.source and e.claim.target}
    return [e for e in found if not _lacks_party(e, of_two, conventions)]


def _only_said(claim: Claim, conventions: Conventions) -> bool:
    """Whether a deed is told only because another wishes for it, or is a good turn that somebody denies having done."""
    if claim.status in _WISHED:
        wished = (c.text.lower() for c in claim.cues if c.answers == "status" and c.value == Status.INTENDED)
        return any(word in conventions.wished_by for word in wished)
    denied = any(c.answers == "speaker" and c.value == "denies" for c in claim.cues)
    return claim.status is Status.NEGATED and claim.quad in (1, 2) and denied


def _lacks_party(event: CodedEvent, of_two: set[int], conventions: Conventions) -> bool:
    """Whether an event lacks a party that its root needs: a doer, or both beside an event between two."""
    claim = event.claim
    if not claim.source and event.root not in conventions.doerless:
        return True
    if (claim.source and claim.target) or event.root in conventions.one_sided:
        return False
    return claim.sentence.start in of_two


def _by_sentence(claims: Iterable[Claim]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence.start, []).append(claim)
    return found


def _carries(other: Claim, claim: Claim) -> bool:
    """Whether an appeal, a wish or an accusation holds what its target is to do or has done."""
    if other is claim or not _shared(other.target, claim.source):
        return False
    wished = other.type == "REQUEST" or (other.kind is Kind.STANCE and other.type in _WISHES)
    if wished and claim.status in _WISHED:
        return True
    return other.type == "ACCUSE" and bool(claim.speaker) and claim.quad in (3, 4)


def _shared(ours: Iterable[Party], theirs: Iterable[Party]) -> bool:
    names = {p.code or p.text for p in ours}
    return any((p.code or p.text) in names for p in theirs)


def dyads(claim: Claim) -> Iterator[tuple[Party | None, Party | None]]:
    """Each source with each target; a symmetric claim both ways, a missing side as None."""
    for source in claim.source or (None,):
        for target in claim.target or (None,):
            if source is not target or source is None:
                yield source, target
                if claim.symmetric and source is not None:
                    yield target, source


def country_of(party: Party | None) -> str:
    """The country of a party, IGO or NGO for a body of no one country, "" where there is none."""
    if party is None:
        return ""
    return party.country or (party.sector if party.sector in _OF_NO_COUNTRY else "")

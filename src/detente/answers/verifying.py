"""Whether a sentence says what its claims say: it is read again, and what is read is compared with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING

from detente.answers.statements import Published, Statement
from detente.answers.verdicts_kept import KeptVerdicts
from detente.answers.voices import untagged
from detente.answers.wording import clearest, composed, quoted, told_as_one
from detente.knowledge import Knowledge
from detente.knowledge.text import fold
from detente.model import Article, Claim, Kind, Party, Precision, Sign, Status

if TYPE_CHECKING:
    from detente.reading.read import Reader

#: ways of saying it that are tried before the report is quoted
_TRIED = 6
_DONE = frozenset({Status.ACTUAL, Status.ONGOING})
_TO_COME = frozenset({Status.PLANNED, Status.INTENDED, Status.POSSIBLE})
_RELATED = frozenset({Kind.EVENT, Kind.TIE, Kind.FLOW, Kind.PROJECT})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence and its claim differ in when it is read again: nothing, or parties, polarity, status, time, type.

    `unread` alone says that nothing was read in the sentence.
    """

    mismatches: tuple[str, ...] = ()

    @property
    def faithful(self) -> bool:
        """Whether nothing differs."""
        return not self.mismatches


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A sentence that may be shown, with the verdicts on those that were tried before it; quoted when all failed."""

    statement: Statement
    tried: tuple[tuple[str, Verdict], ...]
    quoted: bool = False


class Verifier:
    """Reads sentences again.  The reader is loaded when first needed (about three seconds).

    With `kept`, what was found before is not read again.
    """

    def __init__(self, knowledge: Knowledge, reader: Reader | None = None, kept: KeptVerdicts | None = None) -> None:
        self._knowledge = knowledge
        self._reader = reader
        self._kept = kept
        self._lock = Lock()

    def verdicts(self, texts: Sequence[str], claims: Sequence[Claim]) -> list[Verdict]:
        """For each sentence how it compares with the claim at the same place."""
        if self._kept is None:
            return self._read_again(texts, claims)
        asked = list(zip(texts, (claim.id for claim in claims), strict=True))
        known = {one: self._kept.get(*one) for one in asked}
        missing = [n for n, one in enumerate(asked) if known[one] is None]
        if missing:
            read = self._read_again([texts[n] for n in missing], [claims[n] for n in missing])
            found = {asked[n]: verdict.mismatches for n, verdict in zip(missing, read, strict=True)}
            self._kept.put(found)
            known |= found
        return [Verdict(known[one] or ()) for one in asked]

    def load(self) -> None:
        """Load the reader now, so that no question waits for it."""
        with self._lock:
            self._loaded()

    def _read_again(self, texts: Sequence[str], claims: Sequence[Claim]) -> list[Verdict]:
        told = [untagged(text) for text in texts]
        if not told:
            return []
        with self._lock:
            readings = self._loaded().read_batch([Article(text=text) for text in told])
        return [compare(c, r.claims) for c, r in zip(claims, readings, strict=True)]

    def checked(
        self,
        groups: Sequence[Sequence[Claim]],
        articles: Mapping[str, Published],
        *,
        variation: int = 0,
        as_of: date | None = None,
    ) -> list[Checked]:
        """For each group of claims the first sentence that says what they say; a quotation where none does."""
        tried = [
            list(_composed(group, articles, self._knowledge, variation + n, as_of)) for n, group in enumerate(groups)
        ]
        verdicts = self._by_rounds(tried, {claim.id: claim for group in groups for claim in group})
        return [
            _first_faithful(list(zip(statements, found, strict=False)), group, articles, self._knowledge)
            for statements, found, group in zip(tried, verdicts, groups, strict=True)
        ]

    def _by_rounds(self, tried: Sequence[Sequence[Statement]], claims: Mapping[str, Claim]) -> list[list[Verdict]]:
        """The verdicts on the statements of each group up to the first faithful one, read in rounds."""
        found: list[list[Verdict]] = [[] for _ in tried]
        for turn in range(_TRIED):
            asked = [
                (n, statements[turn])
                for n, statements in enumerate(tried)
                if turn < len(statements) and not (found[n] and found[n][-1].faithful)
            ]
            read = self.verdicts([s.text for _, s in asked], [claims[s.claim_ids[0]] for _, s in asked])
            for (n, _), verdict in zip(asked, read, strict=True):
                found[n].append(verdict)
        return found

    def _loaded(self) -> Reader:
        if self._reader is None:
            from detente.reading.read import Reader  # here, so that what needs no check does not wait for it

            self._reader = Reader(self._knowledge)
        return self._reader


def keeping(knowledge: Knowledge, rules: str) -> Verifier:
    """A verifier that keeps its verdicts under the digest of the rules it reads by."""
    return Verifier(knowledge, kept=KeptVerdicts(rules))


def _composed(
    group: Sequence[Claim],
    articles: Mapping[str, Published],
    knowledge: Knowledge,
    variation: int,
    as_of: date | None,
) -> list[Statement]:
    """Some sentences for a group without the quotation that comes last."""
    found = islice(composed(group, articles, knowledge, variation=variation, as_of=as_of), 2 * _TRIED)
    return list({s.text: s for s in found}.values())[:_TRIED]


def _first_faithful(
    tried: Sequence[tuple[Statement, Verdict]],
    group: Sequence[Claim],
    articles: Mapping[str, Published],
    knowledge: Knowledge,
) -> Checked:
    told = tuple((s.text, verdict) for s, verdict in tried)
    for statement, verdict in tried:
        if verdict.faithful:
            return Checked(statement=statement, tried=told)
    return Checked(statement=quoted(clearest(group), articles, knowledge), tried=told, quoted=True)


def compare(claim: Claim, read: Sequence[Claim]) -> Verdict:
    """The verdict of what was read in a sentence on the claim that it was to state: that of the nearest reading."""
    if not read:
        return Verdict(("unread",))
    return min((Verdict(_differences(claim, other)) for other in read), key=lambda v: len(v.mismatches))


def _differences(claim: Claim, other: Claim) -> tuple[str, ...]:
    checks = {
        "parties": _same_parties(claim, other),
        "polarity": (claim.status is Status.NEGATED) == (other.status is Status.NEGATED),
        "status": _same_status(claim.status, other.status),
        "time": _same_time(claim, other),
        "type": _same_type(claim, other),
    }
    return tuple(name for name, same in checks.items() if not same)


def _same_parties(claim: Claim, other: Claim) -> bool:
    """Whether the same do it to the same; who is on which side does not matter where it is done together."""
    source, target = _codes(claim.source), _codes(claim.target)
    if (claim.symmetric or source & target) and (other.symmetric or _codes(other.source) & _codes(other.target)):
        return source | target == _codes(other.source) | _codes(other.target)
    if told_as_one(claim):
        return source | target == _codes(other.source) | _codes(other.target)
    return source == _codes(other.source) and target == _codes(other.target)


def _codes(parties: Sequence[Party]) -> frozenset[str]:
    """What parties are compared by: their codes, or the last of their words where they have none."""
    return frozenset(p.country or p.code or fold(p.text).lower().split(" ")[-1] for p in parties)


def _same_status(one: Status, other: Status) -> bool:
    if one in _DONE or other in _DONE:
        return one in _DONE and other in _DONE
    return one is other or (one in _TO_COME and other in _TO_COME)


def _same_time(claim: Claim, other: Claim) -> bool:
    """Whether the times meet; a sentence may leave the time out, but not give one that no report gives."""
    when, read = claim.when, other.when
    if read.precision is Precision.REPORTED or (read.start is None and read.end is None):
        return True
    if when.precision is Precision.REPORTED:
        return False
    starts = (when.start or date.min) <= (read.end or date.max)
    return starts and (read.start or date.min) <= (when.end or date.max)


def _same_type(claim: Claim, other: Claim) -> bool:
    """Whether both are of one type, or tell of the same good or ill in another form."""
    if claim.kind is other.kind and claim.type == other.type:
        return True
    both = {claim.kind, other.kind} <= _RELATED
    return both and claim.sign is other.sign and claim.sign is not Sign.NEUTRAL

"""What a record holds of two actors: its claims, those of one thing together, each with the papers that tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz.fuzz import token_set_ratio

from detente.answers.times import binding
from detente.archive import Archive, ArticleHead, ClaimRow
from detente.knowledge import Knowledge
from detente.knowledge.text import fold
from detente.model import Claim, Happening, Kind, Party, Precision, Status

#: how alike the words of two reports of one state of things or one saying must be, of 100, to be told as one
_ALIKE = 82.0
#: and how many days may lie between them
_DAYS_APART = 400
_TO_COME = (Status.PLANNED, Status.POSSIBLE, Status.INTENDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing that the record tells: its claims, the clearest first, and the day that it is put on."""

    claims: tuple[Claim, ...]
    day: date
    dated: bool
    reported: date
    background: bool

    @property
    def claim(self) -> Claim:
        """The claim that tells it most clearly."""
        return self.claims[0]

    @property
    def weight(self) -> float:
        """How much there is to it: reports, a date, certainty, and how far it is from neutral."""
        certain = self.claim.status in (Status.ACTUAL, Status.ONGOING)
        articles = len({claim.article for claim in self.claims})
        wished = 2 * (self.claim.status is Status.INTENDED)
        told = min(articles, 4) + 2 * self.dated + certain - len(self.claim.speaker) - wished
        return told + abs(self.claim.score or 0.0) / 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All matters of two actors up to a day, in order of time, with the heads of their articles by id."""

    one: str
    other: str
    until: date
    matters: tuple[Matter, ...]
    articles: Mapping[str, ArticleHead]

    @property
    def published(self) -> bool:
        """Whether any report has a day."""
        return any(head.published for head in self.articles.values())

    def between(self, matter: Matter) -> bool:
        """Whether a matter is between the two and nobody else acts in it."""
        return all(_side(p) in (self.one, self.other) for p in matter.claim.source)


def gather(
    archive: Archive,
    knowledge: Knowledge,
    happenings: Sequence[Happening],
    one: str,
    other: str,
    until: date | None = None,
) -> Material | None:
    """What an archive holds of two codes by what was published up to a day; None where it holds nothing."""
    rows = list(archive.claims(between=(one, other), published_until=until, order="time").rows())
    if not rows:
        return None
    told_in = sorted({row.article.id for row in rows})
    for actor in (one, other):
        rows += archive.claims(actor=actor, kind="stance", article=told_in).rows()
    rows = list({row.claim.id: row for row in rows if _possible_by(row, until)}.values())
    last = until or _last_day(rows)
    matters = [_matter(group, last) for group in _groups(_telling(rows), happenings)]
    return Material(
        one=one,
        other=other,
        until=last,
        matters=tuple(sorted(matters, key=lambda m: (m.day, m.reported, m.claim.id))),
        articles={row.article.id: row.article for row in rows},
    )


def _last_day(rows: Sequence[ClaimRow]) -> date:
    """The day of the latest report; where no report has one, the latest day that is told of."""
    published = [row.article.published for row in rows if row.article.published]
    told = [day for row in rows for day in (row.claim.when.start, row.claim.when.end) if day]
    return max(published or told, default=date.min)


def _possible_by(row: ClaimRow, until: date | None) -> bool:
    """Whether a claim could be made by a day: nothing is done after it."""
    start = row.claim.when.start
    return until is None or start is None or start <= until or row.claim.status in _TO_COME


def _telling(rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """The rows without claims that another of the same sentence tells already: what is asked for, once as asked."""
    by_sentence: dict[tuple[str, int], list[Claim]] = {}
    for row in rows:
        by_sentence.setdefault((row.claim.article, row.claim.sentence.start), []).append(row.claim)
    return [
        row for row in rows if not _told_by_another(row.claim, by_sentence[row.claim.article, row.claim.sentence.start])
    ]


def _told_by_another(claim: Claim, others: Iterable[Claim]) -> bool:
    trigger = next((cue.text for cue in claim.cues if cue.answers == "pattern"), "")
    for other in others:
        if other is claim:
            continue
        if _is_like(claim, other) and (_vagueness(other), other.id) < (_vagueness(claim), claim.id):
            return True
        inside = bool(other.object) and bool(trigger) and trigger in other.object
        if inside and (claim.status in _TO_COME or claim.status is Status.ASKED):
            return True
        if inside and other.kind in (Kind.STATEMENT, Kind.STANCE) and not claim.object:
            return True
    return False


def _is_like(claim: Claim, other: Claim) -> bool:
    """Whether two claims of a sentence say the same of the same, as far as they say what."""
    same = (other.type, other.status, _sides(other)) == (claim.type, claim.status, _sides(claim))
    return same and not claim.object and not other.object


def _sides(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """The states, or the words, of both sides."""
    return frozenset(map(_who_acts, claim.source)), frozenset(map(_who_acts, claim.target))


def _who_acts(party: Party) -> str:
    return _side(party) or _who(party)


def _vagueness(claim: Claim) -> tuple[int, bool]:
    return list(Precision).index(claim.when.precision), claim.place is None


def _groups(rows: Sequence[ClaimRow], happenings: Sequence[Happening]) -> list[list[ClaimRow]]:
    """Rows of one thing together: of one happening, or of one state of things told in like words."""
    happening_of = {claim: h.id for h in happenings for claim in h.claims}
    found: dict[str, list[ClaimRow]] = {}
    alike: list[list[ClaimRow]] = []
    for row in rows:
        if happening := happening_of.get(row.claim.id):
            found.setdefault(f"{happening} {row.claim.status}", []).append(row)
            continue
        group = next((group for group in alike if _same(group[0], row)), None)
        if group is None:
            alike.append([row])
        else:
            group.append(row)
    return [*found.values(), *alike]


def _same(left: ClaimRow, right: ClaimRow) -> bool:
    """Whether two reports tell one tie, stance or saying: the same parties and time, and like words."""
    one, other = left.claim, right.claim
    if _signature(one) != _signature(other) or _apart(left, right) > _DAYS_APART:
        return False
    if one.kind is Kind.TIE and not (one.object or other.object):
        return True
    if one.object or other.object:
        return bool(token_set_ratio(one.object, other.object) >= _ALIKE)
    return bool(token_set_ratio(one.sentence.text, other.sentence.text) >= _ALIKE)


def _signature(claim: Claim) -> tuple[object, ...]:
    sides = [frozenset(map(_who, claim.source)), frozenset(map(_who, claim.target))]
    parties = frozenset(sides) if claim.symmetric else tuple(sides)
    said = tuple(_who(speaker) for speaker in claim.speaker)
    return claim.kind, claim.type, claim.status, parties, said, claim.when.start, claim.when.end


def _who(party: object) -> str:
    code, text = getattr(party, "code", ""), getattr(party, "text", "")
    return code or fold(text).lower()


def _side(party: Party) -> str:
    return party.country or party.code


def _apart(left: ClaimRow, right: ClaimRow) -> int:
    one, other = left.article.published, right.article.published
    return abs((one - other).days) if one and other else 0


def _matter(rows: Sequence[ClaimRow], last: date) -> Matter:
    """A matter of rows; what has no time of its own is put on the day of its first report."""
    ranked = sorted(rows, key=_clearness)
    claim = ranked[0].claim
    reported = min((row.article.published for row in rows if row.article.published), default=last)
    told = claim.when.start or claim.when.end
    dated = told is not None and claim.when.precision is not Precision.REPORTED
    dated = dated and binding(claim) not in ("carried", "first_since")
    return Matter(
        claims=tuple(row.claim for row in ranked),
        day=told if dated and told else reported,
        dated=dated,
        reported=reported,
        background=all(row.claim.background for row in rows),
    )


def _clearness(row: ClaimRow) -> tuple[int, int, int, date]:
    claim = row.claim
    exact = list(Precision).index(claim.when.precision)
    certain = claim.status in (Status.ACTUAL, Status.ONGOING)
    return not certain, exact, len(claim.speaker), row.article.published or date.max

"""A claim as it is compared with others: its parties, its days, its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product

from detente.history.passages import common_words
from detente.model import Claim, Party, Precision, Stage, Status

#: days before its report in which an undated deed may have been done
NEWS_DAYS = 3
#: days after its report in which an undated plan may be carried out
PLAN_DAYS = 30
#: an interval longer than this says too little to look for others by it
LONGEST_DAYS = 3700

_MOST_PAIRS = 10
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STEM = 6
_STAGES = {
    Status.ACTUAL: Stage.DONE,
    Status.ONGOING: Stage.UNDER_WAY,
    Status.PLANNED: Stage.ANNOUNCED,
    Status.INTENDED: Stage.ANNOUNCED,
    Status.POSSIBLE: Stage.ANNOUNCED,
    Status.NEGATED: Stage.DENIED,
}
_CALENDAR = frozenset(
    "january february march april may june july august september october november december "
    "morning afternoon evening night day week month year last next early late".split()
)
#: sectors of those who act for a state
_OF_STATE = frozenset("GOV MIL SPY COP JUD LEG ELI UAF IGO".split()) | {""}


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim with what is known of its report, and what is compared of it."""

    id: str
    claim: Claim
    published: date | None
    outlet: str
    agency: str
    days: tuple[date, date] | None
    #: where others find it, and where it looks for others
    keys: tuple[str, ...]
    asks: tuple[str, ...]
    words: frozenset[str]
    names: frozenset[str]

    @property
    def stage(self) -> Stage:
        """How far what it tells of has come."""
        return _STAGES[self.claim.status]

    @property
    def dated(self) -> bool:
        """Whether it has a time of its own."""
        return self.claim.when.start is not None and self.claim.when.end is not None

    @property
    def detail(self) -> int:
        """How much it tells: the more, the better it stands for its happening."""
        when = self.claim.when
        exact = self.dated and when.start == when.end
        return 4 * exact + 2 * bool(self.claim.place) + bool(self.claim.target) + (not self.claim.background)


def mention(id_: str, claim: Claim, published: date | None, outlet: str = "", agency: str = "") -> Mention | None:
    """The claim of an event, ready to be compared; None for what is only asked, and for all other kinds."""
    if claim.kind != "event" or claim.status not in _STAGES:
        return None
    words, names = _words(claim)
    return Mention(id_, claim, published, outlet, agency, _days(claim, published), *_keys(claim), words, names)


def identity(party: Party) -> str:
    """Whom a party belongs to: its state, or its own code, "" for words without a code."""
    return party.country or party.code


def of_state(party: Party) -> bool:
    """Whether the party acts for its state, as governments and armies do and rebels do not."""
    return party.sector in _OF_STATE


def _days(claim: Claim, published: date | None) -> tuple[date, date] | None:
    """Between which days the deed lies; None where nobody could say."""
    start, end = claim.when.start, claim.when.end
    if start and end:
        return (start, end) if (end - start).days <= LONGEST_DAYS else None
    if published is None or claim.background:
        return None
    if start or end or claim.when.precision in (Precision.ERA, Precision.DECADE):
        return None
    if _STAGES[claim.status] is Stage.ANNOUNCED:
        return published, published + timedelta(PLAN_DAYS)
    return published - timedelta(NEWS_DAYS), published


def _keys(claim: Claim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Under which parties others find the claim, and under which it looks for others.

    Those with both sides named meet under the pair of them.  One with a side unnamed ("VEN|") also meets
    those that name both.  The place stands in for a target that nobody names.
    """
    sources = {identity(p) for p in claim.source} - {""}
    targets = {identity(p) for p in claim.target} - {""}
    single = {f"{one}|" for one in sources | targets}
    open_sided = not sources or not targets
    if claim.place and claim.place.country and not targets:
        targets = {claim.place.country}
    pairs = {"|".join(sorted(pair)) for pair in product(sources, targets) if pair[0] != pair[1]}
    if claim.symmetric:
        pairs |= {"|".join(sorted(pair)) for pair in combinations(sorted(sources), 2)}
    if sources and sources == targets and not pairs:
        pairs = {f"{one}|{one}" for one in sources}
    kept = sorted(pairs)[:_MOST_PAIRS]
    if open_sided:
        return (*kept, *sorted(single)), (*kept, *sorted(single), *sorted(f"{one}*" for one in single))
    return (*kept, *sorted(f"{one}*" for one in single)), (*kept, *sorted(single))


def _words(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """The words that say what it is about, shortened, and the names among them; parties and deed are neither."""
    parties = {w.casefold() for p in claim.parties for w in _WORD.findall(f"{p.text} {p.name}")}
    parties |= {w.casefold() for s in claim.speaker for w in _WORD.findall(s.text)}
    triggers = {w.casefold() for c in claim.cues if c.answers == "trigger" for w in _WORD.findall(c.text)}
    found = list(_WORD.finditer(_clause(claim)))
    words = {w[0].casefold().removesuffix("'s").removesuffix("’s"): w for w in found}
    kept = {w: m for w, m in words.items() if w not in common_words() | _CALENDAR | triggers and not _alike(w, parties)}
    names = {w for w, m in kept.items() if m[0][0].isupper() and m.start() > 0}
    return frozenset(w[:_STEM] for w in kept), frozenset(names)


def _clause(claim: Claim) -> str:
    """The words of the claim, or its sentence where these are few."""
    start = claim.sentence.start
    words = claim.sentence.text[claim.start - start : claim.end - start]
    return claim.sentence.text if len(claim.sentence.text) < 240 else words


def _alike(word: str, parties: set[str]) -> bool:
    """Whether a word is one of the parties' or another form of it, as Turkish is of Turkey."""
    return word in parties or any(len(p) > 3 and word[:4] == p[:4] for p in parties)

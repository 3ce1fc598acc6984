"""What is derived from claims: happenings, copied passages, judgements on what is the same, differences."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from detente.model.claims import Span, When


class Stage(StrEnum):
    """How far a happening has come by what is told of it."""

    ANNOUNCED = "announced"
    UNDER_WAY = "under way"
    DONE = "done"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event in the world, with the claims that report it.

    Type, codes, score and quad are those that most sources give; `source` and `target` hold codes of actors,
    the `_countries` the states that these are or belong to.  `when` bounds the event; `reported` is the day of
    its first report as news, None where all claims are `background`, told later as history.  `stages` lists
    the ids of its claims by stage and `stage` is the furthest of them.  `voices` counts independent sources:
    reprints, and copy of one agency, are one.  `likeness` is the least score that joined two of its claims
    and `reason` explains it.
    """

    id: str
    type: str
    mode: str = ""
    cameo: str = ""
    quad: int | None = None
    score: float | None = None
    symmetric: bool = False
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    source_countries: tuple[str, ...] = ()
    target_countries: tuple[str, ...] = ()
    when: When = field(default_factory=When)
    place: str = ""
    stage: Stage = Stage.DONE
    stages: tuple[tuple[Stage, tuple[str, ...]], ...] = ()
    background: bool = False
    reported: date | None = None
    voices: int = 1
    articles: int = 1
    likeness: float = 1.0
    reason: str = ""

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all its claims, by stage."""
        return tuple(claim for _, claims in self.stages for claim in claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of an article's text."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """Two passages of which one was taken from the other, or both from a third.

    `similarity` is the share of the shorter that stands in the longer, `manner` verbatim, cut, edited or
    reordered.  `giver` is the article that likely had it first, "" where nobody can tell; `reason` says why so.
    """

    left: Passage
    right: Passage
    similarity: float
    manner: str
    giver: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether two claims tell of one happening, by whom and when that was said; the latest by a user counts."""

    left: str
    right: str
    same: bool
    score: float
    reason: str
    by: str
    made: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Where two reports of one happening part.

    `what` is figure, date, party, order, certainty or silence; `left` and `right` are claims.  `turn` is
    correction, denial or update where the right one, which is later, takes back or renews the left one.
    """

    happening: str
    what: str
    left: str
    right: str
    quotes: tuple[str, str]
    values: tuple[str, str]
    turn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A tie as long as reports bear it out: the claims of one type between the same parties, put together.

    `first` and `last` are the outermost days that any claim gives, None where it is left open; `told` is the
    last day of which a claim says that the tie holds.  `negated` says that the claims deny it.
    """

    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    first: date | None
    last: date | None
    told: date | None
    negated: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles on the same matter within some days: they share happenings, or copy one another."""

    articles: tuple[str, ...]
    happenings: tuple[str, ...]
    first: date | None
    last: date | None

"""What an article is, what a claim is, and what a claim is made of.

Everything here is frozen and imports nothing of ours.  A claim's id is a hash of what it says and where
it was read, so that reading an article twice changes nothing.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

#: Version of the claim as other programs see it (docs/claims.md); raised when a field changes its meaning.
CONTRACT_VERSION = "1.1"


class Kind(StrEnum):
    """What sort of thing a claim says."""

    EVENT = "event"
    TIE = "tie"
    STANCE = "stance"
    FLOW = "flow"
    PROJECT = "project"
    STATEMENT = "statement"
    TRAIT = "trait"


class Status(StrEnum):
    """How real the text makes the thing it tells of."""

    ACTUAL = "actual"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    INTENDED = "intended"
    NEGATED = "negated"
    ASKED = "asked"


class Sign(StrEnum):
    """Whether a claim tells of good or of ill between its parties."""

    COOPERATIVE = "cooperative"
    HOSTILE = "hostile"
    NEUTRAL = "neutral"


class Precision(StrEnum):
    """How exactly a time or a place is told."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    ERA = "era"
    #: no words of time: bounded by publication, never dated to it
    REPORTED = "reported"


class Dating(StrEnum):
    """How the publication date of an article is known."""

    METADATA = "metadata"
    HEADER = "header"
    DATELINE = "dateline"
    FIELD = "field"
    FEED = "feed"
    GIVEN = "given"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words of an article: `text` is what stands between the offsets `start` and `end` of its text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor in a claim.

    `code` is ISO 3166 alpha-3 for states (or the code of a former state), a readable id for other known
    actors, and "" where only words are known.  `country` is the state that the actor belongs to or acts
    for ("" where none), `sector` a PLOVER sector or "".  `reason` says how the words were resolved.
    """

    text: str
    start: int
    end: int
    code: str = ""
    country: str = ""
    sector: str = ""
    name: str = ""
    reason: str = ""

    @property
    def label(self) -> str:
        """The shortest name a reader can know the party by."""
        return self.name or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who says the claim, with the verb of saying; the first of several is the outermost."""

    text: str
    start: int
    end: int
    verb: str
    code: str = ""
    sector: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The time of what is claimed, not of the report.

    `start` and `end` are the first and last day of the interval, None where it is open or unknown;
    `text` holds the words of time, "" where there are none (precision is then `reported`).
    """

    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.REPORTED
    text: str = ""

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a time must not end before it starts: {self.start} to {self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it happened: a name as written, a country code where known, and how exact that is."""

    text: str
    name: str = ""
    country: str = ""
    precision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that decided something about a claim: its trigger, its status, its time, its speaker.

    `answers` names the question (pattern, trigger, status, time), `value` the answer: the line of the
    knowledge file, the type, the status, how the time is bound.
    """

    answers: str
    value: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one coder makes of an event: `rules` or `model`, the PLOVER root (or NONE), and how likely from 0 to 1."""

    coder: str
    root: str
    probability: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one article says that actors did, are, want or say, with the words it was read from.

    `start` and `end` delimit the words of the claim in the article's text, `sentence` is the span of its
    sentence.  `type` is a PLOVER root for events, otherwise the tie, stance, flow, project, statement or
    trait type.  `score` is on the PLOVER scale from -10 (most hostile) to 10 (most cooperative), None for
    kinds and types that have none.  `quad` is 1 verbal cooperation, 2 material cooperation, 3 verbal
    conflict, 4 material conflict, None outside events.  `details` holds what only some types have: the
    amount of a flow, the cost or the due date of a project.
    """

    article: str
    kind: Kind
    type: str
    source: tuple[Party, ...]
    target: tuple[Party, ...]
    sentence: Span
    start: int
    end: int
    rule: str
    via: tuple[Party, ...] = ()
    mode: str = ""
    context: tuple[str, ...] = ()
    cameo: str = ""
    quad: int | None = None
    score: float | None = None
    sign: Sign = Sign.NEUTRAL
    symmetric: bool = False
    object: str = ""
    issue: tuple[str, ...] = ()
    when: When = field(default_factory=When)
    status: Status = Status.ACTUAL
    background: bool = False
    speaker: tuple[Speaker, ...] = ()
    place: Place | None = None
    details: tuple[tuple[str, str], ...] = ()
    cues: tuple[Cue, ...] = ()
    confidence: float | None = None
    coders: tuple[Opinion, ...] = ()

    @property
    def id(self) -> str:
        """A hash of what the claim says and where: equal claims have equal ids in any run."""
        said = (
            self.article,
            self.kind,
            self.type,
            self.mode,
            str(self.start),
            str(self.end),
            "|".join(f"{p.code or p.text}/{p.sector}" for p in self.source),
            "|".join(f"{p.code or p.text}/{p.sector}" for p in self.target),
            "|".join(f"{p.code or p.text}/{p.sector}" for p in self.via),
            self.object,
            self.status,
            f"{self.when.start}/{self.when.end}",
            "|".join(f"{s.code or s.text}:{s.verb}" for s in self.speaker),
        )
        return content_id("c", *said)

    @property
    def parties(self) -> tuple[Party, ...]:
        """All actors of the claim: sources, targets, then those it goes through."""
        return self.source + self.target + self.via


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text as published: what it says, where it appeared, and how each of these is known.

    `text` is clean prose in paragraphs separated by one empty line; all offsets point into it.  `outlet`
    published it, `agency` wrote the copy where that is another.  `published` is None when no date is
    known; today is never assumed.  `ref` is the id that a dump gave, `origin` the path or address read.
    """

    text: str
    title: str = ""
    outlet: str = ""
    agency: str = ""
    byline: str = ""
    dateline: str = ""
    published: date | None = None
    dating: Dating = Dating.UNKNOWN
    language: str = ""
    url: str = ""
    ref: str = ""
    origin: str = ""

    @property
    def id(self) -> str:
        """A hash of the text and of what identifies its publication (not of where the file lay)."""
        published = self.published.isoformat() if self.published else ""
        return content_id("a", self.text, self.title, self.outlet, published, self.url, self.ref)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A sentence that named known actors and yielded no claim, with the verbs that no rule knew."""

    sentence: Span
    actors: tuple[str, ...]
    verbs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read in one article: its claims, and what was seen and not understood."""

    article: Article
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
    rules: str
    sentences: int = 0
    parsed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Something that was offered for reading and was not read, with the reason in plain words.

    `fault` is False for what is passed over on purpose, such as an article in another language.
    """

    origin: str
    reason: str
    fault: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruleset:
    """The knowledge and code that made a claim: a digest, the program's version and when first used."""

    digest: str
    version: str
    first_used: datetime | None = None


def content_id(prefix: str, *parts: str) -> str:
    """A short stable id from content: `prefix` and 16 hexadecimal digits of a BLAKE2b hash (64 bits)."""
    digest = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8)
    return prefix + digest.hexdigest()

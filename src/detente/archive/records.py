"""What an archive answers with: claims with the head of their article, listings and counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from detente.model import Claim, Ruleset, Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHead:
    """What is known of an article besides its text, with the digest of the rules it was last read by."""

    id: str
    title: str
    outlet: str
    agency: str
    published: date | None
    language: str
    url: str
    ref: str
    origin: str
    rules: str
    has_text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim and the head of the article that it was read in."""

    claim: Claim
    article: ArticleHead


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleListing:
    """The head of an article, and how much was read in it and how many sentences were not understood."""

    article: ArticleHead
    claims: int
    unread: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadSentence:
    """A sentence that named known actors and yielded no claim, with the head of its article."""

    unread: Unread
    article: ArticleHead


class UnreadVerb(NamedTuple):
    """A verb that no rule knew, how often it was met, and a sentence with it."""

    verb: str
    # Shadows a method of tuples that nobody wants of this one.
    count: int  # type: ignore[assignment]
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastReading:
    """One reading of an article: by which rules, when, and how many claims it made."""

    article: str
    rules: str
    read_at: datetime
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesetUse:
    """Rules that ever made claims of this archive, and how many articles and claims are theirs now."""

    ruleset: Ruleset
    articles: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Info:
    """An archive in numbers.

    `kinds`, `outlets` and `languages` count claims by kind and articles by outlet and language; `first`
    and `last` are the earliest and latest dates of publication; `size` is in bytes, parts included;
    `waiting_parts` counts the parts not yet absorbed.
    """

    path: str
    articles: int
    claims: int
    unread: int
    kinds: Mapping[str, int]
    outlets: Mapping[str, int]
    languages: Mapping[str, int]
    first: date | None
    last: date | None
    rules: tuple[RulesetUse, ...]
    size: int
    schema: str
    contract: str
    waiting_parts: int

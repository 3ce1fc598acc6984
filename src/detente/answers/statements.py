"""Sentences that name the claims they state and quote the words they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from detente.model import Claim


class Published(Protocol):
    """What is asked of an article to cite it; an `Article` has it, and so has the head of one."""

    @property
    def id(self) -> str: ...
    @property
    def outlet(self) -> str: ...
    @property
    def published(self) -> date | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The words of an article that a claim was read from, and where and when they were published."""

    claim_id: str
    article_id: str
    outlet: str
    date: date | None
    quote: str

    def __post_init__(self) -> None:
        if not self.quote.strip():
            raise ValueError(f"a citation of claim {self.claim_id} must quote something")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence, the claims that it states and their citations; without a citation there is no statement."""

    text: str
    claim_ids: tuple[str, ...]
    citations: tuple[Citation, ...]

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a statement must say something")
        if not self.claim_ids or not self.citations:
            raise ValueError(f"a statement must have claims and citations: {self.text}")
        if strange := {c.claim_id for c in self.citations} ^ set(self.claim_ids):
            raise ValueError(f"claims and citations do not belong together: {', '.join(sorted(strange))}")


def citation(claim: Claim, articles: Mapping[str, Published]) -> Citation:
    """The citation of a claim: its whole sentence, and what is known of its article ("" and None where nothing is)."""
    article = articles.get(claim.article)
    return Citation(
        claim_id=claim.id,
        article_id=claim.article,
        outlet=article.outlet if article else "",
        date=article.published if article else None,
        quote=" ".join(claim.sentence.text.split()),
    )


def statement(text: str, claims: Iterable[Claim], articles: Mapping[str, Published]) -> Statement:
    """The statement that a text makes of some claims, each cited once."""
    cited = {claim.id: citation(claim, articles) for claim in claims}
    return Statement(text=text, claim_ids=tuple(cited), citations=tuple(cited.values()))

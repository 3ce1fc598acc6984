"""Claims put into English: one good sentence for what one or more reports tell of one thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.answers.statements import Published, Statement, statement
from detente.knowledge import Knowledge
from detente.model import Claim


def sentence(
    claims: Sequence[Claim], articles: Mapping[str, Published], knowledge: Knowledge, *, variation: int = 0
) -> Statement:
    """One English sentence for a claim, or for several claims of one happening, citing all of them.

    `articles` holds the heads of their articles by id.  `variation` chooses among the ways of saying it, and the
    same number always the same one.  ValueError without claims.
    """
    if not claims:
        raise ValueError("a sentence needs a claim")
    return quoted(claims[0], claims, articles)


def quoted(claim: Claim, claims: Sequence[Claim], articles: Mapping[str, Published]) -> Statement:
    """What a report says in its own words: always faithful, never elegant."""
    article = articles.get(claim.article)
    outlet = article.outlet if article and article.outlet else "one report"
    words = " ".join(claim.sentence.text.split()).rstrip(".")
    return statement(f"According to {_with_article(outlet)}, “{words}”.", claims, articles)


def _with_article(outlet: str) -> str:
    """The name of an outlet as it stands in a sentence."""
    return outlet if outlet.lower().startswith(("the ", "one ", "a ")) or " " not in outlet else f"the {outlet}"

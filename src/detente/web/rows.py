"""Nouns of the record as rows of tables, with the addresses that they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from detente.archive import ClaimRow
from detente.model import Happening, Period
from detente.web import addresses, wording
from detente.web.view import View

Row = dict[str, Any]


def happening(view: View, found: Happening) -> Row:
    """A happening as a row."""
    return {
        "when": wording.happened(found),
        "what": wording.type_words(found.type, found.mode),
        "source": ", ".join(view.names(found.source)),
        "target": ", ".join(view.names(found.target)),
        "place": found.place,
        "stage": str(found.stage),
        "voices": found.voices,
        "articles": found.articles,
        "happening": found.id,
        "start": found.when.start,
        "end": found.when.end,
        "reported": found.reported,
        "background": found.background,
        "cameo": found.cameo,
        "quad": found.quad,
        "score": found.score,
        "source_codes": list(found.source),
        "target_codes": list(found.target),
        "to_happening": addresses.happening(found.id),
    }


def claim(row: ClaimRow) -> Row:
    """A claim as a row."""
    told, head = row.claim, row.article
    return {
        "when": wording.when(told.when),
        "type": told.type,
        "source": ", ".join(party.label for party in told.source),
        "target": ", ".join(party.label for party in told.target),
        "object": told.object,
        "status": str(told.status),
        "words": told.sentence.text,
        "outlet": wording.outlet(head),
        "published": head.published,
        "kind": str(told.kind),
        "speaker": ", ".join(s.name or s.text for s in told.speaker),
        "start": told.when.start,
        "end": told.when.end,
        "background": told.background,
        "claim": told.id,
        "article": head.id,
        "to_article": addresses.article(head.id, told.id),
    }


def claims(rows: Iterable[ClaimRow]) -> list[Row]:
    """Claims as rows."""
    return [claim(row) for row in rows]


def ties(view: View, found: Iterable[Period], by_id: Mapping[str, ClaimRow]) -> Iterator[Row]:
    """Ties put together to periods, each with the words of its last claim."""
    for period in found:
        last = by_id[period.claims[-1]]
        yield {
            "tie": ("no " if period.negated else "") + period.type,
            "source": ", ".join(view.names(period.source)), "target": ", ".join(view.names(period.target)),
            "held": _held(period), "claims": len(period.claims), "words": last.claim.sentence.text,
            "first": period.first, "last": period.last, "told": period.told, "negated": period.negated,
            "claim_ids": list(period.claims), "to_article": addresses.article(last.article.id, last.claim.id),
        }  # fmt: skip


def _held(period: Period) -> str:
    """From when to when reports bear a tie out."""
    if period.first and period.last:
        return wording.between(period.first, period.last)
    since = f"since {wording.day(period.first)}" if period.first else ""
    until = f"until {wording.day(period.last)}" if period.last else ""
    told = f"last told {wording.day(period.told)}" if period.told and not period.last else ""
    return ", ".join(filter(None, (since, until, told))) or "time not told"

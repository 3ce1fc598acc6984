"""Nouns of the record as rows of tables, with the addresses that they lead to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from detente.archive import ClaimRow
from detente.model import Happening
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

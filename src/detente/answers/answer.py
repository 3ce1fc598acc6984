"""An answer: what was asked, as it was understood, and the sentences that the record bears out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from detente.answers.query import Named, Query
from detente.answers.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the record says to a question.

    Each of `statements` names its claims and quotes them; `differences` tell where reports part.  Where the record does
    not say, there are no statements, and `nearest` has what comes closest.  `lead` is said above the rest.
    """

    query: Query
    lead: str
    statements: tuple[Statement, ...] = ()
    differences: tuple[Statement, ...] = ()
    nearest: tuple[Statement, ...] = ()

    @property
    def says(self) -> bool:
        """Whether the record answers the question at all."""
        return bool(self.statements or self.differences)

    def record(self) -> dict[str, Any]:
        """The answer as plain values, for JSON."""
        return {
            "question": self.query.question,
            "says": self.says,
            "lead": self.lead,
            "statements": [_statement(s) for s in self.statements],
            "differences": [_statement(s) for s in self.differences],
            "nearest": [_statement(s) for s in self.nearest],
            "query": _query(self.query),
        }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "text": statement.text,
        "claims": list(statement.claim_ids),
        "citations": [
            {
                "claim": c.claim_id,
                "article": c.article_id,
                "outlet": c.outlet or None,
                "date": _day(c.date),
                "quote": c.quote,
            }
            for c in statement.citations
        ],
    }


def _query(query: Query) -> dict[str, Any]:
    return {
        "form": query.form or None,
        "asks": str(query.asks),
        "source": [_name(n) for n in query.source],
        "target": [_name(n) for n in query.target],
        "among": [_name(n) for n in query.among],
        "places": [_name(n) for n in query.places],
        "meaning": query.means or None,
        "words": list(query.words),
        "since": _day(query.since),
        "until": _day(query.until),
    }


def _name(named: Named) -> str:
    return named.code or named.text


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

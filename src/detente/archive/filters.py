"""Which claims are asked for, checked and turned into the values that the queries expect."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from detente.model import Kind, Status

#: One value or several of which any will do.
Several = str | Iterable[str]
#: A day, as a date or in ISO form.
Day = date | str

#: How claims can be ordered; a minus sign puts the latest first.
ORDERS = ("published", "-published", "time", "-time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which claims are asked for; a filter that is None lets every claim through."""

    between: Iterable[str] | None = None
    actor: Several | None = None
    kind: Several | None = None
    type: Several | None = None
    status: Several | None = None
    since: Day | None = None
    until: Day | None = None
    published_since: Day | None = None
    published_until: Day | None = None
    sector: Several | None = None
    issue: Several | None = None
    outlet: Several | None = None
    speaker: Several | None = None
    background: bool | None = None
    text: str | None = None
    article: Several | None = None
    limit: int | None = None
    order: str = "published"

    def parameters(self) -> dict[str, object]:
        """The values for the query; ValueError when a filter could never be meant so."""
        if self.order not in ORDERS:
            raise ValueError(f"order must be one of {', '.join(ORDERS)}, not {self.order!r}")
        return {
            "between": _pair(self.between),
            "actor": several(self.actor),
            "kind": _checked(self.kind, Kind),
            "type": several(self.type, fold=True),
            "status": _checked(self.status, Status),
            "since": day(self.since),
            "until": day(self.until),
            "published_since": day(self.published_since),
            "published_until": day(self.published_until),
            "sector": several(self.sector),
            "issue": several(self.issue),
            "outlet": several(self.outlet, fold=True),
            "speaker": several(self.speaker, fold=True),
            "background": self.background,
            "text": self.text,
            "article": several(self.article),
            "limit": self.limit,
            "order": self.order,
        }


def several(values: Several | None, *, fold: bool = False) -> list[str] | None:
    """One value or several as a list, in lower case if `fold`; None, which filters nothing, stays None."""
    if values is None:
        return None
    found = [values] if isinstance(values, str) else list(values)
    return [value.lower() for value in found] if fold else found


def day(value: Day | None) -> date | None:
    """A date from a date, a datetime or ISO words; ValueError when the words are none."""
    if isinstance(value, datetime):
        return value.date()
    return date.fromisoformat(value) if isinstance(value, str) else value


def _pair(codes: Iterable[str] | None) -> list[str] | None:
    if codes is None:
        return None
    wanted = [] if isinstance(codes, str) else list(dict.fromkeys(codes))
    if len(wanted) < 2:
        raise ValueError(f"between needs two different codes, not {codes!r}")
    return wanted


def _checked(values: Several | None, allowed: type[StrEnum]) -> list[str] | None:
    wanted = several(values, fold=True)
    for value in wanted or ():
        if value not in set(allowed):
            raise ValueError(f"{value!r} is no {allowed.__name__.lower()}; there are {', '.join(allowed)}")
    return wanted

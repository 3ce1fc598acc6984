"""The shape of a claim as other programs see it: names of fields and columns, explained in docs/claims.md."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

#: A claim as plain JSON values, with exactly the keys of `CLAIM_KEYS` in that order.
Record = dict[str, Any]

CLAIM_KEYS = (
    *("id", "article", "ref", "outlet", "agency", "title", "published"),
    *("kind", "type", "mode", "context", "cameo", "quad", "score", "sign", "background"),
    *("source", "target", "via", "symmetric", "object", "issue", "when", "status", "speaker", "place"),
    *("sentence", "start", "end", "rule", "cues", "details", "confidence", "coders"),
)
PARTY_KEYS = ("code", "country", "sector", "name", "text")
SPEAKER_KEYS = ("code", "sector", "name", "text", "verb")
WHEN_KEYS = ("start", "end", "precision", "text")
PLACE_KEYS = ("text", "name", "country", "precision")
CODER_KEYS = ("coder", "root", "probability")
CUE_KEYS = ("answers", "value", "text", "start", "end")

#: Fields that hold objects, with the keys of these objects; a flat table has a column for each.
NESTED = {
    "source": PARTY_KEYS,
    "target": PARTY_KEYS,
    "via": PARTY_KEYS,
    "when": WHEN_KEYS,
    "speaker": SPEAKER_KEYS,
    "place": PLACE_KEYS,
}

#: The columns of a flat table, such as a CSV file.
COLUMNS = tuple(f"{key}_{inner}" if inner else key for key in CLAIM_KEYS for inner in NESTED.get(key, ("",)))


class ClaimRecordError(ValueError):
    """A record is not a claim of this contract; the message says which field, and in which line."""


class Publication(Protocol):
    """What a record tells of the article that its claim was read in."""

    @property
    def ref(self) -> str:
        """The id that a dump gave the article, or nothing."""

    @property
    def outlet(self) -> str:
        """Who published it."""

    @property
    def agency(self) -> str:
        """Who wrote the copy, where that is another."""

    @property
    def title(self) -> str:
        """Its headline."""

    @property
    def published(self) -> date | None:
        """When it was published, where that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a record told of the article that its claim was read in."""

    ref: str = ""
    outlet: str = ""
    agency: str = ""
    title: str = ""
    published: date | None = None

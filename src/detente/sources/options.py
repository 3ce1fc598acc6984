"""How the user wants sources to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

MEGABYTE = 1024 * 1024

#: The fields of an article that a dump may name in its own way (`ReadOptions.fields`).
FIELD_NAMES = ("text", "title", "published", "outlet", "agency", "byline", "url", "ref", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the user said about the sources; the defaults ask nothing and allow nothing unusual.

    `fields` says under which name a dump keeps a field of ours.  `published` is the date of texts that
    have none of their own, `outlet` who published them where nothing else says so.  `format` forces a
    reader, `linked` fetches the pages that feeds link to, `allow_private` lets addresses lead into
    private networks.  `max_bytes` bounds one file, line or page, `timeout` is in seconds a page.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    allow_private: bool = False
    linked: bool = False
    published: date | None = None
    outlet: str = ""
    format: str = ""
    max_bytes: int = 50 * MEGABYTE
    timeout: float = 30.0


#: What is done when the user says nothing.
DEFAULTS = ReadOptions()

"""The archive of claims: a DuckDB file that many may read while one process writes.

Nothing outside this package knows that it is DuckDB.
"""

from __future__ import annotations

from detente.archive.claims import Claims
from detente.archive.derived import Derived
from detente.archive.errors import (
    AmbiguousId,
    ArchiveBusy,
    ArchiveError,
    MissingArchive,
    NewerSchema,
    NoSuchRecord,
    NotAnArchive,
    UnstorableReading,
)
from detente.archive.records import (
    ArticleHead,
    ArticleListing,
    ClaimRow,
    Info,
    PastReading,
    RulesetUse,
    UnreadSentence,
    UnreadVerb,
)
from detente.archive.snapshot import Snapshot
from detente.archive.store import DEFAULT_PATH, Archive
from detente.archive.writer import Pace, Writer

#: Another name for a claim with the head of its article.
ClaimRecord = ClaimRow

__all__ = [
    "DEFAULT_PATH",
    "AmbiguousId",
    "Archive",
    "ArchiveBusy",
    "ArchiveError",
    "ArticleHead",
    "ArticleListing",
    "ClaimRecord",
    "ClaimRow",
    "Claims",
    "Derived",
    "Info",
    "MissingArchive",
    "NewerSchema",
    "NoSuchRecord",
    "NotAnArchive",
    "Pace",
    "PastReading",
    "RulesetUse",
    "Snapshot",
    "UnreadSentence",
    "UnreadVerb",
    "UnstorableReading",
    "Writer",
]

"""What can go wrong with an archive, each in words that name the file and say what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class ArchiveError(Exception):
    """An archive cannot do what was asked of it."""


class MissingArchive(ArchiveError):
    """There is no archive at the path, or no folder to put one in."""


class NotAnArchive(ArchiveError):
    """The file is damaged, or is no DuckDB database, or is one that another program made."""


class NewerSchema(ArchiveError):
    """A later version of Detente has changed the tables of this archive."""


class ArchiveBusy(ArchiveError):
    """Another process holds the archive; `pid` is its number where that is known."""

    def __init__(self, message: str, pid: int | None = None) -> None:
        super().__init__(message)
        self.pid = pid


class NoSuchRecord(ArchiveError):
    """No article or claim has an id that starts like this."""


class AmbiguousId(ArchiveError):
    """Several articles or claims have ids that start like this; `ids` holds some of them."""

    def __init__(self, message: str, ids: Sequence[str]) -> None:
        super().__init__(message)
        self.ids = tuple(ids)


class UnstorableReading(ArchiveError):
    """A reading contradicts itself or holds characters that UTF-8 cannot write."""


def not_an_archive(path: Path, reason: str) -> NotAnArchive:
    """The error for a file that cannot be used as an archive, with the reason in plain words."""
    return NotAnArchive(f"{path} is not an archive that Detente can read: {reason}")

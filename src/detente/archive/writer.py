"""Writing readings: safe on the disk at once, in the DuckDB file a little later, readers never shut out."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from detente.archive import parts
from detente.archive.absorb import absorb
from detente.archive.connection import reading
from detente.archive.errors import ArchiveError, UnstorableReading
from detente.archive.lock import WriterLock
from detente.archive.rows import encoded
from detente.archive.sql import query
from detente.model import Reading, Ruleset

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often a writer saves and absorbs, and how long it waits for readers (seconds)."""

    part_articles: int = 100
    part_bytes: int = 8 * 1024 * 1024
    part_seconds: float = 5.0
    absorb_articles: int = 2000
    absorb_seconds: float = 30.0
    wait: float = 1.0
    last_wait: float = 30.0


class Writer:
    """Stores readings made by one set of rules; made by `Archive.writer`, used in a `with` statement.

    The archive's lock is held from construction to `close`, the DuckDB file only while a batch of parts
    is absorbed.
    """

    def __init__(self, path: Path, rules: Ruleset, *, keep_text: bool = True, pace: Pace | None = None) -> None:
        """Take the lock and absorb what a killed run left; ArchiveBusy when another process writes."""
        self._path = path
        self._rules = rules
        self._keep_text = keep_text
        self._pace = pace or Pace()
        self._lines: dict[str, bytes] = {}
        self._bytes = 0
        self._unabsorbed: set[str] = set()
        self._saved = self._since_absorb = 0
        self._last_part = self._last_absorb = time.monotonic()
        self._closed = False
        self._lock = WriterLock(path)
        try:
            self._take_over()
        except BaseException:
            self._lock.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def saved(self) -> int:
        """How many articles this writer has put safely on the disk."""
        return self._saved

    @property
    def waiting(self) -> int:
        """How many parts are on the disk and not yet in the DuckDB file."""
        return len(parts.waiting(self._path))

    def known(self, ids: Iterable[str]) -> set[str]:
        """Those of `ids` whose articles need no reading: stored by the same rules, text kept or not alike."""
        asked = set(ids)
        here = {id_ for id_ in asked if id_ in self._lines or id_ in self._unabsorbed}
        return here | stored_ids(self._path, asked - here, self._rules.digest, self._keep_text)

    def add(self, reading: Reading) -> None:
        """Take a reading; it is safe on the disk with the next part (see `saved`).

        UnstorableReading when it was made by other rules or cannot be written as UTF-8.
        """
        if self._closed:
            raise ArchiveError(f"the writer of {self._path} is closed")
        if reading.rules != self._rules.digest:
            raise UnstorableReading(f"a reading by the rules {reading.rules} came to a writer for {self._rules.digest}")
        id_ = reading.article.id
        read_at = datetime.now(UTC).replace(tzinfo=None)
        line = encoded(reading, id_, self._rules, read_at, self._keep_text)
        self._lines[id_] = line
        self._bytes += len(line)
        self._keep_pace()

    def flush(self) -> None:
        """Put everything added so far safely on the disk, and into the DuckDB file if readers let it."""
        self._save_part()
        self._absorb(self._pace.wait)

    def close(self) -> None:
        """Save and absorb the rest and give up the lock; a warning says how many parts must wait."""
        if self._closed:
            return
        self._closed = True
        try:
            self._save_part()
            self._absorb(self._pace.last_wait)
        finally:
            self._lock.release()
        if left := self.waiting:
            log.warning("%s is in use: %d parts wait and will be absorbed by the next run", self._path, left)

    def _take_over(self) -> None:
        parts.remove_unfinished(self._path)
        if absorb(self._path, self._pace.wait):
            self._unabsorbed = {
                str(row["id"])
                for part in parts.waiting(self._path)
                for row in parts.read_rows(part)
                if row["rules"] == self._rules.digest and (row["text"] is not None) == self._keep_text
            }

    def _keep_pace(self) -> None:
        now = time.monotonic()
        pace = self._pace
        full = len(self._lines) >= pace.part_articles or self._bytes >= pace.part_bytes
        if full or now - self._last_part >= pace.part_seconds:
            self._save_part()
        due = self._since_absorb >= pace.absorb_articles or now - self._last_absorb >= pace.absorb_seconds
        if due and self._unabsorbed:
            self._absorb(pace.wait)

    def _save_part(self) -> None:
        self._last_part = time.monotonic()
        if self._lines:
            parts.save(self._path, self._lines.values())
            self._saved += len(self._lines)
            self._since_absorb += len(self._lines)
            self._unabsorbed.update(self._lines)
            self._lines.clear()
            self._bytes = 0

    def _absorb(self, wait: float) -> None:
        if absorb(self._path, wait) == 0:
            self._unabsorbed.clear()
        # After a failure as well, or every further article would wait for the same reader.
        self._last_absorb = time.monotonic()
        self._since_absorb = 0


def stored_ids(path: Path, ids: Iterable[str], rules: str, keep_text: bool) -> set[str]:
    """Those of `ids` that the DuckDB file holds as read by `rules`, with their text kept or not alike."""
    asked = list(ids)
    if not asked:
        return set()
    with reading(path) as connection:
        found = connection.execute(
            query("known_ids"), {"rules": rules, "keep_text": keep_text, "ids": asked}
        ).fetchall()
    return {id_ for (id_,) in found}

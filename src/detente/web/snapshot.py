"""The copy of the archive that the page reads, renewed behind its back when the archive has changed."""

from __future__ import annotations

import logging
import tempfile
import threading
import time
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from detente.archive import ArchiveError, Derived, Snapshot
from detente.archive.snapshot import stamp_of
from detente.knowledge import Knowledge
from detente.record import Record

log = logging.getLogger(__name__)

#: Seconds after which the archive is looked at again, and at least so many times as long as a copy took.
_PATIENCE, _TIMES = 5.0, 20
_MOST_REMEMBERED = 400

_Answer = TypeVar("_Answer")


class FixedRecord(Record):
    """A record over a copy of an archive: what is derived from claims is as of the copy too."""

    def __init__(self, snapshot: Snapshot, folders: Sequence[Path], knowledge: Knowledge | None) -> None:
        super().__init__(snapshot, folders)
        self._knowledge = knowledge

    def _derived(self) -> Derived:
        return self.archive.derived


class Held:
    """A snapshot as a record, and what has been worked out from it."""

    def __init__(self, snapshot: Snapshot, folders: Sequence[Path], knowledge: Knowledge | None) -> None:
        self.snapshot = snapshot
        self.record = FixedRecord(snapshot, folders, knowledge)
        self._answers: dict[Hashable, Any] = {}
        self._lock = threading.Lock()

    def remember(self, key: Hashable, work_out: Callable[[], _Answer]) -> _Answer:
        """What was worked out before under this key, or is now; the oldest answers are forgotten."""
        with self._lock:
            if key in self._answers:
                self._answers[key] = self._answers.pop(key)  # used last
                known: _Answer = self._answers[key]
                return known
        found = work_out()
        with self._lock:
            self._answers[key] = found
            while len(self._answers) > _MOST_REMEMBERED:
                del self._answers[next(iter(self._answers))]
        return found


class Snapshots:
    """The present copy of an archive; asking for it may start the making of the next one."""

    def __init__(self, archive: Path, folders: Sequence[Path] = (), patience: float = _PATIENCE) -> None:
        """Takes the first copy; ArchiveError where there is no archive or it cannot be read."""
        self._archive, self._folders, self._patience = archive, folders, patience
        self._folder = tempfile.TemporaryDirectory(prefix="detente-page-")
        self._number = 0
        self._lock = threading.Lock()
        self._renewal: threading.Thread | None = None
        self._before: Held | None = None
        try:
            self._now = self._take(None)
        except ArchiveError:
            self._folder.cleanup()
            raise
        self._now.record.knowledge  # noqa: B018 - mistakes in the user's folders are said at the start

    def current(self) -> Held:
        """The present copy, at once."""
        if time.monotonic() >= self._look_again and self._lock.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._lock.release()
        return self._now

    def wait(self) -> None:
        """Return when no renewal is under way."""
        if self._renewal is not None:
            self._renewal.join()

    def close(self) -> None:
        """Remove all copies."""
        self.wait()
        for held in filter(None, (self._before, self._now)):
            held.snapshot.close()
        self._folder.cleanup()

    def _look(self) -> None:
        """Start a renewal if the archive has changed and none is under way."""
        self._look_again = time.monotonic() + self._patience
        if self._renewal is not None and self._renewal.is_alive():
            return
        try:
            changed = stamp_of(self._archive) != self._now.snapshot.stamp
        except ArchiveError:
            return  # moved away or being replaced: the copy still serves
        if changed:
            self._renewal = threading.Thread(target=self._renew, name="detente-snapshot", daemon=True)
            self._renewal.start()

    def _renew(self) -> None:
        try:
            fresh = self._take(self._now.record.knowledge)
        except (ArchiveError, OSError) as error:
            log.warning("the page stays as of %s: %s", self._now.snapshot.taken, error)
            return
        # the rules are the same, and its reader need not be loaded again
        fresh.record.verifier = self._now.record.verifier
        # requests that began with the last copy may still read it; nothing reads the one before any more
        gone, self._before, self._now = self._before, self._now, fresh
        if gone is not None:
            gone.snapshot.close()

    def _take(self, knowledge: Knowledge | None) -> Held:
        started = time.monotonic()
        self._number += 1
        snapshot = Snapshot.take(self._archive, Path(self._folder.name) / f"{self._number}.duckdb")
        took = time.monotonic() - started
        self._look_again = time.monotonic() + max(self._patience, _TIMES * took)
        return Held(snapshot, self._folders, knowledge)

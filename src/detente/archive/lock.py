"""One writer at a time: an advisory lock on a file beside the archive, which holds the writer's number."""

from __future__ import annotations

import os
import sys
import weakref
from pathlib import Path

from detente.archive.errors import ArchiveBusy, MissingArchive


class WriterLock:
    """The right to write to an archive, held from construction until `release` or the process's end."""

    def __init__(self, archive: Path) -> None:
        """Take the lock of `archive`; ArchiveBusy names the process that has it."""
        path = archive.with_name(archive.name + ".lock")
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        except FileNotFoundError as error:
            raise MissingArchive(f"there is no folder {archive.parent}") from error
        if not _locked(descriptor):
            pid = _pid_in(descriptor)
            os.close(descriptor)
            raise ArchiveBusy(f"{archive} is being written by process {pid or 'unknown'}", pid)
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, f"{os.getpid()}\n".encode())
        self._descriptor: int | None = descriptor
        _forget_in_children(self)

    def release(self) -> None:
        """Let others write; doing it twice changes nothing."""
        if self._descriptor is not None:
            os.ftruncate(self._descriptor, 0)
            _unlock(self._descriptor)
            self.close()

    def close(self) -> None:
        """Close the descriptor; the lock ends when the last process that shares it has done so."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)


def _forget_in_children(lock: WriterLock) -> None:
    """Make forked workers drop the lock, so that it dies with the writer even when they outlive it."""
    reference = weakref.ref(lock)

    def forget() -> None:
        held = reference()
        if held is not None:
            held.close()

    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=forget)


def _pid_in(descriptor: int) -> int | None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    written = os.read(descriptor, 32).decode("ascii", "replace").strip()
    return int(written) if written.isdigit() else None


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        # Far behind the number, which others must be able to read.
        os.lseek(descriptor, 1 << 20, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 1 << 20, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        # Ends the lock even if a worker forked a moment ago has not closed its copy yet.
        fcntl.flock(descriptor, fcntl.LOCK_UN)

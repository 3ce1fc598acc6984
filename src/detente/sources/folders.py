"""Files under a path: folders in sorted order, hidden files passed over, links that go in circles named."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from detente.model import Refusal

_SPECIAL = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def failure_in_words(error: OSError | ValueError) -> str:
    """What the system said about a file, in plain words."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read: permission denied"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror.lower()}"
    return f"cannot be read: {error}"


def _irregular(mode: int) -> str:
    return next((name for test, name in _SPECIAL if test(mode)), "")


def _entries(folder: Path) -> list[Path]:
    return [folder / name for name in sorted(os.listdir(folder)) if not name.startswith(".")]


def files_under(path: Path) -> Iterator[Path | Refusal]:
    """The regular files that a path names, and a refusal for everything that cannot be entered or read."""
    waiting: list[tuple[Path, frozenset[tuple[int, int]]]] = [(path, frozenset())]
    while waiting:
        current, above = waiting.pop()
        try:
            status = current.stat()
            if stat.S_ISREG(status.st_mode):
                yield current
            elif not stat.S_ISDIR(status.st_mode):
                yield Refusal(origin=str(current), reason=f"is {_irregular(status.st_mode)}, not a file")
            elif (status.st_dev, status.st_ino) in above:
                yield Refusal(origin=str(current), reason="is a link to a folder that it lies in (a loop)")
            else:
                inside = above | {(status.st_dev, status.st_ino)}
                waiting.extend((entry, inside) for entry in reversed(_entries(current)))
        except (OSError, ValueError) as error:
            yield Refusal(origin=str(current), reason=failure_in_words(error))

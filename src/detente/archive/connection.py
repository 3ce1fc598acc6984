"""Short-lived connections to the DuckDB file: they wait a little for one another, then say who is in the way.

DuckDB lets many processes read a file or a single one write it, never both.  So nobody here holds a
connection for longer than one question or one absorbed batch.
"""

from __future__ import annotations

import importlib
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.archive.errors import ArchiveBusy, ArchiveError, MissingArchive, not_an_archive

if TYPE_CHECKING:
    import duckdb

#: Seconds that a reader waits while a batch is being absorbed.
READ_WAIT = 5.0

_PAUSE = 0.02
_LONGEST_PAUSE = 0.2
_LOCKED = ("Could not set lock on file", "different configuration than existing connections")
_DAMAGED = (
    "Corrupt",
    "checksum",
    "Could not read enough bytes",
    "Is a directory",
    "not a valid DuckDB",
    "Failed to deserialize",
)


@contextmanager
def reading(path: Path, wait: float = READ_WAIT) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection; ArchiveBusy when others write for longer than `wait` seconds."""
    with _connection(path, read_only=True, wait=wait) as connection:
        yield connection


@contextmanager
def writing(path: Path, wait: float = READ_WAIT) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection inside one transaction, committed at the end and rolled back on any error."""
    with _connection(path, read_only=False, wait=wait) as connection:
        connection.begin()
        yield connection
        connection.commit()


@contextmanager
def connected(path: Path, wait: float = READ_WAIT) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that may write, each change in a transaction that the caller begins and commits."""
    with _connection(path, read_only=False, wait=wait) as connection:
        yield connection


def fetched(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """All rows of the query just executed, each by the names of its columns."""
    names = [column[0] for column in connection.description or ()]
    return [dict(zip(names, row, strict=True)) for row in connection.fetchall()]


@contextmanager
def _connection(path: Path, *, read_only: bool, wait: float) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = _connect(path, read_only, wait)
    try:
        yield connection
    except _library().Error as error:
        raise _translated(path, error) from error
    finally:
        # Closing without a commit rolls back.
        connection.close()


def _connect(path: Path, read_only: bool, wait: float) -> duckdb.DuckDBPyConnection:
    deadline = time.monotonic() + wait
    pause = _PAUSE
    while True:
        try:
            return _opened(path, read_only)
        except _library().Error as error:
            if not _is_locked(error):
                raise _translated(path, error) from error
            if time.monotonic() + pause > deadline:
                raise _busy(path, error) from error
        time.sleep(pause)
        pause = min(pause * 1.5, _LONGEST_PAUSE)


def _opened(path: Path, read_only: bool) -> duckdb.DuckDBPyConnection:
    # All connections of one process must have the same settings, or DuckDB refuses the second.
    settings: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    opened: duckdb.DuckDBPyConnection = _library().connect(str(path), read_only=read_only, config=settings)
    return opened


def _library() -> Any:
    """DuckDB, loaded when a file is first opened: that takes a fifth of the time in which a command starts."""
    return importlib.import_module("duckdb")


def _is_locked(error: duckdb.Error) -> bool:
    return any(words in str(error) for words in _LOCKED)


def _busy(path: Path, error: duckdb.Error) -> ArchiveBusy:
    found = re.search(r"\(PID (\d+)\)", str(error))
    pid = int(found[1]) if found else None
    holder = f"process {pid}" if pid else "another connection"
    return ArchiveBusy(f"{path} is in use by {holder}; try again when it has finished", pid)


def _translated(path: Path, error: duckdb.Error) -> ArchiveError:
    if not path.exists():
        return MissingArchive(f"there is no archive at {path}")
    message = str(error)
    if any(words in message for words in _DAMAGED):
        return not_an_archive(path, f"it is damaged or no DuckDB database ({_first_line(message)})")
    return ArchiveError(f"{path}: {_first_line(message)}")


def _first_line(message: str) -> str:
    return message.splitlines()[0] if message else "unknown error"

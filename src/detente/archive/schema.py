"""The tables of an archive: made whole or not at all, and brought up to date by numbered migrations."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from detente.archive import sql
from detente.archive.connection import reading, writing
from detente.archive.errors import MissingArchive, NewerSchema, not_an_archive
from detente.archive.lock import WriterLock

if TYPE_CHECKING:
    import duckdb


def create(path: Path) -> None:
    """Make an empty archive at `path`, unless another process has just done so."""
    if not path.parent.is_dir():
        raise MissingArchive(f"there is no folder {path.parent} to put the archive {path.name} in")
    # Built aside and moved into place, so that a run killed here leaves no half-made file behind.
    draft = path.with_name(f"{path.name}.new-{os.getpid()}")
    draft.unlink(missing_ok=True)
    try:
        with writing(draft) as connection:
            _apply_missing(connection, applied=())
        _move_unless_taken(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def bring_up_to_date(path: Path) -> None:
    """Apply the migrations that `path` lacks; NotAnArchive or NewerSchema where that cannot be."""
    known = [name for name, _ in sql.migrations()]
    applied = applied_migrations(path)
    if newer := [name for name in applied if name not in known]:
        raise NewerSchema(f"{path} was written by a newer version of Detente ({newer[-1]}); please upgrade")
    if len(applied) == len(known):
        return
    lock = WriterLock(path)
    try:
        with writing(path) as connection:
            _apply_missing(connection, _names(connection))
    finally:
        lock.release()


def applied_migrations(path: Path) -> tuple[str, ...]:
    """The names of the migrations that `path` has, oldest first; NotAnArchive when it is none of ours."""
    with reading(path) as connection:
        if not connection.execute(sql.query("is_archive")).fetchone():
            raise not_an_archive(path, "it is a DuckDB database that another program made")
        return _names(connection)


def _names(connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    return tuple(name for (name,) in connection.execute(sql.query("migrations_applied")).fetchall())


def _apply_missing(connection: duckdb.DuckDBPyConnection, applied: tuple[str, ...]) -> None:
    connection.execute(sql.query("migrations_table"))
    for name, statements in sql.migrations():
        if name not in applied:
            connection.execute(statements)
            connection.execute(sql.query("migration_done"), {"name": name})


def _move_unless_taken(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:
        # Some file systems know no links; there, only a race of two creators could lose a file.
        if not path.exists():
            draft.replace(path)

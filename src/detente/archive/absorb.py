"""Moving finished parts into the DuckDB file: each group of parts in one transaction, then deleted.

A part whose name the archive already holds was absorbed by a run that died before it could delete it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from detente.archive import parts, sql
from detente.archive.connection import writing
from detente.archive.errors import ArchiveBusy

if TYPE_CHECKING:
    import duckdb

_MOST_BYTES = 64 * 1024 * 1024
#: Room for one line of a part; DuckDB claims twice as much for each of its threads.
_USUAL_LINE = 16 * 1024 * 1024


def absorb(archive: Path, wait: float) -> int:
    """Absorb all parts that wait and return how many still do.

    Parts stay where they are when readers keep the file for longer than `wait` seconds.
    """
    try:
        all_waiting = parts.waiting(archive)
        for group in parts.together(all_waiting, _MOST_BYTES):
            with writing(archive, wait) as connection:
                _absorb_group(connection, group, all_waiting)
            parts.remove(archive, group)
    except ArchiveBusy:
        pass  # nothing is lost: the parts are on the disk, and the caller is told their number
    return len(parts.waiting(archive))


def _absorb_group(connection: duckdb.DuckDBPyConnection, group: list[Path], all_waiting: list[Path]) -> None:
    present = [part.name for part in all_waiting]
    connection.execute(sql.query("parts_forget"), {"present": present})
    done = {name for (name,) in connection.execute(sql.query("parts_absorbed")).fetchall()}
    fresh = [part for part in group if part.name not in done]
    if fresh:
        longest = max(_USUAL_LINE, *(part.stat().st_size for part in fresh))
        paths = [str(part) for part in fresh]
        connection.execute(sql.query("absorb_read"), {"paths": paths, "longest": longest})
        connection.execute(sql.query("absorb"))
        connection.execute(sql.query("parts_record"), {"names": [part.name for part in fresh]})

"""An archive in numbers."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from detente.archive import parts
from detente.archive.connection import fetched, reading
from detente.archive.records import Info, RulesetUse
from detente.archive.rows import Row
from detente.archive.sql import query
from detente.model import CONTRACT_VERSION, Ruleset

if TYPE_CHECKING:
    import duckdb


def info_of(path: Path) -> Info:
    """The numbers of the archive at `path`; ArchiveBusy when others write for long."""
    with reading(path) as connection:
        totals = fetched(connection.execute(query("info_totals")))[0]
        names = fetched(connection.execute(query("migrations_applied")))
        rules = fetched(connection.execute(query("info_rules")))
        kinds = _counts(connection, "info_kinds")
        outlets = _counts(connection, "info_outlets")
        languages = _counts(connection, "info_languages")
    waiting = parts.waiting(path)
    return Info(
        path=str(path),
        **totals,
        kinds=kinds,
        outlets=outlets,
        languages=languages,
        rules=tuple(_ruleset(row) for row in rules),
        size=_size(path) + sum(_size(part) for part in waiting),
        schema=names[-1]["name"],
        contract=CONTRACT_VERSION,
        waiting_parts=len(waiting),
    )


def _counts(connection: duckdb.DuckDBPyConnection, name: str) -> dict[str, int]:
    return dict(connection.execute(query(name)).fetchall())


def _ruleset(row: Row) -> RulesetUse:
    first_used = row["first_used"].replace(tzinfo=UTC)
    ruleset = Ruleset(digest=row["digest"], version=row["version"], first_used=first_used)
    return RulesetUse(ruleset=ruleset, articles=row["articles"], claims=row["claims"])


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0  # a part that has been absorbed since it was listed

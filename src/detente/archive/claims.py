"""Claims asked for: nothing is read until they are counted, looped over or written out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.archive.connection import fetched, reading
from detente.archive.filters import Selection
from detente.archive.records import ClaimRow
from detente.archive.rows import claim_from, head_from
from detente.archive.sql import query
from detente.model import Claim

if TYPE_CHECKING:
    import duckdb
    import pandas  # type: ignore[import-untyped,unused-ignore]

#: Claims read at one go; between two pages the file is free for a writer.
_PAGE = 5000
#: So few claims are asked for by name, which uses an index where there is one.
_NAMED = 250


class Claims:
    """A question to an archive: loop over its claims, count them, or take them as a table."""

    def __init__(self, path: Path, selection: Selection) -> None:
        """Made by `Archive.claims`; ValueError when the selection makes no sense."""
        self._path = path
        self._parameters = selection.parameters()

    def __iter__(self) -> Iterator[Claim]:
        return (row.claim for row in self.rows())

    def __len__(self) -> int:
        with reading(self._path) as connection:
            self._choose(connection)
            found = connection.execute(query("chosen_count")).fetchone()
        return int(found[0]) if found else 0

    def rows(self) -> Iterator[ClaimRow]:
        """Each claim with the head of its article; the file is not held between two pages of claims."""
        with reading(self._path) as connection:
            self._choose(connection)
            ids = [id_ for (id_,) in connection.execute(query("chosen_ids")).fetchall()]
            page = claim_rows(connection, ids[:_PAGE])
        yield from page
        for start in range(_PAGE, len(ids), _PAGE):
            with reading(self._path) as connection:
                page = claim_rows(connection, ids[start : start + _PAGE])
            yield from page

    def df(self) -> pandas.DataFrame:
        """A pandas DataFrame with the flat columns of docs/claims.md, one row a claim."""
        with reading(self._path) as connection:
            self._choose(connection)
            connection.execute(query("joined"))
            frame: pandas.DataFrame = connection.execute(query("chosen_flat")).df()
        return frame

    def to_parquet(self, path: str | Path) -> int:
        """Write the claims with the nested columns of docs/claims.md; how many, or OSError when it cannot."""
        target = Path(path)
        draft = target.with_name(target.name + ".unfinished")
        with draft.open("wb"):
            pass  # so that a folder that is missing or closed to us is an OSError
        try:
            with reading(self._path) as connection:
                self._choose(connection)
                copy = f"COPY ({query('chosen_export')}) TO $path (FORMAT parquet, COMPRESSION zstd)"
                found = connection.execute(copy, {"path": str(draft)}).fetchone()
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
        return int(found[0]) if found else 0

    def _choose(self, connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(query("choose"), self._parameters)


def claim_rows(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> list[ClaimRow]:
    """The claims of `ids` in that order, without those that are no longer there."""
    if len(ids) <= _NAMED:
        return _named_rows(connection, ids)
    connection.execute(query("choose_ids"), {"ids": list(ids)})
    return [
        ClaimRow(claim=claim_from(row), article=head_from(row))
        for row in fetched(connection.execute(query("chosen_rows")))
    ]


def _named_rows(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> list[ClaimRow]:
    """Claims by name, then their articles by name: in one query DuckDB would use no index."""
    rows = {row["id"]: row for row in _named(connection, "named_claims", ids)}
    heads = {row["head_id"]: row for row in _named(connection, "named_heads", [r["article"] for r in rows.values()])}
    found = (rows[id_] for id_ in ids if id_ in rows)
    return [ClaimRow(claim=claim_from(row), article=head_from(heads[row["article"]])) for row in found]


def _named(connection: duckdb.DuckDBPyConnection, name: str, ids: Sequence[str]) -> list[dict[str, Any]]:
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return []
    marks = ", ".join(f"$v{n}" for n in range(len(wanted)))
    values = {f"v{n}": value for n, value in enumerate(wanted)}
    return fetched(connection.execute(query(name).replace("$ids", marks), values))

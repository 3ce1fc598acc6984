"""A copy of an archive to look things up in: it stays as it is while the archive is written to.

DuckDB lets no process read a file that another one writes.  A page that is always open reads a copy
instead, which also holds what it looks up often: indexes, and tables by actor and by pair.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from detente.archive import parts, schema
from detente.archive.connection import connected, fetched, reading
from detente.archive.derived import Derived, Text
from detente.archive.derived_rows import happening_from, reuse_from
from detente.archive.errors import MissingArchive
from detente.archive.records import ArticleHead, ClaimRow
from detente.archive.relations import Columns
from detente.archive.rows import claim_from, head_from
from detente.archive.sql import query
from detente.archive.store import Archive
from detente.model import Happening, Reuse

if TYPE_CHECKING:
    import duckdb

#: What the copy holds beyond the archive, in the order in which it is made.
_MADE = (
    "snapshot_claims", "snapshot_pairs", "snapshot_pair_claims", "snapshot_reuse", "snapshot_places", "snapshot_links",
    "snapshot_indexes",
)  # fmt: skip
#: A letter and 16 digits, and where the ids of each noun are: the table, its column, and the column with what is meant.
_ID_LENGTH = 17
_WHERE = {
    "claim": ("page_lines", "id", "id"),
    "article": ("page_heads", "head_id", "head_id"),
    "happening": ("happenings", "id", "id"),
    "report": ("placed_claims", "claim", "happening"),
}
#: So many ids are looked up at one go.
_AT_ONCE = 500
#: Seconds to wait for a writer that holds the archive.
_WAIT = 30.0


#: When an archive was last changed, and how large it then was.
Stamp = tuple[int, int]


class Snapshot(Archive):
    """A copy of an archive, with a connection of its own that many threads may ask; made by `Snapshot.take`."""

    def __init__(self, path: Path, stamp: Stamp, waiting_parts: int) -> None:
        """For `take`, which makes the copy."""
        super().__init__(path)
        self.stamp = stamp
        self.taken = datetime.now(UTC)
        #: parts of a running read that were not in the archive yet
        self.waiting_parts = waiting_parts
        self._keeper = reading(path)
        self._held: duckdb.DuckDBPyConnection = self._keeper.__enter__()

    @classmethod
    def take(cls, archive: Path, into: Path) -> Self:
        """A copy of an archive at the path `into`; ArchiveBusy when a writer holds it for long."""
        if not archive.exists():
            raise MissingArchive(f"there is no archive at {archive}")
        schema.bring_up_to_date(archive)
        with reading(archive, _WAIT):
            stamp = stamp_of(archive)
            waiting = len(parts.waiting(archive))
            _copy(archive, into)
        with connected(into) as connection:
            connection.execute("SET enable_progress_bar = false")
            for name in _MADE:
                connection.execute(query(name))
            connection.execute("CHECKPOINT")
        return cls(into, stamp, waiting)

    def close(self) -> None:
        """Close the connection and remove the copy."""
        self._keeper.__exit__(None, None, None)
        super().close()
        self.path.unlink(missing_ok=True)

    @property
    def derived(self) -> Derived:
        """What is derived from articles and claims, looked up by index."""
        return _Indexed(self)

    def _answer(self, name: str, **parameters: object) -> list[dict[str, Any]]:
        return self.ask(name, **parameters)

    def _resolved(self, noun: str, id_or_prefix: str) -> str:
        """As in any archive; a whole id is found by index."""
        given = id_or_prefix.strip().lower()
        if len(given) == _ID_LENGTH:
            table, column, found = _WHERE["report" if noun == "happening" and given.startswith("c") else noun]
            if rows := self.by_id(table, [given], column):
                return str(rows[0][found])
        return super()._resolved(noun, id_or_prefix)

    def ask(self, name: str, **parameters: object) -> list[dict[str, Any]]:
        """The rows that a query of `queries` gives, by the names of its columns; safe in any thread."""
        with self._held.cursor() as cursor:
            return fetched(cursor.execute(query(name), parameters))

    def rows(self, statement: str, values: Mapping[str, object]) -> list[dict[str, Any]]:
        """The rows of a statement put together from parts, by the names of its columns; safe in any thread."""
        with self._held.cursor() as cursor:
            return fetched(cursor.execute(statement, values))

    def columns(self, name: str, **parameters: object) -> Columns:
        """The same as columns, each an array of the same length."""
        with self._held.cursor() as cursor:
            found: Columns = cursor.execute(query(name), parameters).fetchnumpy()
        return found

    def pair_claims(self, one: Iterable[str], other: Iterable[str], known_on: date | None) -> Columns:
        """As in any archive; without `known_on` they lie ready."""
        ones, others = list(one), list(other)
        if known_on is not None:
            return super().pair_claims(ones, others, known_on)
        pairs = [f"{min(a, b)}|{max(a, b)}" for a in ones for b in others]
        return self.columns("page_pair_claims", one=ones, pairs=pairs)

    def happenings_of(self, ids: Iterable[str]) -> list[Happening]:
        """Happenings by their whole ids, in that order, without those that are not there."""
        wanted = list(dict.fromkeys(ids))
        found = {row["id"]: happening_from(row) for row in self.by_id("happenings", wanted)}
        return [found[id_] for id_ in wanted if id_ in found]

    def reuses_of(self, article: str) -> list[Reuse]:
        """The passages that an article shares with others, in the order of its text."""
        rows = [*self.by_id("reuses", [article], "left_article"), *self.by_id("reuses", [article], "right_article")]
        found = [reuse_from(row) for row in rows]
        return sorted(found, key=lambda r: (r.left if r.left.article == article else r.right).span.start)

    def heads(self, ids: Iterable[str]) -> dict[str, ArticleHead]:
        """Heads of articles by their whole ids, without those that are not there."""
        return {row["head_id"]: head_from(row) for row in self.by_id("page_heads", list(ids), "head_id")}

    def claims_of(self, ids: Iterable[str]) -> list[ClaimRow]:
        """The claims with these whole ids, in that order, without those that are not there."""
        wanted = list(ids)
        return self._with_heads(wanted, self.by_id("claims", wanted))

    def lines(self, ids: Iterable[str]) -> list[ClaimRow]:
        """The same claims without cues, opinions of coders and details, half of what there is to fetch."""
        wanted = list(ids)
        rows = self.by_id("page_lines", wanted)
        return self._with_heads(wanted, [row | dict.fromkeys(("cues", "coders", "details"), ()) for row in rows])

    def _with_heads(self, ids: Sequence[str], rows: Iterable[dict[str, Any]]) -> list[ClaimRow]:
        by_id = {row["id"]: row for row in rows}
        heads = self.heads(row["article"] for row in by_id.values())
        found = (by_id[id_] for id_ in ids if id_ in by_id)
        return [ClaimRow(claim=claim_from(row), article=heads[row["article"]]) for row in found]

    def by_id(self, table: str, ids: Iterable[str], column: str = "id") -> list[dict[str, Any]]:
        """Rows of a table by the values of an indexed column, in no order."""
        wanted = list(dict.fromkeys(ids))
        found: list[dict[str, Any]] = []
        with self._held.cursor() as cursor:
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                # parameters one by one, for DuckDB uses no index where the values come from a query
                marks = ", ".join(f"$v{n}" for n in range(len(some)))
                asked = f"SELECT * FROM {table} WHERE {column} IN ({marks})"
                found += fetched(cursor.execute(asked, {f"v{n}": value for n, value in enumerate(some)}))
        return found


class _Indexed(Derived):
    """The derived tables of a snapshot: what is asked for by ids is found by index."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__(snapshot.path)
        self._snapshot = snapshot

    def happenings(self, *arguments: Any, **filters: Any) -> list[Happening]:
        """As in any archive; those asked for by ids alone are found by index."""
        ids = filters.get("ids")
        if ids is None or arguments or len(filters) > 1:
            return super().happenings(*arguments, **filters)
        return in_time(self._snapshot.happenings_of(ids))

    def claims(self, ids: Sequence[str]) -> list[tuple[str, ClaimRow]]:
        """Claims by their ids, in that order."""
        return [(row.claim.id, row) for row in self._snapshot.claims_of(ids)]

    def happenings_told_in(self, articles: Iterable[str]) -> list[Happening]:
        """The happenings that some articles tell of."""
        placed = self._snapshot.by_id("placed_claims", list(articles), "article")
        return in_time(self._snapshot.happenings_of(row["happening"] for row in placed))

    def texts(self, ids: Iterable[str]) -> list[Text]:
        """Those articles whose text is kept, in that order."""
        order = list(dict.fromkeys(ids))
        rows = {row["id"]: row for row in self._snapshot.by_id("articles", order) if row["text"] is not None}
        names = [field.name for field in fields(Text)]
        return [Text(**{name: rows[id_][name] for name in names}) for id_ in order if id_ in rows]


def in_time(found: Iterable[Happening]) -> list[Happening]:
    """Happenings by their time; without a time, by their first report."""
    return sorted(found, key=lambda h: (h.when.start or h.when.end or h.reported or date.max, h.id))


def stamp_of(archive: Path) -> Stamp:
    """When an archive was last changed and how large it is; MissingArchive where it is gone."""
    try:
        found = archive.stat()
    except FileNotFoundError as error:
        raise MissingArchive(f"there is no archive at {archive}") from error
    return found.st_mtime_ns, found.st_size


def _copy(archive: Path, into: Path) -> None:
    """Copy an archive with what a writer that was killed left beside it."""
    shutil.copyfile(archive, into)
    left = archive.with_name(archive.name + ".wal")
    if left.exists():
        shutil.copyfile(left, into.with_name(into.name + ".wal"))

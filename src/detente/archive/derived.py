"""What is derived from articles and claims: copied passages, judgements, happenings.

Everything here but the judgements can be derived again at any time, so it is replaced freely.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.archive.claims import claim_rows
from detente.archive.connection import connected, fetched, reading, writing
from detente.archive.derived_rows import (
    happening_from,
    happening_row,
    judgement_from,
    judgement_row,
    reuse_from,
    reuse_row,
)
from detente.archive.filters import Day, Several, day, several
from detente.archive.lock import WriterLock
from detente.archive.records import ClaimRow
from detente.archive.sql import query
from detente.model import Happening, Judgement, Reuse

if TYPE_CHECKING:
    import duckdb

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an article, with what tells whose it is."""

    id: str
    text: str
    outlet: str
    agency: str
    published: date | None


@dataclass(frozen=True, slots=True)
class ArticlePair:
    """An article that tells most of one pair of states."""

    article: str
    outlet: str
    agency: str
    published: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """A claim with the happening it belongs to and where others look for it.

    `voice` is the article that stands for its source.
    """

    claim: str
    article: str
    happening: str
    days: tuple[date, date] | None
    detail: int
    keys: tuple[str, ...]
    voice: str


class Derived:
    """The derived tables of an archive; made by `Archive.derived`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: duckdb.DuckDBPyConnection | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """While one connection serves all questions and changes, which saves opening the file for each."""
        with connected(self._path) as connection:
            self._held = connection
            try:
                yield
            finally:
                self._held = None

    @contextmanager
    def _reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        if self._held is not None:
            yield self._held
        else:
            with reading(self._path) as connection:
                yield connection

    @contextmanager
    def _writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        if self._held is None:
            with writing(self._path) as connection:
                yield connection
            return
        self._held.begin()
        try:
            yield self._held
        except BaseException:
            self._held.rollback()
            raise
        self._held.commit()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """While nobody else writes to the archive; ArchiveBusy when somebody does."""
        lock = WriterLock(self._path)
        try:
            yield
        finally:
            lock.release()

    def up_to_date(self, text_method: str, claim_method: str) -> bool:
        """Whether everything has been compared, and by these methods."""
        (row,) = self._answer("up_to_date", text_method=text_method, claim_method=claim_method)
        return not row["behind"]

    def behind(self, claim_method: str) -> int:
        """How many articles there are whose claims have not been compared by this method."""
        (row,) = self._answer("claims_behind", method=claim_method)
        return int(row["number"])

    # -- texts -------------------------------------------------------------------------------------------

    def restart_texts(self, method: str) -> None:
        """Forget what another method derived from texts."""
        self._restart("texts", method)

    def pending_texts(self) -> list[str]:
        """Articles whose text is not compared yet, in the order of their publication."""
        return [row["id"] for row in self._answer("texts_pending")]

    def texts(self, ids: Iterable[str]) -> list[Text]:
        """Those articles whose text is kept, in that order."""
        order = {id_: n for n, id_ in enumerate(ids)}
        found = [Text(**row) for row in self._answer("texts", ids=list(order))]
        return sorted(found, key=lambda text: order[text.id])

    def hits(
        self, sketches: Sequence[tuple[int, str, int, int]], least: int, partners: int
    ) -> list[tuple[str, int, str, int]]:
        """Pieces that share `least` keys with earlier ones, for each article those of its best `partners`.

        A sketch is a row of key, article, piece, and the article's rank among the new ones.
        """
        with self._reading() as connection:
            _offer(connection, "fresh", _sketch_columns(sketches))
            found = connection.execute(query("sketch_hits"), {"least": least, "partners": partners}).fetchall()
        return [(_article(a), piece, _article(other), other_piece) for a, piece, other, other_piece in found]

    def save_texts(
        self,
        articles: Iterable[str],
        sketches: Sequence[tuple[int, str, int, int]],
        reuses: Iterable[Reuse],
        method: str,
    ) -> None:
        """Keep what was found in some articles: sketches by which later ones find them, and copied passages."""
        with self._writing() as connection:
            _insert(connection, "compared_texts", [{"article": a, "method": method} for a in articles])
            if sketches:
                _offer(connection, "fresh", _sketch_columns(sketches))
                connection.execute("INSERT INTO sketches BY NAME SELECT key, article, piece FROM fresh")
                connection.execute(query("sketch_common"))
            _insert(connection, "reuses", [reuse_row(r) for r in reuses])

    def reuses(
        self, articles: Sequence[str] | None = None, least: int | None = None, limit: int | None = None
    ) -> list[Reuse]:
        """Copied passages of some articles or all, of at least so many characters."""
        return [reuse_from(row) for row in self._answer("reuses", articles=articles, least=least, limit=limit)]

    def reuses_among(self, articles: Iterable[str]) -> list[Reuse]:
        """Passages that some articles copied from one another."""
        return [reuse_from(row) for row in self._answer("reuses_among", ids=list(articles))]

    # -- claims ------------------------------------------------------------------------------------------

    def restart_claims(self, method: str) -> None:
        """Forget which happenings another method made; what it judged stays written."""
        self._restart("claims", method)

    def pending_claims(self) -> list[str]:
        """Articles whose claims are not compared yet, in the order of their publication."""
        return [row["id"] for row in self._answer("claims_pending")]

    def unplaced(self, articles: Sequence[str]) -> list[tuple[str, ClaimRow]]:
        """Events told in these articles that belong to no happening yet, each with its id."""
        ids = [row["id"] for row in self._answer("claims_unplaced", ids=list(articles))]
        return self.claims(ids)

    def claims(self, ids: Sequence[str]) -> list[tuple[str, ClaimRow]]:
        """Claims by their ids, in that order."""
        if not ids:
            return []
        with self._reading() as connection:
            rows = claim_rows(connection, ids)
        return [(row.claim.id, row) for row in rows]

    def speakers(self, asked: Rows, most: int, speakers: int) -> dict[str, list[str]]:
        """Happenings that new claims may report, each with the claims that speak for it.

        `asked` has a row for each claim and key: claim, key, first_day, last_day.
        """
        if not asked:
            return {}
        found: dict[str, list[str]] = {}
        with self._reading() as connection:
            _offer(connection, "asked", {name: [row[name] for row in asked] for name in asked[0]})
            rows = connection.execute(query("speakers"), {"most": most, "speakers": speakers}).fetchall()
        for happening, claim in rows:
            found.setdefault(happening, []).append(claim)
        return found

    def members(self, happenings: Iterable[str]) -> list[str]:
        """The claims of some happenings in the order of their publication."""
        return [row["claim"] for row in self._answer("members", ids=list(happenings))]

    def happenings_of(self, claims: Iterable[str]) -> list[str]:
        """The happenings that some claims belong to."""
        return [row["happening"] for row in self._answer("happenings_of", ids=list(claims))]

    def judgements(self, claims: Iterable[str]) -> list[Judgement]:
        """All judgements on some claims, the oldest first."""
        return [judgement_from(row) for row in self._answer("judgements_on", ids=list(claims))]

    def rules_of(self, articles: Iterable[str]) -> dict[str, str]:
        """By which rules each of some articles was last read."""
        return {row["id"]: row["rules"] for row in self._answer("rules_of", ids=list(articles))}

    def forget_claims(self, articles: Sequence[str]) -> list[str]:
        """Forget the claims that some articles no longer make; the happenings that they belonged to."""
        with self._writing() as connection:
            connection.execute(query("claims_forget"), {"ids": list(articles)})
            found = connection.execute("SELECT DISTINCT happening FROM gone").fetchall()
            connection.execute(query("claims_forgotten"))
        return [happening for (happening,) in found]

    def save_happenings(
        self,
        happenings: Sequence[Happening],
        placings: Sequence[Placing],
        replaced: Iterable[str],
        judgements: Iterable[Judgement] = (),
        articles: Mapping[str, str] | None = None,
        method: str = "",
    ) -> None:
        """Put happenings in the place of others; `articles` are now compared, as read by their rules."""
        with self._writing() as connection:
            _insert(connection, "judgements", [judgement_row(j) for j in judgements])
            if placings:
                _place(connection, placings)
            gone = [*replaced, *(h.id for h in happenings)]
            connection.execute("DELETE FROM happenings WHERE id IN (SELECT unnest($ids::VARCHAR[]))", {"ids": gone})
            _insert(connection, "happenings", [happening_row(h) for h in happenings])
            done = articles or {}
            connection.execute(
                "DELETE FROM compared_claims WHERE article IN (SELECT unnest($ids::VARCHAR[]))", {"ids": list(done)}
            )
            rows = [{"article": a, "rules": rules, "method": method} for a, rules in done.items()]
            _insert(connection, "compared_claims", rows)

    # -- questions ---------------------------------------------------------------------------------------

    def happenings(  # noqa: PLR0913 - each is a filter of its own, given by name
        self,
        between: Iterable[str] | None = None,
        actor: str | None = None,
        type: Several | None = None,
        stage: Several | None = None,
        since: Day | None = None,
        until: Day | None = None,
        background: bool | None = None,
        least_articles: int = 1,
        least_voices: int = 1,
        ids: Sequence[str] | None = None,
        limit: int | None = None,
    ) -> list[Happening]:
        """The happenings that pass all filters, by their time; without a time, by their first report."""
        rows = self._answer(
            "happenings",
            between=None if between is None else list(between),
            actor=actor,
            type=several(type, fold=True),
            stage=several(stage, fold=True),
            since=day(since),
            until=day(until),
            background=background,
            least_articles=least_articles,
            least_voices=least_voices,
            ids=ids,
            limit=limit,
        )
        return [happening_from(row) for row in rows]

    def happenings_told_in(self, articles: Iterable[str]) -> list[Happening]:
        """The happenings that some articles tell of."""
        return [happening_from(row) for row in self._answer("happenings_told_in", ids=list(articles))]

    def main_pairs(
        self, between: Sequence[str] | None = None, since: Day | None = None, until: Day | None = None
    ) -> list[tuple[str, ArticlePair]]:
        """For each pair of states the articles that tell most of it as news, by their days."""
        rows = self._answer(
            "main_pairs", between=None if between is None else list(between), since=day(since), until=day(until)
        )
        return [(row.pop("pair"), ArticlePair(**row)) for row in rows]

    def cited(self, articles: Iterable[str], pair: Sequence[str]) -> list[tuple[str, str, str]]:
        """For articles the claim between two states by which each is cited: article, claim, happening."""
        rows = self._answer("cited", ids=list(articles), pair=list(pair))
        return [(row["article"], row["claim"], row["happening"]) for row in rows]

    def _restart(self, what: str, method: str) -> None:
        known = {row["method"] for row in self._answer(f"{what}_method")}
        if known - {method}:
            with self._writing() as connection:
                connection.execute(query(f"{what}_restart"))

    def _answer(self, name: str, **parameters: object) -> Rows:
        with self._reading() as connection:
            return fetched(connection.execute(query(name), parameters))


def _place(connection: duckdb.DuckDBPyConnection, placings: Sequence[Placing]) -> None:
    """Write which happening each claim belongs to; its keys only the first time."""
    rows = [(p, p.days or (None, None)) for p in placings]
    placed: dict[str, list[Any]] = {
        "claim": [p.claim for p in placings],
        "article": [p.article for p in placings],
        "happening": [p.happening for p in placings],
        "first_day": [first for _, (first, _) in rows],
        "last_day": [last for _, (_, last) in rows],
        "detail": [p.detail for p in placings],
        "voice": [p.voice for p in placings],
    }
    keyed = [(key, p.claim, *p.days) for p in placings if p.days for key in p.keys]
    names = ("pair", "claim", "first_day", "last_day")
    _offer(connection, "placed", placed)
    _offer(connection, "keys", {name: [row[n] for row in keyed] for n, name in enumerate(names)})
    connection.execute(query("placed_replace"))


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Rows) -> None:
    if rows:
        _offer(connection, "offered", {name: [row[name] for row in rows] for name in rows[0]})
        connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM offered")


def _offer(connection: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, list[Any]]) -> None:
    """Make columns of plain values a table that the next query can read."""
    import pyarrow as pa  # here because loading it takes longer than most questions

    numbers = {"key": pa.uint64(), "article": pa.uint64()} if name == "fresh" else {}
    kinds = numbers | {"first_day": pa.date32(), "last_day": pa.date32()}
    arrays = {column: pa.array(values, type=kinds.get(column)) for column, values in columns.items()}
    connection.register(name, pa.table(arrays))


def _sketch_columns(sketches: Sequence[tuple[int, str, int, int]]) -> dict[str, list[Any]]:
    return {
        "key": [key for key, _, _, _ in sketches],
        "article": [int(article[1:], 16) for _, article, _, _ in sketches],
        "piece": [piece for _, _, piece, _ in sketches],
        "rank": [rank for _, _, _, rank in sketches],
    }


def _article(number: int) -> str:
    """The id of an article from its number."""
    return f"a{number:016x}"

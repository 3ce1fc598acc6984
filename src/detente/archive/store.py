"""The archive: a DuckDB file of articles and claims, open to any number of readers and to one writer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from detente.archive import filters, relations, schema
from detente.archive.claims import Claims, claim_rows
from detente.archive.connection import fetched, reading
from detente.archive.derived import Derived
from detente.archive.errors import AmbiguousId, MissingArchive, NoSuchRecord
from detente.archive.filters import Day, Selection, Several
from detente.archive.info import info_of
from detente.archive.records import (
    ArticleHead,
    ArticleListing,
    ClaimRow,
    Info,
    PastReading,
    UnreadSentence,
    UnreadVerb,
)
from detente.archive.rows import article_from, head_from, past_reading_from, unread_from
from detente.archive.sql import query
from detente.archive.writer import Pace, Writer, stored_ids
from detente.model import Article, Ruleset

#: Where an archive is when no path is given.
DEFAULT_PATH = Path("detente.duckdb")

_CANDIDATES = 5


class Archive:
    """Articles and the claims read in them; made by `Archive.open`.

    It holds no connection: each question opens the file for as long as its answer takes, so that readers
    and a long reading run do not shut each other out.
    """

    def __init__(self, path: Path) -> None:
        """For `open`, which checks the file first."""
        self._path = path
        self._writer: Writer | None = None

    @classmethod
    def open(cls, path: str | Path = DEFAULT_PATH, *, create: bool = True) -> Self:
        """The archive at `path`, made if there is none and `create` allows it.

        MissingArchive, NotAnArchive, NewerSchema or ArchiveBusy say why it cannot be opened.
        """
        file = Path(path)
        if not file.exists():
            if not create:
                raise MissingArchive(f"there is no archive at {file}")
            schema.create(file)
        schema.bring_up_to_date(file)
        return cls(file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the writer if there is one; questions need no closing."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    @contextmanager
    def at_hand(self) -> Iterator[None]:
        """While several questions are asked one after the other: the file is opened once for all of them."""
        with reading(self._path):
            yield

    @property
    def path(self) -> Path:
        """The DuckDB file."""
        return self._path

    def writer(self, rules: Ruleset, keep_text: bool = True, pace: Pace | None = None) -> Writer:
        """A writer of readings made by `rules`; ArchiveBusy names the process that already writes."""
        self._writer = Writer(self._path, rules, keep_text=keep_text, pace=pace)
        return self._writer

    def pair_claims(self, one: Iterable[str], other: Iterable[str], known_on: date | None) -> relations.Columns:
        """Events and ties between two actors, each given by its codes, as `relations.pair_claims` says."""
        return relations.pair_claims(self.path, one, other, known_on)

    @property
    def derived(self) -> Derived:
        """What is derived from articles and claims: copied passages, judgements, happenings."""
        return Derived(self._path)

    @contextmanager
    def kept_open(self) -> Iterator[None]:
        """While several questions are asked: the file is opened once, so that each of them finds it open."""
        with reading(self._path):
            yield

    def known(self, article: str, rules: str, keep_text: bool = True) -> bool:
        """Whether the article was read by the rules of this digest, with its text kept or not alike."""
        return bool(stored_ids(self._path, [article], rules, keep_text))

    def unread_ids(self, ids: Iterable[str], rules: str, keep_text: bool = True) -> set[str]:
        """Those of `ids` that the rules of this digest have yet to read."""
        asked = set(ids)
        return asked - stored_ids(self._path, asked, rules, keep_text)

    def claims(  # noqa: PLR0913 - each is a filter of its own, given by name
        self,
        between: Iterable[str] | None = None,
        actor: Several | None = None,
        kind: Several | None = None,
        type: Several | None = None,
        status: Several | None = None,
        since: Day | None = None,
        until: Day | None = None,
        published_since: Day | None = None,
        published_until: Day | None = None,
        sector: Several | None = None,
        issue: Several | None = None,
        outlet: Several | None = None,
        speaker: Several | None = None,
        background: bool | None = None,
        text: str | None = None,
        article: Several | None = None,
        limit: int | None = None,
        order: str = "published",
    ) -> Claims:
        """The claims that pass all filters, read when they are needed; ValueError for senseless filters.

        `between`: all these codes are among the parties, in whatever role.  `actor`: some party has one of
        these codes, or belongs to one of these countries.  `since` and `until` bound the time of what is
        claimed; a claim passes if its interval overlaps, and one without a time of its own counts as of the
        day of publication.  `speaker` is a code or a name.  `text` stands in the sentence, in any case.
        `order` is one of `published`, `time`, and either with a minus sign for the latest first.
        """
        return Claims(
            self._path,
            Selection(
                between=between,
                actor=actor,
                kind=kind,
                type=type,
                status=status,
                since=since,
                until=until,
                published_since=published_since,
                published_until=published_until,
                sector=sector,
                issue=issue,
                outlet=outlet,
                speaker=speaker,
                background=background,
                text=text,
                article=article,
                limit=limit,
                order=order,
            ),
        )

    def claim(self, id_or_prefix: str) -> ClaimRow:
        """The claim whose id is or starts with this; NoSuchRecord or AmbiguousId where there is not one."""
        id_ = self._resolved("claim", id_or_prefix)
        with reading(self._path) as connection:
            found = claim_rows(connection, [id_])
        if not found:
            raise NoSuchRecord(f"{self._path} holds no claim {id_} any more")
        return found[0]

    def claims_of(self, ids: Iterable[str]) -> list[ClaimRow]:
        """The claims with these whole ids, in that order, without those that are not there."""
        with reading(self._path) as connection:
            return claim_rows(connection, list(ids))

    def article(self, id_or_prefix: str) -> Article:
        """The article whose id is or starts with this; NoSuchRecord or AmbiguousId where there is not one.

        Its text is empty where the archive keeps none; then only `head` still knows its id.
        """
        return article_from(self._one("article", id_or_prefix))

    def head(self, id_or_prefix: str) -> ArticleHead:
        """The head of the article whose id is or starts with this; errors as for `article`."""
        return head_from(self._one("head", id_or_prefix))

    def articles(
        self,
        outlet: Several | None = None,
        published_since: Day | None = None,
        published_until: Day | None = None,
        text: str | None = None,
        limit: int | None = None,
        order: str = "published",
    ) -> list[ArticleListing]:
        """Heads of articles with counts, by date of publication; `text` stands in the title or the text."""
        if order not in ("published", "-published"):
            raise ValueError(f"order must be published or -published, not {order!r}")
        rows = self._answer(
            "articles",
            outlet=filters.several(outlet, fold=True),
            published_since=filters.day(published_since),
            published_until=filters.day(published_until),
            text=text,
            limit=limit,
            order=order,
        )
        return [ArticleListing(article=head_from(r), claims=r["claims"], unread=r["unread"]) for r in rows]

    def readings(self, article: str) -> list[PastReading]:
        """Every reading there ever was of the article with this id, the first one first."""
        return [past_reading_from(row) for row in self._answer("readings", article=article)]

    def unread(self, limit: int | None = None, article: str | None = None) -> list[UnreadSentence]:
        """Sentences that named known actors and yielded no claim, of one article or of all."""
        id_ = self._resolved("article", article) if article is not None else None
        rows = self._answer("unread", limit=limit, article=id_)
        return [UnreadSentence(unread=unread_from(row), article=head_from(row)) for row in rows]

    def unread_verbs(self, limit: int | None = None) -> list[UnreadVerb]:
        """Verbs that no rule knew, the most frequent first, each with a sentence."""
        rows = self._answer("unread_verbs", limit=limit)
        return [UnreadVerb(row["verb"], row["number"], row["example"]) for row in rows]

    def info(self) -> Info:
        """The archive in numbers."""
        return info_of(self._path)

    def happening_id(self, id_or_prefix: str) -> str:
        """The full id of a happening, from its beginning or that of one of its claims; errors as for `claim`."""
        return self._resolved("happening", id_or_prefix)

    def _answer(self, name: str, **parameters: object) -> list[dict[str, Any]]:
        with reading(self._path) as connection:
            return fetched(connection.execute(query(name), parameters))

    def _one(self, name: str, id_or_prefix: str) -> dict[str, Any]:
        id_ = self._resolved("article", id_or_prefix)
        rows = self._answer(name, id=id_)
        if not rows:
            raise NoSuchRecord(f"{self._path} holds no article {id_} any more")
        return rows[0]

    def _resolved(self, noun: str, id_or_prefix: str) -> str:
        prefix = id_or_prefix.strip().lower()
        rows = self._answer(f"{noun}_ids", prefix=prefix, limit=_CANDIDATES + 1)
        ids = [str(row["id"]) for row in rows]
        if not prefix or not ids:
            raise NoSuchRecord(f"{self._path} holds no {noun} whose id is or starts with {id_or_prefix!r}")
        if len(ids) > 1:
            shown = ", ".join(ids[:_CANDIDATES]) + (", ..." if len(ids) > _CANDIDATES else "")
            raise AmbiguousId(f"several {noun}s have ids that start with {prefix}: {shown}", ids)
        return ids[0]

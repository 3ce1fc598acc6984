"""The record: sources read into an archive, and the archive asked by the names that people use."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from detente import linking
from detente.archive import DEFAULT_PATH, Archive, ArchiveBusy, Claims, Derived, Writer
from detente.history.periods import periods
from detente.knowledge import Knowledge, load
from detente.knowledge.lookup import check_filters, code_of
from detente.linking import Account
from detente.model import Article, Claim, Difference, Happening, Period, Reading, Refusal, Reuse, Ruleset, Story
from detente.reading.digest import SHIPPED, ruleset
from detente.sources import ReadOptions, article_from_text, read_sources

if TYPE_CHECKING:
    from detente.answers.answer import Answer
    from detente.answers.briefs import Brief
    from detente.answers.verifying import Verifier
    from detente.history.triads import ThirdParties
    from detente.reading.relation import Relation
    from detente.relations import DayNetwork, PairCourse

log = logging.getLogger(__name__)

_ASKED_AT_ONCE = 200
#: So many articles are compared with the others before a pair is drawn; of more, the question does not wait for it.
_CAUGHT_UP_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadProgress:
    """How far a reading run has come."""

    articles: int
    claims: int
    skipped: int
    refused: int


@dataclass(slots=True, kw_only=True)
class ReadSummary:
    """What a reading run did: articles read, articles that were there already, and what was refused."""

    articles: int = 0
    claims: int = 0
    skipped: int = 0
    sentences: int = 0
    parsed: int = 0
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def faults(self) -> list[Refusal]:
        """What could not be read, without what was passed over on purpose."""
        return [r for r in self.refusals if r.fault]

    @property
    def progress(self) -> ReadProgress:
        """The same in numbers."""
        return ReadProgress(
            articles=self.articles, claims=self.claims, skipped=self.skipped, refused=len(self.refusals)
        )


class Record:
    """An archive together with the knowledge it is read and asked with; made by `detente.open`."""

    def __init__(self, archive: Archive, folders: Sequence[Path] = ()) -> None:
        self.archive = archive
        self._folders = tuple(folders)
        self._knowledge: Knowledge | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the archive; questions need no closing."""
        self.archive.close()

    @property
    def knowledge(self) -> Knowledge:
        """What is known of actors and words, loaded when first needed."""
        if self._knowledge is None:
            self._knowledge = load(self._folders)
        return self._knowledge

    def read(
        self,
        *inputs: str | Path,
        options: ReadOptions | None = None,
        jobs: int | None = None,
        keep_text: bool = True,
        coder: str = "both",
        model: Path | None = None,
        progress: Callable[[ReadProgress], None] | None = None,
    ) -> ReadSummary:
        """Read files, folders, addresses or "-" into the archive; what was done, with every refusal.

        Articles that the same rules have read already are skipped.  With `coder` "rules" the second coder is not
        asked; `model` is the folder of a second coder other than the package's.  ArchiveBusy when another process
        writes to the archive.
        """
        summary = ReadSummary()
        second = _second(coder, model)
        rules = ruleset(self.knowledge, second)
        with self.archive.writer(rules, keep_text=keep_text) as writer:
            offered = read_sources([str(i) for i in inputs], options or ReadOptions())
            fresh = _fresh(offered, writer, summary)
            for reading in _read(fresh, self._folders, jobs, second):
                _take(writer, reading, rules, summary)
                if progress:
                    progress(summary.progress)
        if summary.articles:
            self._derived()
        return summary

    def _codes(self, names: list[str]) -> list[str]:
        codes = [code_of(self.knowledge, name) for name in names]
        if len(set(codes)) < len(codes):
            raise ValueError(f"{' and '.join(names)} are the same actor ({codes[0]})")
        return codes

    def claims(self, *, between: Iterable[str] | None = None, actor: str | None = None, **filters: Any) -> Claims:
        """The claims that pass all filters (see `Archive.claims`), actors by any name they are known by."""
        codes = None if between is None else self._codes(list(between))
        check_filters(self.knowledge, filters)
        one = None if actor is None else code_of(self.knowledge, actor)
        return self.archive.claims(between=codes, actor=one, **filters)

    def pair(
        self,
        one: str,
        other: str,
        *,
        since: date | None = None,
        until: date | None = None,
        by: str | None = None,
        known_on: date | None = None,
    ) -> PairCourse | None:
        """The course of two actors, by any names they are known by; None where nothing is told of them.

        `by` is year, quarter, month or week, by default what suits the time.  With `known_on`, only what was
        published up to that day counts: what could be known then, without what was told later.
        """
        from detente import relations  # here, so that other questions do not wait for arithmetic

        codes = self._codes([one, other])
        stretches = relations.By(by) if by else None
        uncompared = self._compared()
        with self.archive.at_hand():
            return relations.pair_course(
                self.archive, self.knowledge, *codes, since=since, until=until, by=stretches, known_on=known_on,
                uncompared=uncompared,
            )  # fmt: skip

    def third_parties(self, course: PairCourse, on: date | None = None) -> ThirdParties:
        """Who else is in the picture of a pair on a day, by default the last one of its course."""
        from detente import relations

        return relations.thirds(self.archive, self.knowledge, course, on)

    def network(self, on: date, *, actors: Iterable[str] | None = None, known_on: date | None = None) -> DayNetwork:
        """Who stands how with whom on a day: everybody, or the relations of some actors."""
        from detente import relations

        codes = None if actors is None else [code_of(self.knowledge, name) for name in actors]
        self._compared()
        return relations.day_network(self.archive, self.knowledge, on, actors=codes, known_on=known_on)

    def brief(
        self, one: str, other: str, *, style: str = "qa", until: date | None = None, verifier: Verifier | None = None
    ) -> Brief | None:
        """A backgrounder on two actors, by any names they are known by; None where nothing is told of them.

        `style` is qa, chronology or dossier.  With `until`, only what was published up to that day counts.  Sentences
        are checked by reading them again; `verifier` is one that has its reader loaded, where there is one.
        """
        from detente.answers.briefs import Style
        from detente.answers.verifying import Verifier
        from detente.answers.writing import write

        codes = self._codes([one, other])
        return write(
            self.archive,
            self.knowledge,
            verifier or Verifier(self.knowledge),
            (codes[0], codes[1]),
            happenings=self._derived().happenings(between=codes),
            differing=self.differences(between=(one, other), until=until),
            style=Style(style),
            until=until,
        )

    def happenings(
        self, *, between: Iterable[str] | None = None, actor: str | None = None, **filters: Any
    ) -> list[Happening]:
        """The happenings that pass all filters (see `Derived.happenings`), actors by any name, by their time."""
        codes = None if between is None else self._codes(list(between))
        one = None if actor is None else code_of(self.knowledge, actor)
        return self._derived().happenings(between=codes, actor=one, **filters)

    def happening(self, id_or_prefix: str) -> Account:
        """A happening by the beginning of its id or of the id of one of its claims, with all its reports.

        NoSuchRecord or AmbiguousId where there is not one.
        """
        derived = self._derived()
        return linking.account(derived, self.archive.happening_id(id_or_prefix), self.knowledge.merging)

    def differences(
        self,
        *,
        between: Iterable[str] | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        **filters: Any,
    ) -> list[Difference]:
        """Where reports part: those of happenings that pass the filters, then whole articles on the same matter."""
        codes = None if between is None else self._codes(list(between))
        derived, rules = self._derived(), self.knowledge.merging
        told = derived.happenings(between=codes, since=since, until=until, least_articles=2, **filters)
        found = linking.all_differences(derived, told, rules)
        seen = {difference.values for difference in found}
        more = linking.differences_in_texts(derived, codes, since, until, rules) if not filters else []
        return found + [difference for difference in more if difference.values not in seen]

    def reuse(self, article: str | None = None, *, least: int | None = None, limit: int | None = None) -> list[Reuse]:
        """Passages that articles copied, of one article or of all, of at least so many characters."""
        ids = None if article is None else [self.archive.head(article).id]
        return self._derived().reuses(ids, least=least, limit=limit)

    def stories(self, *, least: int = 2, **filters: Any) -> list[Story]:
        """Articles on the same matter: the stories that the happenings which pass the filters make."""
        return linking.all_stories(self._derived(), self.happenings(background=False, **filters), least)

    def periods(self, **filters: Any) -> list[Period]:
        """The ties that pass the filters (see `claims`), put together to periods with their claims."""
        rows = self.claims(kind="tie", **filters).rows()
        return periods((row.claim.id, row.claim, row.article.published) for row in rows)

    def ask(
        self, question: str, previous: Answer | None = None, *, limit: int | None = None, check: bool = True
    ) -> Answer:
        """What the record says to a question in plain English, in cited sentences; `previous` is what it leans on.

        At most `limit` lines, or as many as suit the question.  Unless `check` is False each sentence is read again,
        and the report quoted where it says another thing than its claims.  ValueError for a question without a word.
        """
        from detente.answers.answering import ask  # here, so that listings do not wait for it

        self._derived()
        verifier = self.verifier if check else None
        return ask(self.archive, self.knowledge, question, previous, limit=limit, verifier=verifier)

    @cached_property
    def verifier(self) -> Verifier:
        """What reads sentences of answers again; it keeps its verdicts, and loads the reader when first needed."""
        from detente.answers.verifying import keeping

        return keeping(self.knowledge, ruleset(self.knowledge, None).digest)

    def judge(self, left: str, right: str, *, same: bool, reason: str = "", by: str = "user") -> list[Happening]:
        """Say that two claims or happenings are one event, or are not; the happenings that come of it.

        The judgement is kept beside those of the rules, and goes before them.
        """
        derived = self._derived()
        return linking.judge(
            derived, self.knowledge.merging, self._claim_of(left), self._claim_of(right), same, by, reason
        )

    def _claim_of(self, id_or_prefix: str) -> str:
        """The claim meant by the id of a claim, or the first claim of a happening."""
        if not id_or_prefix.startswith("h"):
            return self.archive.claim(id_or_prefix).claim.id
        (happening,) = self.archive.derived.happenings(ids=[self.archive.happening_id(id_or_prefix)])
        return happening.claims[0]

    def _derived(self) -> Derived:
        """What is derived from the archive, brought up to date unless somebody else is writing."""
        derived = self.archive.derived
        try:
            linking.catch_up(derived, self.knowledge.merging)
        except (ArchiveBusy, OSError) as error:
            log.warning("happenings are as of the last run: %s", error)
        return derived

    def _compared(self) -> int:
        """How many articles have not been compared yet, after catching up if that takes no more than a moment."""
        waiting = linking.behind(self.archive.derived, self.knowledge.merging)
        if 0 < waiting <= _CAUGHT_UP_AT_ONCE:
            self._derived()
            waiting = linking.behind(self.archive.derived, self.knowledge.merging)
        if waiting:
            log.warning(
                "%d articles have not been compared with the others yet: `detente happenings` does so; until then each "
                "report of theirs counts by itself, those of one type and day as one event",
                waiting,
            )
        return waiting


def open(path: str | Path = DEFAULT_PATH, *, knowledge: Sequence[str | Path] = (), create: bool = True) -> Record:
    """The record at a path, made if there is none; `knowledge` names folders of the user's own knowledge.

    ArchiveError says what is wrong with the file, KnowledgeError what is wrong with the folders.
    """
    record = Record(Archive.open(path, create=create), [Path(folder) for folder in knowledge])
    if knowledge:
        record.knowledge  # noqa: B018 - a mistake in the user's folders is said at once
    return record


def read_article(
    text: str, *, published: date | None = None, title: str = "", outlet: str = "",
    knowledge: Sequence[str | Path] = (), coder: str = "both", model: Path | None = None,
) -> tuple[Claim, ...]:  # fmt: skip
    """The claims of one text, without an archive; relative times resolve only where `published` is given.

    With `coder` "rules" the second coder is not asked; `model` is the folder of another second coder.
    """
    article = article_from_text(text, title=title, published=published, outlet=outlet)
    return next(_read([article], [Path(folder) for folder in knowledge], 1, _second(coder, model))).claims


def relation(
    sentence: str, source: str, target: str, *, knowledge: Sequence[str | Path] = (), coder: str = "both",
    model: Path | None = None,
) -> Relation:  # fmt: skip
    """What a source does to a target in a sentence: the root, its probability, and what each coder answered.

    `source` and `target` are words of the sentence, the first place of each counts; ValueError where they are not in
    it.  `coder` is "both", "rules" or "model".
    """
    from detente.reading.relation import relate  # here, so that questions to an archive do not wait for the reader

    return relate(sentence, source, target, tuple(Path(folder) for folder in knowledge), coder, model)


def _second(coder: str, model: Path | None) -> Path | None:
    """The folder of the second coder, None where the rules read alone."""
    if coder not in ("both", "rules"):
        raise ValueError(f"an article is read by both coders or by rules, not by {coder!r}")
    return None if coder == "rules" else model or SHIPPED


def _read(
    articles: Iterable[Article], folders: Sequence[Path], jobs: int | None, second: Path | None
) -> Iterator[Reading]:
    # here, so that questions to an archive do not wait for the reader to load
    from detente.reading.workers import default_jobs, read_articles

    return read_articles(articles, folders, jobs or default_jobs(), second)


def _fresh(offered: Iterable[Article | Refusal], writer: Writer, summary: ReadSummary) -> Iterator[Article]:
    """The articles that these rules have not read yet, each once; refusals and repeats go into the summary."""
    waiting: list[Article] = []
    passed: set[str] = set()
    for item in offered:
        if isinstance(item, Refusal):
            summary.refusals.append(item)
            continue
        waiting.append(item)
        if len(waiting) >= _ASKED_AT_ONCE:
            yield from _unknown(waiting, writer, summary, passed)
            waiting = []
    yield from _unknown(waiting, writer, summary, passed)


def _unknown(waiting: list[Article], writer: Writer, summary: ReadSummary, passed: set[str]) -> Iterator[Article]:
    ids = [article.id for article in waiting]
    known = writer.known(ids)
    for id_, article in zip(ids, waiting, strict=True):
        if id_ in known or id_ in passed:
            summary.skipped += 1
        else:
            passed.add(id_)
            yield article


def _take(writer: Writer, reading: Reading, rules: Ruleset, summary: ReadSummary) -> None:
    writer.add(reading)
    summary.articles += 1
    summary.claims += len(reading.claims)
    summary.sentences += reading.sentences
    summary.parsed += reading.parsed

"""Writing twice, by new rules, without text, in another order, and two at a time."""

from __future__ import annotations

import json
import multiprocessing
import random
from pathlib import Path

import duckdb
import pytest
from claim_samples import NEW_RULES, RULES, make_article, make_claim, make_reading

from detente.archive import Archive, ArchiveBusy, ArchiveError, Pace, UnstorableReading, absorb, parts
from detente.archive.lock import WriterLock
from detente.model import Party, Reading, Ruleset

TABLES = ("articles", "claims", "unread", "rulesets", "readings")
TIMES = {"read_at", "first_used"}
NEVER = Pace(part_articles=10, absorb_articles=10**9, absorb_seconds=10**9)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An empty archive in a folder of its own."""
    return Archive.open(tmp_path / "a.duckdb")


def contents(path: Path) -> dict[str, list[str]]:
    """All rows of an archive but for the times at which they were made."""
    found = {}
    with duckdb.connect(str(path), read_only=True) as connection:
        for table in TABLES:
            rows = connection.execute(f"FROM {table}")
            names = [column[0] for column in rows.description or ()]
            dicts = [dict(zip(names, row, strict=True)) for row in rows.fetchall()]
            kept = [{key: value for key, value in row.items() if key not in TIMES} for row in dicts]
            found[table] = sorted(json.dumps(row, default=str, sort_keys=True) for row in kept)
    return found


def write(archive: Archive, readings: list[Reading], rules: Ruleset = RULES, **options: object) -> None:
    with archive.writer(rules=rules, **options) as writer:  # type: ignore[arg-type]
        for reading in readings:
            writer.add(reading)


def test_the_same_article_again_changes_nothing(archive: Archive) -> None:
    readings = [make_reading(number) for number in range(5)]
    write(archive, readings)
    before = contents(archive.path)
    with archive.writer(rules=RULES) as writer:
        ids = [make_article(number).id for number in range(7)]
        assert writer.known(ids) == set(ids[:5])
    assert contents(archive.path) == before
    assert archive.known(ids[0], RULES.digest)
    assert archive.unread_ids(ids, RULES.digest) == set(ids[5:])
    assert archive.unread_ids(ids, NEW_RULES.digest) == set(ids)


def test_what_is_not_yet_absorbed_is_known(archive: Archive) -> None:
    with archive.writer(rules=RULES, pace=NEVER) as writer:
        for number in range(15):
            writer.add(make_reading(number))
        ids = {make_article(number).id for number in range(16)}
        assert writer.saved == 10
        assert writer.waiting == 1
        assert writer.known(ids) == ids - {make_article(15).id}
        assert len(archive.claims()) == 0
        assert archive.info().waiting_parts == 1
        writer.flush()
        assert (writer.saved, writer.waiting, len(archive.claims())) == (15, 0, 45)


def test_new_rules_replace_the_claims_and_are_remembered(archive: Archive) -> None:
    write(archive, [make_reading(number) for number in range(3)])
    write(archive, [make_reading(1, claims=1, rules=NEW_RULES.digest, type="AGREE")], NEW_RULES)
    article = make_article(1)
    assert [claim.type for claim in archive.claims(article=article.id)] == ["AGREE"]
    assert len(archive.claims()) == 7
    assert len(archive.unread()) == 3
    assert archive.head(article.id).rules == "r2"
    assert [(past.rules, past.claims) for past in archive.readings(article.id)] == [("r1", 3), ("r2", 1)]
    uses = [(use.ruleset.digest, use.ruleset.version, use.articles, use.claims) for use in archive.info().rules]
    assert uses == [("r1", "0.1", 2, 6), ("r2", "0.2", 1, 1)]


def test_of_two_waiting_readings_of_an_article_the_later_counts(archive: Archive) -> None:
    pace = Pace(part_articles=1, absorb_articles=10**9)
    with archive.writer(rules=RULES, pace=pace) as writer:
        writer.add(make_reading(1, claims=5))
        writer.add(make_reading(1, claims=2))
        assert writer.waiting == 2
    assert len(archive.claims()) == 2
    assert len(archive.readings(make_article(1).id)) == 2


def test_a_very_long_article_is_absorbed(archive: Archive) -> None:
    article = make_article(1, "All quiet. " * 2_000_000)
    reading = Reading(
        article=article,
        claims=(make_claim(article, sentence=make_claim(make_article(2)).sentence),),
        unread=(),
        rules=RULES.digest,
    )
    write(archive, [reading, make_reading(2)])
    assert archive.article(article.id) == article
    assert len(archive.claims()) == 4


def test_the_order_of_reading_does_not_matter(tmp_path: Path) -> None:
    readings = [make_reading(number) for number in range(40)]
    found = []
    for seed in range(3):
        random.Random(seed).shuffle(readings)
        archive = Archive.open(tmp_path / f"{seed}.duckdb")
        write(archive, readings, pace=Pace(part_articles=seed + 3, absorb_articles=10 * (seed + 1)))
        found.append((contents(archive.path), list(archive.claims())))
    assert found[0] == found[1] == found[2]


def test_without_text_only_quoted_words_are_on_the_disk(archive: Archive) -> None:
    text = "Envoys of two capitals met. Secret words follow."
    article = make_article(1, text)
    reading = Reading(article=article, claims=(make_claim(article),), unread=make_reading(1).unread, rules=RULES.digest)
    write(archive, [reading], keep_text=False)
    assert list(archive.claims()) == list(reading.claims)
    assert not archive.head(article.id).has_text
    assert archive.article(article.id).text == ""
    assert [found.unread.sentence.text for found in archive.unread()] == [""]
    with archive.writer(rules=RULES, keep_text=True) as writer:
        assert writer.known([article.id]) == set()
    with archive.writer(rules=RULES, keep_text=False) as writer:
        assert writer.known([article.id]) == {article.id}


def test_a_second_writer_is_refused_and_told_by_whom(archive: Archive) -> None:
    with archive.writer(rules=RULES):
        with pytest.raises(ArchiveBusy, match="written by process") as refused:
            Archive.open(archive.path).writer(rules=RULES)
        assert refused.value.pid == multiprocessing.current_process().pid
    Archive.open(archive.path).writer(rules=RULES).close()


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_forked_worker_does_not_keep_the_lock_of_a_writer_that_died(archive: Archive) -> None:
    context = multiprocessing.get_context("fork")
    started, done = context.Event(), context.Event()

    def work() -> None:
        started.set()
        done.wait(60)

    lock = WriterLock(archive.path)
    worker = context.Process(target=work)
    worker.start()
    assert started.wait(60)
    lock.close()  # what the end of the process does
    try:
        archive.writer(rules=RULES).close()
    finally:
        done.set()
        worker.join()


def test_readers_read_during_a_long_reading(archive: Archive) -> None:
    pace = Pace(part_articles=1, absorb_articles=5)
    with archive.writer(rules=RULES, pace=pace) as writer:
        seen = []
        for number in range(20):
            writer.add(make_reading(number))
            seen.append(len(Archive.open(archive.path).claims()))
    assert seen == sorted(seen)
    assert 0 < seen[10] < seen[-1]


def test_parts_wait_while_a_reader_holds_the_file(archive: Archive, caplog: pytest.LogCaptureFixture) -> None:
    with duckdb.connect(str(archive.path), read_only=True):
        write(archive, [make_reading(1)], pace=Pace(wait=0.05, last_wait=0.1))
        assert archive.path.with_name("a.duckdb.parts").is_dir()
        assert "1 parts wait" in caplog.text
        # The next run cannot absorb it either, but knows what it holds.
        with archive.writer(rules=RULES, pace=Pace(wait=0.05, last_wait=0.1)) as writer:
            assert writer.known([make_article(1).id]) == {make_article(1).id}
    write(archive, [])
    assert len(archive.claims()) == 3
    assert archive.info().waiting_parts == 0


def test_a_stubborn_reader_does_not_slow_every_article(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[float] = []

    def refused(archive: Path, wait: float) -> int:
        tries.append(wait)
        return 1

    monkeypatch.setattr("detente.archive.writer.absorb", refused)
    write(archive, [make_reading(number) for number in range(50)], pace=Pace(part_articles=1, absorb_articles=20))
    assert len(tries) == 4  # at the start, twice on the way, at the end


def test_a_part_absorbed_but_not_deleted_is_not_absorbed_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(parts, "remove", lambda archive, absorbed: None)
        write(archive, [make_reading(1)])
    assert archive.info().waiting_parts == 1
    before = contents(archive.path)
    write(archive, [])
    assert contents(archive.path) == before
    assert archive.info().waiting_parts == 0


def test_unfinished_parts_of_a_killed_run_are_swept_away(archive: Archive) -> None:
    folder = parts.folder_of(archive.path)
    folder.mkdir()
    (folder / "0000000001-ab.part.ndjson.unfinished").write_bytes(b'{"half":')
    write(archive, [make_reading(1)])
    assert list(folder.iterdir()) == []


@pytest.mark.slow
def test_a_hundred_thousand_claims_come_in_a_handful_of_statements(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    groups = []
    one_group = absorb._absorb_group

    def counted(connection: duckdb.DuckDBPyConnection, *others: list[Path]) -> None:
        spied = Spy(connection)
        one_group(spied, *others)
        groups.append(spied.statements)

    monkeypatch.setattr(absorb, "_absorb_group", counted)
    write(archive, [make_reading(number, claims=1000) for number in range(100)])
    assert len(archive.claims()) == 100_000
    assert len(groups) <= 4
    assert max(groups) <= 5


class Spy:
    """A connection that counts what it is asked, and can do nothing row by row."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.statements = 0

    def execute(self, *arguments: object) -> duckdb.DuckDBPyConnection:
        self.statements += 1
        return self.connection.execute(*arguments)


def test_readings_that_cannot_be_stored_are_refused_by_name(archive: Archive) -> None:
    with archive.writer(rules=RULES) as writer:
        with pytest.raises(UnstorableReading, match="by the rules r2"):
            writer.add(make_reading(1, rules="r2"))
        lone = Party(text="\ud800", start=0, end=1)
        with pytest.raises(UnstorableReading, match=r"dump\.jsonl#1.*surrogates"):
            writer.add(make_reading(1, source=(lone,)))
        other = Reading(article=make_article(1), claims=make_reading(2).claims, unread=(), rules=RULES.digest)
        with pytest.raises(UnstorableReading, match="is not of the article"):
            writer.add(other)
        with pytest.raises(UnstorableReading, match="Out of range"):
            writer.add(make_reading(1, score=float("nan")))
    assert archive.info().articles == 0
    with pytest.raises(ArchiveError, match="closed"):
        writer.add(make_reading(1))

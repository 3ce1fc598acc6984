"""What `import detente` offers: open, read, claims, read_article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import detente
from detente.archive import MissingArchive
from detente.knowledge import KnowledgeError
from detente.knowledge.lookup import UnknownActor
from detente.model import Article, Kind, Status
from detente.sources import ReadOptions, article_from_text

pytestmark = pytest.mark.model

_TEXTS = {
    "one.txt": "The Turkish foreign minister visited Greece on Monday for talks about trade.\n",
    "two.txt": "Sudanese forces attacked Chad on Wednesday.\n",
    "three.txt": "Japan gave Kenya a loan of $100 million on Monday.\n",
}
_OPTIONS = ReadOptions(published=date(2024, 3, 8), outlet="Telex")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of three short texts."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in _TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


# -- one text --------------------------------------------------------------------------------------------


def test_one_text_is_read_without_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    claims = detente.read_article("Sudanese forces attacked Chad on Wednesday.", published=date(2024, 3, 8))
    assault = next(c for c in claims if c.type == "ASSAULT")
    assert (assault.kind, assault.status) == (Kind.EVENT, Status.ACTUAL)
    assert [p.code for p in assault.source] == ["SDN"]
    assert [p.code for p in assault.target] == ["TCD"]
    assert assault.when.start == date(2024, 3, 6)
    assert not list(tmp_path.iterdir())


def test_words_of_time_stay_open_where_no_date_is_known() -> None:
    claims = detente.read_article("Sudanese forces attacked Chad on Wednesday.")
    when = next(c for c in claims if c.type == "ASSAULT").when
    assert when.start is None
    assert when.end is None


def test_the_same_text_gives_the_same_claims() -> None:
    text = _TEXTS["one.txt"]
    first = detente.read_article(text, published=date(2024, 3, 8), title="Visit", outlet="Telex")
    again = detente.read_article(text, published=date(2024, 3, 8), title="Visit", outlet="Telex")
    assert first
    assert [c.id for c in first] == [c.id for c in again]


def test_a_text_without_actors_gives_no_claims() -> None:
    assert detente.read_article("The cake rose slowly in the oven.") == ()


# -- an archive ------------------------------------------------------------------------------------------


def test_a_folder_is_read_and_asked_by_name(tmp_path: Path, news: Path) -> None:
    with detente.open(tmp_path / "a.duckdb") as record:
        summary = record.read(news, options=_OPTIONS, jobs=1)
        assert (summary.articles, summary.skipped, summary.refusals) == (3, 0, [])
        assert summary.claims == len(record.claims())
        assert summary.parsed <= summary.sentences
        visit = next(iter(record.claims(between=("Turkey", "GRC"))))
    assert (visit.type, visit.mode) == ("CONSULT", "visit")


def test_claims_become_a_data_frame(tmp_path: Path, news: Path) -> None:
    with detente.open(tmp_path / "a.duckdb") as record:
        record.read(news, options=_OPTIONS, jobs=1)
        frame = record.claims(actor="Chad").df()
    assert set(frame["type"]) == {"ASSAULT"}
    assert set(frame["target_code"]) == {"TCD"}


def test_the_archive_is_closed_and_can_be_opened_again(tmp_path: Path, news: Path) -> None:
    path = tmp_path / "a.duckdb"
    with detente.open(path) as record:
        record.read(news, options=_OPTIONS, jobs=1)
    with detente.open(path, create=False) as record:
        summary = record.read(news, options=_OPTIONS, jobs=1)
        assert (summary.articles, summary.skipped) == (0, len(_TEXTS))


def test_the_same_text_offered_twice_in_one_run_is_read_once(tmp_path: Path, news: Path) -> None:
    (news / "copy.txt").write_text(_TEXTS["one.txt"], encoding="utf-8")
    with detente.open(tmp_path / "a.duckdb") as record:
        summary = record.read(news, options=_OPTIONS, jobs=1)
    assert (summary.articles, summary.skipped) == (3, 1)


def test_a_missing_archive_is_not_made_unless_asked(tmp_path: Path) -> None:
    with pytest.raises(MissingArchive, match=r"there is no archive at .*none\.duckdb"):
        detente.open(tmp_path / "none.duckdb", create=False)
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_of_knowledge_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="not a knowledge folder: .*mine"):
        detente.open(tmp_path / "a.duckdb", knowledge=[tmp_path / "mine"])


def test_an_unknown_actor_is_said_at_once(tmp_path: Path) -> None:
    with (
        detente.open(tmp_path / "a.duckdb") as record,
        pytest.raises(UnknownActor, match="no actor is called 'Atlantis of the Deep'"),
    ):
        record.claims(actor="Atlantis of the Deep")


# -- progress and interruption ---------------------------------------------------------------------------


def test_progress_is_told_after_every_article(tmp_path: Path, news: Path) -> None:
    (news / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    told: list[detente.ReadProgress] = []
    with detente.open(tmp_path / "a.duckdb") as record:
        summary = record.read(news, options=_OPTIONS, jobs=1, progress=told.append)
    assert [p.articles for p in told] == [1, 2, 3]
    assert [p.claims for p in told] == sorted(p.claims for p in told)
    assert told[-1] == summary.progress
    assert told[-1].refused == 1


def test_a_run_that_is_stopped_keeps_what_it_reported_and_can_be_continued(tmp_path: Path, news: Path) -> None:
    reported: list[detente.ReadProgress] = []

    def stop_after_two(progress: detente.ReadProgress) -> None:
        reported.append(progress)
        if progress.articles == 2:
            raise KeyboardInterrupt

    path = tmp_path / "a.duckdb"
    with detente.open(path) as record, pytest.raises(KeyboardInterrupt):
        record.read(news, options=_OPTIONS, jobs=1, progress=stop_after_two)
    with detente.open(path) as record:
        assert len(record.archive.articles()) == 2
        assert len(record.claims()) == reported[-1].claims
        rest = record.read(news, options=_OPTIONS, jobs=1)
        assert (rest.articles, rest.skipped) == (1, 2)


def test_a_source_that_breaks_off_leaves_what_was_read(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> Iterator[Article]:
        yield article_from_text(_TEXTS["two.txt"])
        raise OSError("the disk is gone")

    path = tmp_path / "a.duckdb"
    monkeypatch.setattr("detente.record.read_sources", broken)
    monkeypatch.setattr("detente.reading.workers.BATCH_ARTICLES", 1)
    with detente.open(path) as record, pytest.raises(OSError, match="the disk is gone"):
        record.read(news, jobs=1)
    with detente.open(path) as record:
        assert len(record.archive.articles()) <= 1

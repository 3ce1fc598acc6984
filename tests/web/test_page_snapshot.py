from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from feud_samples import readings
from page_samples import RULES, talks, write

from detente.archive import Archive, Snapshot
from detente.archive.connection import writing
from detente.web.snapshot import Snapshots


def _articles(snapshots: Snapshots) -> int:
    return snapshots.current().snapshot.info().articles


def test_the_page_serves_while_a_writer_holds_the_archive(tmp_path: Path) -> None:
    path = write(tmp_path / "busy.duckdb", [talks()])
    snapshots = Snapshots(path)
    with writing(path):
        assert _articles(snapshots) == 1
        assert len(list(snapshots.current().record.claims(kind="flow"))) == 1
    snapshots.close()


def test_a_changed_archive_is_copied_anew_behind_the_scenes(tmp_path: Path) -> None:
    path = write(tmp_path / "growing.duckdb", [talks()])
    snapshots = Snapshots(path, patience=0.0)
    snapshots._look_again = 0.0
    before = snapshots.current()
    write(path, readings())
    snapshots.current()
    snapshots.wait()
    after = snapshots.current()
    assert after is not before
    assert _articles(snapshots) == 1 + len(readings())
    assert after.record.knowledge is before.record.knowledge
    # what began with the copy before can still be finished
    assert before.snapshot.info().articles == 1
    folder = after.snapshot.path.parent
    snapshots.close()
    assert not folder.exists()


def test_an_archive_that_goes_away_leaves_the_copy(tmp_path: Path) -> None:
    path = write(tmp_path / "gone.duckdb", [talks()])
    snapshots = Snapshots(path, patience=0.0)
    snapshots._look_again = 0.0
    shutil.move(path, tmp_path / "elsewhere.duckdb")
    assert _articles(snapshots) == 1
    snapshots.close()


def test_answers_are_remembered_until_there_are_too_many(small_archive: Path) -> None:
    snapshots = Snapshots(small_archive)
    held, made = snapshots.current(), []
    for key in (*range(500), 499, 0):
        held.remember(key, lambda key=key: made.append(key))  # type: ignore[misc]
    assert made == [*range(500), 0]
    snapshots.close()


def test_claims_and_happenings_by_their_ids(feud_archive: Path, tmp_path: Path) -> None:
    snapshot = Snapshot.take(feud_archive, tmp_path / "copy.duckdb")
    whole = list(snapshot.claims().rows())
    ids = [row.claim.id for row in whole]
    assert snapshot.claims_of(iter(ids)) == whole
    assert [row.claim.id for row in snapshot.lines(iter([*ids, "c0"]))] == ids
    assert [row.claim.sentence for row in snapshot.lines(iter(ids))] == [row.claim.sentence for row in whole]
    happening = next(h for h in snapshot.derived.happenings(type="SANCTION") if h.articles > 1)
    assert snapshot.derived.happenings(ids=[happening.id]) == [happening]
    assert snapshot.happening_id(happening.claims[-1]) == happening.id
    assert snapshot.happening_id(happening.id[:8]) == happening.id
    assert {RULES.digest} == {row.article.rules for row in whole}
    snapshot.close()
    assert not snapshot.path.exists()


def test_a_copy_leaves_the_archive_as_it_was(feud_archive: Path, tmp_path: Path) -> None:
    before = feud_archive.read_bytes()
    Snapshot.take(feud_archive, tmp_path / "copy.duckdb").close()
    assert feud_archive.read_bytes() == before


def test_a_copy_tells_of_a_pair_what_the_archive_tells(feud_archive: Path, tmp_path: Path) -> None:
    copy, archive = Snapshot.take(feud_archive, tmp_path / "copy.duckdb"), Archive.open(feud_archive)
    for one, other in ((["IRN"], ["SAU"]), (["SAU"], ["IRN", "USA"])):
        for known_on in (None, date(2016, 1, 5)):
            ready, asked = copy.pair_claims(one, other, known_on), archive.pair_claims(one, other, known_on)
            assert list(ready) == list(asked)
            assert {name: found.tolist() for name, found in ready.items()} == {
                name: found.tolist() for name, found in asked.items()
            }
    assert len(copy.pair_claims(["IRN"], ["SAU"], None)["id"]) > 0
    copy.close()

"""Files that are no archives, archives that are too new, and archives in use."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from claim_samples import RULES, make_reading

from detente.archive import Archive, ArchiveBusy, MissingArchive, NewerSchema, NotAnArchive, connection, sql


def filled(path: Path) -> Path:
    with Archive.open(path) as archive, archive.writer(rules=RULES) as writer:
        writer.add(make_reading(1))
    return path


def test_opening_makes_an_archive_only_if_allowed(tmp_path: Path) -> None:
    path = tmp_path / "new.duckdb"
    with pytest.raises(MissingArchive, match=r"no archive at .*new\.duckdb"):
        Archive.open(path, create=False)
    assert Archive.open(path).info().articles == 0
    assert Archive.open(path, create=False).info().articles == 0
    assert [file.name for file in tmp_path.iterdir()] == ["new.duckdb"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingArchive, match="no folder .*nowhere"):
        Archive.open(tmp_path / "nowhere" / "a.duckdb")


@pytest.mark.parametrize("content", [b"", b"just some notes\n" * 500], ids=["empty", "text"])
def test_a_file_of_another_kind_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(NotAnArchive, match=r"notes\.txt is not an archive"):
        Archive.open(path)
    assert path.read_bytes() == content


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(NotAnArchive, match="is not an archive"):
        Archive.open(tmp_path)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE claims (number INTEGER)")
    with pytest.raises(NotAnArchive, match="another program"):
        Archive.open(path)


def test_a_damaged_archive_is_named(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.duckdb")
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * 8192 + whole[12288:])
    with pytest.raises(NotAnArchive, match=r"a\.duckdb is not an archive .*damaged"):
        Archive.open(path)
    path.write_bytes(whole[:6000])
    with pytest.raises(NotAnArchive, match="damaged"):
        Archive.open(path)


def test_an_archive_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.duckdb")
    with duckdb.connect(str(path)) as newer:
        newer.execute("INSERT INTO detente_migrations (name) VALUES ('9999_future')")
    with pytest.raises(NewerSchema, match="9999_future"):
        Archive.open(path)


def test_missing_migrations_are_applied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path / "a.duckdb")
    later = (*sql.migrations(), ("9998_more", "CREATE TABLE more (number INTEGER);"))
    monkeypatch.setattr(sql, "migrations", lambda: later)
    assert Archive.open(path).info().schema == "9998_more"
    assert len(Archive.open(path).claims()) == 3


def test_an_archive_locked_by_another_program_is_busy(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.duckdb")
    archive = Archive.open(path)
    hold = f"import duckdb, sys; c = duckdb.connect({str(path)!r}); print(flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(ArchiveBusy, match="in use by process") as refused, connection.reading(path, 0.1):
            pass
        assert refused.value.pid == holder.pid
        holder.communicate(b"")
    assert len(archive.claims()) == 3


def test_a_reader_waits_for_a_short_absorb_in_the_same_process(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.duckdb")
    refused = pytest.raises(ArchiveBusy, match="another connection")
    with connection.writing(path), refused, connection.reading(path, 0.05):
        pass
    with connection.reading(path, 0.0) as open_again:
        assert open_again.execute("SELECT count(*) FROM claims").fetchone() == (3,)


def test_an_error_rolls_the_transaction_back(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.duckdb")

    def interrupted() -> None:
        with connection.writing(path) as writing:
            writing.execute("DELETE FROM claims")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert len(Archive.open(path).claims()) == 3


def test_drafts_of_other_processes_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / f"a.duckdb.new-{os.getpid()}").write_bytes(b"half an archive")
    assert Archive.open(tmp_path / "a.duckdb").info().claims == 0

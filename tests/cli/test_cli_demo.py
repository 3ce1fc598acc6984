"""`detente demo`, and what happens when a user stops a command or starts two at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

import pytest
from command_line import archive_of_dispatches as _archive  # noqa: F401 - the fixture `archive`
from command_line import run, write_dispatches

import detente
from detente.model import Ruleset

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


@pytest.mark.model
def test_demo_reads_a_folder_and_says_what_to_try_next(tmp_path: Path) -> None:
    archive = tmp_path / "new" / "demo.duckdb"
    outcome = run("demo", write_dispatches(tmp_path / "news"), "-a", archive)
    assert outcome.code == 0, outcome.err
    assert "read 4 articles" in outcome.out
    assert "Try next:" in outcome.out
    assert f"detente serve {archive}" in " ".join(outcome.out.split())
    assert archive.exists()


@pytest.mark.model
def test_demo_may_be_run_again(tmp_path: Path) -> None:
    news, archive = write_dispatches(tmp_path / "news"), tmp_path / "demo.duckdb"
    run("demo", news, "-a", archive)
    outcome = run("demo", news, "-a", archive)
    assert outcome.code == 0, outcome.err
    assert "had been read before" in outcome.out


@pytest.mark.model
@pytest.mark.slow
def test_demo_of_the_examples_shows_the_pair_it_promises(tmp_path: Path) -> None:
    outcome = run("demo", EXAMPLES, "-a", tmp_path / "demo.duckdb")
    assert (outcome.code, outcome.err) == (0, "")
    assert "SAU" in outcome.out
    assert "IRN" in outcome.out
    commands, _, page = outcome.out.partition("Try next:")[2].partition("To look at it all in a browser:")
    assert page.split()[1:] == ["serve", str(tmp_path / "demo.duckdb"), "--open"]
    for line in commands.splitlines():
        if words := line.replace("--archive", "-a").split()[1:]:
            assert run(*words).code == 0, line


def test_a_command_that_is_stopped_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: Any, **__: Any) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(detente.Record, "read", stopped)
    outcome = run("read", tmp_path, "-a", tmp_path / "a.duckdb")
    assert outcome.code == 130
    assert "Traceback" not in outcome.err


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    with detente.open(tmp_path / "a.duckdb") as record:
        record.archive.writer(Ruleset(digest="0" * 16, version="0"))
        outcome = run("read", tmp_path, "-a", tmp_path / "a.duckdb")
    assert outcome.code == 2
    assert "is being written by process" in outcome.err


@pytest.mark.model
def test_an_archive_can_be_asked_while_it_is_written(archive: Path) -> None:
    with detente.open(archive, create=False) as record:
        record.archive.writer(Ruleset(digest="0" * 16, version="0"))
        assert run("claims", "-a", archive, "-n", "1").code == 0

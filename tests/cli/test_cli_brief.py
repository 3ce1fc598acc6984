from pathlib import Path

import pytest
from command_line import archive_of_dispatches as _archive  # noqa: F401 - the fixture `archive`
from command_line import run

pytestmark = [pytest.mark.model, pytest.mark.slow]
PAIR = ("Turkey", "Greece")


def test_markdown_goes_to_the_terminal(archive: Path) -> None:
    outcome = run("brief", *PAIR, "-a", archive)
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith("# Turkey and Greece\n")
    assert "[^1]: “" in outcome.out


def test_the_end_of_the_name_says_what_is_written(archive: Path, tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    outcome = run("brief", *PAIR, "-a", archive, "--style", "chronology", "--out", page)
    assert outcome.code == 0, outcome.err
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert str(page) in outcome.err.replace("\n", "")


def test_a_pdf_needs_a_file(archive: Path) -> None:
    outcome = run("brief", *PAIR, "-a", archive, "--as", "pdf")
    assert outcome.code == 2
    assert "--out" in outcome.err


def test_of_strangers_nothing_is_written(archive: Path) -> None:
    outcome = run("brief", "Fiji", "Malta", "-a", archive)
    assert outcome.code == 1
    assert "nothing is told of Fiji and Malta" in outcome.err


def test_until_leaves_out_what_came_later(archive: Path) -> None:
    assert run("brief", *PAIR, "-a", archive, "--until", "2024-03-04").code == 1
    outcome = run("brief", *PAIR, "-a", archive, "--until", "2024-03")
    assert outcome.code == 0, outcome.err
    assert "As of 31 March 2024" in outcome.out

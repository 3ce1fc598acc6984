from __future__ import annotations

from pathlib import Path

import pytest
from command_line import run
from typer.testing import CliRunner

from detente.cli import app
from detente.web import serving


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("10.1.2.3", False)],
)
def test_a_page_that_others_can_reach_has_a_token(host: str, alone: bool) -> None:
    where = serving.address(host, 8000, None)
    assert where.is_open is not alone
    assert (where.token is None) is alone
    assert where.url.startswith("http://")
    assert ("token=" in where.url) is not alone


def test_a_token_of_ones_own_is_kept() -> None:
    assert serving.address("127.0.0.1", 8000, "mine").url == "http://127.0.0.1:8000/?token=mine"
    assert serving.address("::1", 8000, None).url == "http://[::1]:8000/"


def test_the_next_free_port_is_taken() -> None:
    first = serving.address("127.0.0.1", None, None).port
    assert serving.PORT <= first < serving.PORT + 20


def test_what_is_said_before_a_page_is_served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said: list[serving.Address] = []

    def served(archive: Path, where: serving.Address, knowledge: list[Path], ready: object) -> None:
        said.append(where)
        assert callable(ready)
        ready()

    monkeypatch.setattr(serving, "serve", served)
    alone = CliRunner().invoke(app, ["serve", str(tmp_path / "a.duckdb"), "--port", "8765"])
    assert "http://127.0.0.1:8765/" in alone.output
    assert "can reach" not in alone.output
    others = CliRunner().invoke(app, ["serve", str(tmp_path / "a.duckdb"), "--port", "8765", "--host", "0.0.0.0"])
    assert "Others who can reach this machine can reach the page" in others.output
    assert said[1].token is not None
    assert said[1].token in others.output


def test_a_missing_archive_is_said_in_one_line(tmp_path: Path) -> None:
    result = run("serve", str(tmp_path / "none.duckdb"), "--port", "8765")
    assert result.code == 2
    assert "there is no archive" in result.err
    assert "Traceback" not in result.err

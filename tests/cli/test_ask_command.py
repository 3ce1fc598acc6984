"""`detente ask`: answers as text and as JSON."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

import detente
from detente.cli import app
from detente.model import Article
from detente.reading.digest import ruleset
from detente.reading.read import Reader

TEXT = "Iran arms the Houthis. Egypt fears that Ethiopia will take its water."


@pytest.fixture
def archive(reader: Reader, tmp_path: Path) -> str:
    path = tmp_path / "asked.duckdb"
    with detente.open(path) as record, record.archive.writer(ruleset(record.knowledge, None)) as writer:
        writer.add(reader.read(Article(text=TEXT, outlet="Gulf Post", published=date(2016, 3, 2))))
    return str(path)


def test_answers_are_printed_with_their_sources(archive: str) -> None:
    result = CliRunner().invoke(app, ["ask", "Who arms the Houthis?", "And Djibouti?", "--archive", archive])
    assert result.exit_code == 0, result.output
    assert "Gulf Post, 2016-03-02: “Iran arms the Houthis.”" in result.output
    assert "The record does not say." in result.output


def test_json_has_one_object_a_question(archive: str) -> None:
    result = CliRunner().invoke(app, ["ask", "What does Egypt fear?", "Who arms Djibouti?", "--json", "-a", archive])
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert (first["says"], second["says"]) == (True, False)
    assert first["statements"][0]["citations"][0]["outlet"] == "Gulf Post"


def test_questions_go_on_from_standard_input(archive: str) -> None:
    result = CliRunner().invoke(app, ["ask", "--follow", "-a", archive], input="Who arms the Houthis?\n\nAnd Egypt?\n")
    assert result.exit_code == 0, result.output
    assert result.output.count("?") >= 2
    assert "Iran" in result.output


def test_nothing_asked_is_a_mistake(archive: str) -> None:
    result = CliRunner().invoke(app, ["ask", "-a", archive])
    assert result.exit_code == 2

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from command_line import run

pytestmark = pytest.mark.model

LINES = """{"id": "a", "marked": "<s>Sudanese forces</s> attacked <t>Chad</t> on Wednesday."}

<s>Japan</s> gave <t>Kenya</t> a loan of $100 million on Monday.
"""


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    path = tmp_path / "marked.jsonl"
    path.write_text(LINES, "utf-8")
    return path


def rows(*arguments: str | Path) -> list[dict[str, Any]]:
    outcome = run("relation", *arguments)
    assert outcome.code == 0, outcome.err
    return [json.loads(line) for line in outcome.out.splitlines()]


def test_both_coders_answer_with_the_rule(marked: Path) -> None:
    attack, loan = rows(marked)
    assert (attack["id"], attack["root"], attack["rules"], attack["trigger"]) == ("a", "ASSAULT", "ASSAULT", "attacked")
    assert attack["rule"].startswith("event.ASSAULT.")
    assert attack["model"]["root"] == "ASSAULT"
    assert attack["agreed"] is True
    assert 0.5 < attack["probability"] <= 1
    assert (loan["id"], loan["root"], loan["quad"]) == (3, "AID", 2)
    assert loan["marked"].startswith("<s>Japan</s>")


def test_the_rules_alone(marked: Path) -> None:
    attack, _ = rows(marked, "--coder", "rules")
    assert (attack["root"], attack["model"], attack["probability"]) == ("ASSAULT", None, None)


def test_the_model_alone(marked: Path) -> None:
    attack, _ = rows(marked, "--coder", "model")
    assert (attack["root"], attack["rules"], attack["rule"]) == ("ASSAULT", None, None)


def test_other_formats(marked: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert run("relation", marked, "--coder", "rules", "--format", "csv", "--output", out).code == 0
    with out.open(encoding="utf-8", newline="") as lines:
        assert [row["root"] for row in csv.DictReader(lines)] == ["ASSAULT", "AID"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Nobody is marked here.", "no party is marked"),
        ('{"text": "x"}', "has no `marked`"),
        ('{"marked": ', "line 2: "),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(LINES.splitlines()[0] + "\n" + line + "\n", "utf-8")
    outcome = run("relation", path)
    assert outcome.code == 2
    assert "bad.jsonl, line 2" in outcome.err
    assert reason in outcome.err


def test_an_unknown_coder_is_refused(marked: Path) -> None:
    outcome = run("relation", marked, "--coder", "oracle")
    assert outcome.code == 2
    assert "'oracle' is none of both, rules, model" in outcome.err


def test_a_folder_without_a_model_is_named(marked: Path, tmp_path: Path) -> None:
    outcome = run("relation", marked, "--model", tmp_path / "nothing")
    assert outcome.code == 2
    assert "no second coder here" in outcome.err

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import run

pytestmark = pytest.mark.model

ATTACK = {"id": "p1", "marked": "<s>Sudanese forces</s> attacked <t>Chad</t> on Wednesday.", "root": "ASSAULT"}
PULLED = {"id": "p2", "marked": "<s>France</s> withdrew its troops from <t>Niger</t>.", "root": "AID"}
SENTENCE = {
    "id": "s1", "text": "Sudanese forces attacked Chad on Wednesday.",
    "events": [{"source": "SDNMIL", "target": "TCD", "cameo": "190"}],
}  # fmt: skip


def write(folder: Path, *records: object) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


def lines(*arguments: str | Path) -> list[dict[str, Any]]:
    outcome = run("evaluate", *arguments, "--coder", "rules", "--format", "jsonl")
    assert outcome.code == 0, outcome.err
    return [json.loads(line) for line in outcome.out.splitlines()]


@pytest.mark.slow
def test_pairs_and_sentences_are_told_apart(tmp_path: Path) -> None:
    found = lines(write(tmp_path, ATTACK, PULLED, SENTENCE))
    measures = {(r["what"], r["level"], r["name"]): r["value"] for r in found if r["row"] == "measure"}
    assert measures["marked pairs", "root", "accuracy"] == 0.5
    assert measures["marked pairs", "binary class", "accuracy"] == 1
    assert measures["sentences end to end", "root and both countries", "micro F1"] == 1
    assert {r["units"] for r in found if r["what"] == "marked pairs"} == {2}
    shares = {r["name"]: (r["count"], r["of"]) for r in found if r["row"] == "share"}
    assert shares["coded"] == (2, 2)
    cells = {(r["gold"], r["coded"]): r["count"] for r in found if r["row"] == "confusion"}
    assert cells["AID", "RETREAT"] == 1


def test_tables_have_figures_intervals_and_confusion(tmp_path: Path) -> None:
    outcome = run("evaluate", write(tmp_path, ATTACK, PULLED), "--coder", "rules")
    assert outcome.code == 0, outcome.err
    for words in (
        "marked pairs: 2",
        "coded: 2 of 2 (100.0%)",
        "95% interval",
        "macro",
        "which root was coded for which",
    ):
        assert words in outcome.out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("option", "root", "coded"),
    [((), "RETREAT", "RETREAT"), ((), "YIELD", "YIELD"), (("--yield",), "RETREAT", "YIELD")],
)
def test_concede_and_retreat_are_one_if_the_gold_says_so(
    tmp_path: Path, option: tuple[str, ...], root: str, coded: str
) -> None:
    found = lines(write(tmp_path, {**PULLED, "root": root}), *option)
    assert [(r["gold"], r["coded"]) for r in found if r["row"] == "confusion"] == [(coded, coded)]


def test_yield_cannot_be_told_apart(tmp_path: Path) -> None:
    outcome = run("evaluate", write(tmp_path, {**PULLED, "root": "YIELD"}), "--coder", "rules", "--no-yield")
    assert outcome.code == 2
    assert "cannot be told apart" in outcome.err


@pytest.mark.slow
def test_errors_are_printed_or_written(tmp_path: Path) -> None:
    gold = write(tmp_path, ATTACK, PULLED, {**PULLED, "id": "p3"})
    printed = run("evaluate", gold, "--coder", "rules", "--errors", "1").out.splitlines()
    assert json.loads(printed[-1])["id"] == "p2"
    file = tmp_path / "errors.jsonl"
    outcome = run("evaluate", gold, "--coder", "rules", "--errors", file)
    assert f"2 errors written to {file}" in outcome.err
    errors = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [(e["id"], e["gold"], e["coded"]) for e in errors] == [("p2", "AID", "RETREAT"), ("p3", "AID", "RETREAT")]


def test_bad_lines_are_named_and_the_rest_is_judged(tmp_path: Path) -> None:
    outcome = run("evaluate", write(tmp_path, {"marked": "x", "root": "AID"}, ATTACK), "--coder", "rules")
    assert outcome.code == 1
    assert "gold.jsonl, line 1: no party is marked" in outcome.err
    assert "marked pairs: 1" in outcome.out


def test_many_bad_lines_are_counted(tmp_path: Path) -> None:
    outcome = run("evaluate", write(tmp_path, *[[n] for n in range(23)]), "--coder", "rules")
    assert outcome.code == 1
    assert "... and 3 more lines" in outcome.err


def test_the_model_alone_reads_no_sentences(tmp_path: Path) -> None:
    outcome = run("evaluate", write(tmp_path, SENTENCE), "--coder", "model")
    assert outcome.code == 2
    assert "the model alone codes marked pairs only" in outcome.err


def test_an_unknown_coder_is_refused(tmp_path: Path) -> None:
    outcome = run("evaluate", write(tmp_path, ATTACK), "--coder", "oracle")
    assert outcome.code == 2
    assert "none of both, rules, model" in outcome.err


@pytest.mark.slow
def test_both_coders_say_how_often_they_agree(tmp_path: Path) -> None:
    outcome = run("evaluate", write(tmp_path, ATTACK))
    assert outcome.code == 0, outcome.err
    assert "both coders agree: 1 of 1" in outcome.out

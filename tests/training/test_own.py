from __future__ import annotations

import re
import runpy
from collections import Counter
from pathlib import Path

import pytest

from detente.training.labelled import LABELS, LabelError
from detente.training.own import OWN, NotInstalled, check_installed, own_sentences

CHECK = runpy.run_path(str(OWN / "check.py"))


def test_marks_labels_and_repeats_of_our_sentences() -> None:
    seen: dict[str, str] = {}
    counts: Counter[str] = Counter()
    wrong = [m for path in sorted(OWN.rglob("*.tsv")) for m in CHECK["mistakes"](path, seen, counts)]
    assert wrong == []
    assert set(counts) == set(LABELS)
    assert min(counts.values()) >= 300


def test_our_sentences_can_be_learned_from() -> None:
    rows = own_sentences()
    assert len(rows) > 5000
    assert {row.label for row in rows} == set(LABELS)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("AID\tactive\t<s>Peru</s> sent some wheat to <t>Haiti</t>.", None),
        ("HELP\tactive\t<s>Peru</s> sent some wheat to <t>Haiti</t>.", "no label"),
        ("AID\t<s>Peru</s> sent some wheat to <t>Haiti</t>.", "parted by tabs"),
        ("AID\tactive\t<s>Peru</s> sent some wheat to Haiti.", "needs one"),
        ("AID\tactive\t<s>Peru</s> and <s>Chile</s> sent some wheat to <t>Haiti</t>.", "needs one"),
        ("AID\tactive\t<s>Peru</s> aided <t>Haiti</t>.", "words"),
    ],
)
def test_the_check_finds_what_is_wrong(tmp_path: Path, line: str, reason: str | None) -> None:
    path = tmp_path / "x.tsv"
    path.write_text(line + "\n", "utf-8")
    found = CHECK["mistakes"](path, {}, Counter())
    assert bool(found) is (reason is not None)
    assert reason is None or re.search(reason, found[0])


def test_the_check_finds_what_stands_twice(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    path.write_text("AID\tactive\t<s>Peru</s> sent some wheat to <t>Haiti</t>.\n" * 2, "utf-8")
    assert CHECK["mistakes"](path, {}, Counter()) == ["x.tsv:2: says the same as x.tsv:1"]


def test_without_the_repository_it_is_said_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match="--no-own"):
        own_sentences(tmp_path / "training")


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "detente.training.own.importlib.util.find_spec", lambda name: None if name == "torch" else object()
    )
    with pytest.raises(NotInstalled, match=r"training needs torch: pip install 'detente\[train\]'"):
        check_installed()


def test_where_all_is_installed_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.training.own.importlib.util.find_spec", lambda name: object())
    check_installed()

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from detente.reading.digest import SHIPPED
from detente.reading.marked import Marked
from detente.reading.marked_pair import unmark_pair
from detente.reading.second_coder import MarkedTokens, ModelError, SecondCoder

WORDS = (
    "[PAD] [UNK] [CLS] [SEP] [unused1] [unused2] [unused3] [unused4] iran attacked iraq the army of on monday .".split()
)
LABELS = ["ASSAULT", "CONSULT", "NONE"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model folder whose word pieces are a few words; there is nothing in its model."""
    tokenizers: Any = importlib.import_module("tokenizers")
    model = tokenizers.models.WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]")
    words = tokenizers.Tokenizer(model)
    words.normalizer = tokenizers.normalizers.Lowercase()
    words.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    words.save(str(tmp_path / "tokenizer.json"))
    (tmp_path / "model.onnx").write_bytes(b"")
    (tmp_path / "about.json").write_text(json.dumps({"labels": LABELS, "longest": 40}), "utf-8")
    return tmp_path


def pieces(folder: Path, sentence: str, longest: int = 40) -> list[str]:
    (ids,) = MarkedTokens(folder / "tokenizer.json", longest).encode([unmark_pair(sentence)])
    return [WORDS[i] for i in ids]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "<s>Iran</s> attacked <t>Iraq</t> .",
            "[CLS] [unused1] iran [unused2] attacked [unused3] iraq [unused4] . [SEP]",
        ),
        (
            "<t>the army of Iraq</t> attacked <s>Iran</s>",
            "[CLS] [unused3] the army of iraq [unused4] attacked [unused1] iran [unused2] [SEP]",
        ),
        ("<s>Iran</s> attacked .", "[CLS] [unused1] iran [unused2] attacked . [SEP]"),
    ],
)
def test_marks_stand_around_the_parties(folder: Path, sentence: str, expected: str) -> None:
    assert pieces(folder, sentence) == expected.split()


def test_a_long_sentence_is_cut_to_the_stretch_with_the_marks(folder: Path) -> None:
    found = pieces(folder, "on monday " * 20 + "<s>Iran</s> attacked <t>Iraq</t> " + "on monday " * 20, longest=24)
    assert len(found) == 24
    assert (found[0], found[-1]) == ("[CLS]", "[SEP]")
    assert {"[unused1]", "[unused2]", "[unused3]", "[unused4]"} <= set(found)


@pytest.mark.parametrize("missing", ["about.json", "model.onnx", "tokenizer.json"])
def test_a_folder_without_a_model_is_refused_by_name(folder: Path, missing: str) -> None:
    (folder / missing).unlink()
    with pytest.raises(ModelError, match=missing):
        SecondCoder(folder)


class _Session:
    """Scores by the length of a sentence: the first label for short ones, the second for long ones."""

    def __init__(self, *_arguments: object, **_named: object) -> None:
        self.runs: list[dict[str, Any]] = []

    def run(self, _outputs: object, given: dict[str, Any]) -> list[Any]:
        self.runs.append(given)
        numpy: Any = importlib.import_module("numpy")
        lengths = (given["pieces"] != 0).sum(axis=1)
        return [numpy.array([[0.0, float(length - 12), -4.0] for length in lengths])]


@pytest.fixture
def coder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> SecondCoder:
    """A second coder with a model that is none."""
    real = importlib.import_module
    runtime = SimpleNamespace(SessionOptions=SimpleNamespace, InferenceSession=_Session)
    monkeypatch.setattr(
        "detente.reading.second_coder.importlib.import_module",
        lambda name: runtime if name == "onnxruntime" else real(name),
    )
    return SecondCoder(folder)


SHORT = unmark_pair("<s>Iran</s> attacked <t>Iraq</t>")
LONG = unmark_pair("<s>the army of Iran</s> attacked <t>the army of Iraq</t> on monday .")


def test_answers_come_in_the_order_of_the_pairs(coder: SecondCoder) -> None:
    assert [answer.root for answer in coder.answers([LONG, SHORT, LONG])] == ["CONSULT", "ASSAULT", "CONSULT"]


def test_likelihoods_of_an_answer_sum_to_one(coder: SecondCoder) -> None:
    (answer,) = coder.answers([SHORT])
    assert sum(answer.likelihoods.values()) == pytest.approx(1)
    assert answer.probability == max(answer.likelihoods.values()) == answer.likelihoods[answer.root]
    assert list(answer.likelihoods) == LABELS


def test_the_model_is_told_where_the_marks_are(coder: SecondCoder) -> None:
    coder.answers([SHORT, Marked("attacked", (("t", 0, 8),))])
    session: Any = coder._session
    (given,) = session.runs
    assert given["source"].tolist() == [0, 1]  # 0 where there is no source; the shorter sentence comes first
    assert given["target"].tolist() == [1, 5]


def test_nothing_is_answered_with_nothing(coder: SecondCoder) -> None:
    assert coder.answers([]) == []


@pytest.mark.parametrize(
    ("sentence", "root"),
    [
        ("<s>Sudanese troops</s> shelled <t>a village in Chad</t> overnight, killing nine people.", "ASSAULT"),
        ("<s>Norway's foreign minister</s> flew to Hanoi for talks with <t>his Vietnamese counterpart</t>.", "CONSULT"),
        ("<s>Peru</s> demanded that <t>Bolivia</t> release the fishermen.", "REQUEST"),
    ],
)
def test_the_shipped_model_reads_plain_sentences(sentence: str, root: str) -> None:
    (answer,) = SecondCoder(SHIPPED).answers([unmark_pair(sentence)])
    assert (answer.root, answer.probability > 0.5) == (root, True)


def test_the_shipped_model_is_small() -> None:
    assert sum(file.stat().st_size for file in SHIPPED.iterdir()) <= 30e6

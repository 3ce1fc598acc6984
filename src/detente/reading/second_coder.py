"""The second coder: a small learned model that reads a sentence with two marked parties and gives the root.

The model is made by `make model` from sentences in `training/` (see docs/second-coder.md), shipped as an int8
ONNX file and run by onnxruntime on the CPU.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from detente.reading.digest import SHIPPED
from detente.reading.marked import Marked
from detente.reading.marked_pair import SOURCE, TARGET

#: what the model answers where nothing passes from the one party to the other
NOTHING = "NONE"
_BATCH = 32


class ModelError(ValueError):
    """A folder that holds no usable model; the message says what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelAnswer:
    """The likeliest root of a marked pair, how likely it is (0 to 1), and the likelihood of every root."""

    root: str
    probability: float
    likelihoods: dict[str, float]


class MarkedTokens:
    """Word pieces of marked sentences with the four marks among them, as the model takes them."""

    def __init__(self, tokenizer_file: Path, longest: int) -> None:
        tokenizers: Any = importlib.import_module("tokenizers")
        self._tokenizer = tokenizers.Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        vocabulary = self._tokenizer.get_vocab()
        self._first, self._last = vocabulary["[CLS]"], vocabulary["[SEP]"]
        self.opens = {SOURCE: vocabulary["[unused1]"], TARGET: vocabulary["[unused3]"]}
        self.closes = {SOURCE: vocabulary["[unused2]"], TARGET: vocabulary["[unused4]"]}
        self._longest = longest

    def encode(self, pairs: Sequence[Marked]) -> list[list[int]]:
        """The word pieces of each sentence with its first source and first target marked, cut to the longest length."""
        texts = list(dict.fromkeys(pair.text for pair in pairs))
        encoded = dict(zip(texts, self._tokenizer.encode_batch(texts, add_special_tokens=False), strict=True))
        return [self._with_marks(encoded[pair.text], pair) for pair in pairs]

    def _with_marks(self, encoding: Any, pair: Marked) -> list[int]:
        spans = [(mark, *pair.of(mark)[0]) for mark in (SOURCE, TARGET) if pair.of(mark)]
        ids: list[int] = []
        for piece, (start, _) in zip(encoding.ids, encoding.offsets, strict=True):
            ids += [self.opens[m] for m, s, e in spans if s <= start < e and self.opens[m] not in ids]
            ids += [self.closes[m] for m, _, e in spans if start >= e and self._is_open(ids, m)]
            ids.append(piece)
        ids += [self.closes[m] for m, _, _ in spans if self._is_open(ids, m)]
        return [self._first, *self._cut(ids), self._last]

    def _is_open(self, ids: list[int], mark: str) -> bool:
        return self.opens[mark] in ids and self.closes[mark] not in ids

    def _cut(self, ids: list[int]) -> list[int]:
        """The stretch of a long sentence that holds the marks."""
        room = self._longest - 2
        if len(ids) <= room:
            return ids
        marks = [i for i, piece in enumerate(ids) if piece in (*self.opens.values(), *self.closes.values())]
        first = max(0, min(min(marks, default=0) - 10, len(ids) - room))
        if marks and marks[-1] >= first + room:
            first = marks[-1] + 1 - room
        return ids[first : first + room]


class SecondCoder:
    """The learned coder.  Making one loads the model (a tenth of a second, 60 MB); ModelError where there is none."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        self.folder = folder
        about, model = folder / "about.json", folder / "model.onnx"
        for path in (about, model, folder / "tokenizer.json"):
            if not path.is_file():
                raise ModelError(f"{folder}: no second coder here, {path.name} is missing")
        described = json.loads(about.read_text("utf-8"))
        self.labels: tuple[str, ...] = tuple(described["labels"])
        self._tokens = MarkedTokens(folder / "tokenizer.json", int(described["longest"]))
        runtime: Any = importlib.import_module("onnxruntime")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = 1  # articles are read by as many processes as there are cores
        options.log_severity_level = 3
        self._session = runtime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._numpy: Any = importlib.import_module("numpy")

    def answers(self, pairs: Sequence[Marked]) -> list[ModelAnswer]:
        """The answer for each pair, in order; sentences of like length are run together."""
        ids = self._tokens.encode(pairs)
        order = iter(sorted(range(len(ids)), key=lambda i: len(ids[i])))
        found: dict[int, ModelAnswer] = {}
        while places := list(islice(order, _BATCH)):
            for i, answer in zip(places, self._run([ids[i] for i in places]), strict=True):
                found[i] = answer
        return [found[i] for i in range(len(pairs))]

    def _run(self, rows: list[list[int]]) -> Iterator[ModelAnswer]:
        np = self._numpy
        pieces = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
        for i, row in enumerate(rows):
            pieces[i, : len(row)] = row
        at = {m: np.array([_place(row, piece) for row in rows]) for m, piece in self._tokens.opens.items()}
        (scores,) = self._session.run(None, {"pieces": pieces, "source": at[SOURCE], "target": at[TARGET]})
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        for row in likely:
            best = int(row.argmax())
            yield ModelAnswer(
                root=self.labels[best], probability=float(row[best]),
                likelihoods={label: float(p) for label, p in zip(self.labels, row, strict=True)},
            )  # fmt: skip


def _place(row: list[int], piece: int) -> int:
    return row.index(piece) if piece in row else 0

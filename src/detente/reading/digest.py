"""The name of the rules that a reading was made by: knowledge and the code that applies it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from detente.knowledge import Knowledge
from detente.model import Ruleset
from detente.version import VERSION

#: where the second coder that comes with the package lies
SHIPPED = Path(__file__).parent / "second_coder_model"


def ruleset(knowledge: Knowledge, model: Path | None = None) -> Ruleset:
    """The rules in force; their digest changes with any knowledge file, the code that reads, and the second coder.

    `model` is the folder of the second coder, None where the rules read alone.
    """
    total = hashlib.blake2b(knowledge.digest.encode(), digest_size=8)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        total.update(path.read_bytes())
    if model is not None and (file := model / "model.onnx").is_file():
        total.update(file.read_bytes())
    return Ruleset(digest=total.hexdigest(), version=VERSION)

"""The name of the rules that a reading was made by: knowledge and the code that applies it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from detente.knowledge import Knowledge
from detente.model import Ruleset
from detente.version import VERSION


def ruleset(knowledge: Knowledge) -> Ruleset:
    """The rules in force; their digest changes with any knowledge file and with the code that reads."""
    total = hashlib.blake2b(knowledge.digest.encode(), digest_size=8)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        total.update(path.read_bytes())
    return Ruleset(digest=total.hexdigest(), version=VERSION)

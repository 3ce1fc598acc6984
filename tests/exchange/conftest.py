"""What the tests of exchange share: the samples of the archive's tests."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "archive"))

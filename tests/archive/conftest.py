"""What the tests of the archive share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

# Samples are shared with the script that is killed and with the tests of exchange.
sys.path.insert(0, str(Path(__file__).parent))

from detente.archive import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An empty archive in a folder of its own."""
    return Archive.open(tmp_path / "a.duckdb")

"""An archive of the four dispatches, read once for all tests of the commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import run, write_dispatches


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that holds the claims of the four dispatches; tests only ask it."""
    folder = tmp_path_factory.mktemp("commands")
    path = folder / "record.duckdb"
    outcome = run("read", write_dispatches(folder / "news"), "--archive", path)
    assert outcome.code == 0, outcome.err
    return path

"""Starting is quick: nothing that only reading needs is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from command_line import archive_of_dispatches as _archive  # noqa: F401 - the fixture `archive`

_RUN = """
import sys
from detente.cli import main
sys.argv = ["detente", *sys.argv[1:]]
try:
    main()
except SystemExit as stopped:
    assert not stopped.code, stopped.code
print("LOADED", *sorted({name.partition(".")[0] for name in sys.modules}))
"""


def loaded_by(*arguments: str | Path) -> set[str]:
    """The top-level modules that a command leaves loaded."""
    command = [sys.executable, "-c", _RUN, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return set(done.stdout.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("read", "--help"), ("archive", "--help")])
def test_help_and_version_load_no_parser(arguments: tuple[str, ...]) -> None:
    assert not loaded_by(*arguments) & {"spacy", "thinc", "pandas"}


@pytest.mark.model
@pytest.mark.parametrize(
    "command", [("claims",), ("claims", "--between", "TUR", "GRC"), ("archive", "info"), ("unread",)]
)
def test_questions_load_no_parser(archive: Path, command: tuple[str, ...]) -> None:
    assert not loaded_by(*command, "-a", archive) & {"spacy", "thinc"}

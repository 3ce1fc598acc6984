"""Running a command in this process, and the small dispatches that the commands are tried on."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

from detente.cli import main

DISPATCHES = {
    "visit.txt": """Minister visits Athens
The Harbour Courier
March 5, 2024

ATHENS - The Turkish foreign minister visited Greece on Monday for talks about trade.
""",
    "raid.txt": """Raid on border town
Levant Daily Review
March 7, 2024

CAIRO - Sudanese forces attacked Chad on Wednesday.

Libya is not an ally of Sudan, a spokesman for the Libyan government said.
""",
    "loan.txt": """Loan for Kenya
The Plateau Herald
April 9, 2024

NAIROBI - Japan gave Kenya a loan of $100 million on Monday.

Norway outskied Sweden at the weekend.
""",
    "history.txt": """Old friends
Northgate Weekly
May 2, 2024

HAVANA - The United States imposed sanctions on Cuba in 1962.
""",
}
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(40)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did: its exit code and what it wrote."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path) -> Outcome:
    """What `detente` does with these arguments."""
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    words = ["detente", *map(str, arguments)]
    with mock.patch("sys.argv", words), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as stopped:
            code = stopped.code or 0
    assert isinstance(code, int)
    return Outcome(code, out.getvalue(), err.getvalue())


def write_dispatches(folder: Path) -> Path:
    """The folder with the four dispatches in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in DISPATCHES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session", name="archive")
def archive_of_dispatches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that holds the claims of the four dispatches; tests only ask it."""
    folder = tmp_path_factory.mktemp("commands")
    path = folder / "record.duckdb"
    outcome = run("read", write_dispatches(folder / "news"), "--archive", path)
    assert outcome.code == 0, outcome.err
    return path

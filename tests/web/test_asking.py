from __future__ import annotations

from pathlib import Path

import pytest

from detente.web.asking import asked
from detente.web.snapshot import Snapshots
from detente.web.view import View


@pytest.mark.parametrize(
    ("question", "actors"),
    [
        ("How do Iran and Saudi Arabia stand?", ("IRN", "SAU")),
        ("how do iran and saudi arabia stand", ("IRN", "SAU")),
        ("What does Tehran's government want from the United States?", ("IRN", "USA")),
        ("Is Hezbollah tied to Iran?", ("hezbollah", "IRN")),
        ("What may come next?", ()),
    ],
)
def test_whom_a_question_names(small_archive: Path, question: str, actors: tuple[str, ...]) -> None:
    snapshots = Snapshots(small_archive)
    found = asked(View(snapshots.current()), question)
    assert found.actors == actors
    assert found.pair == (actors[:2] if len(actors) > 1 else None)
    snapshots.close()

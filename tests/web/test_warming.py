from __future__ import annotations

import threading
from pathlib import Path

from detente.web.snapshot import Snapshots
from detente.web.warming import Warming


def test_a_page_that_closes_at_once_does_not_pull_the_copy_from_under_its_warming(feud_archive: Path) -> None:
    snapshots = Snapshots(feud_archive)
    Warming(snapshots).stop()
    snapshots.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "detente-warming"]

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from detente.web.networks import Web
from detente.web.pages import network
from detente.web.snapshot import Snapshots
from detente.web.view import View
from detente.web.warming import Warming, _steps


def test_a_page_that_closes_at_once_does_not_pull_the_copy_from_under_its_warming(feud_archive: Path) -> None:
    snapshots = Snapshots(feud_archive)
    Warming(snapshots).stop()
    snapshots.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "detente-warming"]


def test_the_network_is_drawn_before_anybody_asks(feud_archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshots = Snapshots(feud_archive)
    view = View(snapshots.current())
    for step in _steps(view):
        step()
    monkeypatch.delattr(network, "network_chart")
    assert network.drawn(Web(view, None, "", "", "")).rows
    snapshots.close()

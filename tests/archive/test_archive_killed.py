"""A run killed at any moment and started again ends with what a single run makes."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from claim_samples import make_article
from test_archive_writing import contents

from detente.archive import Archive

SCRIPT = Path(__file__).with_name("killed_writer.py")
ARTICLES = 300
KILLS = 10


def start(path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, str(SCRIPT), str(path), str(ARTICLES)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def run_to_the_end(path: Path) -> float:
    began = time.monotonic()
    with start(path) as run:
        assert run.stdout is not None
        run.stdout.readline()
        began = time.monotonic()
    assert run.returncode == 0
    return time.monotonic() - began


def run_and_kill(path: Path, seconds: float) -> None:
    with start(path) as run:
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(seconds)
        run.kill()


@pytest.mark.slow
def test_ten_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    single, killed = tmp_path / "single.duckdb", tmp_path / "killed.duckdb"
    duration = run_to_the_end(single)
    chance = random.Random(7)
    for _ in range(KILLS):
        run_and_kill(killed, chance.uniform(0.0, duration * 0.4))
    run_to_the_end(killed)
    assert contents(killed) == contents(single)
    assert list(Archive.open(killed).claims()) == list(Archive.open(single).claims())
    assert Archive.open(killed).info().waiting_parts == 0
    assert len(Archive.open(killed).readings(make_article(0).id)) == 1

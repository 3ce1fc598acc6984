from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import detente

TEXTS = 150
PLACES = 10


def dispatches(folder: Path) -> Path:
    """A dump of many short texts, each of its own."""
    dump = folder / "dump.jsonl"
    lines = (
        f'{{"id": "{n}", "published": "2011-03-0{1 + n % 9}", "text": "Nobody said a word. Minister number {n} said '
        f'France condemned Libya on Monday. Egypt held talks with Sudan in Cairo. Item {n} ends here."}}'
        for n in range(TEXTS)
    )
    dump.write_text("\n".join(lines) + "\n", "utf-8")
    return dump


def reading(dump: Path, archive: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "detente", "read", str(dump), "--archive", str(archive), "--jobs", "1"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def held(archive: Path) -> list[tuple[str, str]]:
    with detente.open(archive, create=False) as record:
        assert record.archive.info().articles == TEXTS
        return sorted((claim.article, claim.id) for claim in record.claims())


@pytest.mark.slow
@pytest.mark.model
def test_a_run_killed_anywhere_and_run_again_equals_a_single_run(tmp_path: Path) -> None:
    dump = dispatches(tmp_path)
    whole = tmp_path / "whole.duckdb"
    started = time.monotonic()
    assert reading(dump, whole).wait() == 0
    duration = time.monotonic() - started
    expected = held(whole)
    assert len(expected) >= TEXTS
    chance = random.Random(7)
    for place in range(PLACES):
        archive = tmp_path / f"killed-{place}.duckdb"
        process = reading(dump, archive)
        time.sleep(chance.uniform(0.1, 1.0) * duration)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert reading(dump, archive).wait() == 0
        assert held(archive) == expected

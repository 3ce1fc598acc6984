"""How fast the page is on a large archive: `python bench/page.py [--archive FILE] [--claims 1000000]`.

An archive of ten claims an article is made, or one is given.  The page is served by a process of its own.  Each view
is asked for at addresses that were not asked for before, one after the other: server time as the reader sees it on the
same machine, in milliseconds, and the processor time that the page spent on it, which other work on the machine does
not stretch.  Then fifty readers go through the views at once while a read is running.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import httpx
from large import fill

_EACH, _READERS, _SECONDS = 40, 50, 45
_ROOT = Path(__file__).parents[1]
_BUSY = "USA RUS CHN IRN ISR UKR TUR SAU GBR FRA DEU IND PAK SYR IRQ PRK KOR JPN EGY ETH KEN NOR BRA MEX POL".split()
_ISSUES = ("arms", "energy", "trade_and_investment", "territory")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--each", type=int, default=_EACH, help="addresses of each view")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = asked.archive or Path(folder) / "large.duckdb"
        if asked.archive is None:
            started = time.perf_counter()
            fill(archive, asked.claims)
            print(f"archive made in {time.perf_counter() - started:.0f} s, {archive.stat().st_size / 1e6:.0f} MB")
        dice = random.Random(5)
        addresses = {name: list(some) for name, some in views(archive, dice, asked.each).items()}
        with served(archive) as (url, process):
            alone(url, addresses, process)
            together(url, archive, [to for some in addresses.values() for to in some])


def views(archive: Path, dice: random.Random, each: int) -> dict[str, list[str]]:
    """Addresses of every view, all different."""
    with duckdb.connect(str(archive), read_only=True) as connection:
        articles = _ids(connection, "articles", each)
        happenings = _ids(connection, "happenings", each)
    pairs = [dice.sample(_BUSY, 2) for _ in range(each)]
    days = [f"{dice.randint(1998, 2021)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}" for _ in range(each)]
    return {
        "start": ["/"] * each,
        "pair": [f"/pair/{one}/{other}" for one, other in pairs],
        "pair chart": [f"/pair/{one}/{other}/charts/course.json" for one, other in pairs],
        "happening": [f"/happening/{id_}" for id_ in happenings],
        "article": [f"/article/{id_}" for id_ in articles],
        "actor": [f"/actor/{code}" for code in _BUSY],
        "network": [f"/network?on={day}" for day in days],
        "network chart": [f"/network/charts/network.json?on={day}" for day in days],
        "network, issue": [f"/network?on={day}&issue={dice.choice(_ISSUES)}" for day in days],
        "chronology": [f"/chronology?page={n}" for n in range(1, each + 1)],
        "chronology, actor": [f"/chronology?actor={code}" for code in _BUSY],
        "chronology, pair": [f"/chronology?actor={one}&actor={other}&kind=event" for one, other in pairs],
        "chronology, facets": [f"/chronology?issue={dice.choice(_ISSUES)}&status=planned&since={day}" for day in days],
        "map": [f"/map?since={day}" for day in days],
        "map, actor": [f"/map?actor={code}" for code in _BUSY],
        "map chart": [f"/map/charts/map.json?since={day}" for day in days],
        "ask": [f"/ask?q=How+do+{one}+and+{other}+stand%3F" for one, other in pairs],
        "sources": ["/sources"] * each,
        "about": ["/about"] * each,
        "record as JSON": ["/api/record"] * each,
    }  # fmt: skip


def _ids(connection: duckdb.DuckDBPyConnection, table: str, number: int) -> list[str]:
    found = connection.execute(f"SELECT id FROM {table} USING SAMPLE {number} ROWS (reservoir, 3)").fetchall()
    return [id_ for (id_,) in found]


@contextmanager
def served(archive: Path) -> Iterator[tuple[str, int]]:
    """The address of the page and the number of the process that serves it."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port = tried.getsockname()[1]
    started = time.perf_counter()
    command = [sys.executable, "-m", "detente", "serve", str(archive), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        while True:
            if process.poll() is not None:
                raise SystemExit("the page did not start")
            try:
                httpx.get(url + "/api/record", timeout=60)
                break
            except httpx.TransportError:
                time.sleep(0.3)
        print(f"ready after {time.perf_counter() - started:.0f} s, {_memory(process.pid):,.0f} MB of memory")
        yield url, process.pid
        print(f"memory at the end {_memory(process.pid):,.0f} MB")
    finally:
        process.terminate()
        process.wait(30)


def _memory(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def _spent(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def alone(url: str, addresses: dict[str, list[str]], process: int) -> None:
    """Print how long each view takes when nobody else asks."""
    print(
        f"{'view':<20} {'number':>6} {'median':>7} {'p95':>7} {'most':>7} {'processor p95':>14}"
        "   ms; other answers than 200"
    )
    with httpx.Client(base_url=url, timeout=60) as client:
        client.get("/pair/KEN/BRA/charts/course.json")  # libraries are loaded
        time.sleep(5)  # the page has warmed up
        for name, some in addresses.items():
            times, spent, answers = [], [], Counter[int]()
            for to in some:
                before, started = _spent(process), time.perf_counter()
                answer = client.get(to)
                times.append((time.perf_counter() - started) * 1e3)
                spent.append((_spent(process) - before) * 1e3)
                answers[answer.status_code] += 1
            others = {status: n for status, n in answers.items() if status != 200}
            print(
                f"{name:<20} {len(some):>6} {_share(times, 0.5):>7.0f} {_share(times, 0.95):>7.0f} {max(times):>7.0f} "
                f"{_share(spent, 0.95):>14.0f}   {others or ''}"
            )
            sys.stdout.flush()


def _share(values: list[float], share: float) -> float:
    """The value that such a share of all values does not exceed."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def together(url: str, archive: Path, addresses: list[str]) -> None:
    """Print what fifty readers get while a read is running."""
    reading = subprocess.Popen(
        [sys.executable, "-m", "detente", "read", str(_ROOT / "examples"), "--archive", str(archive), "--jobs", "1"],
        stdout=subprocess.DEVNULL, env={**os.environ, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    try:
        times, answers, alive = asyncio.run(_readers(url, addresses, reading))
    finally:
        reading.terminate()
        reading.wait(60)
    print(
        f"{_READERS} readers at once, a read running for {alive:.0%} of the time: {len(times):,} answers, "
        f"median {_share(times, 0.5):,.0f} ms, p95 {_share(times, 0.95):,.0f} ms, "
        f"by status {dict(answers)}"
    )


async def _readers(
    url: str, addresses: list[str], reading: subprocess.Popen[bytes]
) -> tuple[list[float], Counter[str], float]:
    times: list[float] = []
    answers: Counter[str] = Counter()
    alive: list[bool] = []
    end = time.perf_counter() + _SECONDS
    limits = httpx.Limits(max_connections=_READERS)

    async def reader(number: int, client: httpx.AsyncClient) -> None:
        dice = random.Random(number)
        while time.perf_counter() < end:
            started = time.perf_counter()
            try:
                answer = await client.get(dice.choice(addresses))
                answers[str(answer.status_code)] += 1
            except httpx.TransportError as error:
                answers[type(error).__name__] += 1
            times.append((time.perf_counter() - started) * 1e3)
            alive.append(reading.poll() is None)

    async with httpx.AsyncClient(base_url=url, timeout=120, limits=limits) as client:
        await asyncio.gather(*(reader(number, client) for number in range(_READERS)))
    return times, answers, sum(alive) / max(len(alive), 1)


if __name__ == "__main__":
    main()

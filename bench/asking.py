"""Answers from a large archive: `python bench/asking.py [--claims 100000]`.

An archive is made as in bench/pairs.py, with articles of usual length, marked as compared already.  Printed are the
wall and processor time of answers of several forms in a process that runs, and the wall time of the whole command,
started anew for each question.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
from pairs import ROUNDS, best, fill

import detente
from detente.linking.catching_up import methods_of

QUESTIONS = (
    "What happened between Saudi Arabia and Iran in 2001?",
    "What is the history of Saudi Arabia and Iran?",
    "Who backs Iran?",
    "What does Iran want from Saudi Arabia?",
    "Did Iran attack Saudi Arabia?",
    "How many people were killed in Iran?",
    "What happened lately?",
    "When and why did ties between Kenya and Norway turn?",
)
STARTS = 3
_TEXT = "On Monday the ministers of both countries met in the capital and spoke about trade and the border. "
_MARK = """
UPDATE articles SET text = repeat($text, 25);
INSERT INTO compared_texts BY NAME SELECT id AS article, $texts AS method FROM articles;
INSERT INTO compared_claims BY NAME SELECT id AS article, rules, $claims AS method FROM articles;
"""


def mark(path: Path) -> None:
    """Give the articles texts, and say that everything has been compared."""
    with detente.open(path) as record:
        texts, claims = methods_of(record.knowledge.merging)
        methods = {"text": _TEXT, "texts": texts, "claims": claims}
    with duckdb.connect(str(path)) as connection:
        for statement in filter(str.strip, _MARK.split(";\n")):
            named = {name: value for name, value in methods.items() if re.search(rf"\${name}\b", statement)}
            connection.execute(statement, named)


def started(path: Path, question: str) -> float:
    """The least wall time of the whole command, in seconds."""
    command = [sys.executable, "-m", "detente", "ask", question, "--archive", str(path)]
    times = []
    for _ in range(STARTS):
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description="Time of answers from a large archive.")
    parser.add_argument("--claims", type=int, default=100_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.duckdb"
        fill(path, chosen.claims)
        mark(path)
        print(f"archive of {chosen.claims:,} claims, {path.stat().st_size / 1e6:.0f} MB")
        record = detente.open(path)
        record.ask(QUESTIONS[0])  # libraries are loaded
        for question in QUESTIONS:
            begun = time.process_time()
            least, usual = best(lambda question=question: record.ask(question))  # type: ignore[misc]
            busy = (time.process_time() - begun) / ROUNDS
            print(f"{question:<52} least {least:.2f} s, usual {usual:.2f} s, processor {busy:.2f} s")
        for question in QUESTIONS[:4]:
            print(f"started anew: {question:<44} {started(path, question):.2f} s")


if __name__ == "__main__":
    main()

"""Speed, memory and start-up in one run: `python bench/reading.py FOLDER-OF-TEXTS [--articles N]`.

Prints sentences and articles a second on one core, and the ratio of the whole reading to the bare parse of
the same sentences by the same model without its entity recogniser: on parsed sentences, and over whole
articles.  Then peak memory over many articles, the time to load knowledge, and the start-up of commands
that read no text.  Times are CPU seconds of this process, so that a busy machine disturbs them less; ratios
are taken within the run.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import TypeVar

import spacy

from detente.knowledge import load
from detente.model import Article
from detente.reading.parse import MODEL
from detente.reading.read import Reader
from detente.reading.second_coder import SecondCoder
from detente.reading.split import sentences
from detente.reading.workers import batches
from detente.sources import read_sources

T = TypeVar("T")
ROUNDS = 3


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """CPU seconds of this process, and what the work gave."""
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def best(work: Callable[[], object]) -> float:
    return min(timed(work)[0] for _ in range(ROUNDS))


def peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def speed(reader: Reader, both: Reader, articles: list[Article]) -> None:
    everything = [(s.text, s.start) for a in articles for s in sentences(a.text)]
    worth = [w for a in articles for w in reader._worth_parsing(a, list(sentences(a.text)))]
    parsed = [(w.sentence.text, w.sentence.start) for w in worth]
    only_parsed = [Article(text=text) for text, _ in parsed]
    nlp = spacy.load(MODEL, exclude=["ner"])
    bare_all = best(lambda: sum(1 for _ in nlp.pipe((text for text, _ in everything), batch_size=128)))
    bare_parsed = best(lambda: sum(1 for _ in nlp.pipe((text for text, _ in parsed), batch_size=128)))
    whole = best(lambda: sum(len(r.claims) for batch in batches(articles) for r in reader.read_batch(batch)))
    with_model = best(lambda: sum(len(r.claims) for batch in batches(articles) for r in both.read_batch(batch)))
    on_parsed = best(lambda: sum(len(r.claims) for batch in batches(only_parsed) for r in reader.read_batch(batch)))
    print(
        f"articles                        {len(articles)} with {len(everything)} sentences, {len(parsed)} worth parsing"
    )
    print(f"bare parse                      {len(everything) / bare_all:8.0f} sentences/s")
    for name, seconds in (("rules alone", whole), ("both coders", with_model)):
        print(f"whole reading, {name}      {len(everything) / seconds:8.0f} sentences/s")
        print(f"                                {len(articles) / seconds:8.1f} articles/s")
    print(f"ratio on parsed sentences       {on_parsed / bare_parsed:8.2f} (at most 1.5)")
    print(f"ratio over whole articles       {whole / bare_all:8.2f} (below 1)")
    print(f"the same with both coders       {with_model / bare_all:8.2f} (at most 2)")


def memory(reader: Reader, articles: list[Article], number: int) -> None:
    endless: Iterator[Article] = (replace(a, ref=str(n)) for n, a in enumerate(cycle(articles)))
    marks = {number // 10, number // 2, number}
    done = 0
    short = (replace(a, text=a.text[:1500]) for a in islice(endless, number))
    for batch in batches(short):
        for _ in reader.read_batch(batch):
            done += 1
            if done in marks:
                print(f"peak memory after {done:6d} articles {peak_mb():7.0f} MB")


def start_up() -> None:
    for words in (["--help"], ["claims", "--help"], ["archive", "info", "--help"]):
        times = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            subprocess.run([sys.executable, "-m", "detente", *words], capture_output=True, check=True)
            times.append(time.perf_counter() - started)
        print(f"detente {' '.join(words):24s}{min(times):8.2f} s wall clock")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--articles", type=int, default=2000, help="how many to read for the memory figure")
    given = arguments.parse_args()
    subprocess.run([sys.executable, "-c", "from detente.knowledge import load; load()"], check=True)  # fills the cache
    before = peak_mb()
    loading, knowledge = timed(load)
    print(f"knowledge loaded from the cache {loading:8.2f} s CPU, {peak_mb() - before:.0f} MB more")
    reader = Reader(knowledge)
    offered = read_sources([str(given.folder / "guardian-sdf.csv"), str(given.folder / "us-relations")])
    articles = [a for a in offered if isinstance(a, Article)]
    if not articles:
        sys.exit(f"no texts at {given.folder}")
    speed(reader, Reader(knowledge, SecondCoder()), articles[:60] + articles[-27:])
    memory(reader, articles, given.articles)
    start_up()


if __name__ == "__main__":
    main()

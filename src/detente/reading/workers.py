"""Read many articles on all cores: workers take articles and return readings, in order, a few batches ahead."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import chain
from pathlib import Path

from detente.knowledge import load
from detente.model import Article, Reading
from detente.reading.read import Reader
from detente.reading.second_coder import SecondCoder

#: a batch is closed when it holds so many articles or characters, whichever comes first
BATCH_ARTICLES = 64
BATCH_CHARACTERS = 60_000
#: how many batches a worker may be ahead, which bounds memory
_AHEAD = 2
#: below this many articles starting more processes takes longer than reading
_WORTH_A_POOL = 2 * BATCH_ARTICLES


def default_jobs() -> int:
    """As many processes as there are cores to use."""
    usable = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    return max(1, len(usable))


def read_articles(
    articles: Iterable[Article], folders: Sequence[Path] = (), jobs: int = 1, model: Path | None = None
) -> Iterator[Reading]:
    """The reading of each article in order, by so many processes.

    `folders` hold the user's own knowledge, `model` the second coder; without it the rules read alone.
    """
    coming = iter(articles)
    first = list(_taken(coming, _WORTH_A_POOL)) if jobs > 1 else []
    if jobs <= 1 or len(first) < _WORTH_A_POOL:
        for batch in batches(chain(first, coming)):
            yield from _reader(tuple(folders), model).read_batch(batch)
        return
    yield from _in_parallel(chain(first, coming), tuple(folders), jobs, model)


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Articles in batches bounded by number and length."""
    batch: list[Article] = []
    length = 0
    for article in articles:
        batch.append(article)
        length += len(article.text)
        if len(batch) >= BATCH_ARTICLES or length >= BATCH_CHARACTERS:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def _in_parallel(
    articles: Iterable[Article], folders: tuple[Path, ...], jobs: int, model: Path | None
) -> Iterator[Reading]:
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(folders, model))
    waiting: deque[Future[list[Reading]]] = deque()
    try:
        for batch in batches(articles):
            waiting.append(pool.submit(_read_batch, batch, folders, model))
            if len(waiting) >= jobs * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _taken(articles: Iterator[Article], number: int) -> Iterator[Article]:
    for _ in range(number):
        article = next(articles, None)
        if article is None:
            return
        yield article


@cache
def _reader(folders: tuple[Path, ...], model: Path | None) -> Reader:
    """The one reader of a process for some knowledge: the parser takes a second to load."""
    return Reader(load(folders), SecondCoder(model) if model else None)


def _start(folders: tuple[Path, ...], model: Path | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process stops the run, cleanly
    _reader(folders, model)


def _read_batch(batch: list[Article], folders: tuple[Path, ...], model: Path | None) -> list[Reading]:
    return _reader(folders, model).read_batch(batch)

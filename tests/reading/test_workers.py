from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from detente.model import Article
from detente.reading.read import Reader
from detente.reading.workers import BATCH_ARTICLES, BATCH_CHARACTERS, batches, default_jobs, read_articles

STATES = ("France", "Germany", "Iran", "Iraq", "Turkey", "Greece", "China")
VERBS = ("attacked", "visited", "will sanction", "did not criticise")


def tiny_articles(number: int) -> list[Article]:
    """Articles of one sentence each, all different."""
    return [
        Article(
            text=f"{STATES[n % 7]} {VERBS[n % 4]} {STATES[(n // 4 + n + 1) % 7]}.",
            published=date(2015, 1, 1),
            ref=str(n),
        )
        for n in range(number)
    ]


def test_batches_are_bounded_by_number() -> None:
    sizes = [len(batch) for batch in batches(tiny_articles(2 * BATCH_ARTICLES + 3))]
    assert sizes == [BATCH_ARTICLES, BATCH_ARTICLES, 3]


def test_batches_are_bounded_by_length() -> None:
    long = Article(text="x" * (BATCH_CHARACTERS // 2))
    assert [len(batch) for batch in batches([long] * 5)] == [2, 2, 1]
    assert [len(batch) for batch in batches([Article(text="x" * 2 * BATCH_CHARACTERS)] * 2)] == [1, 1]


def test_no_articles_make_no_batches() -> None:
    assert list(batches([])) == []
    assert list(read_articles([])) == []
    assert list(read_articles([], jobs=2)) == []


def test_batches_are_made_as_articles_come() -> None:
    taken = []

    def coming() -> Iterator[Article]:
        for article in tiny_articles(3 * BATCH_ARTICLES):
            taken.append(article)
            yield article

    next(batches(coming()))
    assert len(taken) == BATCH_ARTICLES


def test_there_is_at_least_one_process() -> None:
    assert default_jobs() >= 1


@pytest.mark.model
def test_few_articles_are_read_without_more_processes(reader: Reader) -> None:
    articles = tiny_articles(5)
    assert list(read_articles(articles, jobs=2)) == list(reader.read_batch(articles))


@pytest.mark.model
def test_two_processes_read_the_same_in_the_same_order(reader: Reader) -> None:
    articles = tiny_articles(140)
    parallel = list(read_articles(iter(articles), jobs=2))
    assert [reading.article for reading in parallel] == articles
    assert {reading.rules for reading in parallel} == {reader.rules.digest}, "the code changed while the tests ran"
    assert parallel == [reading for batch in batches(articles) for reading in reader.read_batch(batch)]
    assert sum(len(reading.claims) for reading in parallel) > 70

"""A hundred and fifty pairs of the project's own reports: one happening or two, from the words to the answer."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from detente.history.mentions import Mention, mention
from detente.history.merging import SAME, likeness
from detente.knowledge import load
from detente.reading.workers import read_articles
from detente.sources import article_from_text

RULES = load().merging


def rows() -> Iterator[dict[str, str]]:
    with (Path(__file__).parent / "happening_pairs.tsv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")


@pytest.fixture(scope="module", name="told")
def told_in_reports() -> dict[tuple[str, str], list[Mention]]:
    listed = list(rows())
    articles = [
        article_from_text(r["sentence"], title="", published=date.fromisoformat(r["published"]), outlet=r["case"])
        for r in listed
    ]
    found: dict[tuple[str, str], list[Mention]] = {}
    for row, reading in zip(listed, read_articles(articles, [], 1), strict=True):
        mentions = (mention(c.id, c, reading.article.published) for c in reading.claims)
        found[row["case"], row["role"]] = [m for m in mentions if m]
    return found


def test_there_are_a_hundred_and_fifty_pairs() -> None:
    assert sum(row["role"] != "report" for row in rows()) == 150


@pytest.mark.slow
@pytest.mark.model
def test_reports_of_one_happening_are_told_from_others(told: dict[tuple[str, str], list[Mention]]) -> None:
    tally: Counter[tuple[bool, bool]] = Counter()
    for (case, role), mentions in told.items():
        if role != "report":
            joined = any(
                set(one.keys) & set(two.asks) and likeness(one, two, RULES).score >= SAME
                for one in told[case, "report"]
                for two in mentions
            )
            tally[role == "same", joined] += 1
    right, wrong, missed = tally[True, True], tally[False, True], tally[True, False]
    assert 2 * right / (2 * right + wrong + missed) >= 0.85
    assert right / (right + wrong) >= 0.95

"""Copies are found in the project's own passages, and passages by other hands on the same matter are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from detente.history.passages import SHARED_KEYS, sketches
from detente.history.reuse import common_passages, copy_of
from detente.model import Reuse

COPIED = ("verbatim", "cut", "edited", "paraphrased")
ENTRIES: list[dict[str, str]] = yaml.safe_load((Path(__file__).parent / "reuse_passages.yml").read_text("utf-8"))


def found(left: str, right: str) -> list[Reuse]:
    """The copied passages of two texts, found as in an archive: by their sketches first."""
    one, two = (copy_of(id_, text, published=date(2024, 1, 1)) for id_, text in (("a1", left), ("a2", right)))
    ours, theirs = sketches(one.pieces), sketches(two.pieces)
    hits = [(i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs) if len(set(a) & set(b)) >= SHARED_KEYS]
    return common_passages(one, two, hits) if hits else []


def pairs() -> Iterator[tuple[str, str, str]]:
    for entry in ENTRIES:
        for kind in (*COPIED, "independent"):
            yield kind, entry["text"], entry[kind].replace("{text}", entry["text"])


@pytest.fixture(scope="module", name="tally")
def tally_of_pairs() -> Counter[tuple[str, bool]]:
    return Counter((kind, bool(found(left, right))) for kind, left, right in pairs())


def test_there_are_a_hundred_and_twenty_pairs() -> None:
    assert len(list(pairs())) == 120


def test_what_is_called_a_copy_is_one(tally: Counter[tuple[str, bool]]) -> None:
    right = sum(tally[kind, True] for kind in COPIED)
    assert right / (right + tally["independent", True]) >= 0.97


def test_copies_are_found(tally: Counter[tuple[str, bool]]) -> None:
    hit = sum(tally[kind, True] for kind in ("verbatim", "cut", "edited"))
    assert hit / (3 * len(ENTRIES)) >= 0.9


def test_passages_on_other_matters_are_no_copies() -> None:
    texts = [entry["text"] for entry in ENTRIES]
    assert not any(found(left, right) for left, right in combinations(texts, 2))


def test_a_whole_passage_is_verbatim_and_exact() -> None:
    text = ENTRIES[0]["text"]
    (reuse,) = found(text, ENTRIES[0]["verbatim"].replace("{text}", text))
    assert (reuse.manner, reuse.similarity) == ("verbatim", 1.0)
    assert reuse.left.span.text == reuse.right.span.text

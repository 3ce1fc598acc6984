"""Whom pronouns and words for what was named before mean, in passages with marked mentions."""

from __future__ import annotations

from collections import Counter

import pytest
from reference_passages import PassageReader, marks, verdict

from detente.knowledge import load

pytestmark = [pytest.mark.model, pytest.mark.slow]


@pytest.mark.parametrize(("held_back", "least"), [(False, 0.83), (True, 0.76)])
def test_most_mentions_are_read_as_marked(held_back: bool, least: float) -> None:
    """A floor under the share that is read rightly; it may only rise."""
    reader = PassageReader(load())
    found = Counter(verdict(mark, reader.read(mark)) for mark in marks() if mark.held_back is held_back)
    assert found["right"] / found.total() >= least


def test_a_wrong_answer_is_rare() -> None:
    reader = PassageReader(load())
    found = Counter(verdict(mark, reader.read(mark)) for mark in marks())
    assert found["wrong"] / found.total() <= 0.13

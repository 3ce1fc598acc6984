"""How many examples and counter-examples the types of ties, stances, flows, projects and statements have at least.

That all of them are read as marked is the matter of tests/reading/test_examples.py.
"""

from __future__ import annotations

import pytest

from detente.knowledge.folder import read_folder
from detente.knowledge.load import DATA

TYPES = read_folder(DATA).types
#: for each kind, how many types it has at least, and how many examples each of them
LEAST = {"tie": (20, 8), "stance": (14, 8), "flow": (8, 6), "statement": (7, 4), "trait": (8, 8)}
STATES = {"proposed", "agreed", "under_construction", "completed", "stalled", "cancelled"}


@pytest.mark.parametrize(("kind", "types", "examples"), [(k, *least) for k, least in LEAST.items()])
def test_each_kind_has_its_types_with_their_examples(kind: str, types: int, examples: int) -> None:
    told = {t.type: sum(len(g.examples) for g in t.groups) for t in TYPES if t.kind == kind}
    assert len(told) >= types
    assert {name: number for name, number in told.items() if number < examples} == {}


@pytest.mark.parametrize("kind", ["tie", "stance", "flow", "project", "statement", "trait"])
def test_each_type_has_counter_examples(kind: str) -> None:
    assert [t.type for t in TYPES if t.kind == kind and not any(g.counter for g in t.groups)] == []


def test_each_state_of_a_project_has_four_examples_and_a_counter_example() -> None:
    for t in (t for t in TYPES if t.kind == "project"):
        told = {g.name: (len(g.examples), len(g.counter)) for g in t.groups}
        assert {s for s in STATES if told.get(s, (0, 0))[0] < 4 or told[s][1] < 1} == set(), t.type

from __future__ import annotations

from typing import Any

import pytest
from coding_samples import CHILE, HAITI, PERU, UN, claim, party, reading

from detente.evaluating.classes import Classes
from detente.evaluating.coding import coded_events, country_of, dyads
from detente.evaluating.figures import NONE
from detente.knowledge import Knowledge
from detente.model import Claim, Kind, Party, Status


def coded(knowledge: Knowledge, *claims: Claim) -> list[tuple[str, str, str]]:
    return [(e.root, e.source, e.target) for e in coded_events(reading(*claims), knowledge.conventions)]


def test_every_source_meets_every_target(knowledge: Knowledge) -> None:
    found = coded(knowledge, claim(source=(PERU, CHILE), target=(HAITI, UN)))
    assert found == [("AID", s, t) for s in ("PER", "CHL") for t in ("HTI", "IGO")]


def test_a_two_way_event_goes_both_ways(knowledge: Knowledge) -> None:
    assert coded(knowledge, claim(symmetric=True)) == [("AID", "PER", "HTI"), ("AID", "HTI", "PER")]


def test_a_missing_side_is_nobody(knowledge: Knowledge) -> None:
    assert coded(knowledge, claim(source=())) == [("AID", "", "HTI")]
    assert list(dyads(claim(source=(), symmetric=True))) == [(None, HAITI)]


@pytest.mark.parametrize(
    ("said", "root"),
    [
        ({}, "AID"),
        ({"status": Status.ONGOING}, "AID"),
        ({"status": Status.PLANNED}, "AGREE"),
        ({"status": Status.NEGATED}, "REJECT"),
        ({"status": Status.POSSIBLE}, None),
        ({"status": Status.ASKED}, None),
        ({"type": "ASSAULT", "quad": 4, "status": Status.NEGATED}, None),
        ({"type": "ASSAULT", "quad": 4, "status": Status.INTENDED}, "THREATEN"),
        ({"type": "THREATEN", "quad": 3, "status": Status.POSSIBLE}, "THREATEN"),
        ({"kind": Kind.TIE, "type": "alliance"}, None),
    ],
)
def test_a_claim_is_coded_by_how_real_it_is(knowledge: Knowledge, said: dict[str, Any], root: str | None) -> None:
    assert coded(knowledge, claim(**said)) == ([(root, "PER", "HTI")] if root else [])


@pytest.mark.parametrize(
    ("one", "country"),
    [(None, ""), (PERU, "PER"), (UN, "IGO"), (party("rebels", sector="REB"), ""), (party("aid", sector="NGO"), "NGO")],
)
def test_bodies_of_no_one_country_are_called_so(one: Party | None, country: str) -> None:
    assert country_of(one) == country


# -- classes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("root", "as_one", "classes"),
    [
        ("CONCEDE", True, ("YIELD", "material cooperation", "cooperation")),
        ("RETREAT", True, ("YIELD", "material cooperation", "cooperation")),
        ("CONCEDE", False, ("CONCEDE", "verbal cooperation", "cooperation")),
        ("RETREAT", False, ("RETREAT", "material cooperation", "cooperation")),
        ("SANCTION", False, ("SANCTION", "material conflict", "conflict")),
        ("REQUEST", True, ("REQUEST", "verbal conflict", "conflict")),
        ("", True, (NONE, NONE, NONE)),
    ],
)
def test_a_root_counts_at_three_levels(
    knowledge: Knowledge, root: str, as_one: bool, classes: tuple[str, str, str]
) -> None:
    counted = Classes(knowledge, as_one)
    assert (counted.root(root), counted.quad(root), counted.binary(root)) == classes

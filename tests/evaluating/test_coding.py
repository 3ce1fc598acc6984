from __future__ import annotations

from typing import Any

import pytest
from coding_samples import CHILE, HAITI, PERU, UN, claim, party, reading

from detente.evaluating.classes import Classes
from detente.evaluating.coding import coded_events, country_of, dyads
from detente.evaluating.figures import NONE
from detente.knowledge import Knowledge
from detente.model import Claim, Cue, Kind, Party, Status


def coded(knowledge: Knowledge, *claims: Claim) -> list[tuple[str, str, str]]:
    return [(e.root, e.source, e.target) for e in coded_events(reading(*claims), knowledge.conventions)]


def test_every_source_meets_every_target(knowledge: Knowledge) -> None:
    found = coded(knowledge, claim(source=(PERU, CHILE), target=(HAITI, UN)))
    assert found == [("AID", s, t) for s in ("PER", "CHL") for t in ("HTI", "IGO")]


def test_a_two_way_event_goes_both_ways(knowledge: Knowledge) -> None:
    assert coded(knowledge, claim(symmetric=True)) == [("AID", "PER", "HTI"), ("AID", "HTI", "PER")]


def test_a_missing_side_is_nobody(knowledge: Knowledge) -> None:
    assert coded(knowledge, claim(target=())) == [("AID", "PER", "")]
    assert coded(knowledge, claim(source=())) == []  # a good turn is somebody's
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


def cue(answers: str, value: str, text: str) -> Cue:
    return Cue(answers=answers, value=value, start=0, end=4, text=text)


@pytest.mark.parametrize(
    ("word", "root"), [("urged", None), ("calling", None), ("hopes", None), ("plans", "AGREE"), ("wants", "AGREE")]
)
def test_what_another_wishes_is_no_pledge(knowledge: Knowledge, word: str, root: str | None) -> None:
    wish = claim(status=Status.INTENDED, cues=(cue("status", Status.INTENDED, word),))
    assert coded(knowledge, wish) == ([(root, "PER", "HTI")] if root else [])


def test_a_good_turn_that_is_denied_is_no_refusal(knowledge: Knowledge) -> None:
    denied = claim(status=Status.NEGATED, cues=(cue("speaker", "denies", "rejected"),))
    said = claim(status=Status.NEGATED, cues=(cue("speaker", "states", "said"),))
    assert coded(knowledge, denied) == []
    assert coded(knowledge, said) == [("REJECT", "PER", "HTI")]


def test_an_event_of_one_party_is_the_occasion_of_one_between_two(knowledge: Knowledge) -> None:
    killing = claim(type="ASSAULT", quad=4, source=())
    march = claim(type="PROTEST", quad=4, target=())
    assert coded(knowledge, killing) == [("ASSAULT", "", "HTI")]
    assert coded(knowledge, killing, claim()) == [("AID", "PER", "HTI")]
    assert coded(knowledge, march, claim()) == [("PROTEST", "PER", ""), ("AID", "PER", "HTI")]


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

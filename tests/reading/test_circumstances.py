"""Parties of force that the circumstances tell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from detente.model import Article, Claim, Kind
from detente.reading.read import Reader

pytestmark = pytest.mark.model
DAY = date(2015, 6, 15)


@pytest.fixture(scope="module")
def force(reader: Reader) -> Callable[[str], list[Claim]]:
    """The uses of force that a sentence tells."""

    def read(sentence: str) -> list[Claim]:
        claims = reader.read(Article(text=sentence, published=DAY, ref="x")).claims
        return [c for c in claims if c.kind is Kind.EVENT and c.quad == 4]

    return read


@pytest.mark.parametrize(
    ("sentence", "source", "target"),
    [
        ("Five Malian soldiers were killed in a raid by French forces.", "FRA", "MLI"),
        ("Five people were killed in a Turkish air strike near Mosul.", "TUR", "IRQ"),
        ("Four women died in an Israeli raid on Gaza.", "ISR", "PSE"),
        ("Three people were wounded when a Russian missile hit a market in Kharkiv.", "RUS", "UKR"),
        ("A mortar shell was fired at Jordan from Syria.", "SYR", "JOR"),
        ("Rockets fired from Lebanon hit a village in Israel.", "LBN", "ISR"),
        ("A Saudi air strike killed a dozen civilians in Yemen.", "SAU", "YEM"),
        ("Two villagers were hurt in Indian shelling in the north of Azad Kashmir.", "IND", "PAK"),
    ],
)
def test_who_and_whom_the_circumstances_tell(
    force: Callable[[str], list[Claim]], sentence: str, source: str, target: str
) -> None:
    dyads = {(s.country, t.country) for c in force(sentence) for s in c.source for t in c.target}
    assert (source, target) in dyads


def test_the_reason_names_the_circumstance(force: Callable[[str], list[Claim]]) -> None:
    (claim,) = force("Five people were killed in a Turkish air strike near Mosul.")
    assert "the strike was theirs" in claim.source[0].reason
    assert "as it happened in Mosul" in claim.target[0].reason
    assert [cue.value for cue in claim.cues if cue.answers == "party"] == ["source", "target"]


def test_what_is_fired_is_not_who_is_hit(force: Callable[[str], list[Claim]]) -> None:
    claims = force("Rockets fired from Lebanon hit a village in Israel.")
    assert {t.country for c in claims for t in c.target} == {"ISR"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Two hundred people were killed by the Malaysia Airlines crash in Ukraine.",
        "Three Polish climbers were killed by an earthquake in Nepal.",
    ],
)
def test_a_mishap_is_no_use_of_force(force: Callable[[str], list[Claim]], sentence: str) -> None:
    assert force(sentence) == []


def test_who_attacks_in_a_country_need_not_be_of_it(force: Callable[[str], list[Claim]]) -> None:
    claims = force("Gunmen attacked a church in Egypt.")
    assert claims
    assert all(not p.country for c in claims for p in c.source)


def test_counted_people_are_a_party(force: Callable[[str], list[Claim]]) -> None:
    (claim,) = force("Armenian police detained dozens of demonstrators in Yerevan.")
    assert [(p.country, p.sector) for p in claim.target] == [("ARM", "CVL")]


def test_the_country_that_an_army_enters_is_not_its_own(reader: Reader) -> None:
    text = "Rebels seized Bangui. France sent troops to the country on Friday."
    claims = reader.read(Article(text=text, published=DAY, ref="x")).claims
    (sent,) = [c for c in claims if c.type == "MOBILIZE"]
    assert [p.code for p in sent.target] == ["CAF"]

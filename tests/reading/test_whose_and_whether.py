"""Parties and status where news tells them in passing: strangers' names, charges, conditions, troops taken away."""

from __future__ import annotations

from datetime import date

import pytest

from detente.model import Article, Claim
from detente.reading.read import Reader


def _claims(reader: Reader, text: str) -> list[Claim]:
    return list(reader.read(Article(text=text, published=date(2018, 6, 15))).claims)


def _of(reader: Reader, text: str, kind: str) -> list[tuple[str, str, str]]:
    """Source, target and status of the claims of a type."""
    return [
        ("+".join(p.code or p.text for p in c.source), "+".join(p.code or p.text for p in c.target), c.status.value)
        for c in _claims(reader, text)
        if c.type == kind
    ]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("If Maduro stays in power, Colombia will close the border.", "government", ("VEN", "", "possible")),
        ("Maduro stays in power.", "government", ("VEN", "", "actual")),
        ("Two French men are held in Iraq, accused of being members of Hamas.", "membership",
         ("FRA", "hamas", "possible")),
        ("Canada is less willing to let Kosovo in.", "offer", ("CAN", "XKX", "negated")),
        ("Canada is no less willing to let Kosovo in.", "offer", ("CAN", "XKX", "ongoing")),
        ("It is important for Turkey to be an ally of Qatar.", "alliance", ("TUR", "QAT", "intended")),
        ("Belarus, Kazakhstan and Russia declared that the union had ended.", "announce",
         ("BLR+KAZ+RUS", "", "actual")),
    ],
)  # fmt: skip
def test_status_and_sides(reader: Reader, text: str, kind: str, expected: tuple[str, str, str]) -> None:
    assert expected in _of(reader, text, kind)


def test_what_is_sure_to_happen_is_nobodys_view(reader: Reader) -> None:
    assert not _of(reader, "Russia seems certain to win the vote.", "expect")


def test_a_clause_in_the_singular_is_said_of_the_last_of_a_list(reader: Reader) -> None:
    text = "The enemies are Hamas, Egypt and Turkey, which regards the YPG as a terrorist group."
    assert ("TUR", "ypg", "ongoing") in _of(reader, text, "regard")


def test_whom_a_journey_leads_to_does_not_join(reader: Reader) -> None:
    text = "Amina Diallo left Senegal for Libya to join Islamic State in 2016."
    assert not any(source == "LBY" for source, _, _ in _of(reader, text, "membership"))


def test_a_place_in_a_forename_is_no_party(reader: Reader) -> None:
    text = "Shiraz Malik, a director at the Institute of Peace in London, told Reuters that Iran would not yield."
    assert all(source != "IRN" for source, _, _ in _of(reader, text, "say"))


def test_a_surname_introduced_as_a_strangers_is_not_read_as_known(reader: Reader) -> None:
    text = "Nasr al-Hariri, who negotiates for the exiles, met Russia's envoy. Hariri denied a report of the Kremlin."
    assert all("hariri" not in p.reason for c in _claims(reader, text) for p in c.source)


def test_troops_taken_away_are_not_of_where_they_were(reader: Reader) -> None:
    text = "The US has begun withdrawing troops from Syria, but says they are ready to fight."
    assert all(source != "SYR" for source, _, _ in _of(reader, text, "offer"))

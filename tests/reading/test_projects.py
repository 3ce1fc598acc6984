from __future__ import annotations

from datetime import date

import pytest

from detente.model import Article, Claim
from detente.reading.read import Reader

pytestmark = pytest.mark.model


def projects(reader: Reader, text: str) -> list[Claim]:
    return [c for c in reader.read(Article(text=text, published=date(2015, 6, 15))).claims if c.kind == "project"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("A dam in Ethiopia, planned by Italy, would cost $2 billion.", "proposed"),
        ("Kenya and Uganda have agreed on a railway.", "agreed"),
        ("A railway from Kenya to Uganda is being built by Chinese engineers.", "under_construction"),
        ("A road from India to Thailand through Burma is half finished.", "under_construction"),
        ("Work on a Chinese dam in Burma was suspended in 2011.", "stalled"),
        ("A pipeline from Iran to Pakistan is on hold.", "stalled"),
        ("A pipeline built by Russia in Bulgaria has been scrapped.", "cancelled"),
        ("China built a railway in Zambia in the 1970s.", "completed"),
        ("A pipeline carries gas from Algeria to Italy.", "completed"),
    ],
)
def test_the_state_of_play_is_told_by_verbs_tense_and_phrases(reader: Reader, text: str, state: str) -> None:
    assert [c.context for c in projects(reader, text)] == [(state,)]


def test_those_who_take_part_have_roles(reader: Reader) -> None:
    (claim,) = projects(reader, "A nuclear plant in Egypt, financed by Russia, is due to open in 2026.")
    details = dict(claim.details)
    assert [p.code for p in claim.source] == ["RUS"]
    assert [p.code for p in claim.target] == ["EGY"]
    assert set(details["roles"].split("; ")) == {"EGY site", "RUS financier"}
    assert details["due"] == "in 2026"


def test_a_route_is_in_the_order_of_travel(reader: Reader) -> None:
    (claim,) = projects(reader, "A railway from Kars to Baku by way of Tbilisi is being built.")
    assert dict(claim.details)["route"] == "Kars - Tbilisi - Baku"
    assert [p.code for p in claim.via] == ["GEO"]


@pytest.mark.parametrize(
    "text",
    ["Dam workers in Ghana went on strike.", "Port authorities in Kenya met.", "No railway in Chad is planned."],
)
def test_nouns_that_name_no_work_make_no_project(reader: Reader, text: str) -> None:
    assert projects(reader, text) == []

from __future__ import annotations

from datetime import date

import pytest
from hand_parsed import small_world

from detente.knowledge.entries import How, Naming
from detente.reading.discourse import Discourse
from detente.reading.meaning import choose, party_of

WORLD = small_world()


def meant(words: str, on: date | None) -> tuple[str, str, str]:
    (naming,) = WORLD.namings[words]
    party = party_of(naming, WORLD, on, text=words, start=0, end=len(words))
    return party.code, party.country, party.sector


@pytest.mark.parametrize(
    ("words", "on", "expected"),
    [
        ("Soviet Union", date(1980, 1, 1), ("SUN", "SUN", "")),
        ("Soviet Union", date(1991, 12, 25), ("SUN", "SUN", "")),
        ("Soviet Union", date(1991, 12, 26), ("RUS", "RUS", "")),
        ("Soviet Union", None, ("SUN", "SUN", "")),
        ("Taliban", date(1995, 1, 1), ("taliban", "AFG", "REB")),
        ("Taliban", date(1999, 1, 1), ("taliban", "AFG", "GOV")),
        ("Taliban", date(2011, 1, 1), ("taliban", "AFG", "REB")),
        ("Taliban", date(2022, 1, 1), ("taliban", "AFG", "GOV")),
        ("Taliban", None, ("taliban", "AFG", "GOV")),
        ("Angela Merkel", date(2010, 1, 1), ("DEU", "DEU", "GOV")),
        ("Angela Merkel", date(2023, 1, 1), ("DEU", "DEU", "ELI")),
        ("Angela Merkel", date(1999, 1, 1), ("DEU", "DEU", "")),
        ("Omar Khan", date(2015, 1, 1), ("PAK", "PAK", "MIL")),
        ("Mullah Omar", date(1998, 1, 1), ("taliban", "AFG", "GOV")),
        ("Mullah Omar", date(2005, 1, 1), ("taliban", "AFG", "REB")),
        ("Kyiv", date(2015, 1, 1), ("UKR", "UKR", "GOV")),
        ("Ukraine", date(2015, 1, 1), ("UKR", "UKR", "")),
        ("Burma", date(2015, 1, 1), ("MMR", "MMR", "")),
    ],
)
def test_what_a_name_means_on_a_day(words: str, on: date | None, expected: tuple[str, str, str]) -> None:
    assert meant(words, on) == expected


@pytest.mark.parametrize(
    ("words", "on", "reason"),
    [
        ("Soviet Union", date(2000, 1, 1), "the successor of Soviet Union"),
        ("Taliban", date(1999, 1, 1), "GOV from 1996-09-27 to 2001-11-13"),
        ("Angela Merkel", date(2010, 1, 1), "Chancellor of Germany since 2005-11-22"),
        ("Angela Merkel", date(2023, 1, 1), "until 2021-12-08, out of office since"),
        ("Angela Merkel", date(1999, 1, 1), "only from 2005-11-22"),
        ("Kyiv", date(2015, 1, 1), "standing for its government"),
    ],
)
def test_the_reason_says_why(words: str, on: date, reason: str) -> None:
    (naming,) = WORLD.namings[words]
    assert reason in party_of(naming, WORLD, on, text=words, start=0, end=1).reason


def test_a_shy_surname_needs_its_full_name_first() -> None:
    discourse = Discourse(date(2012, 1, 1))
    namings = WORLD.namings["Rocher"]
    assert choose(namings, WORLD, discourse) is None
    discourse.full_names.add("person:jean-rocher")
    chosen = choose(namings, WORLD, discourse)
    assert chosen is not None
    assert chosen.entry == "person:jean-rocher"


def test_of_two_people_the_one_in_office_nearest_is_meant() -> None:
    rivals = (Naming("person:helmut-kohl", How.SURNAME), Naming("person:angela-merkel", How.SURNAME))
    for year, expected in (
        (1985, "helmut-kohl"),
        (1999, "helmut-kohl"),
        (2006, "angela-merkel"),
        (2030, "angela-merkel"),
    ):
        chosen = choose(rivals, WORLD, Discourse(date(year, 1, 1)))
        assert chosen is not None
        assert chosen.entry == f"person:{expected}"


def test_one_met_in_full_goes_first() -> None:
    rivals = (Naming("person:helmut-kohl", How.SURNAME), Naming("person:angela-merkel", How.SURNAME))
    discourse = Discourse(date(2010, 1, 1))
    discourse.full_names.add("person:helmut-kohl")
    chosen = choose(rivals, WORLD, discourse)
    assert chosen is not None
    assert chosen.entry == "person:helmut-kohl"


def test_a_state_goes_before_a_surname_and_a_city() -> None:
    meanings = (Naming("person:helmut-kohl", How.SURNAME), Naming("city:basra", How.CITY), Naming("IRQ", How.SEAT))
    chosen = choose(meanings, WORLD, Discourse(date(1990, 1, 1)))
    assert chosen is not None
    assert chosen.entry == "IRQ"

"""Whom phrases mean with all that is known: any nationality, office, sector and group together, on a day."""

from __future__ import annotations

from datetime import date

import pytest

from detente.knowledge import load
from detente.reading.phrase import Phrases

pytestmark = pytest.mark.model

#: phrase, year, country and sector of the one party that it means
PHRASES = [
    ("a Kenyan Interior Ministry spokesman", 2015, "KEN", "GOV"),
    ("Police in Colombia's second-largest city", 2015, "COL", "COP"),
    ("a Kansas woman", 2015, "USA", "CVL"),
    ("the Ankara public prosecutor's office", 2016, "TUR", "JUD"),
    ("fighters from the Sahel", 2016, "", "UAF"),
    ("gunmen", 2016, "", "UAF"),
    ("Britain's shadow defence secretary", 2016, "GBR", "OPP"),
    ("a former Egyptian intelligence chief", 2013, "EGY", "ELI"),
    ("a former British soldier", 2015, "GBR", "CVL"),
    ("an Israeli settler leader", 2010, "ISR", "CVL"),
    ("Palestinian stone-throwers", 1988, "PSE", "CVL"),
    ("Ethiopian asylum-seekers", 2018, "ETH", "REF"),
    ("Turkish teachers' union", 1995, "TUR", "LAB"),
    ("Rwanda's Hutu refugees", 1995, "RWA", "REF"),
    ("Uighur separatists", 2009, "CHN", "REB"),
    ("Haitian gang leader", 2022, "HTI", "CRM"),
    ("a Somalia-based armed group", 2022, "SOM", "UAF"),
    ("a Manila-based diplomat", 2016, "", "GOV"),
    ("Russia's UN ambassador", 2018, "RUS", "GOV"),
    ("the president of the Chadian human rights league", 2018, "TCD", "NGO"),
    ("the wife of the Chinese premier", 2016, "CHN", "ELI"),
    ("Norwegian oil fund", 2016, "NOR", "GOV"),
    ("Ecuador's ombudsman's office", 2020, "ECU", "GOV"),
    ("the Pentagon", 2020, "USA", "MIL"),
    ("Mohammed Hussein Roble", 2021, "SOM", "GOV"),
    ("Malian Tuareg rebels", 2012, "MLI", "REB"),
    ("Nicaraguan bishops", 1986, "NIC", "REL"),
    ("Japanese whalers", 2008, "JPN", "AGR"),
]

#: phrase, year, code, sector, and the name of who held the office
THEN = [
    ("the Soviet Union", 1985, "SUN", "", "Soviet Union"),
    ("the Soviet Union", 1995, "RUS", "", "Russia"),
    ("the Taliban", 1999, "taliban", "GOV", "Taliban"),
    ("the Taliban", 2011, "taliban", "REB", "Taliban"),
    ("the Taliban", 2022, "taliban", "GOV", "Taliban"),
    ("the German Chancellor", 1990, "DEU", "GOV", "Helmut Kohl"),
    ("the German Chancellor", 2004, "DEU", "GOV", "Gerhard Schröder"),
    ("the German Chancellor", 2019, "DEU", "GOV", "Angela Merkel"),
    ("the German Chancellor", 2024, "DEU", "GOV", "Olaf Scholz"),
    ("the EU foreign policy chief", 2012, "eu", "IGO", "Catherine Ashton"),
    ("the Bavarian premier", 2017, "DEU", "GOV", "Bavaria"),
    ("President James Monroe", 1822, "USA", "GOV", "James Monroe"),
    ("Bobi Wine", 2020, "UGA", "LEG", "Bobi Wine"),
    ("Vladimir Putin", 1999, "RUS", "SPY", "Vladimir Putin"),
]


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return Phrases(load())


@pytest.mark.parametrize(("phrase", "year", "country", "sector"), PHRASES)
def test_country_and_sector_of_a_phrase(phrases: Phrases, phrase: str, year: int, country: str, sector: str) -> None:
    (party,) = phrases.resolve(phrase, date(year, 3, 1))
    assert (party.country, party.sector) == (country, sector)


@pytest.mark.parametrize(("phrase", "year", "code", "sector", "name"), THEN)
def test_what_a_phrase_meant_then(phrases: Phrases, phrase: str, year: int, code: str, sector: str, name: str) -> None:
    (party,) = phrases.resolve(phrase, date(year, 3, 1))
    assert (party.code, party.sector, party.name) == (code, sector, name)


def test_a_role_of_two_states_is_two_parties(phrases: Phrases) -> None:
    found = phrases.resolve("US and British officials", date(2003, 3, 1))
    assert {(party.code, party.sector) for party in found} == {("USA", "GOV"), ("GBR", "GOV")}


def test_a_region_of_few_states_is_its_states(phrases: Phrases) -> None:
    assert len(phrases.resolve("the Gulf monarchies", date(2018, 3, 1))) > 3
    assert (
        phrases.resolve("European countries", date(2018, 3, 1)) == ()
        or len(phrases.resolve("European countries", date(2018, 3, 1))) == 1
    )

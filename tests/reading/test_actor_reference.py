"""Whom words in an article mean by what it said before."""

from __future__ import annotations

from datetime import date

import pytest

from detente.knowledge import load
from detente.knowledge.entries import Knowledge
from detente.model import Party
from detente.reading.discourse import Discourse
from detente.reading.names import Names
from detente.reading.parse import Parser
from detente.reading.roles import RoleNouns
from detente.reading.who import Actors

pytestmark = pytest.mark.model


class Reader:
    """Reads sentences one after another with one memory, and says whom the word meant in the last one."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge, self._parser, self._names = knowledge, Parser(), Names(knowledge)
        self._roles = RoleNouns(knowledge.roles)

    def meant(self, word: str, *sentences: str) -> tuple[Party, ...]:
        discourse = Discourse(date(2018, 3, 1))
        found: tuple[Party, ...] = ()
        for tokens in self._parser.parse((s, 1000 * n) for n, s in enumerate(sentences)):
            discourse.sentence += 1
            hits = self._names.find(tokens.text)
            actors = Actors(tokens, hits, self._knowledge, self._roles, discourse)
            found = actors.parties(tokens.words.index(word)) if word in tokens.words else ()
        return found


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load())


def codes(parties: tuple[Party, ...]) -> list[tuple[str, str]]:
    return [(party.code, party.sector) for party in parties]


def test_what_was_named_together_is_meant_together(reader: Reader) -> None:
    found = reader.meant("They", "France and Germany signed a treaty.", "They recognised Kosovo.")
    assert [party.code for party in found] == ["FRA", "DEU"]


def test_one_of_two_named_together_is_meant_by_he(reader: Reader) -> None:
    found = reader.meant("He", "Vladimir Putin met Angela Merkel.", "He accused France.")
    assert [party.name for party in found] == ["Vladimir Putin"]


def test_she_is_no_man(reader: Reader) -> None:
    found = reader.meant("She", "Vladimir Putin met Angela Merkel.", "She accused France.")
    assert [party.name for party in found] == ["Angela Merkel"]


def test_a_role_belongs_to_whom_it_belonged_before(reader: Reader) -> None:
    found = reader.meant("rebels", "Syrian rebels shelled the town.", "Later the rebels attacked Turkey.")
    assert codes(found) == [("SYR", "REB")]


def test_a_role_with_other_words_is_left_open(reader: Reader) -> None:
    found = reader.meant("rebels", "Syrian rebels shelled the town.", "Pro-government rebels attacked Turkey.")
    assert codes(found) == [("", "REB")]


def test_the_group_is_the_group_named_before(reader: Reader) -> None:
    found = reader.meant("group", "Hezbollah fired rockets at Israel.", "The group denounced France.")
    assert [party.code for party in found] == ["hezbollah"]


def test_three_powers_are_those_that_follow(reader: Reader) -> None:
    found = reader.meant("powers", "The three regional powers - Russia, Iran and Turkey - will meet in Sochi.")
    assert [party.code for party in found] == ["RUS", "IRN", "TUR"]


def test_a_name_in_apposition_is_known_later(reader: Reader) -> None:
    found = reader.meant("Varga", "The Hungarian trade envoy, Imre Varga, met the French.", "Varga praised Germany.")
    assert codes(found) == [("HUN", "GOV")]


def test_a_surname_like_a_people_is_somebody(reader: Reader) -> None:
    found = reader.meant("Letts", "John Letts, a British farmer, wrote to Germany.", "Letts accused France.")
    assert codes(found) == [("GBR", "AGR")]


@pytest.mark.parametrize(
    ("sentence", "sector"),
    [
        ("Ankara suspects Germany.", "GOV"),
        ("France warned Ankara.", "GOV"),
        ("Germany met officials in Ankara.", ""),
        ("Germany bombed Ankara.", ""),
        ("France praised the residents of Ankara.", ""),
    ],
)
def test_a_city_is_a_government_where_it_acts(reader: Reader, sentence: str, sector: str) -> None:
    assert codes(reader.meant("Ankara", sentence)) == [("TUR", sector)]

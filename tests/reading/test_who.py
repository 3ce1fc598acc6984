from __future__ import annotations

from datetime import date

from hand_parsed import actors_of, parsed, place, small_world, words_at

from detente.reading.places import place_of
from detente.reading.roles import RoleNouns


def test_a_state_is_its_code() -> None:
    tokens = parsed("Iran attacked Iraq.", offset=10)
    (party,) = actors_of(tokens).parties(0)
    assert (party.code, party.country, party.sector, party.text, party.start, party.end) == (
        "IRN",
        "IRN",
        "",
        "Iran",
        10,
        14,
    )


def test_coordinated_parties_come_together() -> None:
    tokens = parsed("Iran and Iraq met in Paris.")
    assert [party.code for party in actors_of(tokens).parties(0)] == ["IRN", "IRQ"]


def test_an_office_with_a_nationality_is_its_holder_on_the_day() -> None:
    tokens = parsed("German Chancellor met French troops.")
    found = {}
    for year in (1990, 2004, 2012):
        party = actors_of(tokens, date(year, 6, 1)).party(1)
        assert party is not None
        found[year] = (party.code, party.sector, party.name)
    assert found == {
        1990: ("DEU", "GOV", "Helmut Kohl"),
        2004: ("DEU", "GOV", "Gerhard Schroeder"),
        2012: ("DEU", "GOV", "Angela Merkel"),
    }


def test_an_office_without_a_day_has_no_holder() -> None:
    party = actors_of(parsed("German Chancellor met French troops."), None).party(1)
    assert party is not None
    assert (party.code, party.name) == ("DEU", "Germany")


def test_troops_of_a_state_are_its_military() -> None:
    tokens = parsed("German Chancellor met French troops.")
    party = actors_of(tokens).party(place(tokens, "troops"))
    assert party is not None
    assert (party.code, party.sector, party.text) == ("FRA", "MIL", "French troops")


def test_a_storm_is_nobody() -> None:
    tokens = parsed("A storm attacked Syria.")
    assert actors_of(tokens).parties(1) == ()


def test_parties_are_of_a_sort() -> None:
    actors = actors_of(parsed("Iran attacked Iraq."))
    assert actors.is_sort(0, "state")
    assert not actors.is_sort(0, "group")
    assert not actors.is_sort(0, "person")


def test_role_nouns_are_found_by_their_lemma() -> None:
    tokens = parsed("German Chancellor met French troops.")
    found = RoleNouns(small_world().roles).in_sentence(tokens)
    assert {tokens.words[i]: role.sector for i, (_, role) in found.items()} == {"Chancellor": "GOV", "troops": "MIL"}


def test_a_locating_preposition_names_the_place() -> None:
    tokens = parsed("Iran and Iraq met in Paris.")
    found = place_of(tokens, place(tokens, "met"), actors_of(tokens), small_world())
    assert found is not None
    assert (found.text, found.country, found.precision) == ("Paris", "FRA", "city")


def test_no_locating_preposition_names_no_place() -> None:
    tokens = parsed("Iran attacked Iraq.")
    assert place_of(tokens, 1, actors_of(tokens), small_world()) is None


def test_an_actors_words_are_known() -> None:
    tokens = parsed("Turkey said France accused Iran of attacking Iraq.")
    assert [party.code for party in actors_of(tokens).known] == ["TUR", "FRA", "IRN", "IRQ"]
    assert words_at(tokens, [i for i in range(len(tokens)) if actors_of(tokens).is_mention(i)]) == [
        "Turkey", "France", "Iran", "Iraq",
    ]  # fmt: skip

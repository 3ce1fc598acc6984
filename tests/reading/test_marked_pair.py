from __future__ import annotations

import pytest
from hand_parsed import parsed, small_world, words_at

from detente.reading.marked import MarkError
from detente.reading.marked_pair import SOURCE, TARGET, MarkedActors, Places, heads_of, places_of, unmark_pair
from detente.reading.roles import RoleNouns


@pytest.mark.parametrize(
    ("sentence", "source", "target"),
    [
        ("<s>Iran</s> attacked <t>Iraq</t>.", "Iran", "Iraq"),
        ("<t>Iraq</t> was attacked by <s>Iran</s>.", "Iran", "Iraq"),
        ("<s>The army </s>attacked <t> Iraq</t>.", "The army", "Iraq"),
        ("<s><t>Iraqi</t> fighters</s> laid down arms.", "Iraqi fighters", "Iraqi"),
        ("<s>Iran</s> and <s>Syria</s> attacked <t>Iraq</t>.", "Iran", "Iraq"),
        ("<s>Iran</s> left.", "Iran", None),
        ("Somebody attacked <t>Iraq</t>.", None, "Iraq"),
    ],
)
def test_a_pair_is_unmarked(sentence: str, source: str | None, target: str | None) -> None:
    marked = unmark_pair(sentence)
    assert "<" not in marked.text
    for mark, words in ((SOURCE, source), (TARGET, target)):
        assert [marked.text[a:b] for a, b in marked.of(mark)] == ([words] if words else [])


@pytest.mark.parametrize("sentence", ["Iran attacked Iraq.", "<s></s> attacked.", "Iran <s>attacked Iraq."])
def test_a_sentence_without_a_marked_party_is_refused(sentence: str) -> None:
    with pytest.raises(MarkError, match="no party is marked"):
        unmark_pair(sentence)


def test_marked_words_are_found_in_a_parse() -> None:
    tokens = parsed("The Israeli attack on Syria failed.")
    places = places_of(tokens, unmark_pair("The <s>Israeli</s> attack on <t>Syria</t> failed."))
    assert words_at(tokens, sorted(places.of(SOURCE))) == ["Israeli"]
    assert words_at(tokens, sorted(places.of(TARGET))) == ["Syria"]


def test_the_head_of_a_phrase_hangs_on_a_word_outside() -> None:
    tokens = parsed("German Chancellor met French troops.")
    assert words_at(tokens, heads_of(tokens, frozenset({0, 1}))) == ["Chancellor"]


def test_whatever_is_marked_is_a_party() -> None:
    tokens = parsed("A storm attacked a town.")
    world = small_world()
    places = places_of(tokens, unmark_pair("<s>A storm</s> attacked <t>a town</t>."))
    actors = MarkedActors(tokens, [], world, RoleNouns(world.roles), places)
    storm, town = (actors.parties(tokens.words.index(word))[0] for word in ("storm", "town"))
    assert (storm.text, storm.code, storm.reason) == ("A storm", "marked-s", "marked as a party")
    assert (town.text, town.code) == ("a town", "marked-t")
    assert actors.is_sort(tokens.words.index("storm"), "state")


def test_what_is_not_marked_is_as_it_was() -> None:
    tokens = parsed("A storm attacked a town.")
    world = small_world()
    actors = MarkedActors(tokens, [], world, RoleNouns(world.roles), Places(frozenset(), frozenset()))
    assert actors.parties(tokens.words.index("storm")) == ()

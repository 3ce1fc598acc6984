from __future__ import annotations

import pytest
from hand_parsed import parsed, place, words_at

from detente.reading.arguments import frame, is_infinitive, prepositions_of


@pytest.mark.parametrize(
    ("sentence", "verb", "agents", "objects"),
    [
        ("Iran attacked Iraq.", "attacked", ["Iran"], ["Iraq"]),
        ("Iraq was attacked by Iran.", "attacked", ["Iran"], ["Iraq"]),
        ("Iraq was attacked and invaded by Iran.", "invaded", ["Iran"], ["Iraq"]),
        ("Israel, which attacked Syria, denied it.", "attacked", ["Israel"], ["Syria"]),
        ("The town that Israel attacked burned.", "attacked", ["Israel"], ["town"]),
        ("Syria, attacked by Israel, protested.", "attacked", ["Israel"], ["Syria"]),
        ("France wants to visit Turkey.", "visit", ["France"], ["Turkey"]),
        ("France urged Iran to stop the attack.", "stop", ["Iran"], ["attack"]),
        ("France called on Iran to free prisoners.", "free", ["Iran"], ["prisoners"]),
        ("France put pressure on Iran to stop.", "stop", ["Iran"], []),
        ("Russia threatened to attack Ukraine.", "attack", ["Russia"], ["Ukraine"]),
        ("Russia promised Ukraine to stop.", "stop", ["Russia"], []),
        ("France accused Iran of backing rebels.", "backing", ["Iran"], ["rebels"]),
        ("Iran was accused of backing rebels.", "backing", ["Iran"], ["rebels"]),
        ("Iran criticised and threatened Iraq.", "criticised", ["Iran"], ["Iraq"]),
        ("Iran criticised and threatened Iraq.", "threatened", ["Iran"], ["Iraq"]),
        ("China gave Pakistan aid.", "gave", ["China"], ["Pakistan", "aid"]),
        ("China gave aid to Pakistan.", "gave", ["China"], ["aid"]),
        ("Israel's plan to attack Syria alarmed Iran.", "attack", ["Israel"], ["Syria"]),
        ("Turkey visited Greece and praised China.", "praised", ["Turkey"], ["China"]),
        ("Turkey said France accused Iran of attacking Iraq.", "attacking", ["Iran"], ["Iraq"]),
        ("Iran was accused by France of attacking Iraq.", "attacking", ["Iran"], ["Iraq"]),
        ("Iran attacked Iraq and threatened to invade Syria.", "invade", ["Iran"], ["Syria"]),
        ("Iran left without attacking Iraq.", "attacking", ["Iran"], ["Iraq"]),
        ("Iran was said to be attacking Iraq.", "attacking", ["Iran"], ["Iraq"]),
        ("Iran met.", "met", ["Iran"], []),
    ],
)
def test_who_does_what_to_whom(sentence: str, verb: str, agents: list[str], objects: list[str]) -> None:
    tokens = parsed(sentence)
    found = frame(tokens, place(tokens, verb))
    assert words_at(tokens, found.agents) == agents
    assert words_at(tokens, found.objects) == objects


def test_prepositions_are_paired_with_what_they_govern() -> None:
    tokens = parsed("China gave aid to Pakistan.")
    assert frame(tokens, 1).prepositions == (("to", place(tokens, "Pakistan")),)


def test_out_of_counts_as_of_and_as_one_preposition() -> None:
    tokens = parsed("Troops pulled out of Syria.")
    syria = place(tokens, "Syria")
    assert set(frame(tokens, 1).prepositions) == {("of", syria), ("out_of", syria)}


def test_prepositions_of_a_noun() -> None:
    tokens = parsed("An attack by Israel on Syria failed.")
    assert prepositions_of(tokens, 1) == [("by", 3), ("on", 5)]


def test_a_gerund_after_a_preposition_is_governed_by_it() -> None:
    tokens = parsed("France accused Iran of backing rebels.")
    assert ("of", place(tokens, "backing")) in frame(tokens, 1).prepositions


def test_clauses_of_a_verb() -> None:
    tokens = parsed("France said Iran attacked Iraq.")
    assert words_at(tokens, frame(tokens, 1).clauses) == ["attacked"]


def test_infinitives_are_known_by_their_to() -> None:
    tokens = parsed("France wants to visit Turkey.")
    assert is_infinitive(tokens, place(tokens, "visit"))
    assert not is_infinitive(tokens, place(tokens, "wants"))

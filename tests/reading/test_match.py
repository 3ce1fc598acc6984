from __future__ import annotations

import pytest
from hand_parsed import actors_of, parsed, small_world, words_at

from detente.reading.match import Match, matches
from detente.reading.rule_index import RuleIndex


def found_in(sentence: str) -> list[Match]:
    tokens = parsed(sentence)
    return list(matches(tokens, actors_of(tokens), RuleIndex(small_world().rules)))


def told(sentence: str) -> list[tuple[str, list[str], list[str]]]:
    tokens = parsed(sentence)
    return [
        (match.rule.id, words_at(tokens, match.slot("S")), words_at(tokens, match.slot("T")))
        for match in found_in(sentence)
    ]


@pytest.mark.parametrize(
    ("sentence", "rule", "source", "target"),
    [
        ("Iran attacked Iraq.", "event.ASSAULT.attack", ["Iran"], ["Iraq"]),
        ("Iraq was attacked by Iran.", "event.ASSAULT.attack", ["Iran"], ["Iraq"]),
        ("Syria, attacked by Israel, protested.", "event.ASSAULT.attack", ["Israel"], ["Syria"]),
        ("Israel, which attacked Syria, denied it.", "event.ASSAULT.attack", ["Israel"], ["Syria"]),
        ("France wants to visit Turkey.", "event.CONSULT.visit", ["France"], ["Turkey"]),
        ("France struck a deal with Turkey.", "event.AGREE.deal", ["France"], ["Turkey"]),
        ("France struck Syria.", "event.ASSAULT.attack", ["France"], ["Syria"]),
        ("The Israeli attack on Syria failed.", "event.ASSAULT.attack", ["Israeli"], ["Syria"]),
        ("Israel's attack on Syria failed.", "event.ASSAULT.attack", ["Israel"], ["Syria"]),
        ("An attack by Israel on Syria failed.", "event.ASSAULT.attack", ["Israel"], ["Syria"]),
        ("Israel launched an attack on Syria.", "event.ASSAULT.attack", ["Israel"], ["Syria"]),
        ("Turkey is an ally of France.", "tie.alliance.ally", ["Turkey"], ["France"]),
        ("Turkey, an ally of France, left.", "tie.alliance.ally", ["Turkey"], ["France"]),
        ("Greece's ally Turkey left.", "tie.alliance.ally", ["Turkey"], ["Greece"]),
        ("Turkey is at odds with Greece.", "tie.alliance.conflict", ["Turkey"], ["Greece"]),
        ("Turkey's relations with Greece soured.", "tie.alliance.chill", ["Turkey"], ["Greece"]),
        ("Iran and Iraq met in Paris.", "event.CONSULT.meet", ["Iran"], []),
        ("Talks between Iran and Iraq began.", "event.CONSULT.meet", ["Iran"], []),
        ("Turkey and France are allies.", "tie.alliance.ally", ["Turkey"], []),
        ("German Chancellor met French troops.", "event.CONSULT.meet", ["Chancellor"], ["troops"]),
    ],
)
def test_a_rule_fits_with_its_slots(sentence: str, rule: str, source: list[str], target: list[str]) -> None:
    assert (rule, source, target) in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["A storm attacked Syria.", "Iran met.", "Turkey's relations with Greece improved.", "Troops pulled out of Syria."],
)
def test_no_rule_fits(sentence: str) -> None:
    assert told(sentence) == []


def test_the_line_with_more_literal_words_wins() -> None:
    assert [match.rule.type for match in found_in("France struck a deal with Turkey.")] == ["AGREE"]


def test_literal_words_are_told_as_used() -> None:
    (match,) = found_in("France struck a deal with Turkey.")
    assert words_at(parsed("France struck a deal with Turkey."), sorted(match.used)) == ["struck", "deal"]


def test_both_verbs_of_a_sentence_are_matched() -> None:
    sentence = "Iran attacked Iraq and threatened to invade Syria."
    assert [(s, t) for _, s, t in told(sentence)] == [(["Iran"], ["Iraq"]), (["Iran"], ["Syria"])]

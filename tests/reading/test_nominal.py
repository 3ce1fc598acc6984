from __future__ import annotations

import pytest
from hand_parsed import actors_of, parsed, place, words_at

from detente.reading.nominal import copula_subjects, noun_leads, noun_prepositions


@pytest.mark.parametrize(
    ("sentence", "noun", "leads"),
    [
        ("Israel's attack on Syria failed.", "attack", ["Israel"]),
        ("The Israeli attack on Syria failed.", "attack", ["Israeli"]),
        ("An attack by Israel on Syria failed.", "attack", ["Israel"]),
        ("Israel launched an attack on Syria.", "attack", ["Israel"]),
        ("Iran planned an attack on Iraq.", "attack", []),
        ("A storm attacked Syria.", "storm", []),
    ],
)
def test_who_leads_a_noun(sentence: str, noun: str, leads: list[str]) -> None:
    tokens = parsed(sentence)
    assert words_at(tokens, noun_leads(tokens, actors_of(tokens), place(tokens, noun))) == leads


@pytest.mark.parametrize(
    ("sentence", "word", "subjects"),
    [
        ("Turkey is an ally of France.", "ally", ["Turkey"]),
        ("Turkey, an ally of France, left.", "ally", ["Turkey"]),
        ("Greece's ally Turkey left.", "ally", ["Turkey"]),
        ("Turkey is at odds with Greece.", "odds", ["Turkey"]),
        ("Turkey and France are allies.", "allies", ["Turkey"]),
        ("Israel launched an attack on Syria.", "attack", []),
    ],
)
def test_whom_a_predicate_is_said_of(sentence: str, word: str, subjects: list[str]) -> None:
    tokens = parsed(sentence)
    assert words_at(tokens, copula_subjects(tokens, place(tokens, word))) == subjects


@pytest.mark.parametrize(
    ("sentence", "noun", "found"),
    [
        ("Turkey is at odds with Greece.", "odds", [("with", "Greece")]),
        ("France struck a deal with Turkey.", "deal", []),
        ("Israel launched an attack on Syria.", "attack", [("on", "Syria")]),
    ],
)
def test_prepositions_after_a_noun(sentence: str, noun: str, found: list[tuple[str, str]]) -> None:
    tokens = parsed(sentence)
    pairs = noun_prepositions(tokens, place(tokens, noun))
    assert [(adposition, tokens.words[i]) for adposition, i in pairs] == found

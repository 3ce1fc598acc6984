from __future__ import annotations

import pytest
from hand_parsed import actors_of, parsed, small_world

from detente.model import Claim
from detente.reading.build import Sentence
from detente.reading.match import matches
from detente.reading.near import as_match, near_misses
from detente.reading.rule_index import RuleIndex


def misses(sentence: str, claims: list[Claim] | None = None) -> list[tuple[str, str, str]]:
    tokens = parsed(sentence)
    found = near_misses(tokens, actors_of(tokens), claims or [])
    return [(tokens.words[verb], tokens.words[source], tokens.words[target]) for verb, source, target in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("China gave Pakistan aid.", [("gave", "China", "Pakistan")]),
        ("China gave aid to Pakistan.", [("gave", "China", "Pakistan")]),
        ("France put pressure on Iran to stop.", [("put", "France", "Iran")]),
        ("Iran criticised and threatened Iraq.", [("criticised", "Iran", "Iraq")]),
        ("Iraq was attacked by Iran.", [("attacked", "Iran", "Iraq")]),
        ("Turkey is an ally of France.", []),
        ("Iran met.", []),
        ("A storm attacked Syria.", []),
    ],
)
def test_pairs_that_a_verb_joins(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert misses(sentence) == expected


def test_a_pair_that_a_claim_joins_is_no_near_miss() -> None:
    tokens, world = parsed("Iran attacked Iraq."), small_world()
    actors = actors_of(tokens)
    sentence = Sentence(tokens, actors, [], world, None)
    claims = [c for m in matches(tokens, actors, RuleIndex(world.rules)) if (c := sentence.claim(m, "a1"))]
    assert claims
    assert misses("Iran attacked Iraq.", claims) == []


def test_a_near_miss_becomes_a_claim_under_a_root() -> None:
    tokens, world = parsed("China gave Pakistan aid."), small_world()
    sentence = Sentence(tokens, actors_of(tokens), [], world, None)
    (miss,) = near_misses(tokens, sentence.actors, [])
    claim = sentence.claim(as_match(world.roots["CONSULT"], *miss), "a1")
    assert claim is not None
    assert (claim.type, claim.source[0].code, claim.target[0].code) == ("CONSULT", "CHN", "PAK")

from __future__ import annotations

import pytest
from hand_parsed import parsed, place, words_at

from detente.model import Span
from detente.reading.tokens import make_tokens


@pytest.mark.parametrize(
    ("sentence", "verb", "passive"),
    [
        ("Iran attacked Iraq.", "attacked", False),
        ("Iraq was attacked by Iran.", "attacked", True),
        ("Iraq was attacked and invaded by Iran.", "invaded", True),
        ("Syria, attacked by Israel, protested.", "attacked", True),
        ("Syria, attacked by Israel, protested.", "protested", False),
        ("Iran criticised and threatened Iraq.", "threatened", False),
        ("Iran is attacking Iraq.", "attacking", False),
    ],
)
def test_the_voice_of_a_verb(sentence: str, verb: str, passive: bool) -> None:
    tokens = parsed(sentence)
    assert tokens.passive(place(tokens, verb)) is passive


def test_a_perfect_is_not_passive() -> None:
    rows = [
        ("Iran", "iran", "NNP", "nsubj", 2, 0),
        ("has", "have", "VBZ", "aux", 2, 5),
        ("left", "leave", "VBN", "ROOT", 2, 9),
    ]
    assert not make_tokens("Iran has left", 0, rows).passive(2)


def test_children_are_found_by_dependency_from_left_to_right() -> None:
    tokens = parsed("France called on Iran to free prisoners.")
    called = place(tokens, "called")
    assert tokens.child(called, "nsubj") == 0
    assert tokens.child(called, "dobj") is None
    assert words_at(tokens, tokens.all_children(called, "nsubj", "prep", "xcomp")) == ["France", "on", "free"]


def test_conjuncts_include_the_word_itself() -> None:
    tokens = parsed("Iran and Iraq met in Paris.")
    assert words_at(tokens, tokens.conjuncts(0)) == ["Iran", "Iraq"]
    assert words_at(tokens, tokens.conjuncts(place(tokens, "Paris"))) == ["Paris"]


def test_subtree_and_ancestors_and_left_edge() -> None:
    tokens = parsed("The Israeli attack on Syria failed.")
    attack = place(tokens, "attack")
    assert words_at(tokens, tokens.subtree(attack)) == ["The", "Israeli", "attack", "on", "Syria"]
    assert words_at(tokens, tokens.ancestors(place(tokens, "Syria"))) == ["on", "attack", "failed"]
    assert tokens.left_edge(attack) == 0


def test_slices_are_spans_of_the_article() -> None:
    tokens = parsed("Iran attacked Iraq.", offset=100)
    assert tokens.slice(1, 2) == Span(start=105, end=118, text="attacked Iraq")
    assert tokens.span == Span(start=100, end=119, text="Iran attacked Iraq.")


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [(0, 4, (0, 0)), (0, 13, (0, 1)), (5, 18, (1, 2)), (1, 4, None), (0, 19, (0, 3))],
)
def test_words_at_a_stretch_of_characters(start: int, end: int, found: tuple[int, int] | None) -> None:
    assert parsed("Iran attacked Iraq.").at(start, end) == found


def test_verbs_and_nouns_are_told_by_their_tags() -> None:
    tokens = parsed("Iran may attack Iraq.")
    assert [tokens.is_verb(i) for i in range(4)] == [False, True, True, False]
    assert [tokens.is_noun(i) for i in range(4)] == [True, False, False, True]


def test_no_words_make_no_tokens() -> None:
    tokens = make_tokens("", 7, [])
    assert len(tokens) == 0
    assert tokens.span == Span(start=7, end=7, text="")

from __future__ import annotations

import pytest

from detente.reading.parse import Given, Parser, with_commas


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.mark.parametrize(
    ("said", "parsed"),
    [
        ("The report – due in May – is late", "The report , due in May , is late"),
        ("the fall—long expected—came", "the fall,long expected,came"),
        ("from 2010 – 2015", "from 2010 – 2015"),
        ("the Addis–Djibouti line", "the Addis–Djibouti line"),
        ("- He left", "- He left"),
    ],
)
def test_dashes_between_words_are_parsed_as_commas(said: str, parsed: str) -> None:
    assert with_commas(said) == parsed


def test_an_aside_between_dashes_leaves_the_verb_its_subject(parser: Parser) -> None:
    (tokens,) = parser.parse([("The five members – Kenya, Ghana, Chile, Peru and Nepal – wield great influence.", 0)])
    verb = tokens.lower.index("wield")
    assert tokens.words[tokens.child(verb, "nsubj") or 0] == "members"


def test_a_word_that_became_a_verb_has_the_verb_s_lemma(parser: Parser) -> None:
    (tokens,) = parser.parse([Given("Ankara armed Azerbaijan with drones.", 0, ((0, 6), (13, 23)))])
    assert tokens.lemmas[1] == "arm"

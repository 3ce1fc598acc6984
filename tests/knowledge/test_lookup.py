from __future__ import annotations

import pytest

from detente.knowledge import Knowledge
from detente.knowledge.lookup import UnknownActor, code_of


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("FRA", "FRA"),
        ("fra", "FRA"),
        ("France", "FRA"),
        ("france", "FRA"),
        (" FRANCE ", "FRA"),
        ("French", "FRA"),
        ("Türkiye", "TUR"),
        ("turkiye", "TUR"),
        ("Côte d'Ivoire", "CIV"),
        ("UK", "GBR"),
        ("Kremlin", "RUS"),
        ("nato", "nato"),
        ("NATO", "nato"),
        ("Hezbollah", "hezbollah"),
        ("Angela Merkel", "DEU"),
        ("angela merkel", "DEU"),
        ("person:angela-merkel", "DEU"),
        ("Soviet Union", "SUN"),
    ],
)
def test_what_a_user_types_means_an_actor(knowledge: Knowledge, words: str, code: str) -> None:
    assert code_of(knowledge, words) == code


def test_unknown_words_bring_suggestions(knowledge: Knowledge) -> None:
    with pytest.raises(UnknownActor) as error:
        code_of(knowledge, "Hezbolah")
    assert "no actor is called 'Hezbolah'; did you mean" in str(error.value)
    assert "Hezbollah" in str(error.value)


@pytest.mark.parametrize("words", ["qqqqwwwwzzzz", ""])
def test_words_like_nothing_bring_none(knowledge: Knowledge, words: str) -> None:
    with pytest.raises(UnknownActor) as error:
        code_of(knowledge, words)
    assert str(error.value) == f"no actor is called {words!r}"

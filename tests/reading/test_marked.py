from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.marked import MarkError, unmark


def test_marks_are_taken_out_and_kept_as_stretches() -> None:
    marked = unmark("<s>France</s> let <v>Chad</v> arm <t>Mali</t> and <t>Niger</t>.")
    assert marked.text == "France let Chad arm Mali and Niger."
    assert [marked.text[a:b] for a, b in marked.of("s")] == ["France"]
    assert [marked.text[a:b] for a, b in marked.of("v")] == ["Chad"]
    assert [marked.text[a:b] for a, b in marked.of("t")] == ["Mali", "Niger"]
    assert marked.of("x") == []


def test_other_marks_can_be_allowed() -> None:
    assert unmark("<when>Monday</when>", frozenset({"when"})).of("when") == [(0, 6)]


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("<x>France</x> left.", "unknown mark <x>"),
        ("<s>France <t>and</t> Mali</s>", "<t> inside <s>"),
        ("<s>France</t> left.", "</t> closes nothing"),
        ("France</s> left.", "</s> closes nothing"),
        ("<s></s> left.", "marks no words"),
        ("<s>France left.", "<s> is never closed"),
        ("<s>France</s> had < 3 votes.", "a stray < or >"),
        ("<S>France</S> left.", "a stray < or >"),
        ("France > Mali", "a stray < or >"),
    ],
)
def test_wrong_marks_are_errors_that_quote_the_sentence(sentence: str, message: str) -> None:
    with pytest.raises(MarkError) as error:
        unmark(sentence)
    assert message in str(error.value)
    assert repr(sentence) in str(error.value)


_PIECES = st.lists(
    st.tuples(st.sampled_from(["", "s", "t", "v"]), st.text("abc é.", min_size=1, max_size=6)), max_size=6
)


@given(_PIECES)
def test_what_was_marked_comes_back(pieces: list[tuple[str, str]]) -> None:
    written = "".join(f"<{mark}>{words}</{mark}>" if mark else words for mark, words in pieces)
    marked = unmark(written)
    assert marked.text == "".join(words for _, words in pieces)
    for mark in "stv":
        assert [marked.text[a:b] for a, b in marked.of(mark)] == [words for m, words in pieces if m == mark]

"""Texts in pieces, and sketches of them."""

from __future__ import annotations

from detente.history.passages import KEYS, pieces, sketches

TEXT = (
    "Envoys of both capitals met in a hotel by the lake on Tuesday morning. It rained. They spoke for an hour about "
    "grain, gas and the four prisoners whom nobody wants to name.\n\nA second meeting is planned for the last week "
    "of the month in the same hotel."
)


def test_pieces_cover_the_text_in_order() -> None:
    found = pieces(TEXT)
    assert [p.start for p in found] == sorted(p.start for p in found)
    assert found[0].start == 0
    assert found[-1].end == len(TEXT)


def test_a_short_sentence_goes_with_the_one_before() -> None:
    assert len(pieces(TEXT)) == 3
    assert "rained" in pieces(TEXT)[0].own


def test_quoted_words_are_nobodys_own() -> None:
    (piece,) = pieces("“We never give way on the islands,” the minister told a crowd of islanders in the old port.")
    assert "islands" not in piece.own
    assert "islanders" in piece.own


def test_equal_pieces_have_equal_sketches_wherever_they_stand() -> None:
    one = sketches(pieces(TEXT))
    two = sketches(pieces("A word before it, which nobody else wrote and which changes nothing below.\n\n" + TEXT))
    assert one == two[1:]
    assert all(len(keys) == KEYS for keys in one)


def test_what_has_too_few_words_has_no_sketch() -> None:
    assert sketches(pieces("He left.")) == [[]]


def test_an_empty_text_has_no_pieces() -> None:
    assert pieces("") == []
    assert sketches([]) == []

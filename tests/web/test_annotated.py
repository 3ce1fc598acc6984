from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from page_samples import TALKS, talks

from detente.model import Span, Unread
from detente.web.annotated import paragraphs


def test_pieces_know_the_claims_that_their_words_belong_to() -> None:
    told = talks()
    first, _ = paragraphs(TALKS, told.claims, told.unread)
    roles = {piece.text: piece.roles for piece in first if piece.roles}
    assert roles["Envoys of Iran"] == ((1, "actor"),)
    assert roles["met"] == ((1, "trigger"),)
    assert roles["on Sunday"] == ((1, "time"),)
    assert "".join(p.text for p in first if 1 in p.claims) == told.claims[0].sentence.text


def test_the_number_of_a_claim_follows_its_last_words_once() -> None:
    told = talks()
    ends = [(piece.text, piece.ends) for part in paragraphs(TALKS, told.claims) for piece in part if piece.ends]
    assert [numbers for _, numbers in ends] == [(1,), (2,)]
    assert ends[0][0] == "on Sunday"


def test_sentences_not_understood_and_shared_passages_are_marked() -> None:
    told = talks()
    shared = [Span(start=0, end=14, text=TALKS[:14])]
    pieces = [p for part in paragraphs(TALKS, told.claims, told.unread, shared) for p in part]
    assert "".join(p.text for p in pieces if p.unread) == "Riyadh dithered over Tehran."
    assert [p.text for p in pieces if p.last_unread] == ["Riyadh dithered over Tehran."]
    assert [p.text for p in pieces if p.shared] == ["Envoys of Iran"]


def test_a_mark_over_two_paragraphs_ends_in_the_second() -> None:
    text = "One two.\n\nThree four."
    found = paragraphs(text, (), [Unread(sentence=Span(start=4, end=15, text=text[4:15]), actors=(), verbs=())])
    assert [[(p.text, p.unread, p.last_unread) for p in part] for part in found] == [
        [("One ", 0, 0), ("two.", 1, 0)],
        [("Three", 1, 1), (" four.", 0, 0)],
    ]


_TEXTS = st.text(alphabet="ab \n", max_size=60)


@given(_TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_no_word_is_lost_or_doubled(text: str, stretches: list[tuple[int, int]]) -> None:
    unread = [Unread(sentence=Span(start=min(a, b), end=max(a, b), text=""), actors=(), verbs=()) for a, b in stretches]
    found = paragraphs(text, (), unread)
    assert ["".join(piece.text for piece in part) for part in found] == [p for p in text.split("\n\n") if p.strip()]

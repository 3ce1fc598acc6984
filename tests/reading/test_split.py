from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.split import sentences


def split(text: str) -> list[str]:
    return [span.text for span in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Iran attacked.", "Iraq fled."],
        ["Did Iran attack?", "Iraq fled!", "Nobody knows…", "It ended."],
        ["Mr. Smith met Gen. Jones.", "They left."],
        ["He met Dr. John F. Kennedy.", "They left."],
        ["Talks with J. R. Jayewardene ended.", "India left."],
        ["The U.S. Senate voted.", "It passed."],
        ["He flew to the U.S.", "The visit ended."],
        ["The firm is Acme Inc.", "It sells arms."],
        ["It began at 5 p.m. Moscow time.", "It ended at 6 p.m.", "The two left."],
        ["He arrived on Sept. 11 in Kabul.", "She left."],
        ["Growth was 3.5 percent.", "It fell to 2.0 percent."],
        ['"We will go."', "He left."],
        ['He said "stop."', '"Go," she said.'],
        ["“We left.”", "‘They stayed.’", "It ended."],
        ["He left (and came back.)", "(She stayed.)", "It ended."],
        ["He asked: why?", "1,000 people fled."],
        ["The E.U. and the U.N. met.", "Nothing came of it."],
        ["It cost approx. 5 million.", "It failed."],
        ["He paused... then left.", "It ended."],
        ["Lt. Col. Ali and Brig. Khan v. the state.", "It ended."],
    ],
)
def test_sentences_end_where_they_should(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_a_paragraph_ends_a_sentence_without_a_stop() -> None:
    assert split("IRAN ATTACKS\n\nIran attacked Iraq\n\n\nIt ended.") == [
        "IRAN ATTACKS",
        "Iran attacked Iraq",
        "It ended.",
    ]


def test_one_line_break_does_not() -> None:
    assert split("Iran attacked\nIraq.") == ["Iran attacked\nIraq."]


def test_a_stop_before_a_small_letter_ends_nothing() -> None:
    assert split("He went to no. ten and approx. there. then") == ["He went to no. ten and approx. there. then"]


@pytest.mark.parametrize("text", ["", "  ", "\n\n\n"])
def test_no_text_has_no_sentences(text: str) -> None:
    assert split(text) == []


@given(st.text(alphabet="ABab. ?!\n\"'”()1é…", max_size=80))
def test_spans_quote_the_text_in_order_and_lose_only_space(text: str) -> None:
    spans = list(sentences(text))
    at = 0
    left = ""
    for span in spans:
        assert text[span.start : span.end] == span.text == span.text.strip()
        assert span.start >= at
        left += text[at : span.start]
        at = span.end
    assert (left + text[at:]).strip() == ""

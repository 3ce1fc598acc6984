from __future__ import annotations

import pytest

from detente.sources.wrapping import clean_prose

WRAPPED = """Ministers of the two countries met in the lakeside town on Tuesday for
the third time this year. They spoke about fishing rights and about the
ferry that was seized in May, as they had in winter and in spring again.
Neither side gave way.

   “We shall meet again,” said the host, who had asked
for more time."""


def test_hard_wraps_are_joined_and_paragraphs_kept() -> None:
    first, second = clean_prose(WRAPPED).split("\n\n")
    assert first.startswith("Ministers of the two countries met in the lakeside town on Tuesday for the third time")
    assert first.endswith("spring again. Neither side gave way.")
    assert second == "“We shall meet again,” said the host, who had asked for more time."


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("They held nego-\ntiations on the border line again", "They held negotiations on the border line again"),
        ("It is a well-\nknown story of the whole region", "It is a well-known story of the whole region"),
        ("The Franco-\nGerman plan of both the ministers", "The Franco-German plan of both the ministers"),
        ("The Israeli-\nbacked plan of both the ministers", "The Israeli-backed plan of both the ministers"),
        ("The Ken-\nyan ministers went on to the border", "The Kenyan ministers went on to the border"),
        (
            "The gas-rich state sold gas to its gas-\nrich neighbour in that year",
            "The gas-rich state sold gas to its gas-rich neighbour in that year",
        ),
    ],
)
def test_words_cut_at_a_line_end(broken: str, whole: str) -> None:
    assert clean_prose(broken) == whole


def test_long_lines_are_paragraphs_of_their_own() -> None:
    line = "The two governments of the region would go on with the talks about the river and about the dam. " * 2
    assert clean_prose(f"{line}\n{line}").count("\n\n") == 1


def test_short_lines_without_a_stop_are_headings() -> None:
    text = f"{WRAPPED}\n\nThe view from the coast\nFishermen on both sides say that they want the ferry back soon."
    assert "\n\nThe view from the coast\n\nFishermen" in clean_prose(text)


def test_lines_that_all_end_a_sentence_are_paragraphs() -> None:
    text = "Kenya and Somalia have agreed to reopen their border, it was said.\nThey meet again in May.\nNo day is set."
    assert clean_prose(text).count("\n\n") == 2

"""Who took from whom, and what was changed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from detente.history.reuse import Copy, common_passages, copy_of, edits, likely_giver

SENTENCE = "The harbour master of Massawa told the envoys that no ship would be unloaded before the feast was over."


def copy(id_: str, text: str = SENTENCE, **values: Any) -> Copy:
    return copy_of(id_, text, **values)


@pytest.mark.parametrize(
    ("left", "right", "giver"),
    [
        ({"published": date(2020, 1, 1)}, {"published": date(2020, 1, 3)}, "a1"),
        ({"published": date(2020, 1, 3)}, {"published": date(2020, 1, 1)}, "a2"),
        ({"agency": "Coast Wire"}, {"agency": "Coast Wire", "published": date(2020, 1, 1)}, ""),
        ({"outlet": "Coast Wire", "published": date(2020, 1, 2)}, {"agency": "Coast Wire"}, "a1"),
        ({"published": date(2020, 1, 1)}, {"published": date(2020, 1, 1)}, ""),
        ({}, {}, ""),
    ],
)
def test_who_likely_had_it_first(left: dict[str, Any], right: dict[str, Any], giver: str) -> None:
    assert likely_giver(copy("a1", **left), copy("a2", **right))[0] == giver


def test_who_names_the_other_took_from_it() -> None:
    taker = copy("a2", SENTENCE + " The Hill Gazette reported it first.", published=date(2020, 1, 1))
    giver, reason = likely_giver(copy("a1", outlet="Hill Gazette", published=date(2020, 1, 2)), taker)
    assert (giver, reason) == ("a1", "the other names Hill Gazette")


def test_edits_keep_both_wordings() -> None:
    found = edits("The two ministers met for an hour.", "The ministers met for nearly an hour.")
    assert [(e.left, e.right) for e in found if not e.kept] == [("two", ""), ("", "nearly")]
    assert " ".join(e.left for e in found if e.left) == "The two ministers met for an hour."


def test_neighbouring_sentences_are_one_passage() -> None:
    text = f"{SENTENCE} The envoys, who had come by road from Asmara, went back to their hotel without a word."
    (reuse,) = common_passages(copy("a1", text), copy("a2", text))
    assert reuse.left.span.text == text.rstrip(".")


def test_a_shared_quotation_is_no_copy() -> None:
    quote = "“We have carried salt over this road for nine hundred years and shall carry it for nine hundred more,”"
    left = copy("a1", f"{quote} said the chief of the drivers at the gate of the ministry in the capital.")
    right = copy("a2", f"The old man would not be interrupted. {quote} he shouted from the back of the hall.")
    assert common_passages(left, right) == []


def test_a_name_with_its_titles_is_no_copy() -> None:
    left = copy("a1", "Foreign Minister Osman Saleh of Eritrea arrived late for dinner and left before the toast.")
    right = copy(
        "a2", "It was Foreign Minister Osman Saleh of Eritrea who closed the consulate in the hills last year."
    )
    assert common_passages(left, right) == []

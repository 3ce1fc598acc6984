from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.sources.cleaning import clean_characters, clean_line, mend_mojibake
from detente.sources.markdown import without_markup
from detente.sources.wrapping import clean_prose

PIECES = st.lists(
    st.sampled_from(
        [
            "Kenya",
            "nego-",
            "tiations",
            "\n",
            "\n\n",
            " ",
            "\u00a0",
            "\u00ad",
            "\u200b",
            "*",
            "**",
            "_",
            "[",
            "](http://x.y)",
        ]
        + [
            "# ",
            "- ",
            "> ",
            ".",
            ",",
            "-",
            "“",
            "’",
            "â€™",
            "e\u0301",
            "\ufeff",
            "\x00",
            "\r\n",
            "\u2028",
            "(",
            ")",
            "Ã©",
        ]
    )
).map("".join)


@given(st.text() | PIECES)
def test_cleaning_prose_twice_changes_nothing(text: str) -> None:
    once = clean_prose(text)
    assert clean_prose(once) == once


@given(st.text() | PIECES)
def test_clean_prose_has_one_form(text: str) -> None:
    prose = clean_prose(text)
    assert prose == prose.strip()
    assert unicodedata.is_normalized("NFC", prose)
    for paragraph in prose.split("\n\n"):
        assert "\n" not in paragraph
        assert "  " not in paragraph
        assert not set(paragraph) & set("\u00ad\u200b\ufeff\u00a0\x00\t\r")


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("co\u00adoperation", "cooperation"),
        ("co\u00ad\n  operation", "cooperation"),
        ("Cafe\u0301", "Café"),
        ("a\u00a0b\u2009c\td", "a b c d"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("bell\x07 and null\x00", "bell and null"),
        ("\ufb01nal o\ufb03ce", "final office"),
        ("“curly” ‘quotes’ stay", "“curly” ‘quotes’ stay"),
        ("line\r\nline\rline", "line\nline\nline"),
        ("lone \ud800 surrogate", "lone surrogate"),
    ],
)
def test_characters(dirty: str, clean: str) -> None:
    assert clean_characters(dirty) == clean


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("the minister\u00e2\u20ac\u2122s plan", "the minister’s plan"),
        ("Bogot\u00c3\u00a1", "Bogotá"),
        ("\u00e2\u20ac\u0153No,\u00e2\u20ac\u009d he said", "“No,” he said"),
        ("Château, São Tomé, 40 °C", "Château, São Tomé, 40 °C"),
    ],
)
def test_text_decoded_twice_is_mended_and_right_text_is_not(dirty: str, clean: str) -> None:
    assert mend_mojibake(dirty) == clean


def test_clean_line_is_one_line() -> None:
    assert clean_line("  A title\n broken in\u00a0two ") == "A title broken in two"


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**Qatar** hosted [talks](http://example.org/a_(b)) with _both_ sides", "Qatar hosted talks with both sides"),
        ("see <https://example.org/x>", "see https://example.org/x"),
        ("![a map](map.png)after", "after"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("`code`", "code"),
        ("> quoted", "quoted"),
        (r"5 \* 3", "5 * 3"),
    ],
)
def test_markup(marked: str, plain: str) -> None:
    assert without_markup(marked) == plain


def test_headings_and_bullets_become_paragraphs() -> None:
    text = "First words.\n## Background\nThe sides met.\n\n- Iran agreed.\n- Iraq did not.\n"
    assert clean_prose(text) == "First words.\n\nBackground\n\nThe sides met.\n\nIran agreed.\n\nIraq did not."

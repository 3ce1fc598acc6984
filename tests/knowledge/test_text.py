from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge.text import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("plain", "plain"),
        ("Schröder", "Schroder"),
        ("Łódź", "Lodz"),
        ("Đặng Tiểu Bình", "Dang Tieu Binh"),
        ("Türkiye", "Turkiye"),
        ("İstanbul ısı", "Istanbul isi"),
        ("“quoted” ‘words’", "\"quoted\" 'words'"),
        ("a–b—c‑d", "a-b-c-d"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Київ 北京", "Київ 北京"),
        ("", ""),
    ],
)
def test_spellings_meet(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


#: a grave accent alone is not: text of ASCII letters only is left as it is, and quotes are only folded in other text
LETTERS = st.text(st.characters(exclude_characters="`", codec="utf-8"))


@given(LETTERS, LETTERS)
def test_folding_goes_letter_by_letter(before: str, after: str) -> None:
    assert fold(before + after) == fold(before) + fold(after)

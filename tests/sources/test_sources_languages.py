from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.sources.languages import foreign_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le président a dit que les deux pays doivent signer un accord sur les eaux du lac.", "French"),
        ("Der Minister hat gesagt, dass die beiden Länder nicht mit dem Vertrag einverstanden sind.", "German"),
        ("El presidente dijo que los dos países no van a firmar el acuerdo sobre las aguas del lago.", "Spanish"),
        ("O presidente disse que os dois países não vão assinar o acordo sobre as águas do lago.", "Portuguese"),
        ("Il presidente ha detto che i due paesi non sono pronti per un accordo sulle acque del lago.", "Italian"),
        (
            "Bakan, iki ülke için bu anlaşmanın çok önemli olduğunu ve daha fazla çalışma gerektiğini söyledi.",
            "Turkish",
        ),
        ("Министр сказал, что обе страны подпишут договор о границе.", "Cyrillic script"),
        ("وقال الوزير إن البلدين سيوقعان الاتفاق", "Arabic script"),
        ("两国部长星期二在湖边会谈", "Chinese or Japanese"),
    ],
)
def test_other_languages_are_named(text: str, language: str) -> None:
    assert foreign_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "The president said that both countries would sign the treaty on the waters of the lake.",
        "Turkey warns Greece over islands; Athens rejects Ankara claims",
        "Erdoğan, Şahin and Çavuşoğlu met in İstanbul and said that the plan of the EU was not enough.",
        "Putin Merkel Macron Minsk",
        "2019 - 15%",
        "",
    ],
)
def test_english_and_what_may_be(text: str) -> None:
    assert foreign_language(text) == ""


def test_what_the_source_says_settles_only_what_is_open() -> None:
    french = "Le président a dit que les deux pays doivent signer un accord sur les eaux du lac."
    assert foreign_language(french, "en") == "French"


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(foreign_language(text), str)

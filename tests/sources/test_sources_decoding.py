from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.sources.decoding import NotText, decode

WORDS = "Café owners in São Tomé said “no” to the minister’s plan. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)).removeprefix("\ufeff") == WORDS


def test_bytes_that_lie_about_their_encoding() -> None:
    assert decode(WORDS.encode("utf-8"), "latin-1") == WORDS
    assert decode(WORDS.encode("cp1252"), "iso-8859-1") == WORDS
    assert decode(WORDS.encode("utf-8") + b"a pasted quote\x92s end") == WORDS + "a pasted quote’s end"


def test_what_is_declared_serves_where_it_fits() -> None:
    russian = "Министр сказал, что обе страны подпишут договор о границе."
    assert decode(russian.encode("cp1251"), "windows-1251") == russian
    assert decode(russian.encode("utf-8"), "no-such-encoding") == russian


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"abc\x00def" * 50, b"\x01\x02\x03\x04" * 500])
def test_binary_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(NotText, match="not text"):
        decode(data)


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(NotText):
        assert isinstance(decode(data), str)

"""Folding of letters so that spellings meet: accents, quotes and dashes, one character for one."""

from __future__ import annotations

import unicodedata

_QUOTES_AND_DASHES = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "“": '"', "”": '"',
    "„": '"', "«": '"', "»": '"', "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
}  # fmt: skip
_STROKED = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ħ": "h", "ð": "d", "ə": "e"}


def _folding() -> dict[int, str]:
    table = {ord(k): v for k, v in (_QUOTES_AND_DASHES | _STROKED).items()}
    for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code) and base.isascii():
            table[code] = base
    return table


FOLDING = _folding()


def fold(text: str) -> str:
    """The text with plain letters, quotes and dashes; of the same length, so offsets stay true."""
    return text if text.isascii() else text.translate(FOLDING)

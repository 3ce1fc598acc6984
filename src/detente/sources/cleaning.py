"""Clean characters: one form for every letter, plain spaces, nothing invisible; curly quotes stay."""

from __future__ import annotations

import re
import unicodedata

_SOFT_BREAK = re.compile("\u00ad[ \t]*\r?\n[ \t]*")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_AROUND_LINES = re.compile(" *\n *")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl", "st", "st")
_CP1252_TAIL = "".join(bytes([n]).decode("cp1252", errors="ignore") or chr(n) for n in range(0x80, 0xC0))
#: UTF-8 that was once read as Windows-1252: the first letter is the lead byte of a Latin letter or a dash.
_MOJIBAKE = re.compile(f"[ÂÃÄÅ][{re.escape(_CP1252_TAIL)}]|â[{re.escape(_CP1252_TAIL)}]{{2}}")


def _as_bytes(text: str) -> bytes:
    return b"".join(c.encode("cp1252", errors="ignore") or c.encode("latin-1", errors="ignore") for c in text)


def _mended(match: re.Match[str]) -> str:
    try:
        return _as_bytes(match[0]).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def mend_mojibake(text: str) -> str:
    """`text` with letters and quotes that were decoded twice put right again (â€™ becomes ’)."""
    return _MOJIBAKE.sub(_mended, text)


def clean_characters(text: str) -> str:
    """`text` with its lines kept and its characters clean: NFC, plain spaces, no control or hidden ones."""
    if not text.isascii():
        text = _SOFT_BREAK.sub("", mend_mojibake(text))
    text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    text = _INVISIBLE.sub("", text)
    if not text.isascii():
        text = _LIGATURE.sub(lambda match: _LIGATURES[ord(match[0]) - 0xFB00], text)
        text = unicodedata.normalize("NFC", text)
    return _SPACES.sub(" ", text)


def clean_line(text: str) -> str:
    """`text` as one clean line: for titles, names and other short fields."""
    return " ".join(clean_characters(text).split())


def strip_lines(text: str) -> str:
    """`text` without spaces at the ends of its lines and with at most one empty line in a row."""
    return re.sub(r"\n{3,}", "\n\n", _AROUND_LINES.sub("\n", text)).strip()

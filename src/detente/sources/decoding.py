"""Bytes to text, whatever the bytes say of themselves; what is no text is refused with the reason."""

from __future__ import annotations

import codecs
import re

from detente.sources.unreadable import Unreadable

_SAMPLE = 64 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
#: More than this share of control or replaced characters is no text.
_TOO_MANY = 0.02
_WELL_FORMED = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


class NotText(Unreadable):
    """The bytes are no text; the message says why in plain words."""


def utf16_guess(data: bytes) -> str:
    """The name of the UTF-16 order of bytes without a mark, "" where they do not look like UTF-16."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    pairs = len(sample) // 2
    if pairs < 2:
        return ""
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if high > 0.6 * pairs and low < 0.1 * pairs:
        return "utf-16-le"
    if low > 0.6 * pairs and high < 0.1 * pairs:
        return "utf-16-be"
    return ""


def _marked(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    return None


def _byte_as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", errors="replace"), error.end


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few foreign bytes in it (a truncated character, a pasted quote), None if not that."""
    proper = len(_WELL_FORMED.findall(data))
    stray = len(_HIGH.findall(_WELL_FORMED.sub(b"", data)))
    if stray > proper:
        return None
    codecs.register_error("detente-cp1252", _byte_as_cp1252)
    return data.decode("utf-8", errors="detente-cp1252")


def _single_byte(data: bytes) -> str:
    """Text in an older one-byte encoding: western Europe's where few letters are marked, else a guess."""
    if len(_HIGH.findall(data)) <= 0.15 * len(data):
        return data.decode("cp1252", errors="replace")
    # Loaded only here: few texts are in such an encoding, and its tables are large.
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise NotText("is not text: its bytes fit no known encoding")
    return data.decode(best.encoding, errors="replace")


def _declared(data: bytes, encoding: str) -> str | None:
    try:
        # What calls itself Latin-1 is Windows-1252 with curly quotes; browsers read it so too.
        western = encoding.lower() in ("latin-1", "latin1", "iso-8859-1", "ascii", "us-ascii")
        return data.decode("cp1252" if western else encoding) if encoding else None
    except (LookupError, UnicodeError):
        return None


def _decoded(data: bytes, declared: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for text in (_nearly_utf8(data), _declared(data, declared)):
        if text is not None:
            return text
    return _single_byte(data)


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    bad = len(_CONTROLS.findall(sample)) + sample.count("\ufffd")
    if bad > 2 and bad > _TOO_MANY * len(sample):
        raise NotText(f"is not text: {bad} of its first {len(sample)} characters are control or unreadable")
    return text


def decode(data: bytes, declared: str = "") -> str:
    """The text of `data`: marked, UTF-8, UTF-16 without a mark, then `declared`, then older encodings.

    Raises NotText for binary data.
    """
    text = _marked(data)
    if text is None and b"\x00" in data[:_SAMPLE]:
        guess = utf16_guess(data)
        if not guess:
            raise NotText("is binary, not text: it holds NUL bytes")
        text = data.decode(guess, errors="replace")
    return _checked(_decoded(data, declared) if text is None else text)

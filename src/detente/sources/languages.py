"""Is this text English?  Told by its script and by its small words; no model, nothing to download."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files

_SAMPLE = 3000
_SCRIPT_SAMPLE = 300
_SHORT = 40
_WORD = re.compile(r"[^\W\d_]+")
#: English prose has its small words at every second or third place; even headlines stay above this.
_FEW = 0.06
_SCRIPTS = {
    "CYRILLIC": "Cyrillic script",
    "ARABIC": "Arabic script",
    "CJK": "Chinese or Japanese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "GREEK": "Greek",
    "HEBREW": "Hebrew",
    "DEVANAGARI": "Devanagari script",
    "BENGALI": "Bengali",
    "THAI": "Thai",
    "TAMIL": "Tamil",
    "ARMENIAN": "Armenian",
    "GEORGIAN": "Georgian",
    "ETHIOPIC": "Ethiopic script",
}


@cache
def _profiles() -> dict[str, frozenset[str]]:
    lines = (files(__package__) / "data" / "stopwords.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(":", 1) for line in lines if line and not line.startswith("#"))
    return {name: frozenset(words.split()) for name, words in pairs}


def _foreign_script(letters: str) -> str:
    """The name of the script that most letters have, "" where that is Latin."""
    counts = Counter(unicodedata.name(letter, "?").split(" ")[0] for letter in letters)
    script = max(counts, key=lambda name: counts[name])
    return "" if script in ("LATIN", "?") else _SCRIPTS.get(script, script.title() + " script")


def _by_words(words: list[str], declared: str) -> str:
    counts = Counter(words)
    shares = {
        name: sum(counts[word] for word in profile if word in counts) / len(words)
        for name, profile in _profiles().items()
    }
    best = max(shares, key=lambda name: shares[name])
    english = shares["English"]
    if shares[best] > english and not (declared.startswith("en") and english > 0.8 * shares[best]):
        return best
    if english < _FEW and len(words) >= 30:
        return "a language not known here"
    return ""


def foreign_language(text: str, declared: str = "") -> str:
    """The name of the language `text` seems to be in when that is not English, "" when it is.

    `declared` is what the source says of itself (en, fr-CA); it settles only what the words leave open.
    """
    sample = text[:_SAMPLE]
    letters = "".join(_WORD.findall(sample))
    if not letters:
        return ""
    script = _foreign_script(letters[:: 1 + len(letters) // _SCRIPT_SAMPLE])
    if script:
        return script
    if len(text) < _SHORT:
        return ""
    return _by_words([word.lower() for word in _WORD.findall(sample)], declared.lower())

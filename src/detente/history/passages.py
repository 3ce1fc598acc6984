"""Articles cut into pieces of about a sentence, each with a sketch by which copies of it are found again.

A sketch is a handful of MinHash values over pairs of neighbouring content words: two pieces share about as
many of them as they share such pairs, so that an edited sentence still shares several, and a sentence on the
same matter by another hand next to none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

#: MinHash values a piece; more find weaker copies and cost more room
KEYS = 16
#: of which two pieces must share so many before they are compared word by word
SHARED_KEYS = 3
#: a piece has at least so many words; shorter sentences go with their neighbour
LEAST_WORDS = 8
#: and so many pairs of neighbouring content words, or nothing can be said of it
LEAST_PAIRS = 3

_SEED = 1948
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:['’][^\W_]+)?")
_ENDS = re.compile(r"[.!?][\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])|\n\s*\n")
_QUOTE = re.compile(r"“[^”]*”|\"[^\"\n]*\"")


class Piece(NamedTuple):
    """A stretch of about a sentence: where it stands, and what of it tells who wrote it."""

    start: int
    end: int
    #: its words outside quotation marks, in lower case
    own: tuple[str, ...]
    #: pairs of neighbouring content words among these, but for names: who writes of somebody must name him
    pairs: frozenset[str]


@cache
def common_words() -> frozenset[str]:
    """Words that stand in any text and so say nothing of who wrote it."""
    text = (files(__package__) / "common_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def pieces(text: str) -> list[Piece]:
    """The pieces of a text in order; what is too short to tell anything is part of the piece before it."""
    found: list[tuple[int, int, list[str]]] = []
    ends = [m.end() for m in _ENDS.finditer(text)]
    for start, end in pairwise([0, *ends, len(text)]):
        words: list[str] = _WORD.findall(text[start:end])
        if found and min(len(words), len(found[-1][2])) < LEAST_WORDS:
            found[-1] = (found[-1][0], end, found[-1][2] + words)
        elif words:
            found.append((start, end, words))
    quotes = [m.span() for m in _QUOTE.finditer(text)]
    return [_piece(text, start, end, words, quotes) for start, end, words in found]


def words_of(text: str, piece: Piece) -> list[re.Match[str]]:
    """All words of a piece where they stand."""
    return list(_WORD.finditer(text, piece.start, piece.end))


def sketches(all_pieces: Sequence[Piece]) -> list[list[int]]:
    """For each piece its MinHash values, told apart by their place; none where it has too few words."""
    from rensa import RMinHash  # here, so that listings do not wait for it

    long_enough = [n for n, piece in enumerate(all_pieces) if len(piece.pairs) >= LEAST_PAIRS]
    found: list[list[int]] = [[] for _ in all_pieces]
    if long_enough:
        tokens = [list(all_pieces[n].pairs) for n in long_enough]
        rows = RMinHash.digest_matrix_from_token_sets(tokens, KEYS, _SEED).to_rows()
        for n, row in zip(long_enough, rows, strict=True):
            found[n] = [value << 4 | place for place, value in enumerate(row)]
    return found


def _piece(text: str, start: int, end: int, words: list[str], quotes: list[tuple[int, int]]) -> Piece:
    if any(first < end and start < last for first, last in quotes):
        words = _WORD.findall(_without(text, start, end, quotes))
    own = tuple(map(str.casefold, words))
    common = common_words()
    content = [word for word, lower in zip(words, own, strict=True) if lower not in common]
    pairs = (f"{a} {b}".casefold() for a, b in pairwise(content) if a[0].islower() or b[0].islower())
    return Piece(start, end, own, frozenset(pairs))


def _without(text: str, start: int, end: int, quotes: list[tuple[int, int]]) -> str:
    """The words between two offsets that stand in no quotation marks."""
    kept, at = [], start
    for first, last in quotes:
        if first >= end:
            break
        if last > at:
            kept.append(text[at : max(at, first)])
            at = last
    return " ".join([*kept, text[min(at, end) : end]])

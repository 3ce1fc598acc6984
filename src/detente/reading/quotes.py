"""Which stretches of an article's text stand in quotation marks, also where a quote runs over paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_OPENING = '“‘"'
_CLOSES = {"“": "”", "‘": "’", '"': '"'}
_MARKS = re.compile(r"[“”\"]|(?<!\w)‘|(?<=[.,!?])’|\n\n+")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted stretch, from behind its opening mark to its closing one."""

    start: int
    end: int


class Quotes:
    """The quotes of one text, from left to right."""

    def __init__(self, text: str) -> None:
        self.all = tuple(_quotes(text))
        self._starts = [quote.start for quote in self.all]

    def at(self, offset: int) -> int | None:
        """The number of the quote that an offset lies in, None for none."""
        n = bisect_right(self._starts, offset) - 1
        return n if n >= 0 and offset < self.all[n].end else None

    def overlapping(self, start: int, end: int) -> list[int]:
        """The numbers of the quotes that touch a stretch."""
        return [n for n, quote in enumerate(self.all) if quote.start < end and quote.end > start]


def _quotes(text: str) -> list[Quote]:
    found: list[Quote] = []
    opened, mark = -1, ""
    for sign in _MARKS.finditer(text):
        said = sign.group()
        if said[0] == "\n":
            if opened >= 0 and text[sign.end() : sign.end() + 1] not in (mark, "“"):
                found.append(Quote(opened, sign.start()))  # never closed: it ends with its paragraph
                opened = -1
        elif opened < 0:
            if said in _OPENING:
                opened, mark = sign.end(), said
        elif said == _CLOSES[mark] and not (said == '"' and text[max(0, sign.start() - 2) : sign.start()] == "\n\n"):
            found.append(Quote(opened, sign.start()))
            opened = -1
    if opened >= 0:
        found.append(Quote(opened, len(text)))
    return found

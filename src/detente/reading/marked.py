"""Sentences with their answer written in, such as `<s>France</s> recognised <t>Bangladesh</t>`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"<(/?)([a-z]+)>")
_ALLOWED = frozenset({"s", "t", "v"})


class MarkError(ValueError):
    """Marks that do not open and close as they should."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its marks, and the stretches that were marked, by mark."""

    text: str
    spans: tuple[tuple[str, int, int], ...]

    def of(self, mark: str) -> list[tuple[int, int]]:
        """The stretches under one mark."""
        return [(start, end) for name, start, end in self.spans if name == mark]


def unmark(sentence: str, allowed: frozenset[str] = _ALLOWED) -> Marked:
    """The sentence and its marked stretches; MarkError where marks are unknown, nested, empty or open."""
    text, spans = "", []
    at, opened = 0, ""
    started = 0
    for mark in _MARK.finditer(sentence):
        text += sentence[at : mark.start()]
        at = mark.end()
        closes, name = bool(mark.group(1)), mark.group(2)
        if name not in allowed:
            raise MarkError(f"unknown mark <{name}> in {sentence!r}")
        if not closes:
            if opened:
                raise MarkError(f"<{name}> inside <{opened}> in {sentence!r}")
            opened, started = name, len(text)
        elif name != opened:
            raise MarkError(f"</{name}> closes nothing in {sentence!r}")
        else:
            if len(text) == started:
                raise MarkError(f"<{name}> marks no words in {sentence!r}")
            spans.append((name, started, len(text)))
            opened = ""
    if opened:
        raise MarkError(f"<{opened}> is never closed in {sentence!r}")
    text += sentence[at:]
    if "<" in text or ">" in text:
        raise MarkError(f"a stray < or > in {sentence!r}")
    return Marked(text, tuple(spans))

"""JSON Lines: one object a line; a broken line is named and passed over."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from detente.model import Article, Refusal
from detente.sources.decoding import NotText, decode, utf16_guess
from detente.sources.drafts import finish
from detente.sources.options import ReadOptions
from detente.sources.records import columns, draft_of, no_text_reason
from detente.sources.streams import Line, Source, bounded_lines, read_whole, size_in_words


@dataclass(slots=True)
class ObjectReader:
    """Turns the objects of one dump into articles; objects without text are told of once, then counted."""

    origin: str
    options: ReadOptions
    without_text: int = 0
    columns_of: dict[tuple[str, ...], dict[str, str]] = field(default_factory=dict)

    def read(self, value: object, where: str) -> Iterator[Article | Refusal]:
        """The article in one decoded object, or why there is none; `where` is "line 3" or "item 3"."""
        origin = f"{self.origin}:{where}"
        if not isinstance(value, Mapping):
            yield Refusal(origin=origin, reason=f"is not an object but {_kind(value)}")
            return
        named = self._columns(value)
        draft = draft_of(value, named, origin) if "text" in named else None
        if draft and (draft.text or named["text"] in value):
            yield finish(draft, self.options)
            return
        self.without_text += 1
        if self.without_text == 1:
            yield Refusal(origin=origin, reason=no_text_reason(value.keys()))

    def rest(self) -> Iterator[Refusal]:
        """What to say at the end about the objects without text after the first."""
        if self.without_text > 1:
            more = self.without_text - 1
            yield Refusal(origin=self.origin, reason=f"{more} more without a text field")

    def _columns(self, value: Mapping[str, object]) -> dict[str, str]:
        names = tuple(value)
        if names not in self.columns_of:
            if len(self.columns_of) > 1000:
                self.columns_of.clear()
            self.columns_of[names] = columns(names, self.options)
        return self.columns_of[names]


def _kind(value: object) -> str:
    kinds = {list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")


def as_utf8(source: Source, options: ReadOptions) -> BinaryIO:
    """The stream of a source in an encoding whose lines end in one byte: UTF-16 is decoded in whole.

    Raises TooLarge for UTF-16 over the limit.
    """
    head = source.head()
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or utf16_guess(head):
        return io.BytesIO(decode(read_whole(source, options.max_bytes)).encode("utf-8", "replace"))
    return source.stream


def _decoded(line: Line, limit: int) -> object:
    """The value on a line; raises ValueError with plain words where there is none."""
    if line.data is None:
        raise ValueError(f"the line is longer than {size_in_words(limit)}")
    try:
        return json.loads(decode(line.data).lstrip("\ufeff"))
    except NotText as error:
        raise ValueError(f"the line {error}") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"is not JSON: {error.msg} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise ValueError("is nested too deeply") from error


def read(source: Source, options: ReadOptions) -> Iterator[Article | Refusal]:
    """The articles of a JSON Lines file in its order, and a refusal for every line that gives none."""
    objects = ObjectReader(source.origin, options)
    for line in bounded_lines(as_utf8(source, options), options.max_bytes):
        if line.data is not None and not line.data.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        where = f"line {line.number}"
        try:
            value = _decoded(line, options.max_bytes)
        except ValueError as error:
            yield Refusal(origin=f"{source.origin}:{where}", reason=str(error))
            continue
        yield from objects.read(value, where)
    yield from objects.rest()

"""Bytes with a name: what readers read from, in whole or line by line, never beyond the limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from typing import BinaryIO

from detente.sources.unreadable import Unreadable

HEAD = 64 * 1024


class TooLarge(Unreadable):
    """A file, line or page is over the limit; the message says so in plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An open stream of bytes with the name it was asked for by.

    `url` is set for pages, `charset` is what their server said, `suffix` the end of the file's name.
    """

    origin: str
    stream: BinaryIO
    suffix: str = ""
    url: str = ""
    charset: str = ""

    def head(self) -> bytes:
        """The first bytes of the stream, which stays where it is."""
        if isinstance(self.stream, BufferedReader):
            return self.stream.peek(HEAD)[:HEAD]
        head = self.stream.read(HEAD)
        self.stream.seek(0)
        return head


def size_in_words(size: int) -> str:
    """A number of bytes as people write it: "50 MB", "300 bytes"."""
    for unit, name in ((1024**3, "GB"), (1024**2, "MB"), (1024, "KB")):
        if size >= unit:
            return f"{size / unit:.4g} {name}"
    return f"{size} bytes"


def read_whole(source: Source, limit: int) -> bytes:
    """All bytes of a source; raises TooLarge, having read no more than the limit, when there are more."""
    data = source.stream.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(f"is larger than {size_in_words(limit)}, the limit for one article")
    return data


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a file: `data` is None when it was longer than the limit and was passed over."""

    number: int
    data: bytes | None


def bounded_lines(stream: BinaryIO, limit: int) -> Iterator[Line]:
    """The lines of a stream with their numbers from 1; no more than `limit` bytes are held at a time."""
    number = 0
    while True:
        number += 1
        data = stream.readline(limit + 1)
        if not data:
            return
        if len(data) <= limit or data.endswith(b"\n"):
            yield Line(number=number, data=data)
            continue
        _pass_over_line(stream)
        yield Line(number=number, data=None)


def _pass_over_line(stream: BinaryIO) -> None:
    while True:
        data = stream.readline(HEAD)
        if not data or data.endswith(b"\n"):
            return

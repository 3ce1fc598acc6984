"""Plain text and Markdown: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator

from detente.model import Article, Refusal
from detente.sources.decoding import decode
from detente.sources.drafts import Draft, finish
from detente.sources.options import ReadOptions
from detente.sources.streams import Source, read_whole


def read(source: Source, options: ReadOptions) -> Iterator[Article | Refusal]:
    """The article in a text file; raises NotText or TooLarge."""
    text = decode(read_whole(source, options.max_bytes), source.charset)
    yield finish(Draft(text=text, origin=source.origin, url=source.url), options)

"""JSON that is one value: an array of articles, read piece by piece, or an object that is or holds some."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping

from detente.model import Article, Refusal
from detente.sources.decoding import decode
from detente.sources.jsonlines import ObjectReader, as_utf8
from detente.sources.options import ReadOptions
from detente.sources.records import columns
from detente.sources.streams import Source, read_whole, size_in_words

_PIECE = 256 * 1024
_GAP = re.compile(r"[\s,]*")
_NAMES_OF_LISTS = ("articles", "items", "data", "results", "docs", "documents", "stories", "records", "news", "hits")


def _pieces(source: Source, options: ReadOptions) -> Iterator[str]:
    stream = as_utf8(source, options)
    decoder = codecs.getincrementaldecoder("utf-8-sig")(errors="replace")
    while data := stream.read(_PIECE):
        yield decoder.decode(data)
    yield decoder.decode(b"", final=True)


def _items(pieces: Iterator[str], limit: int) -> Iterator[object]:
    """The items of a JSON array, held one at a time; raises ValueError where the array breaks off."""
    decoder, rest, wanted = json.JSONDecoder(), "", 0
    started = False
    for piece in pieces:
        rest += piece
        if not started:
            rest = rest.lstrip("\ufeff \t\r\n")
            if not rest:
                continue
            rest, started = rest[1:], True
        if len(rest) < wanted:
            continue
        position = 0
        while True:
            position = _GAP.match(rest, position).end()  # type: ignore[union-attr]
            if rest[position : position + 1] in ("", "]"):
                break
            try:
                value, end = decoder.raw_decode(rest, position)
            except json.JSONDecodeError:
                break
            if end == len(rest) and not isinstance(value, dict | list | str):
                break
            yield value
            position = end
        rest = rest[position:]
        if len(rest) > limit:
            raise ValueError(f"an item is broken or longer than {size_in_words(limit)}")
        # An item that is not complete is tried again only when twice as much of it is there.
        wanted = 2 * len(rest) if len(rest) > _PIECE else 0
    yield from _last_items(rest, decoder)


def _last_items(rest: str, decoder: json.JSONDecoder) -> Iterator[object]:
    position = 0
    while True:
        position = _GAP.match(rest, position).end()  # type: ignore[union-attr]
        if rest[position : position + 1] == "]":
            return
        try:
            value, position = decoder.raw_decode(rest, position)
        except json.JSONDecodeError as error:
            raise ValueError(f"the array breaks off: {error.msg}") from error
        yield value


def _listed(value: object) -> list[object] | None:
    """The list of articles in an answer of some service: under a usual name, one or two levels down."""
    if not isinstance(value, Mapping):
        return value if isinstance(value, list) else None
    for name in _NAMES_OF_LISTS:
        inner = _listed(value.get(name))
        if inner is not None:
            return inner
    return _listed(value.get("response"))


def _from_object(source: Source, options: ReadOptions, objects: ObjectReader) -> Iterator[Article | Refusal]:
    value = json.loads(decode(read_whole(source, options.max_bytes), source.charset).lstrip("\ufeff"))
    if isinstance(value, Mapping) and "text" in columns(value.keys(), options):
        yield from objects.read(value, "item 1")
        return
    listed = _listed(value)
    for number, item in enumerate([value] if listed is None else listed, start=1):
        yield from objects.read(item, f"item {number}")


def read(source: Source, options: ReadOptions) -> Iterator[Article | Refusal]:
    """The articles of a JSON file and a refusal for every item that gives none; raises NotText, TooLarge."""
    objects = ObjectReader(source.origin, options)
    head = source.head().lstrip(b"\xef\xbb\xbf \t\r\n")
    try:
        if head.startswith(b"["):
            for number, item in enumerate(_items(_pieces(source, options), options.max_bytes), start=1):
                yield from objects.read(item, f"item {number}")
        else:
            yield from _from_object(source, options, objects)
    except json.JSONDecodeError as error:
        yield Refusal(origin=source.origin, reason=f"is not JSON: {error.msg} at line {error.lineno}")
    except RecursionError:
        yield Refusal(origin=source.origin, reason="is nested too deeply")
    except ValueError as error:
        yield Refusal(origin=source.origin, reason=str(error))
    yield from objects.rest()

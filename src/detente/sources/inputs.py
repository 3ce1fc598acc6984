"""From what the user named to articles: files, folders, standard input and addresses, one after another."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from detente.model import Article, Dating, Refusal
from detente.sources.folders import failure_in_words, files_under
from detente.sources.kinds import binary_kind, reader_name
from detente.sources.options import DEFAULTS, ReadOptions
from detente.sources.streams import HEAD, Source
from detente.sources.unreadable import Unreadable

Reader = Callable[[Source, ReadOptions], Iterator[Article | Refusal]]

#: Every reader, imported only when a file asks for it: their libraries take longer to load than most texts.
READERS = {
    "text": "detente.sources.plain:read",
    "html": "detente.sources.pages:read",
    "feed": "detente.sources.feeds:read",
    "linked": "detente.sources.linked:read",
    "jsonl": "detente.sources.jsonlines:read",
    "json": "detente.sources.jsonarrays:read",
    "csv": "detente.sources.tables:read",
    "parquet": "detente.sources.parquet:read",
}
#: What a parsing library may throw at a file nobody foresaw; the file is named, the next one is read.
_UNFORESEEN = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    RuntimeError,
    ArithmeticError,
    AssertionError,
    SyntaxError,
    EOFError,
    MemoryError,
)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether an input is an address on the network and not a path."""
    return bool(_ADDRESS.match(text))


def _function(name: str) -> Reader:
    module, function = name.split(":")
    reader: Reader = getattr(importlib.import_module(module), function)
    return reader


def _read_source(source: Source, options: ReadOptions) -> Iterator[Article | Refusal]:
    """The articles of one open source; its reader is told by the options, the suffix or the first bytes."""
    head = source.head()
    if not head.strip():
        yield Refusal(origin=source.origin, reason="is empty")
        return
    binary = binary_kind(head)
    name = options.format or reader_name(source.suffix, head)
    if binary:
        yield Refusal(origin=source.origin, reason=f"is {binary}")
    elif name == "xml":
        yield Refusal(origin=source.origin, reason="is XML, but no feed (RSS, Atom or RDF)")
    elif name not in READERS:
        known = ", ".join(known for known in READERS if known != "linked")
        yield Refusal(origin=source.origin, reason=f"no reader is called {name!r}; there are {known}")
    else:
        yield from _function(READERS["linked" if name == "feed" and options.linked else name])(source, options)


def _read_path(path: Path, options: ReadOptions) -> Iterator[Article | Refusal]:
    with path.open("rb", buffering=HEAD) as stream:
        yield from _read_source(Source(origin=str(path), stream=stream, suffix=path.suffix), options)


def _read_stdin(options: ReadOptions) -> Iterator[Article | Refusal]:
    yield from _read_source(Source(origin="-", stream=sys.stdin.buffer), options)


def _read_address(url: str, options: ReadOptions) -> Iterator[Article | Refusal]:
    fetched = importlib.import_module("detente.sources.linked").fetched
    yield from _read_source(fetched(url, options), options)


def _guarded(origin: str, articles: Iterator[Article | Refusal]) -> Iterator[Article | Refusal]:
    """What `articles` yields, with any failure to read on told as a refusal."""
    try:
        yield from articles
    except Unreadable as error:
        yield Refusal(origin=origin, reason=str(error))
    except OSError as error:
        yield Refusal(origin=origin, reason=failure_in_words(error))
    except _UNFORESEEN as error:
        yield Refusal(origin=origin, reason=f"the reader failed on it: {type(error).__name__}: {error}")


def _read_input(name: str, options: ReadOptions) -> Iterator[Article | Refusal]:
    if name == "-":
        yield from _guarded("-", _read_stdin(options))
    elif is_address(name):
        yield from _guarded(name, _read_address(name, options))
    else:
        for found in files_under(Path(name)):
            if isinstance(found, Refusal):
                yield found
            else:
                yield from _guarded(str(found), _read_path(found, options))


def read_sources(inputs: Sequence[str], options: ReadOptions = DEFAULTS) -> Iterator[Article | Refusal]:
    """The articles in the inputs, in order, and a refusal for everything that could not be read.

    An input is a path of a file or folder, "-" for standard input, or an http(s) address.  Nothing but
    KeyboardInterrupt is raised for what the inputs hold.
    """
    for name in inputs:
        yield from _read_input(name, options)


def article_from_text(  # noqa: PLR0913 (the fields of an article, all by name)
    text: str,
    *,
    title: str = "",
    published: date | None = None,
    outlet: str = "",
    agency: str = "",
    byline: str = "",
    url: str = "",
    ref: str = "",
    origin: str = "",
) -> Article:
    """The article in a text, cleaned as a text file is; what is given wins over what its lines say.

    Raises Unreadable where the text is empty or not English.
    """
    # Loaded only here: the patterns of headers and datelines take longer to build than the import may.
    from detente.sources.drafts import Draft, finish

    draft = Draft(
        text=text,
        origin=origin,
        title=title,
        published=published,
        dating=Dating.GIVEN if published else Dating.UNKNOWN,
        outlet=outlet,
        agency=agency,
        byline=byline,
        url=url,
        ref=ref,
    )
    found = finish(draft, DEFAULTS)
    if isinstance(found, Refusal):
        raise Unreadable(found.reason)
    return found

"""From what the user named to articles: files, folders, standard input and addresses, one after another."""

from __future__ import annotations

import importlib
import io
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from detente.model import Article, Refusal
from detente.sources.kinds import BY_SUFFIX, binary_kind, reader_name
from detente.sources.options import ReadOptions
from detente.sources.streams import Source

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file to be read."""

    path: Path


def is_address(text: str) -> bool:
    """Whether an input is an address on the network and not a path."""
    return "://" in text.split("/", 1)[0] + "//" and text.lower().startswith(("http:", "https:", "ftp:", "file:"))


def _reader(name: str) -> Reader:
    module, function = READERS[name].split(":")
    reader: Reader = getattr(importlib.import_module(module), function)
    return reader


def files_under(path: Path, above: tuple[tuple[int, int], ...] = ()) -> Iterator[Found | Refusal]:
    """The files that a path names, folders in sorted order; what cannot be entered is refused by name."""
    try:
        status = path.stat()
    except FileNotFoundError:
        dangling = "is a link to a file that is not there" if path.is_symlink() else "no such file or folder"
        yield Refusal(origin=str(path), reason=dangling)
        return
    except (OSError, ValueError) as error:
        yield Refusal(origin=str(path), reason=_os_reason(error))
        return
    if not stat.S_ISDIR(status.st_mode):
        yield Found(path=path)
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        yield Refusal(origin=str(path), reason="is a link to a folder it lies in, a loop")
        return
    try:
        names = sorted(name for name in os.listdir(path) if not name.startswith("."))
    except OSError as error:
        yield Refusal(origin=str(path), reason=_os_reason(error))
        return
    for name in names:
        yield from files_under(path / name, (*above, here))


def _os_reason(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "may not be read: permission denied"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror.lower()}"
    return f"cannot be read: {error}"


def _special(mode: int) -> str:
    kinds = {stat.S_ISFIFO: "a named pipe", stat.S_ISSOCK: "a socket", stat.S_ISCHR: "a device", stat.S_ISBLK: "a device"}
    return next((name for test, name in kinds.items() if test(mode)), "not a regular file")


def _read_file(path: Path, options: ReadOptions) -> Iterator[Article | Refusal]:
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        yield Refusal(origin=str(path), reason=f"is {_special(mode)}, not a file")
        return
    with path.open("rb") as stream:
        yield from read_source(Source(origin=str(path), stream=stream, suffix=path.suffix), options)


def read_source(source: Source, options: ReadOptions) -> Iterator[Article | Refusal]:
    """The articles of one open source; the reader is told by the options, the suffix or the first bytes."""
    head = source.head()
    if not head.strip():
        yield Refusal(origin=source.origin, reason="is empty")
        return
    name = options.format or reader_name(source.suffix, head)
    binary = binary_kind(head)
    if binary:
        yield Refusal(origin=source.origin, reason=f"is {binary}")
    elif name == "xml":
        yield Refusal(origin=source.origin, reason="is XML, but no feed (RSS, Atom or RDF)")
    elif name not in READERS:
        known = ", ".join(name for name in READERS if name != "linked")
        yield Refusal(origin=source.origin, reason=f"no reader is called {name!r}; there are {known}")
    else:
        yield from _reader("linked" if name == "feed" and options.linked else name)(source, options)


def _read_stdin(options: ReadOptions) -> Iterator[Article | Refusal]:
    stream = io.BufferedReader(sys.stdin.buffer.raw, 128 * 1024) if _is_raw() else sys.stdin.buffer
    yield from read_source(Source(origin="-", stream=stream), options)

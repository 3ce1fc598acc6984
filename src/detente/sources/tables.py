"""CSV and TSV: one row, one article; a broken row is named and passed over, never those after it."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from detente.model import Article, Refusal
from detente.sources.decoding import NotText, decode
from detente.sources.drafts import finish
from detente.sources.jsonlines import as_utf8
from detente.sources.options import ReadOptions
from detente.sources.records import columns, draft_of, no_text_reason
from detente.sources.streams import Line, Source, bounded_lines, size_in_words

_DELIMITERS = (",", "\t", ";", "|")
#: How often a quote that swallowed many rows is taken back; a hostile table could ask for it at every line.
_MOST_LONG_RECOVERIES = 20
_LONG = 1000


class BrokenRow(ValueError):
    """A line inside the table cannot be read; the message says why."""


@dataclass(slots=True)
class LineFeed:
    """Decoded lines for the csv module; unlike a generator it goes on after it raised BrokenRow.

    It remembers the lines of the row in hand, so that those a stray quote swallowed can be read again.
    """

    lines: Iterator[Line]
    limit: int
    number: int = 0
    row: list[tuple[int, str]] = field(default_factory=list)
    again: deque[tuple[int, str]] = field(default_factory=deque)
    held: int = 0
    long_recoveries: int = 0

    def __iter__(self) -> LineFeed:
        return self

    def __next__(self) -> str:
        self.number, text = self.again.popleft() if self.again else self._fresh()
        self.held += len(text)
        if self.held <= self.limit:
            self.row.append((self.number, text))
        return text

    def _fresh(self) -> tuple[int, str]:
        line = next(self.lines)
        self.number = line.number
        if line.data is None:
            raise BrokenRow(f"the line is longer than {size_in_words(self.limit)}")
        try:
            text = decode(line.data)
        except NotText as error:
            raise BrokenRow(f"the line {error}") from error
        return line.number, text.lstrip("\ufeff") if line.number == 1 else text

    def begin_row(self) -> int:
        """Forget the last row; returns the number of the line at which the next one begins."""
        self.row, self.held = [], 0
        return self.again[0][0] if self.again else self.number + 1

    def take_back(self) -> bool:
        """Give the lines after the first of this row out again; False when they are too many to hold."""
        if self.held > self.limit or len(self.row) < 2:
            return False
        self.long_recoveries += len(self.row) > _LONG
        if self.long_recoveries > _MOST_LONG_RECOVERIES:
            return False
        self.again.extendleft(reversed(self.row[1:]))
        return True


def _delimiter(header: str) -> str:
    """The character that splits a header line into most names outside quotes."""
    outside = "".join(header.split('"')[0::2])
    return max(_DELIMITERS, key=outside.count)


def _quoted(head: str, delimiter: str) -> bool:
    """Whether quotes enclose fields here; in tab-separated files they are mostly letters like others."""
    if delimiter != "\t":
        return True
    return head.startswith('"') or ('\t"' in head and any(mark in head for mark in ('"\t', '"\n', '"\r')))


@dataclass(slots=True, kw_only=True)
class Table:
    """The rows under a header: each becomes an article or a refusal."""

    source: Source
    options: ReadOptions
    feed: LineFeed
    names: list[str]
    named: dict[str, str]
    split: Callable[[Iterable[str]], Iterator[list[str]]]

    def rows(self, reader: Iterator[list[str]]) -> Iterator[Article | Refusal]:
        """The articles and refusals of all rows that `reader` gives."""
        while True:
            first = self.feed.begin_row()
            where = f"{self.source.origin}:line {first}"
            try:
                row = next(reader)
            except StopIteration:
                return
            except (BrokenRow, csv.Error) as error:
                yield self._broken(where, first, str(error))
                continue
            if len(row) == len(self.names) and self._swallowed():
                yield self._broken(where, first, "holds another row")
            elif len(row) == len(self.names):
                values = dict(zip(self.names, row, strict=True))
                yield finish(draft_of(values, self.named, where), self.options)
            elif any(cell.strip() for cell in row):
                reason = f"has {len(row)} fields where the header has {len(self.names)}"
                yield self._broken(where, first, reason)

    def _swallowed(self) -> bool:
        """Whether a line inside this row is a whole row itself: a quote before it was never closed."""
        begun = [line for _, line in self.feed.row[1:] if line.startswith('"') and not line.startswith('""')]
        return any(len(cells) == len(self.names) for line in begun for cells in self.split([line]))

    def _broken(self, where: str, first: int, reason: str) -> Refusal:
        last = self.feed.number
        if last > first:
            reason += f"; a quote may be open from here to line {last}"
            reason += ", whose rows are read on their own" if self.feed.take_back() else ", which is lost"
        return Refusal(origin=where, reason=reason)


def _unique(names: list[str]) -> list[str]:
    """Names of columns with doubles numbered, so that the first of a name keeps its values."""
    seen: dict[str, int] = {}
    result = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        result.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return result


def _splitter(head: str) -> Callable[[Iterable[str]], Iterator[list[str]]]:
    """The function that splits lines into rows as this table is written."""
    delimiter = _delimiter(head.lstrip("\ufeff").split("\n", 1)[0])
    if _quoted(head, delimiter):
        return lambda lines: csv.reader(lines, delimiter=delimiter)
    return lambda lines: csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)


def read(source: Source, options: ReadOptions) -> Iterator[Article | Refusal]:
    """The articles of a table in its order, and a refusal for every row that gives none.

    Raises NotText for a binary file and TooLarge for UTF-16 over the limit.
    """
    head = decode(source.head())
    # The limit belongs to the csv module as a whole; it is only ever raised, so no reader hurts another.
    csv.field_size_limit(max(csv.field_size_limit(), options.max_bytes))
    feed = LineFeed(bounded_lines(as_utf8(source, options), options.max_bytes), options.max_bytes)
    split = _splitter(head)
    reader = split(feed)
    try:
        names = _unique([name.strip() for name in next(reader)])
    except StopIteration:
        yield Refusal(origin=source.origin, reason="the table is empty")
        return
    except (BrokenRow, csv.Error) as error:
        yield Refusal(origin=f"{source.origin}:line 1", reason=f"the header cannot be read: {error}")
        return
    named = columns(names, options)
    if named.get("text") not in names:
        yield Refusal(origin=source.origin, reason=no_text_reason(names))
        return
    table = Table(source=source, options=options, feed=feed, names=names, named=named, split=split)
    yield from table.rows(reader)

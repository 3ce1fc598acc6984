"""Parquet: one row, one article; read in small batches."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

import pyarrow
import pyarrow.parquet

from detente.model import Article, Refusal
from detente.sources.drafts import finish
from detente.sources.options import ReadOptions
from detente.sources.records import columns, draft_of, no_text_reason
from detente.sources.streams import Source, read_whole

_BATCH = 256


def _seekable(source: Source, options: ReadOptions) -> BinaryIO:
    """Parquet is read from its end: a pipe or a page is taken into memory first, up to the limit."""
    if source.stream.seekable():
        return source.stream
    return io.BytesIO(read_whole(source, options.max_bytes))


def read(source: Source, options: ReadOptions) -> Iterator[Article | Refusal]:
    """The articles of a Parquet file in its order; raises TooLarge for what cannot be read in place."""
    try:
        table = pyarrow.parquet.ParquetFile(_seekable(source, options))
        names = table.schema_arrow.names
        named = columns(names, options)
        wanted = {name: column.split(".")[0] for name, column in named.items()}
        if wanted.get("text") not in names:
            yield Refusal(origin=source.origin, reason=no_text_reason(names))
            return
        present = sorted({column for column in wanted.values() if column in names})
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH, columns=present):
            for row in batch.to_pylist():
                number += 1
                yield finish(draft_of(row, named, f"{source.origin}:row {number}"), options)
    except (pyarrow.ArrowException, OSError) as error:
        reason = str(error).splitlines()[0][:200] if str(error) else "damaged"
        yield Refusal(origin=source.origin, reason=f"is not a readable Parquet file: {reason}")


def count(stream: BinaryIO) -> int | None:
    """How many rows a Parquet file says it has, None where it cannot be read."""
    try:
        return int(pyarrow.parquet.ParquetFile(stream).metadata.num_rows)
    except (pyarrow.ArrowException, OSError):
        return None

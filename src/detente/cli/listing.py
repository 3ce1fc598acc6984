"""Listings in every format: rows of plain values to a table, CSV, JSONL or Parquet."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import typer
from rich.console import Console
from rich.table import Table

from detente.cli.options import Format

Row = Mapping[str, Any]


@contextmanager
def destination(output: Path | None) -> Iterator[TextIO]:
    """A text file to write to: the one named, or standard output."""
    if output is None:
        yield sys.stdout
    else:
        with output.open("w", encoding="utf-8", newline="") as file:
            yield file


def needs_file(output: Path | None) -> Path:
    """The file to write Parquet to; a usage error when none was named."""
    if output is None:
        raise typer.BadParameter("parquet is written to a file: add --output FILE")
    return output


def print_rows(rows: Iterable[Row], columns: Sequence[str], form: Format, output: Path | None, table: Table) -> int:
    """Print plain rows in a format; how many there were.  `table` says how the table looks."""
    if form is Format.PARQUET:
        return _to_parquet(list(rows), columns, needs_file(output))
    with destination(output) as file:
        if form is Format.JSONL:
            return _counted(rows, lambda row: file.write(json.dumps(row, ensure_ascii=False, default=str) + "\n"))
        if form is Format.CSV:
            writer = csv.DictWriter(file, columns, extrasaction="ignore")
            writer.writeheader()
            return _counted(rows, writer.writerow)
        count = _counted(rows, lambda row: table.add_row(*(str(row[c]) for c in columns)))
        console(file).print(table)
        return count


def console(file: TextIO | None = None) -> Console:
    """A console that fits the terminal, and is wide where there is none."""
    target = file or sys.stdout
    return Console(file=target, width=None if target.isatty() else 140, highlight=False, soft_wrap=False)


def plain_table(*columns: tuple[str, Mapping[str, Any]]) -> Table:
    """A table with light rules: names of columns with their layout."""
    table = Table(box=None, show_edge=False, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name, layout in columns:
        table.add_column(name, **layout)
    return table


def _counted(rows: Iterable[Row], write: Any) -> int:
    count = 0
    for row in rows:
        write(row)
        count += 1
    return count


def _to_parquet(rows: list[Row], columns: Sequence[str], path: Path) -> int:
    import pyarrow as pa  # here because loading it takes longer than most listings
    import pyarrow.parquet as pq

    plain = [{c: _plain(row[c]) for c in columns} for row in rows]
    pq.write_table(pa.Table.from_pylist(plain), path)
    return len(rows)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value

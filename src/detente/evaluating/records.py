"""Files of records, line by line: JSON Lines, JSON, CSV and tab-separated tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Given:
    """One record by the names of its fields, and the file and line that it stands in."""

    where: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bad:
    """A line that could not be used, and why."""

    where: str
    reason: str


def records_of(path: Path) -> Iterator[Given | Bad]:
    """All records of a file, with the lines that are none; ValueError for a file of another kind."""
    if path.suffix in (".csv", ".tsv"):
        yield from _table(path, "\t" if path.suffix == ".tsv" else ",")
    elif path.suffix == ".json":
        yield from _entries(path)
    elif path.suffix in (".jsonl", ".ndjson"):
        yield from _lines(path)
    else:
        raise ValueError(f"{path}: coded sentences come as .jsonl, .json, .csv or .tsv")


def _lines(path: Path) -> Iterator[Given | Bad]:
    for number, line in enumerate(path.read_text("utf-8-sig").split("\n"), 1):
        if line.strip():
            where = f"{path}, line {number}"
            try:
                yield _record(where, json.loads(line))
            except json.JSONDecodeError as error:
                yield Bad(where, f"is no JSON: {error.msg}")


def _entries(path: Path) -> Iterator[Given | Bad]:
    try:
        whole = json.loads(path.read_text("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise ValueError(f"{path}, line {error.lineno}: is no JSON: {error.msg}") from error
    for number, entry in enumerate(whole if isinstance(whole, list) else [whole], 1):
        yield _record(f"{path}, entry {number}", entry)


def _record(where: str, entry: object) -> Given | Bad:
    if not isinstance(entry, dict):
        return Bad(where, "is no record with named fields")
    return Given(where, entry)


def _table(path: Path, delimiter: str) -> Iterator[Given | Bad]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines, delimiter=delimiter)
        for row in rows:
            where = f"{path}, line {rows.line_num}"
            values = {name.strip().lower(): value for name, value in row.items() if name is not None}
            if None in row or None in values.values():
                yield Bad(where, "has not as many fields as the first line")
            else:
                yield Given(where, values)

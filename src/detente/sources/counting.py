"""How many articles there may be, told without reading them."""

from __future__ import annotations

import csv
import importlib
from collections.abc import Sequence
from pathlib import Path

from detente.model import Refusal
from detente.sources.folders import files_under
from detente.sources.inputs import is_address
from detente.sources.kinds import BY_SUFFIX
from detente.sources.options import DEFAULTS, MEGABYTE, ReadOptions
from detente.sources.streams import HEAD

#: Counting the lines of anything larger would take longer than a progress bar is worth.
_LARGEST = 1024 * MEGABYTE


def _lines_in(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(piece.count(b"\n") for piece in iter(lambda: stream.read(16 * HEAD), b""))


def _rows_in(path: Path, options: ReadOptions) -> int | None:
    csv.field_size_limit(max(csv.field_size_limit(), options.max_bytes))
    if path.suffix.lower() != ".csv":
        return max(0, _lines_in(path) - 1)
    with path.open(encoding="latin-1", newline="") as stream:
        try:
            rows: int = sum(1 for row in csv.reader(stream) if row)
        except csv.Error:
            return None
    return max(0, rows - 1)


def _articles_in(path: Path, options: ReadOptions) -> int | None:
    kind = options.format or BY_SUFFIX.get(path.suffix.lower(), "text")
    if kind in ("feed", "json") or path.stat().st_size > _LARGEST:
        return None
    if kind == "jsonl":
        return max(1, _lines_in(path))
    if kind == "csv":
        return _rows_in(path, options)
    if kind == "parquet":
        with path.open("rb") as stream:
            count: int | None = importlib.import_module("detente.sources.parquet").count(stream)
            return count
    return 1


def count_sources(inputs: Sequence[str], options: ReadOptions = DEFAULTS) -> int | None:
    """About how many articles the inputs hold, None where that is not known without reading them."""
    total = 0
    for name in inputs:
        if name == "-" or is_address(name):
            return None
        for found in files_under(Path(name)):
            if isinstance(found, Refusal):
                continue
            try:
                count = _articles_in(found, options)
            except OSError:
                continue
            if count is None:
                return None
            total += count
    return total

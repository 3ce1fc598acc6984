"""Part files: readings that are safe on the disk before the DuckDB file has seen them.

A part is complete or absent: it is written under another name, forced to the disk and renamed.
"""

from __future__ import annotations

import json
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

_SUFFIX = ".part.ndjson"
_UNFINISHED = ".unfinished"
_NUMBER = re.compile(r"(\d+)-[0-9a-f]+" + re.escape(_SUFFIX))


def folder_of(archive: Path) -> Path:
    """The folder in which the parts of `archive` wait."""
    return archive.with_name(archive.name + ".parts")


def waiting(archive: Path) -> list[Path]:
    """The parts that wait to be absorbed, oldest first."""
    folder = folder_of(archive)
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if _NUMBER.fullmatch(path.name))


def save(archive: Path, lines: Iterable[bytes]) -> Path:
    """Write `lines` as a new part and return it once it is safe on the disk; OSError when it cannot be."""
    folder = folder_of(archive)
    folder.mkdir(exist_ok=True)
    final = folder / f"{_next_number(archive):010d}-{secrets.token_hex(8)}{_SUFFIX}"
    draft = final.with_name(final.name + _UNFINISHED)
    with draft.open("wb") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(final)
    _sync(folder)
    return final


def remove(archive: Path, absorbed: Iterable[Path]) -> None:
    """Delete parts that the archive has absorbed, for good."""
    for part in absorbed:
        part.unlink(missing_ok=True)
    _sync(folder_of(archive))


def remove_unfinished(archive: Path) -> None:
    """Delete what a killed writer left half written; only the holder of the lock may do this."""
    folder = folder_of(archive)
    if folder.is_dir():
        for draft in folder.glob(f"*{_SUFFIX}{_UNFINISHED}"):
            draft.unlink(missing_ok=True)


def read_rows(part: Path) -> Iterator[dict[str, object]]:
    """The readings of a part as they were written."""
    with part.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            yield json.loads(line)


def together(parts: list[Path], most_bytes: int) -> Iterator[list[Path]]:
    """`parts` in order, in groups of at most `most_bytes` and of at least one part."""
    group: list[Path] = []
    size = 0
    for part in parts:
        length = part.stat().st_size
        if group and size + length > most_bytes:
            yield group
            group, size = [], 0
        group.append(part)
        size += length
    if group:
        yield group


def _next_number(archive: Path) -> int:
    # Numbers start again when all parts are absorbed; the random half of the name keeps it unique.
    numbers = [int(found[1]) for path in waiting(archive) if (found := _NUMBER.fullmatch(path.name))]
    return max(numbers, default=0) + 1


def _sync(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot open a folder, and keeps renames safe by itself
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

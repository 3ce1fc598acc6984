"""Labelled sentences to learn from: the project's own and a user's, checked line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from detente.reading.marked import Marked, MarkError, unmark
from detente.reading.marked_pair import SOURCE, TARGET, unmark_pair

ROOTS = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)
LABELS = (*ROOTS, "NONE")
_ROOT_FIELDS = ("root", "label", "gold_root", "type")


class LabelError(ValueError):
    """Labelled sentences that cannot be learned from; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with its two parties marked, and the root of what passes from the one to the other."""

    marked: Marked
    label: str


def read_labelled(path: Path) -> list[Labelled]:
    """The labelled sentences of a file (.tsv as in training/, .jsonl with `marked` and `root`) or of a folder."""
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.suffix in (".tsv", ".jsonl"))
        return [row for file in files for row in read_labelled(file)]
    if path.suffix not in (".tsv", ".jsonl"):
        raise LabelError(f"{path}: labelled sentences come as .tsv or .jsonl")
    read = _tabbed if path.suffix == ".tsv" else _json_lines
    found: list[Labelled] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            try:
                found.extend(read(line))
            except (ValueError, MarkError) as error:
                raise LabelError(f"{path}, line {number}: {error}") from error
    return found


def _tabbed(line: str) -> Iterator[Labelled]:
    parts = line.split("\t")
    if len(parts) != 3:
        raise ValueError("needs a label, a construction and a sentence, parted by tabs")
    marked = unmark(parts[2], frozenset({SOURCE, TARGET}))
    if not marked.of(SOURCE) and not marked.of(TARGET):
        raise ValueError("marks neither a source nor a target")
    yield _labelled(marked, parts[0])


def _json_lines(line: str) -> Iterator[Labelled]:
    given = json.loads(line)
    if not isinstance(given, dict) or not isinstance(given.get("marked"), str):
        raise ValueError('needs "marked", the sentence with <s> and <t>')
    label = next((given[f] for f in _ROOT_FIELDS if isinstance(given.get(f), str)), None)
    if label is None:
        raise ValueError(f"needs a label in one of {', '.join(_ROOT_FIELDS)}")
    marked = unmark_pair(given["marked"])
    for root in ("CONCEDE", "RETREAT") if label == "YIELD" else (label,):
        yield _labelled(marked, root)


def _labelled(marked: Marked, label: str) -> Labelled:
    if label not in LABELS:
        raise ValueError(f"no label is called {label!r}")
    return Labelled(marked, label)

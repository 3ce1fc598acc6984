"""Records in files: one JSON object a line, or a flat CSV table."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TextIO

from detente.exchange.claims import read_claim_record
from detente.exchange.contract import COLUMNS, NESTED, ClaimRecordError, Head
from detente.model import Claim


def write_jsonl(records: Iterable[Mapping[str, Any]], file: TextIO) -> int:
    """Write each record as a line of JSON to a text file opened as UTF-8; how many there were."""
    count = 0
    for record in records:
        file.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")
        count += 1
    return count


def read_jsonl(file: Iterable[str]) -> Iterator[tuple[Claim, Head]]:
    """The claims of a JSONL file with what it says of their articles; ClaimRecordError names the line."""
    for number, line in enumerate(file, start=1):
        if line.strip():
            yield read_claim_record(_parsed(line, number), number)


def write_csv(records: Iterable[Mapping[str, Any]], file: TextIO) -> int:
    """Write records as a flat table with a header line; how many there were.

    The file is to be opened as UTF-8 with newline="", for the lines end as RFC 4180 has it.
    """
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    count = 0
    for record in records:
        row = flat_record(record)
        writer.writerow([_cell(row[column]) for column in COLUMNS])
        count += 1
    return count


def flat_record(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record with one value a column; several are joined with semicolons, and null if all are unknown."""
    row: dict[str, Any] = {}
    for key, value in record.items():
        if key in NESTED:
            row |= _columns(key, value)
        elif key == "cues":
            row[key] = joined([f"{cue['answers']}={cue['value']} ({cue['text']})" for cue in value])
        elif key == "coders":
            row[key] = joined([" ".join(_coder_words(opinion)) for opinion in value])
        elif key == "details":
            row[key] = joined([f"{name}={content}" for name, content in value.items()])
        else:
            row[key] = joined(value) if isinstance(value, list) else value
    return row


def _coder_words(opinion: Mapping[str, Any]) -> Iterator[str]:
    yield f"{opinion['coder']}={opinion['root']}"
    if opinion["probability"] is not None:
        yield str(round(opinion["probability"], 2))


def joined(values: Sequence[str | None]) -> str | None:
    """Several texts in one, each in its place even when empty; None when all of them are."""
    if not any(value and value.strip(" ") for value in values):
        return None
    return "; ".join(value or "" for value in values)


def _columns(key: str, value: Any) -> dict[str, Any]:
    if isinstance(value, list):
        return {f"{key}_{inner}": joined([one[inner] for one in value]) for inner in NESTED[key]}
    return {f"{key}_{inner}": value[inner] if value else None for inner in NESTED[key]}


def _cell(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


def _parsed(line: str, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise ClaimRecordError(f"line {number}: not JSON ({error})") from error
    if not isinstance(record, dict):
        raise ClaimRecordError(f"line {number}: must be an object")
    return record

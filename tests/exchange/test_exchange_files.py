"""Records in files, and the same claims as the archive writes them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from shared_samples import RULES, claims_of, make_article, make_claim

from detente.archive import Archive
from detente.exchange import (
    CLAIM_KEYS,
    COLUMNS,
    ClaimRecordError,
    claim_record,
    flat_record,
    read_jsonl,
    write_csv,
    write_jsonl,
)
from detente.model import Claim, Party, Reading, Speaker

ARTICLE = make_article(1)
DATES = {"published", "when_start", "when_end"}

# Each example makes a database: looking for the smallest failing one would take minutes.
NO_SHRINKING = (Phase.explicit, Phase.generate)
TWO = make_claim(
    ARTICLE,
    source=(
        Party(text='the "Sea, Inc." yard', start=0, end=3, code="sea-yard", country="GRC"),
        Party(text="somebody\nelse", start=5, end=9),
        Party(text="Cairo", start=5, end=9, code="EGY", country="EGY", sector="GOV"),
    ),
    issue=("energy", "arms"),
    details=(("cost", "5bn"), ("due", "2030")),
    speaker=(Speaker(text="an aide", start=1, end=2, verb="say"),),
)


def records() -> list[dict[str, Any]]:
    return [claim_record(claim, ARTICLE) for claim in (TWO, make_claim(ARTICLE, 5))]


def test_jsonl_has_one_record_a_line_and_is_read_back() -> None:
    file = io.StringIO()
    assert write_jsonl(records(), file) == 2
    lines = file.getvalue().splitlines()
    assert [json.loads(line) for line in lines] == records()
    assert [claim.id for claim, _ in read_jsonl(lines)] == [record["id"] for record in records()]


@pytest.mark.parametrize(
    ("line", "words"),
    [("{", "line 3: not JSON"), ("[]", "line 3: must be an object"), ("{}", "line 3: record")],
)
def test_errors_name_the_line(line: str, words: str) -> None:
    with pytest.raises(ClaimRecordError, match=words):
        list(read_jsonl([json.dumps(records()[0]), "\n", line]))


def test_csv_has_flat_columns_and_quotes_as_rfc_4180_has_it() -> None:
    file = io.StringIO(newline="")
    assert write_csv(records(), file) == 2
    text = file.getvalue()
    assert text.startswith(",".join(COLUMNS) + "\r\n")
    assert '"the ""Sea, Inc."" yard; somebody\nelse; Cairo"' in text
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert row["source_code"] == "sea-yard; ; EGY"
    assert row["source_sector"] == "; ; GOV"
    assert row["source_name"] == ""
    assert row["issue"] == "energy; arms"
    assert row["details"] == "cost=5bn; due=2030"
    assert row["cues"] == "trigger=meet (met)"
    assert (row["symmetric"], row["score"], row["when_precision"]) == ("false", "", "reported")


def test_flat_columns_are_those_of_the_contract() -> None:
    assert [tuple(flat_record(record)) for record in records()] == [COLUMNS, COLUMNS]
    assert len(set(COLUMNS)) == len(COLUMNS)


@pytest.mark.slow
@settings(max_examples=12, deadline=None, phases=NO_SHRINKING)
@given(claims=st.lists(claims_of(ARTICLE.id), min_size=1, max_size=4, unique_by=lambda claim: claim.id))
def test_the_archive_writes_the_same_contract(claims: list[Claim], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("same")
    with Archive.open(folder / "a.duckdb") as archive, archive.writer(rules=RULES) as writer:
        writer.add(Reading(article=ARTICLE, claims=tuple(claims), unread=(), rules=RULES.digest))
    expected = [claim_record(claim, ARTICLE) for claim in claims]
    archive.claims().to_parquet(folder / "claims.parquet")
    assert plain(nested_rows(folder / "claims.parquet")) == expected
    frame = archive.claims().df()
    assert tuple(frame.columns) == COLUMNS
    rows = [told(row) for row in frame.to_dict("records")]
    assert rows == [told(flat_record(record)) for record in expected]


def told(row: Mapping[Any, Any]) -> dict[str, Any]:
    """The texts of a row, without dates, which a data frame holds in a type of its own."""
    return {key: value for key, value in row.items() if isinstance(value, str) and key not in DATES}


def nested_rows(path: Path) -> list[dict[str, Any]]:
    relation = duckdb.read_parquet(str(path))
    assert tuple(relation.columns) == CLAIM_KEYS
    return [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]


def plain(value: Any) -> Any:
    """The value as JSON has it: dates as ISO words."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if hasattr(value, "isoformat") else value

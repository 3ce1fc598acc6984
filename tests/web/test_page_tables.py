from __future__ import annotations

import csv
import io
import json
from datetime import date

import pyarrow.parquet as pq
import pytest
from starlette.exceptions import HTTPException

from detente.web.tables import Column, Table, chosen, file

_TABLE = Table(
    name="things",
    title="Things",
    columns=(Column(key="day", label="day", kind="day"), Column(key="words", label="words")),
    rows=[
        {"day": date(2016, 1, 3), "words": "=HYPERLINK(1)", "codes": ["IRN", "SAU"], "to_pair": "/pair/IRN/SAU"},
        {"day": None, "words": 'said "no", twice', "codes": [], "to_pair": ""},
    ],
)


def test_csv_has_all_columns_but_addresses_and_no_formulas() -> None:
    found = list(csv.DictReader(io.StringIO(bytes(file(_TABLE, "csv").body).decode())))
    assert found == [
        {"day": "2016-01-03", "words": "'=HYPERLINK(1)", "codes": "IRN; SAU"},
        {"day": "", "words": 'said "no", twice', "codes": ""},
    ]


def test_json_keeps_values_as_they_are() -> None:
    first = json.loads(bytes(file(_TABLE, "json").body))[0]
    assert first == {"day": "2016-01-03", "words": "=HYPERLINK(1)", "codes": ["IRN", "SAU"]}


def test_parquet_has_types() -> None:
    answer = file(_TABLE, "parquet")
    found = pq.read_table(io.BytesIO(bytes(answer.body)))
    assert found.to_pylist()[0] == {"day": date(2016, 1, 3), "words": "=HYPERLINK(1)", "codes": ["IRN", "SAU"]}
    assert answer.headers["content-disposition"] == 'attachment; filename="things.parquet"'


def test_an_empty_table_is_a_file_too() -> None:
    empty = Table(name="none", title="None", columns=(Column(key="a", label="a"),))
    assert bytes(file(empty, "csv").body) == b"a\r\n"
    assert pq.read_table(io.BytesIO(bytes(file(empty, "parquet").body))).num_rows == 0


def test_another_table_is_not_found() -> None:
    with pytest.raises(HTTPException):
        chosen({"things": _TABLE}, "others", "csv")

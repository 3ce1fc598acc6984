"""Tables of a page, which can be taken away as CSV, JSON or Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from starlette.exceptions import HTTPException
from starlette.responses import Response

#: The kinds of files that a table can be had as.
Form = Literal["csv", "json", "parquet"]
FORMS: tuple[Form, ...] = ("csv", "json", "parquet")
_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json", "parquet": "application/vnd.apache.parquet"}
#: With these a spreadsheet takes what follows for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: the key of its values, its heading, how it is shown, and the key of the address that it leads to.

    `kind` is text, number, signed, percent, day, quote, type or status.
    """

    key: str
    label: str
    kind: str = "text"
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of plain values under columns; `name` is that of its file.

    Rows may hold more than is shown: all but addresses (keys that begin with `to_`) goes into files.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Mapping[str, Any]] = field(default=())
    note: str = ""
    empty: str = "Nothing is told of this in the record."

    def first(self, most: int) -> Table:
        """The same with only so many rows, and a note that the files have them all."""
        if len(self.rows) <= most:
            return self
        more = f"The first {most} of {len(self.rows):,}; the files hold them all."
        return replace(self, rows=self.rows[:most], note=f"{self.note} {more}".strip())

    @property
    def keys(self) -> list[str]:
        """The keys that go into files: those that are shown first, then the rest."""
        shown = [column.key for column in self.columns]
        more = [key for row in self.rows[:1] for key in row if key not in shown and not key.startswith("to_")]
        return shown + more


def file(table: Table, form: Form) -> Response:
    """The table as a file."""
    makers = {"csv": _csv, "json": _json, "parquet": _parquet}
    headers = {"Content-Disposition": f'attachment; filename="{table.name}.{form}"'}
    return Response(makers[form](table), media_type=_TYPES[form], headers=headers)


def _csv(table: Table) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(table.keys)
    for row in table.rows:
        writer.writerow([_cell(row.get(key)) for key in table.keys])
    return written.getvalue().encode("utf-8")


def _cell(value: Any) -> Any:
    """A value for a spreadsheet, which must not take text of an article for a formula."""
    if isinstance(value, (list, tuple)):
        value = "; ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _json(table: Table) -> bytes:
    rows = [{key: row.get(key) for key in table.keys} for row in table.rows]
    return json.dumps(rows, ensure_ascii=False, default=str, indent=1).encode("utf-8")


def _parquet(table: Table) -> bytes:
    import pyarrow as pa  # here because loading it takes longer than most pages
    import pyarrow.parquet as pq

    plain = [{key: _plain(row.get(key)) for key in table.keys} for row in table.rows]
    columns = {key: [row[key] for row in plain] for key in table.keys}
    sink = io.BytesIO()
    pq.write_table(pa.table(columns), sink)
    return sink.getvalue()


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def chosen(found: Mapping[str, Table], name: str, form: Form) -> Response:
    """One of several tables as a file; 404 where none has that name."""
    if name not in found:
        raise HTTPException(404)
    return file(found[name], form)

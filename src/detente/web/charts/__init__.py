"""Charts of a page: drawn by the browser from a specification, or by the server as a picture of the same."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from starlette.responses import Response

from detente.charts import rendering
from detente.web.tables import Column, Table, file

#: The kinds of files that a chart can be had as; `json` is the specification, `csv` its data.
Form = Literal["svg", "png", "json", "csv"]
Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart: its Vega-Lite specification, what it shows in words, and its data as rows.

    In a specification `"width": "container"` fits the room there is; a picture is `width` points wide.
    """

    name: str
    says: str
    spec: Mapping[str, Any]
    rows: Sequence[Mapping[str, Any]]
    width: int = 860


def answer(chart: Chart, form: Form, theme: Theme) -> Response:
    """The chart, or its data, as a file."""
    if form == "csv":
        columns = tuple(Column(key=key, label=key) for key in (chart.rows[0] if chart.rows else {}))
        table = Table(name=chart.name, title=chart.says, columns=columns, rows=chart.rows)
        return file(table, "csv")
    spec = rendering.dark(chart.spec) if theme == "dark" else chart.spec
    if form == "json":
        return Response(json.dumps(spec, default=str), media_type="application/json")
    picture = {**spec, "width": chart.width} if spec.get("width") == "container" else spec
    if form == "svg":
        return Response(rendering.svg(picture), media_type="image/svg+xml")
    return Response(rendering.png(picture), media_type="image/png")

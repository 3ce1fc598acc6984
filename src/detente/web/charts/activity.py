"""How much is told of an actor in each year: for others upwards, against them downwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from detente.charts.colours import FRIENDLY, HOSTILE
from detente.web.charts import Chart
from detente.web.charts.style import styled

_SIGNS = {"cooperative": 1, "hostile": -1}


def activity_chart(name: str, years: Iterable[Mapping[str, Any]]) -> Chart:
    """Events and ties of an actor by year."""
    rows = [dict(row) for row in years]
    bars = [
        {"start": f"{row['year']:04d}", "sign": row["sign"], "claims": row["claims"],
         "high": row["claims"] * _SIGNS[row["sign"]], "year": str(row["year"])}
        for row in rows
        if row["sign"] in _SIGNS
    ]  # fmt: skip
    return Chart(
        name="activity",
        says=f"Events and ties of {name} by year: cooperation upwards, conflict downwards",
        spec=styled({
            "width": "container", "height": 130, "data": {"values": bars},
            "mark": {"type": "bar", "tooltip": True},
            "encoding": {
                "x": {"field": "start", "type": "temporal", "timeUnit": "utcyear", "title": None,
                      "axis": {"grid": False}},
                "y": {"field": "high", "type": "quantitative", "title": "claims a year", "stack": True,
                      "axis": {"tickCount": 4, "labelExpr": "format(abs(datum.value), '~s')"}},
                "color": {"field": "sign", "type": "nominal", "legend": None,
                          "scale": {"domain": list(_SIGNS), "range": [FRIENDLY, HOSTILE]}},
                "tooltip": [{"field": "year", "type": "nominal"}, {"field": "sign", "type": "nominal"},
                            {"field": "claims", "type": "nominal"}],
            },
        }),
        rows=rows,
    )  # fmt: skip

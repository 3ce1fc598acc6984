"""What all charts of the page have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detente.charts.colours import FONT, INK, MUTED, PALE

_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_CONFIG = {
    "font": FONT,
    "view": {"stroke": None},
    "aria": False,
    "axis": {
        "labelColor": MUTED, "titleColor": MUTED, "tickColor": PALE, "domainColor": PALE, "gridColor": "#eef1f3",
        "titleFontWeight": "normal", "labelFontSize": 11, "titleFontSize": 11,
    },
    "legend": {"labelColor": MUTED, "titleColor": MUTED, "labelFontSize": 11, "symbolType": "square"},
    "title": {"color": INK, "anchor": "start", "fontSize": 14},
}  # fmt: skip


def styled(spec: Mapping[str, Any]) -> dict[str, Any]:
    """A specification with the look of the page."""
    return {"$schema": _SCHEMA, "background": "white", "config": _CONFIG, "padding": 6, **spec}

"""The colours and measures of all charts: teal for the good, brick for the bad, readable by the colour-blind."""

from __future__ import annotations

from typing import Any

from detente.history.names import Standing

FRIENDLY, HOSTILE, INK, MUTED, PALE = "#1f7a72", "#b3402f", "#1d2730", "#6a7680", "#d9dee2"
STANDING = {
    Standing.ALLIED: "#4fa79b",
    Standing.CORDIAL: "#b3d9d2",
    Standing.NEUTRAL: "#eceff1",
    Standing.STRAINED: "#f6ddc9",
    Standing.HOSTILE: "#eeb09c",
    Standing.AT_WAR: "#cf6f5c",
}
QUADS = {
    "material cooperation": "#1f7a72",
    "verbal cooperation": "#8cc5bd",
    "verbal conflict": "#e9b19f",
    "material conflict": "#b3402f",
}
BLOCS = ("#35618f", "#c07f2c", "#7b5a9e", "#4c8a4c", "#a8486f", "#5b8f9c", "#8a7a3f", "#9c6a5b")
WIDTH = 860
#: What charts have in place of the ink, the paper and the lines of a light page, on a dark one.
_DARK = {
    INK: "#e4e9ed", MUTED: "#9aa7b1", PALE: "#3b4650", "white": "#151b21", "#eef1f3": "#242d35",
    FRIENDLY: "#4fb3a7", HOSTILE: "#e07a63",
    "#4fa79b": "#1d5f58", "#b3d9d2": "#17433f", "#eceff1": "#232b33", "#f6ddc9": "#4a3324", "#eeb09c": "#5f2f25",
    "#cf6f5c": "#7d2f22", "#8cc5bd": "#2b6f67", "#e9b19f": "#8f4637",
}  # fmt: skip
THEMES = ("light", "dark")


def themed(drawn: Any, theme: str) -> Any:
    """The parts of a chart, as plain values, in the colours of a theme; ValueError where there is no such theme."""
    if theme not in THEMES:
        raise ValueError(f"{theme!r} is no theme; there are {' and '.join(THEMES)}")
    return drawn if theme == "light" else _darkened(drawn)


def _darkened(drawn: Any) -> Any:
    if isinstance(drawn, dict):
        return {name: _darkened(part) for name, part in drawn.items()}
    if isinstance(drawn, list):
        return [_darkened(part) for part in drawn]
    return _DARK.get(drawn, drawn) if isinstance(drawn, str) else drawn


FONT = "Helvetica Neue, Arial, Liberation Sans, sans-serif"

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
#: Land by how much is told of it, from nothing to most; what moves, what is built.
LAND = ("#e6e3db", "#d5dcdd", "#b9cbd1", "#94b3bd")
BORDER, FLOW, PROJECT = "#faf8f3", "#7a5a96", "#b0701a"
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

#: For each colour of ours its partner on a dark ground.
DARK = {
    "white": "#161b20",
    FRIENDLY: "#4db6a9",
    HOSTILE: "#e07a64",
    INK: "#e3e9ed",
    MUTED: "#9fabb4",
    PALE: "#37424b",
    "#eef1f3": "#262e35",
    "#4fa79b": "#2f7168",
    "#b3d9d2": "#28504b",
    "#eceff1": "#242b31",
    "#f6ddc9": "#55402f",
    "#eeb09c": "#6e3f33",
    "#cf6f5c": "#94402f",
    "#8cc5bd": "#3f857c",
    "#e9b19f": "#9c5444",
    "#e6e3db": "#252c32",
    "#d5dcdd": "#2c3a42",
    "#b9cbd1": "#345060",
    "#94b3bd": "#3f6a7e",
    BORDER: "#11161a",
    FLOW: "#b493d1",
    PROJECT: "#dda04c",
}

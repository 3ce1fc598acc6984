"""The names of stretches of time and of how two actors stand, apart from the arithmetic, which takes longer to load."""

from __future__ import annotations

from enum import StrEnum


class By(StrEnum):
    """How long the stretches are that a course is told in."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"


class Standing(StrEnum):
    """How two actors stand, from the best to the worst."""

    ALLIED = "allied"
    CORDIAL = "cordial"
    NEUTRAL = "neutral"
    STRAINED = "strained"
    HOSTILE = "hostile"
    AT_WAR = "at war"

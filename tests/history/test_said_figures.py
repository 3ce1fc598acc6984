"""Numbers in sentences: what they count, and how exactly."""

from __future__ import annotations

import pytest

from detente.history.figures import figures
from detente.knowledge import load

UNITS = load().merging.figures
OPEN = float("inf")


@pytest.mark.parametrize(
    ("sentence", "unit", "low", "high"),
    [
        ("At least 12 people were killed.", "killed", 12, OPEN),
        ("The raid killed nineteen villagers.", "killed", 19, 19),
        ("A dozen people died.", "killed", 12, 12),
        ("The war cost some 70,000 lives.", "killed", 63_000, 77_000),
        ("Britain expelled 23 Russian diplomats.", "expelled", 23, 23),
        ("It owes them $1.5 billion.", "dollars", 1.5e9, 1.5e9),
        ("It owes them $300m.", "dollars", 3e8, 3e8),
        ("Forty-two soldiers were captured.", "captured troops", 42, 42),
        ("Dozens of soldiers were wounded.", "wounded troops", 24, 100),
        ("Up to 4,000 troops will leave.", "troops", 3_200, 4_000),
        ("Nearly 200 prisoners crossed the bridge.", "captured", 180, 200),
    ],
)
def test_a_figure_with_its_unit(sentence: str, unit: str, low: float, high: float) -> None:
    (found,) = figures(sentence, UNITS)
    assert found.unit == unit
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)


@pytest.mark.parametrize("sentence", ["He left in 1998.", "One of the soldiers sang.", "The 5th round begins.", ""])
def test_no_figures(sentence: str) -> None:
    assert figures(sentence, UNITS) == []


def test_about_a_hundred_may_be_ninety_five() -> None:
    (about,), (exact,), (other,) = (figures(f"{n} people died.", UNITS) for n in ("About 100", "95", "40"))
    assert about.agrees(exact)
    assert not about.agrees(other)

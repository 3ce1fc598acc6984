"""What an evaluation finds: figures at several levels, a confusion table, coverage, and errors to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from detente.evaluating.figures import NONE, Figures, Interval, Tally, figures_of, intervals

#: what is told with an interval, by the name it is printed under
MEASURES: dict[str, Callable[[Figures], float]] = {
    "macro F1": lambda f: f.macro_f1,
    "micro F1": lambda f: f.micro.f1,
    "accuracy": lambda f: f.accuracy,
}
#: without accuracy, which has no meaning where a sentence may have any number of events
SET_MEASURES = {name: measure for name, measure in MEASURES.items() if name != "accuracy"}


@dataclass(frozen=True, slots=True)
class Level:
    """The figures at one level, such as roots or quad classes."""

    name: str
    figures: Figures
    measures: dict[str, float]
    intervals: dict[str, Interval]


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    name: str
    count: int
    of: int


@dataclass(slots=True)
class Report:
    """One evaluation: `what` was judged, `units` of it."""

    what: str
    units: int
    levels: list[Level] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    errors: list[dict[str, Any]] = field(default_factory=list)


def level(
    name: str, tallies: Sequence[Tally], measures: Mapping[str, Callable[[Figures], float]], seed: int = 0
) -> Level:
    """A level's figures with the intervals of its measures."""
    figures = figures_of(tallies)
    return Level(name, figures, {n: m(figures) for n, m in measures.items()}, intervals(tallies, measures, seed))


def confusion_rows(confusion: Counter[tuple[str, str]]) -> tuple[list[str], list[list[str | int]]]:
    """The head and the rows of a confusion table: a row for each class of the gold, a column for each coded."""
    rows = _ordered({gold for gold, _ in confusion})
    columns = _ordered({coded for _, coded in confusion})
    return ["gold", *columns], [[gold, *(confusion[gold, coded] for coded in columns)] for gold in rows]


def _ordered(names: Iterable[str]) -> list[str]:
    """In order, what is no class last."""
    return sorted(names, key=lambda name: (name == NONE, name))

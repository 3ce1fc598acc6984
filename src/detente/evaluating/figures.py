"""Precision, recall and F1 by class, their means, and how sure they are.

What is judged, a pair or a sentence, gives a *tally*: for each class how many were coded rightly, coded at all, and
in the gold.  All figures are made of sums of tallies, so that a figure of a resample is made in the same way.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

#: the class of what was not coded, or has no code in the gold
NONE = "NONE"
RESAMPLES = 1000
#: class, coded rightly, coded, in the gold
Tally = tuple[tuple[str, int, int, int], ...]
Interval = tuple[float, float]
#: a code of several parts, such as root, source and target
Code = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """How well one class was coded."""

    name: str
    right: int
    coded: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of what was coded so that is so in the gold."""
        return self.right / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """The share of what is so in the gold that was coded so."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.coded + self.gold) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """All classes that the gold has or the coding gave, by name."""

    classes: tuple[ClassFigures, ...]

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the classes that the gold has."""
        return _mean([c.f1 for c in self.classes if c.gold])

    @property
    def macro_precision(self) -> float:
        """The mean precision of the classes that the gold has."""
        return _mean([c.precision for c in self.classes if c.gold])

    @property
    def macro_recall(self) -> float:
        """The mean recall of the classes that the gold has."""
        return _mean([c.recall for c in self.classes if c.gold])

    @property
    def micro(self) -> ClassFigures:
        """All classes as one; what was left uncoded counts as not coded."""
        counted = [c for c in self.classes if c.name != NONE]
        return ClassFigures(
            "all", sum(c.right for c in counted), sum(c.coded for c in counted), sum(c.gold for c in counted)
        )

    @property
    def accuracy(self) -> float:
        """The share of the gold that was coded rightly, NONE included."""
        gold = sum(c.gold for c in self.classes)
        return sum(c.right for c in self.classes) / gold if gold else 0.0


def tally_of_label(gold: str, coded: str) -> Tally:
    """The tally of something that has exactly one class."""
    if gold == coded:
        return ((gold, 1, 1, 1),)
    return ((gold, 0, 0, 1), (coded, 0, 1, 0))


def tally_of_sets(gold: Set[Code], coded: Set[Code], name: Callable[[Code], str] = lambda code: code[0]) -> Tally:
    """The tally of something that has several codes at once; `name` gives the class, by default its first part."""
    counts: dict[str, list[int]] = {}
    for place, found in enumerate((gold & coded, coded, gold)):
        for code in found:
            counts.setdefault(name(code), [0, 0, 0])[place] += 1
    return tuple((cls, right, coded_, gold_) for cls, (right, coded_, gold_) in sorted(counts.items()))


def figures_of(tallies: Iterable[Tally] | Mapping[Tally, int]) -> Figures:
    """The figures of some tallies, given as they come or with how often each comes."""
    counted = tallies if isinstance(tallies, Mapping) else Counter(tallies)
    sums: dict[str, list[int]] = {}
    for tally, times in counted.items():
        for cls, *counts in tally:
            total = sums.setdefault(cls, [0, 0, 0])
            for n, count in enumerate(counts):
                total[n] += times * count
    return Figures(tuple(ClassFigures(cls, *total) for cls, total in sorted(sums.items())))


def intervals(
    tallies: Sequence[Tally], measures: Mapping[str, Callable[[Figures], float]], seed: int = 0
) -> dict[str, Interval]:
    """For each measure the interval that 95% of resamples of the gold fall into (a seeded bootstrap)."""
    if not tallies:
        return {}
    chance = random.Random(seed)
    counted = Counter(tallies)
    kinds, weights = list(counted), list(counted.values())
    found: dict[str, list[float]] = {name: [] for name in measures}
    for _ in range(RESAMPLES):
        drawn = figures_of(Counter(chance.choices(kinds, weights, k=len(tallies))))
        for name, measure in measures.items():
            found[name].append(measure(drawn))
    return {name: _middle(sorted(values)) for name, values in found.items()}


def _middle(ordered: Sequence[float]) -> Interval:
    cut = round(0.025 * len(ordered))
    return ordered[cut], ordered[-1 - cut]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0

"""A second coder without a model: it answers what a test tells it to, and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.reading.marked import Marked
from detente.reading.second_coder import ModelAnswer, SecondCoder


class ToldCoder(SecondCoder):
    """Answers every pair with one root, as likely as it was told; the rest goes to the other root."""

    def __init__(self, root: str, probability: float = 0.9, other: str = "REQUEST") -> None:
        self.folder = Path("told")
        self.labels = (root, other)
        self.answer = told(root, probability, other)
        self.asked: list[Marked] = []

    def answers(self, pairs: Sequence[Marked]) -> list[ModelAnswer]:
        self.asked += pairs
        return [self.answer] * len(pairs)


def told(root: str, probability: float = 0.9, other: str = "REQUEST") -> ModelAnswer:
    """An answer of two roots."""
    return ModelAnswer(root=root, probability=probability, likelihoods={root: probability, other: 1 - probability})

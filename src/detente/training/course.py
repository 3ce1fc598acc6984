"""The course of a training: first on the project's sentences, then on a user's labels; and how good that makes it."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Sequence

from detente.reading.marked import Marked
from detente.training.fit import Plan, Trained, fresh, learn, predict
from detente.training.labelled import Labelled

#: hears what is being learned, the number of the round, and its mean loss
Told = Callable[[str, int, float], None]


def base(own: Sequence[Labelled], plan: Plan, told: Told) -> Trained:
    """A network that has learned from the project's sentences, or nothing yet where there are none."""
    start = fresh(plan)
    return learn(start, own, plan, lambda n, loss: told("own sentences", n, loss)) if own else start


def go_on(start: Trained, labels: Sequence[Labelled], own: Sequence[Labelled], plan: Plan, told: Told) -> Trained:
    """A copy that has gone on to learn the labels, with as many of the project's sentences among them."""
    chance = random.Random(plan.seed)
    some = chance.sample(list(own), min(len(own), len(labels)))
    copied = Trained(copy.deepcopy(start.network), start.pieces, start.layers)
    return learn(copied, [*labels, *some], plan, lambda n, loss: told("labels", n, loss))


def cross_validated(
    start: Trained, labels: Sequence[Labelled], own: Sequence[Labelled], plan: Plan, folds: int, told: Told
) -> tuple[list[str], list[str]]:
    """The label of each sentence, and what a network says that went on from `start` on the other folds.

    A sentence with both CONCEDE and RETREAT as label is one whose label was YIELD; all rows of a sentence are in one
    fold.
    """
    by_sentence: dict[Marked, list[Labelled]] = {}
    for row in labels:
        by_sentence.setdefault(row.marked, []).append(row)
    order = list(by_sentence)
    random.Random(plan.seed).shuffle(order)
    gold: list[str] = []
    said: list[str] = []
    for fold in range(folds):
        held = order[fold::folds]
        kept = [row for n, marked in enumerate(order) if n % folds != fold for row in by_sentence[marked]]
        if not held or not kept:
            continue
        learned = go_on(start, kept, own, plan, _in_fold(told, fold + 1, folds))
        gold += [_label(by_sentence[marked]) for marked in held]
        said += predict(learned, held)
    return gold, said


def _in_fold(told: Told, number: int, folds: int) -> Told:
    return lambda what, n, loss: told(f"fold {number} of {folds}, {what}", n, loss)


def _label(rows: Sequence[Labelled]) -> str:
    labels = {row.label for row in rows}
    return "YIELD" if labels == {"CONCEDE", "RETREAT"} else rows[0].label

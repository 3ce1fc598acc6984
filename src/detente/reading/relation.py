"""What passes from one marked party to another: both coders' answers, and the root that they make together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from detente.knowledge import Knowledge, load
from detente.reading.marked import Marked
from detente.reading.marked_pair import SOURCE, TARGET
from detente.reading.parse import Parser
from detente.reading.rule_coder import RuleAnswer, RuleCoder
from detente.reading.second_coder import NOTHING, ModelAnswer, SecondCoder

#: pairs that are read together
_TOGETHER = 512


class Coder(StrEnum):
    """Which coders answer."""

    BOTH = "both"
    RULES = "rules"
    MODEL = "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What passes from a marked source to a marked target.

    `root` is a PLOVER root, "" where nothing is coded; `probability` is its likelihood from 0 to 1 once both coders
    have had their say (None without the model); `rules` and `model` are what each answered on its own.
    """

    root: str
    quad: int | None
    probability: float | None
    rules: RuleAnswer | None
    model: ModelAnswer | None

    @property
    def agreed(self) -> bool:
        """Whether both coders answered, and the same."""
        return self.rules is not None and self.model is not None and self.rules.root == self.model.root


class Relations:
    """Codes marked pairs.  Making one loads the parser, the model, or both: about a second."""

    def __init__(self, knowledge: Knowledge, coder: Coder = Coder.BOTH, model: SecondCoder | None = None) -> None:
        self._knowledge = knowledge
        self._rules = None if coder is Coder.MODEL else RuleCoder(knowledge, Parser())
        self._model = None if coder is Coder.RULES else model or SecondCoder()

    def read(self, pairs: Sequence[Marked]) -> Iterator[Relation]:
        """The relation of each pair, in order; with the model a root is named even where little speaks for it."""
        for first in range(0, len(pairs), _TOGETHER):
            some = pairs[first : first + _TOGETHER]
            by_rules = list(self._rules.answers(some)) if self._rules else [()] * len(some)
            by_model = self._model.answers(some) if self._model else [None] * len(some)
            for rules, model in zip(by_rules, by_model, strict=True):
                yield decide(rules[0] if rules else None, model, self._knowledge)


def relate(
    sentence: str, source: str, target: str, folders: tuple[Path, ...], coder: str, model: Path | None
) -> Relation:
    """The relation between two stretches of words of a sentence; ValueError where they do not stand in it."""
    spans: list[tuple[str, int, int]] = []
    for mark, words in ((SOURCE, source), (TARGET, target)):
        at = sentence.find(words)
        if not words or at < 0:
            raise ValueError(f"{words!r} does not stand in the sentence")
        spans.append((mark, at, at + len(words)))
    return next(_relations(folders, Coder(coder), model).read([Marked(sentence, tuple(spans))]))


@cache
def _relations(folders: tuple[Path, ...], coder: Coder, model: Path | None) -> Relations:
    """The coders of this process, kept, for they take a second to load."""
    return Relations(load(folders), coder, SecondCoder(model) if model else None)


def decide(rules: RuleAnswer | None, model: ModelAnswer | None, knowledge: Knowledge) -> Relation:
    """One answer out of two: the model's likelihoods, in which the rules' root counts more the better it fits."""
    if model is None:
        root = rules.root if rules else ""
        quad = knowledge.roots[root].quad if root else None
        return Relation(root=root, quad=quad, probability=None, rules=rules, model=None)
    weighed = {root: p for root, p in model.likelihoods.items() if root != NOTHING}
    if rules and rules.root in weighed:
        weighed[rules.root] *= knowledge.conventions.weight(rules.fit)
    total = sum(weighed.values())
    root = max(weighed, key=lambda r: weighed[r])
    return Relation(
        root=root, quad=knowledge.roots[root].quad, probability=weighed[root] / total, rules=rules, model=model
    )

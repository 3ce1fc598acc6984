"""Rules laid out so that those which cannot fit a sentence are never looked at."""

from __future__ import annotations

from collections import defaultdict

from detente.knowledge.entries import Rule
from detente.knowledge.patterns import Form


class HeadRules:
    """The rules of one head word: those that any sentence may fit, and the others by a word they need."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._free = [rule for rule in rules if not rule.pattern.needs]
        needing: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            if rule.pattern.needs:
                for word in rule.pattern.needs[0]:
                    needing[word].append(rule)
        self._needing = dict(needing)
        self._needed = frozenset(needing)

    def possible(self, present: frozenset[str]) -> list[Rule]:
        """The rules all of whose literal words are among those present in a sentence."""
        if not self._needing:
            return self._free
        found = list(self._free)
        seen: set[int] = set()
        for word in self._needed & present:
            for rule in self._needing[word]:
                if id(rule) not in seen and all(not need.isdisjoint(present) for need in rule.pattern.needs[1:]):
                    seen.add(id(rule))
                    found.append(rule)
        return found


class RuleIndex:
    """All rules by form and head word."""

    def __init__(self, rules: dict[Form, dict[str, tuple[Rule, ...]]]) -> None:
        self.of = {form: {head: HeadRules(listed) for head, listed in heads.items()} for form, heads in rules.items()}

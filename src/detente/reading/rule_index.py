"""Rules laid out so that those which cannot fit a sentence are never looked at."""

from __future__ import annotations

from collections import defaultdict

from detente.knowledge.entries import Rule
from detente.knowledge.patterns import Form


class HeadRules:
    """The rules of one head word: those that any sentence may fit, and the others by a word they need."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = rules
        self._free = [place for place, rule in enumerate(rules) if not rule.pattern.needs]
        self._free_rules = [rules[place] for place in self._free]
        needing: dict[str, list[int]] = defaultdict(list)
        for place, rule in enumerate(rules):
            if rule.pattern.needs:
                for word in rule.pattern.needs[0]:
                    needing[word].append(place)
        self._needing = dict(needing)
        self._needed = frozenset(needing)

    def possible(self, present: frozenset[str]) -> list[Rule]:
        """The rules all of whose literal words are among those present in a sentence, in their order."""
        words = self._needed & present
        if not words:
            return self._free_rules
        places = set(self._free)
        for word in words:
            places.update(self._needing[word])
        return [
            rule
            for place in sorted(places)
            if not (rule := self._rules[place]).pattern.needs or _all_present(rule, present)
        ]


def _all_present(rule: Rule, present: frozenset[str]) -> bool:
    return all(not need.isdisjoint(present) for need in rule.pattern.needs)


class RuleIndex:
    """All rules by form and head word."""

    def __init__(self, rules: dict[Form, dict[str, tuple[Rule, ...]]]) -> None:
        self.of = {form: {head: HeadRules(listed) for head, listed in heads.items()} for form, heads in rules.items()}

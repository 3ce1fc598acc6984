"""Role nouns in a sentence: minister, troops, rebels, foreign ministry, secretary of state."""

from __future__ import annotations

from detente.knowledge.entries import Role
from detente.reading.tokens import Tokens

LONGEST_ROLE = 5


class RoleNouns:
    """All role nouns, found by the word they end in."""

    def __init__(self, roles: dict[tuple[str, ...], Role]) -> None:
        self._roles = roles
        self._last_words = frozenset(words[-1] for words in roles)

    def in_sentence(self, tokens: Tokens) -> dict[int, tuple[int, Role]]:
        """For each word that ends a role noun: where the noun starts, and the role."""
        found: dict[int, tuple[int, Role]] = {}
        for i, lemma in enumerate(tokens.lemmas):
            if tokens.tags[i][:2] not in ("NN", "JJ", "VB") or not self._ends_role(tokens, i, lemma):
                continue
            if match := self._longest(tokens, i, lemma):
                found[i] = match
        return found

    def _ends_role(self, tokens: Tokens, i: int, lemma: str) -> bool:
        if tokens.tags[i][:2] != "NN" and tokens.deps[i] in ("amod", "advmod"):
            return False
        return lemma in self._last_words or tokens.lower[i] in self._last_words

    def _longest(self, tokens: Tokens, i: int, lemma: str) -> tuple[int, Role] | None:
        for length in range(min(LONGEST_ROLE, i + 1), 0, -1):
            before = tokens.lower[i - length + 1 : i]
            for last in (lemma, tokens.lower[i]):
                if role := self._roles.get((*before, last)):
                    return i - length + 1, role
        return None

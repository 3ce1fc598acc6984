"""Role nouns in a sentence: minister, troops, rebels, foreign ministry, secretary of state."""

from __future__ import annotations

from detente.knowledge.entries import Role
from detente.reading.tokens import Tokens

LONGEST_ROLE = 5
_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})


def is_of_a_state(role: Role) -> bool:
    """Whether an unnamed holder belongs to the state that the text is about ("the army", "the foreign ministry")."""
    return role.sector in _STATE_SECTORS and role.kind in ("office", "body")


def can_leave(role: Role) -> bool:
    """Whether somebody "former" of this role is one of the elite: an official is, a rebel is not."""
    return role.kind in ("office", "person") and role.sector in (_STATE_SECTORS | {"IGO"})


class RoleNouns:
    """All role nouns, found by the word they end in."""

    def __init__(self, roles: dict[tuple[str, ...], Role]) -> None:
        self._roles = roles
        self._last_words = frozenset(words[-1] for words in roles)

    def in_sentence(self, tokens: Tokens) -> dict[int, tuple[int, Role]]:
        """For each word that ends a role noun: where the noun starts, and the role."""
        found: dict[int, tuple[int, Role]] = {}
        for i, lemma in enumerate(tokens.lemmas):
            tag = tokens.tags[i]
            known = lemma in self._last_words or tokens.lower[i] in self._last_words or tag == "NNPS"
            if not known or tag[:2] not in ("NN", "JJ", "VB"):
                continue
            forms = _forms(tokens, i, lemma)
            if self._ends_role(tokens, i, forms) and (match := self._longest(tokens, i, forms)):
                found[i] = match
        return found

    def _ends_role(self, tokens: Tokens, i: int, forms: tuple[str, ...]) -> bool:
        if tokens.tags[i][:2] != "NN" and tokens.deps[i] in ("amod", "advmod"):
            return False
        return any(form in self._last_words for form in forms)

    def _longest(self, tokens: Tokens, i: int, forms: tuple[str, ...]) -> tuple[int, Role] | None:
        for length in range(min(LONGEST_ROLE, i + 1), 0, -1):
            before = tokens.lower[i - length + 1 : i]
            for last in forms:
                if role := self._roles.get((*before, last)):
                    return i - length + 1, role
        return None


def _forms(tokens: Tokens, i: int, lemma: str) -> tuple[str, ...]:
    """The lemma, the word, and the singular of a capitalised plural, which lemmatisers leave as it is."""
    word = tokens.lower[i]
    if tokens.tags[i] != "NNPS":
        return (lemma, word)
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return (lemma, word, singular)

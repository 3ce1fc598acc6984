"""Roots as classes to compare: with or without one class for giving way, then quad and binary classes."""

from __future__ import annotations

from dataclasses import dataclass

from detente.evaluating.figures import NONE
from detente.knowledge import Knowledge
from detente.knowledge.codes import YIELD

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
_GIVING_WAY = frozenset({"CONCEDE", "RETREAT"})
#: the quad class of YIELD, most of which is done and not only said
_QUAD_OF_YIELD = 2


@dataclass(frozen=True, slots=True)
class Classes:
    """How a root ("" for nothing) counts; with `as_one` CONCEDE and RETREAT are YIELD."""

    knowledge: Knowledge
    as_one: bool

    def root(self, root: str) -> str:
        """The class of a root."""
        return YIELD if self.as_one and root in _GIVING_WAY else root or NONE

    def quad(self, root: str) -> str:
        """The quad class of a root, in words."""
        named = self.root(root)
        if named == NONE:
            return NONE
        return QUADS[_QUAD_OF_YIELD if named == YIELD else self.knowledge.roots[named].quad or 0]

    def binary(self, root: str) -> str:
        """Cooperation or conflict."""
        return self.quad(root).rpartition(" ")[2]

"""A relation of two actors on a day."""

from __future__ import annotations

from dataclasses import dataclass

#: From which level on a tie is called friendly, and to which hostile.
SIGNED = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """How two actors stand on a day: `level` from -10 to 10 and the `weight` of what it rests on.

    `cooperative` and `hostile` count events of the window, `ties` names the ties that hold, `evidence` the
    ids of the claims that say most.
    """

    one: str
    other: str
    level: float
    weight: float
    cooperative: int
    hostile: int
    ties: tuple[str, ...]
    evidence: tuple[str, ...]

    @property
    def sign(self) -> int:
        """1 for friendly, -1 for hostile, 0 for neither."""
        return (self.level >= SIGNED) - (self.level <= -SIGNED)

    def beyond(self, actor: str) -> str:
        """The other end."""
        return self.other if actor == self.one else self.one

"""Third parties of a pair: shared allies and adversaries, whom the two part over, and how triads are balanced.

Balance is told as a description.  The literature does not bear out that relations move towards it (see
docs/pairs.md), so nothing here is a forecast.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from detente.history.edges import Edge
from detente.history.network import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Third:
    """A third party with its relations to both of a pair."""

    actor: str
    with_one: Edge
    with_other: Edge

    @property
    def signs(self) -> tuple[int, int]:
        """How the third party stands with the one and with the other."""
        return self.with_one.sign, self.with_other.sign

    @property
    def weight(self) -> float:
        """How much the weaker of the two relations rests on."""
        return min(self.with_one.weight, self.with_other.weight)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strain:
    """A tie that would come under strain if a pair warmed: of `actor` with `third`, whom `partner` is at odds with."""

    actor: str
    partner: str
    third: str
    friendly: Edge
    hostile: Edge


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """How many signed triads of a pair are balanced on a day: friends of friends, enemies of enemies."""

    day: date
    balanced: int
    triads: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThirdParties:
    """Who else is in the picture of a pair on a day; each list has the best attested first."""

    one: str
    other: str
    day: date
    shared_friends: tuple[Third, ...]
    shared_adversaries: tuple[Third, ...]
    parting: tuple[Third, ...]
    strains: tuple[Strain, ...]
    balance: tuple[Balance, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


def third_parties(
    one: str, other: str, found: Network, balance: Iterable[Balance] = (), names: Mapping[str, str] | None = None
) -> ThirdParties:
    """The third parties of a pair in a network; `names` are those of their codes."""
    thirds = _thirds(one, other, found.edges)
    parting = tuple(t for t in thirds if t.signs[0] * t.signs[1] < 0)
    return ThirdParties(
        one=one,
        other=other,
        day=found.day,
        shared_friends=tuple(t for t in thirds if t.signs == (1, 1)),
        shared_adversaries=tuple(t for t in thirds if t.signs == (-1, -1)),
        parting=parting,
        strains=tuple(_strain(one, other, t) for t in parting),
        balance=tuple(balance),
        names=names or {},
    )


def balance_on(one: str, other: str, day: date, edges: Sequence[Edge]) -> Balance:
    """How balanced the triads of a pair are on a day; a triad counts if all three relations have a sign."""
    own = next((e.sign for e in edges if {e.one, e.other} == {one, other}), 0)
    products = [own * t.signs[0] * t.signs[1] for t in _thirds(one, other, edges)]
    return Balance(day=day, balanced=sum(p > 0 for p in products), triads=sum(p != 0 for p in products))


def _thirds(one: str, other: str, edges: Iterable[Edge]) -> list[Third]:
    with_one: dict[str, Edge] = {}
    with_other: dict[str, Edge] = {}
    for edge in edges:
        for actor, known in ((one, with_one), (other, with_other)):
            if actor in (edge.one, edge.other):
                known[edge.beyond(actor)] = edge
    shared = (with_one.keys() & with_other.keys()) - {one, other}
    thirds = [Third(actor=actor, with_one=with_one[actor], with_other=with_other[actor]) for actor in shared]
    return sorted(thirds, key=lambda third: (-third.weight, third.actor))


def _strain(one: str, other: str, third: Third) -> Strain:
    if third.with_one.sign > 0:
        return Strain(actor=one, partner=other, third=third.actor, friendly=third.with_one, hostile=third.with_other)
    return Strain(actor=other, partner=one, third=third.actor, friendly=third.with_other, hostile=third.with_one)

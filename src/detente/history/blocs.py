"""Blocs: groups of actors that stand well with one another and ill with others.

Signed modularity is raised by moving one actor at a time and then whole groups, as in the method of Louvain:
friendly relations within a bloc count for it, hostile ones against it, both beyond what chance would give.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from detente.history.edges import Edge

_LEAST_GAIN = 1e-9
#: A relation that much is told of does not count for more than this many events: blocs are not made by two actors.
_MOST_WEIGHT = 8.0
_LEAST_BLOC = 2


def blocs(edges: Sequence[Edge]) -> tuple[tuple[str, ...], ...]:
    """The blocs of at least two actors, the largest first; actors of one bloc in the order of their weight in it."""
    signed = [edge for edge in edges if edge.sign]
    actors = sorted({end for edge in signed for end in (edge.one, edge.other)})
    if not actors:
        return ()
    gain = _gains(signed, actors)
    group = _grouped(gain)
    found: dict[int, list[int]] = {}
    for place, number in enumerate(group):
        found.setdefault(int(number), []).append(place)
    ordered = [_by_weight(gain, actors, members) for members in found.values() if len(members) >= _LEAST_BLOC]
    return tuple(sorted(ordered, key=lambda bloc: (-len(bloc), bloc)))


def _gains(signed: Iterable[Edge], actors: Sequence[str]) -> npt.NDArray[np.float64]:
    """What it is worth to have each two actors in one bloc."""
    place = {actor: n for n, actor in enumerate(actors)}
    friendly, hostile = np.zeros((2, len(actors), len(actors)))
    for edge in signed:
        one, other = place[edge.one], place[edge.other]
        kind = friendly if edge.sign > 0 else hostile
        kind[one, other] = kind[other, one] = abs(edge.level) * min(edge.weight, _MOST_WEIGHT)
    return np.asarray(_beyond_chance(friendly) - _beyond_chance(hostile))


def _beyond_chance(weights: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    each = weights.sum(axis=1)
    total = each.sum()
    return weights - np.outer(each, each) / total if total else weights


def _grouped(gain: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """The group of each actor; single moves until none gains, then the same with groups as actors."""
    group = _moved(gain)
    number = int(group.max()) + 1
    if number == len(gain):
        return group
    member = np.zeros((number, len(gain)))
    member[group, np.arange(len(gain))] = 1
    return np.asarray(_grouped(member @ gain @ member.T)[group])


def _moved(gain: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    number = len(gain)
    group = np.arange(number)
    off = gain - np.diag(np.diag(gain))
    moved = True
    while moved:
        moved = False
        for place in range(number):
            worth = np.bincount(group, off[place], number)
            best = int(worth.argmax())
            if worth[best] > worth[group[place]] + _LEAST_GAIN:
                group[place] = best
                moved = True
    return np.unique(group, return_inverse=True)[1]


def _by_weight(gain: npt.NDArray[np.float64], actors: Sequence[str], members: Sequence[int]) -> tuple[str, ...]:
    inside = gain[np.ix_(members, members)].sum(axis=1)
    return tuple(actors[members[n]] for n in np.argsort(-inside, kind="stable"))

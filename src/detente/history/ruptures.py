"""Ruptures of relations: from some events on, two actors have broken with one another until they make up."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from detente.history.observations import Flags, Observations
from detente.knowledge import Courses, EventKind

_MATERIAL_CONFLICT = 4


def with_ruptures(observed: Observations, rules: Courses) -> Observations:
    """The same with a tie for each rupture of relations: it lasts until the two make up, or to the last report.

    Which events break relations off and which mend them is said by `rules` (courses.yml).
    """
    breaks = _of_kinds(observed, rules.ruptures) & (observed.quad == _MATERIAL_CONFLICT)
    ruptures = np.flatnonzero(breaks & ~observed.tie)
    if not len(ruptures):
        return observed
    made_up = observed.only(_of_kinds(observed, rules.mended) & (observed.score > 0) & ~observed.tie)
    ends = [_made_up_on(observed, made_up, int(rupture), rules.mended_after_days) for rupture in ruptures]
    ties = replace(
        observed.only(ruptures),
        end=np.maximum(np.array(ends, dtype="datetime64[D]"), observed.end[ruptures]),
        tie=np.ones(len(ruptures), dtype=bool),
        quad=np.zeros(len(ruptures), dtype=np.int64),
        type=np.full(len(ruptures), "rupture", dtype=object),
    )
    both = Observations(
        **{name: np.concatenate([getattr(observed, name), getattr(ties, name)]) for name in Observations.__slots__}
    )
    return both.only(np.argsort(both.start, kind="stable"))


def _of_kinds(observed: Observations, kinds: tuple[EventKind, ...]) -> Flags:
    found = np.zeros(len(observed), dtype=bool)
    for kind in kinds:
        fits = observed.type == kind.type
        fits &= (observed.mode == kind.mode) | (kind.mode == "")
        found |= fits & ((observed.cameo == kind.cameo) | (kind.cameo == ""))
    return found


def _made_up_on(observed: Observations, made_up: Observations, rupture: int, after_days: int) -> np.datetime64:
    """The day on which a rupture ended, or that of the last report of all."""
    own = made_up.start[made_up.pair == observed.pair[rupture]]
    later = own[own >= observed.end[rupture] + np.timedelta64(after_days, "D")]
    return np.datetime64(later.min() if len(later) else observed.end.max(), "D")

"""Made-up observations: months of news of two states, with or without a turn."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np

from detente.history.observations import Observations, observations

FIRST = date(2018, 1, 1)
WEEKS = 43


def weekly(hostile: list[int], cooperative: list[int]) -> Observations:
    """So many hostile and cooperative events in each week from FIRST on, spread over its days."""
    days, quads = [], []
    for week, (ill, well) in enumerate(zip(hostile, cooperative, strict=True)):
        for n, quad in enumerate([3] * ill + [1] * well):
            days.append(FIRST + timedelta(days=7 * week + n % 7))
            quads.append(quad)
    scores = [-3.0 if quad == 3 else 3.0 for quad in quads]
    return observations({"start": days, "quad": quads, "score": scores})


def steady(seed: int, hostile: float = 3.0, cooperative: float = 8.0) -> Observations:
    """News that keeps its rates."""
    chance = np.random.default_rng(seed)
    return weekly(list(chance.poisson(hostile, WEEKS)), list(chance.poisson(cooperative, WEEKS)))


def claim_columns(*rows: dict[str, Any]) -> dict[str, Any]:
    """Columns as an archive gives them for a pair, from rows with what matters."""
    usual: dict[str, Any] = {
        "id": "c1", "kind": "event", "type": "CONSULT", "mode": "", "quad": 1, "score": 2.5, "status": "actual",
        "background": False, "by_one": True, "when_start": None, "when_end": None, "undated": True,
        "published": date(2020, 1, 1), "voice": "Harbour Post", "happening": "", "cameo": "",
    }  # fmt: skip
    filled = [usual | row for row in rows]
    columns: dict[str, Any] = {name: [row[name] for row in filled] for name in usual}
    for name in (
        "id",
        "kind",
        "type",
        "mode",
        "status",
        "voice",
        "happening",
        "cameo",
        "when_start",
        "when_end",
        "published",
    ):
        columns[name] = np.array(columns[name], dtype=object)
    columns["score"] = np.ma.masked_invalid(np.array(columns["score"], dtype=float))
    return columns

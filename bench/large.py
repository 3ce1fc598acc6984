"""A large archive for benches: articles of ten sentences with a claim in each, and all that is derived from them."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import duckdb

import detente
from detente.knowledge import load
from detente.knowledge.entries import Sort
from detente.linking import catching_up

_BATCH = 100_000
_HERE = Path(__file__).parent
_PLACES = _HERE.parent / "src/detente/knowledge/data/places/cities.csv"
#: in the news most of all
_FIRST = "USA RUS CHN IRN ISR UKR TUR SAU GBR FRA DEU IND PAK SYR IRQ PRK KOR JPN EGY ETH".split()


def fill(path: Path, claims: int) -> None:
    """Make an archive with so many claims, ten in an article."""
    detente.open(path).close()
    statements = [s for s in re.split(r";\n", (_HERE / "large.sql").read_text(encoding="utf-8")) if s.strip()]
    values = _values() | {"articles": max(claims // 10, 1)}
    with duckdb.connect(str(path)) as connection:
        for first in range(0, claims, _BATCH):
            batch = values | {"first": first, "last": min(first + _BATCH, claims)}
            for statement in statements:
                asked = {name: batch[name] for name in re.findall(r"\$(\w+)", statement)}
                connection.execute(statement, asked)
        rules = "INSERT INTO rulesets VALUES ('bench', '0', TIMESTAMP '2024-01-01')"
        connection.execute(rules)


def _values() -> dict[str, Any]:
    knowledge = load()
    states = [code for code, entry in knowledge.entries.items() if entry.sort is Sort.STATE and len(code) == 3]
    with _PLACES.open(encoding="utf-8", newline="") as file:
        cities = [{"name": row["name"], "state": row["state"]} for row in csv.DictReader(file)][::8]
    return {
        "states": _FIRST + sorted(set(states) - set(_FIRST)),
        "cities": cities,
        "text_method": catching_up._digest(catching_up._TEXT_CODE),
        "claim_method": catching_up.claim_method(knowledge.merging),
    }

"""Turns of pairs of states in a table of coded events: `python bench/icews_turns.py FOLDER`.

The folder holds events.tsv (date, source, relation, target), entities.tsv and relations.tsv (with CAMEO codes and
Goldstein scores) of January to October 2018.  Printed are the turns of pairs for which the day of a turn is
known, how often busy pairs change, and how often pairs seem to turn when their events are shuffled in time: once by
exchanging the days of a pair's events, once by drawing each day anew as days of all pairs are spread.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from detente.history.calendar import By
from detente.history.course import Course, course
from detente.history.observations import Observations, observations
from detente.knowledge import Knowledge, load
from detente.knowledge.entries import Sort
from detente.knowledge.text import fold

FIRST, LAST = date(2018, 1, 1), date(2018, 10, 28)  # the last week that is whole
#: whom, which way, and the first and last day on which the turn is known to have come
KNOWN = [
    ("GBR", "RUS", "worse", date(2018, 3, 12), date(2018, 3, 12)),
    ("CAN", "SAU", "worse", date(2018, 8, 5), date(2018, 8, 5)),
    ("TUR", "USA", "worse", date(2018, 8, 1), date(2018, 8, 1)),
    ("ERI", "ETH", "better", date(2018, 6, 5), date(2018, 7, 9)),
]
#: pairs on which the method was tried while it was made: all that were written down, found or not
TRIED = [
    ("IRN", "MAR", "worse", date(2018, 5, 1), date(2018, 5, 1)),
    ("GRC", "RUS", "worse", date(2018, 7, 11), date(2018, 7, 11)),
    ("PRK", "USA", "better", date(2018, 3, 8), date(2018, 3, 8)),
    ("ISR", "RUS", "worse", date(2018, 9, 17), date(2018, 9, 17)),
    ("HUN", "UKR", "worse", date(2018, 10, 4), date(2018, 10, 4)),
    ("CAN", "USA", "worse", date(2018, 6, 1), date(2018, 6, 9)),
    ("CHN", "USA", "worse", date(2018, 7, 6), date(2018, 7, 6)),
    ("IND", "MDV", "worse", date(2018, 2, 5), date(2018, 2, 5)),
    ("GRC", "MKD", "better", date(2018, 6, 12), date(2018, 6, 12)),
    ("KWT", "PHL", "worse", date(2018, 4, 25), date(2018, 4, 25)),
    ("NLD", "RUS", "worse", date(2018, 10, 4), date(2018, 10, 4)),
    ("RUS", "USA", "worse", date(2018, 3, 26), date(2018, 3, 26)),
    ("ISR", "POL", "worse", date(2018, 1, 27), date(2018, 2, 6)),
    ("IRN", "USA", "worse", date(2018, 5, 8), date(2018, 5, 8)),
    ("KOR", "PRK", "better", date(2018, 1, 9), date(2018, 1, 9)),
    ("SYR", "TUR", "worse", date(2018, 1, 20), date(2018, 1, 20)),
]
BUSY, MOST_CHANGES = 50, 3
SHUFFLED, LEAST_EVENTS = 200, 30
WITHIN = 14
_IN_BRACKETS = re.compile(r"\(([^)]+)\)$")

Pair = tuple[str, str]
Columns = dict[str, npt.NDArray[Any]]


@dataclass(frozen=True)
class Table:
    """Events between states by pair, and how many events of any kind each day has."""

    pairs: dict[Pair, Columns]
    days: npt.NDArray[np.datetime64]
    volume: npt.NDArray[np.float64]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def state(knowledge: Knowledge, name: str) -> str:
    """The state that an actor of the table is or belongs to: in brackets, or by our own names."""
    bracketed = _IN_BRACKETS.search(name)
    for naming in knowledge.namings.get(fold(bracketed[1] if bracketed else name), ()):
        entry = knowledge.entries[naming.entry]
        if entry.sort is Sort.STATE and entry.end is None:
            return entry.id
        if not bracketed and not naming.shy and entry.sort is Sort.PERSON and entry.terms:
            return entry.terms[-1].country
    return ""


def quad(cameo: str) -> int:
    """Quad class of a CAMEO code as in PLOVER; statements and appeals are neither for nor against."""
    root = int(cameo[:2])
    if root <= 2:
        return 0
    if root <= 5:
        return 1
    if root <= 8:
        return 2
    return 3 if root <= 13 else 4


def table(folder: Path) -> Table:
    knowledge = load()
    states = {row["id"]: state(knowledge, row["name"]) for row in rows(folder / "entities.tsv")}
    kinds = {r["id"]: (quad(r["cameo"]), float(r["goldstein"] or 0)) for r in rows(folder / "relations.tsv")}
    by_pair: dict[Pair, list[tuple[str, int, float]]] = defaultdict(list)
    volume: dict[str, int] = defaultdict(int)
    for row in rows(folder / "events.tsv"):
        one, other = sorted((states[row["source"]], states[row["target"]]))
        volume[row["date"]] += 1
        if one and one != other:
            by_pair[one, other].append((row["date"], *kinds[row["relation"]]))
    pairs = {pair: columns(found) for pair, found in by_pair.items()}
    days = sorted(volume)
    return Table(pairs, np.array(days, dtype="datetime64[D]"), np.array([float(volume[day]) for day in days]))


def columns(events: list[tuple[str, int, float]]) -> Columns:
    days, quads, scores = zip(*events, strict=True)
    return {"start": np.array(days, dtype="datetime64[D]"), "quad": np.array(quads), "score": np.array(scores)}


def followed(pair: Pair, found: Observations, whole: Table) -> Course | None:
    volume = (whole.days, whole.volume)
    return course(*pair, found, first=FIRST, last=LAST, by=By.WEEK, volume=volume)


def turns(pair: Pair, events: Columns, whole: Table) -> tuple[Any, ...]:
    found = followed(pair, observations(events), whole)
    return found.turns if found else ()


def print_known(heading: str, known: list[tuple[str, str, str, date, date]], whole: Table) -> None:
    print(f"\n{heading}")
    hits = 0
    for one, other, way, first, last in known:
        found = turns((one, other), whole.pairs[one, other], whole)
        near = [t for t in found if t.worse == (way == "worse") and (first - t.day).days <= WITHIN]
        near = [t for t in near if (t.day - last).days <= WITHIN]
        hits += bool(near)
        told = ", ".join(f"{'worse' if t.worse else 'better'} {t.day} ({t.confidence:.0%})" for t in found)
        expected = f"{first}" if first == last else f"{first} to {last}"
        print(f"  {'found ' if near else 'missed'}  {one}-{other}  {way} {expected}: {told or 'no turn'}")
    print(f"  {hits} of {len(known)}")


def print_busy(whole: Table) -> None:
    busy = sorted(whole.pairs, key=lambda pair: -len(whole.pairs[pair]["start"]))[:BUSY]
    changes = []
    for pair in busy:
        found = followed(pair, observations(whole.pairs[pair]), whole)
        changes.append(len(found.phases) - 1 if found else 0)
    print(f"\nphase changes of the {BUSY} busiest pairs in ten months")
    print(
        f"  mean {np.mean(changes):.2f}, most {max(changes)}, "
        f"{sum(c > MOST_CHANGES for c in changes)} above {MOST_CHANGES}"
    )


def print_shuffled(whole: Table, seed: int) -> None:
    chance = np.random.default_rng(seed)
    enough = sorted(pair for pair, events in whole.pairs.items() if len(events["start"]) >= LEAST_EVENTS)
    chosen = [enough[n] for n in chance.choice(len(enough), SHUFFLED, replace=False)]
    spread = whole.volume / whole.volume.sum()
    exchanged = drawn = 0
    for pair in chosen:
        events = whole.pairs[pair]
        exchanged += bool(turns(pair, events | {"start": chance.permutation(events["start"])}, whole))
        days = chance.choice(whole.days, len(events["start"]), p=spread)
        drawn += bool(turns(pair, events | {"start": days}, whole))
    print(f"\nfalse alarms in {SHUFFLED} pairs of at least {LEAST_EVENTS} events, shuffled in time (seed {seed})")
    print(f"  days of a pair's events exchanged   {exchanged} ({exchanged / SHUFFLED:.1%})")
    print(f"  days drawn as all events are spread {drawn} ({drawn / SHUFFLED:.1%})")


def main() -> None:
    parser = argparse.ArgumentParser(description="Turns of pairs of states in coded events of 2018.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=2018)
    chosen = parser.parse_args()
    whole = table(chosen.folder)
    print(f"{sum(len(e['start']) for e in whole.pairs.values())} events between {len(whole.pairs)} pairs of states")
    print_known("turns with a known day", KNOWN, whole)
    print_known("turns on which the method was tried while it was made", TRIED, whole)
    print_busy(whole)
    print_shuffled(whole, chosen.seed)


if __name__ == "__main__":
    main()

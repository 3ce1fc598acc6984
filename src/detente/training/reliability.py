"""How often each rule is right on our own sentences: `python -m detente.training.reliability training/relations`.

The examples of the event files count too.  The table goes to `knowledge/data/codes/reliability.csv`.  A group that is
nearly always right is not second-guessed by the learned coder, which saves most of the time that asking it would take.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from detente.knowledge import load
from detente.knowledge.folder import Folder, read_folder
from detente.knowledge.load import DATA
from detente.reading.marked import unmark
from detente.reading.marked_pair import SOURCE, TARGET
from detente.reading.parse import Parser
from detente.reading.rule_coder import BOTH, RuleCoder
from detente.training.labelled import Labelled, read_labelled

TABLE = DATA / "codes" / "reliability.csv"
COLUMNS = ("rule", "line", "asked", "right")
#: roots that the field's sets do not tell apart
_ALIKE = {"RETREAT": "CONCEDE"}


def reliability(rows: list[Labelled], coder: RuleCoder) -> list[tuple[str, str, int, int]]:
    """For each line that was the best for a pair whose parties it met: rule, line, how often, and how often rightly."""
    asked: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for row, answers in zip(rows, coder.answers([row.marked for row in rows]), strict=True):
        if answers and answers[0].fit >= BOTH:
            best = answers[0]
            asked[best.rule, best.pattern] += 1
            right[best.rule, best.pattern] += _ALIKE.get(best.root, best.root) == _ALIKE.get(row.label, row.label)
    return [(*line, asked[line], right[line]) for line in sorted(asked)]


def examples(folder: Folder) -> list[Labelled]:
    """The examples of the event files that mark both parties, each with its root."""
    found = []
    for kind in folder.types:
        for text in (t for group in kind.groups for t in group.examples if kind.kind == "event"):
            marked = unmark(" ".join(text.split()))
            if len(marked.of(SOURCE)) == len(marked.of(TARGET)) == 1:
                found.append(Labelled(marked, kind.type))
    return found


def write(rows: list[tuple[str, str, int, int]], path: Path) -> None:
    """Write the table, one row a line of a rule."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)


def main() -> None:
    """Measure on the labelled sentences of a folder and write the table of the package."""
    labelled = read_labelled(Path(sys.argv[1])) + examples(read_folder(DATA))
    write(reliability(labelled, RuleCoder(load(), Parser())), TABLE)


if __name__ == "__main__":
    main()

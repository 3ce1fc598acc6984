"""Figures on the development sets: `python bench/evaluate.py FOLDER [--errors FOLDER]`, where they are to be had.

The sets are other people's research data: used to measure, never part of the project.  Where the folder has the
sets' own `score.py`, its figures are printed below ours as a check.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from actor_phrases import actors, marked_spans
from wording import examples as wording_of_examples

from answers import measure
from detente.evaluating.classes import Classes
from detente.evaluating.coding import coded_events
from detente.evaluating.evaluate import compare_events, evaluate_pairs
from detente.evaluating.figures import Figures, tally_of_label
from detente.evaluating.gold import read_gold
from detente.evaluating.report import MEASURES, Level, Report, level
from detente.knowledge import Knowledge, load
from detente.knowledge.codes import cameo_of
from detente.model import Article, Reading
from detente.reading.phrase import Phrases
from detente.reading.read import Reader
from detente.reading.relation import Coder, Relations
from detente.reading.second_coder import SecondCoder

#: the class that the set of spans gives to an event of a root; reduced relations are a verbal conflict there
_CLASS_OF_ROOT = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "CONCEDE", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"), 3),
    **dict.fromkeys(("PROTEST", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}


def main() -> None:
    folder = Path(sys.argv[1])
    if not folder.is_dir():
        sys.exit(f"no development sets at {folder}")
    errors = Path(sys.argv[sys.argv.index("--errors") + 1]) if "--errors" in sys.argv else None
    if errors:
        errors.mkdir(parents=True, exist_ok=True)
    knowledge = load()
    phrases = Phrases(knowledge)
    actors(phrases, rows_of(folder / "actors.jsonl"), errors)
    marked_spans(rows_of(folder / "spans.jsonl"), phrases)
    second = SecondCoder()
    relations(folder, knowledge, second, errors)
    answers()
    for name, reader in (("rules alone", Reader(knowledge)), ("both coders", Reader(knowledge, second))):
        events(folder, name, reader, errors)
        spans(folder, name, reader)
    wording_of_examples()


def answers() -> None:
    """Questions over the example dispatches, with the verifier's rate."""
    print("\nanswers over the examples")
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "examples.duckdb", "all", ["--check"])


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


# -- what passes between two marked parties ---------------------------------------------------------------


def relations(folder: Path, knowledge: Knowledge, second: SecondCoder, errors: Path | None) -> None:
    path = folder / "relations.jsonl"
    gold = read_gold(path, knowledge)
    classes = Classes(knowledge, as_one=True)
    for name, coder in (("rules alone", Coder.RULES), ("model alone", Coder.MODEL), ("both coders", Coder.BOTH)):
        made = Relations(knowledge, coder, None if coder is Coder.RULES else second)
        report = evaluate_pairs(gold.pairs, made, classes)
        heading(f"{path.name}, {name}", report.units)
        told(report)
        found = made.read([pair.marked for pair in gold.pairs])
        lines = [{"id": p.ref, "root": r.root or None} for p, r in zip(gold.pairs, found, strict=True)]
        checked(folder, "plv", path, lines)
        if coder is Coder.BOTH:
            by_class(report.levels[0].figures)
        keep_errors(errors, f"relations-{coder}.jsonl", report)


# -- whole sentences --------------------------------------------------------------------------------------


def events(folder: Path, name: str, reader: Reader, errors: Path | None) -> None:
    path = folder / "events.jsonl"
    gold = read_gold(path, reader.knowledge)
    readings = reader.read_batch([Article(text=s.text, published=s.published, ref=s.ref) for s in gold.sentences])
    report = compare_events(gold.sentences, readings, Classes(reader.knowledge, as_one=False))
    heading(f"{path.name} end to end, {name}", report.units)
    told(report)
    checked(folder, "sent", path, [predicted(reading, reader.knowledge) for reading in readings])
    keep_errors(errors, f"events-{name.partition(' ')[0]}.jsonl", report)


def spans(folder: Path, name: str, reader: Reader) -> None:
    """Five classes of sentences, and in how many sentences of class 0 an event was coded."""
    path = folder / "spans.jsonl"
    rows = rows_of(path)
    readings = reader.read_batch([Article(text=row["text"], ref=row["id"]) for row in rows])
    heading(f"{path.name}, {name}", len(rows))
    found = [class_of(reading, reader.knowledge) for reading in readings]
    tallies = [tally_of_label(str(row["class5"]), str(cls)) for row, cls in zip(rows, found, strict=True)]
    five = level("five classes", tallies, MEASURES)
    told_level(five)
    by_class(five.figures)
    nothing = [n for n, row in enumerate(rows) if row["class5"] == 0]
    conventions = reader.knowledge.conventions
    any_event = sum(bool(coded_events(readings[n], conventions)) for n in nothing)
    told_share("sentences of class 0 with any event", any_event, len(nothing))
    told_share("sentences of class 0 with an event of class 1 to 4", sum(bool(found[n]) for n in nothing), len(nothing))
    lines = [{"id": row["id"], "class5": cls} for row, cls in zip(rows, found, strict=True)]
    checked(folder, "penta", path, lines)


def class_of(reading: Reading, knowledge: Knowledge) -> int:
    """The class of most events of a sentence; an appeal, like a statement, is of class 0."""
    classes = Counter(
        _CLASS_OF_ROOT[e.root]
        for e in coded_events(reading, knowledge.conventions)
        if not appeals(e.claim.cameo, knowledge)
    )
    return classes.most_common(1)[0][0] if classes else 0


def appeals(cameo: str, knowledge: Knowledge) -> bool:
    found = cameo_of(knowledge, cameo)
    return found is not None and found.quad == 0


def predicted(reading: Reading, knowledge: Knowledge) -> dict[str, Any]:
    found = coded_events(reading, knowledge.conventions)
    listed = [{"root": e.root, "source_code": e.source, "target_code": e.target} for e in found]
    return {"id": reading.article.ref, "events": listed}


# -- printing ---------------------------------------------------------------------------------------------


def heading(words: str, number: int) -> None:
    print(f"\n{words}: {number}")


def told(report: Report) -> None:
    for found in report.levels:
        told_level(found)
    for share in report.shares:
        told_share(share.name, share.count, share.of)


def told_level(found: Level) -> None:
    parts = []
    for name, value in found.measures.items():
        low, high = found.intervals[name]
        parts.append(f"{name} {100 * value:.1f} ({100 * low:.1f} to {100 * high:.1f})")
    print(f"  {found.name:31s} {', '.join(parts)}")


def told_share(name: str, count: int, of: int) -> None:
    print(f"  {name:49s} {count}/{of} = {100 * count / of if of else 0:.1f}%")


def by_class(figures: Figures) -> None:
    for c in figures.classes:
        print(
            f"    {c.name:10s} P {100 * c.precision:5.1f}  R {100 * c.recall:5.1f}  F1 {100 * c.f1:5.1f}  of {c.gold}"
        )


def checked(folder: Path, kind: str, gold: Path, lines: Iterable[dict[str, Any]]) -> None:
    """What the sets' own scorer makes of the same answers."""
    scorer = folder / "score.py"
    if not scorer.is_file():
        return
    with tempfile.TemporaryDirectory() as place:
        answers = Path(place) / "answers.jsonl"
        answers.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        command = [sys.executable, "-B", str(scorer), kind, str(gold), str(answers)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    print("  by score.py:")
    print("\n".join(f"    {line}" for line in done.stdout.rstrip().splitlines()))


def keep_errors(folder: Path | None, name: str, report: Report) -> None:
    if folder:
        rows: Sequence[dict[str, Any]] = report.errors
        (folder / name).write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")


if __name__ == "__main__":
    main()

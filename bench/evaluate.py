"""Figures on the development sets: `python bench/evaluate.py FOLDER`, where they are to be had.

The sets are other people's research data: used to measure, never part of the project.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from detente.knowledge import load
from detente.model import Article, Claim, Kind, Party, Reading
from detente.reading.phrase import Phrases
from detente.reading.read import Reader

_NO_COUNTRY = {"IGO": "IGO", "NGO": "NGO"}
#: the phrases without a date were written about this time
SET_WRITTEN = date(2022, 6, 1)
#: codes of the set that PLOVER has others for: paramilitaries, Buddhists, societies, medical services, journalists
_SAME_SECTOR = {"PRM": "UAF", "BUD": "REL", "SOC": "NGO", "MED": "HLH", "JRN": "MED"}
#: codes of the set for bodies of many states, which have no country with us
_BODIES = frozenset({"IGO", "UNO", "EUR"})


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def day(words: object) -> date | None:
    try:
        return date.fromisoformat(str(words)[:10])
    except ValueError:
        return None


def code(party: Party | None) -> str:
    """A country code, or IGO for a body of many countries, as the sets write it."""
    if party is None:
        return ""
    return party.country or _NO_COUNTRY.get(party.sector, "")


def dyads(claim: Claim) -> Iterator[tuple[Party | None, Party | None]]:
    for source in claim.source or (None,):
        for target in claim.target or (None,):
            if source is not target or source is None:
                yield source, target
                if claim.symmetric and source is not None:
                    yield target, source


def predicted(ref: str, reading: Reading) -> dict[str, Any]:
    events = [
        {
            "root": claim.type, "status": str(claim.status), "rule": claim.rule,
            "source_text": source.text if source else None, "target_text": target.text if target else None,
            "source_code": code(source), "target_code": code(target),
        }
        for claim in reading.claims if claim.kind is Kind.EVENT for source, target in dyads(claim)
    ]  # fmt: skip
    return {"id": ref, "events": events}


def sentences(reader: Reader, folder: Path, name: str, kind: str) -> None:
    rows = rows_of(folder / name)
    started = time.perf_counter()
    articles = [Article(text=r["text"], published=day(r.get("date")), ref=r["id"]) for r in rows]
    readings = list(reader.read_batch(articles))
    rate = len(rows) / (time.perf_counter() - started)
    print(f"\n{name}: {len(rows)} sentences, {rate:.0f} a second")
    lines = [json.dumps(predicted(r["id"], reading)) for r, reading in zip(rows, readings, strict=True)]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False) as file:
        file.write("\n".join(lines))
    scorer = [sys.executable, str(folder / "score.py"), kind, str(folder / name), file.name, "--detail"]
    print(subprocess.run(scorer, capture_output=True, text=True, check=True).stdout.rstrip())
    Path(file.name).unlink()
    if name == "spans.jsonl":
        spans(rows, readings)


def spans(rows: list[dict[str, Any]], readings: list[Reading]) -> None:
    """How many sentences of class 0 are coded, and how many marked parties are found in some claim."""
    nothing = [r for row, r in zip(rows, readings, strict=True) if row["class5"] == 0]
    coded = sum(any(c.kind is Kind.EVENT for c in r.claims) for r in nothing)
    print(f"{'class 0 with an event coded':32s} {coded}/{len(nothing)} = {100 * coded / len(nothing):.1f}%")


def marked_spans(rows: list[dict[str, Any]], phrases: Phrases) -> None:
    """How many of the marked source and target spans resolve to something."""
    given = [s for row in rows for s in sum((row.get("spans") or {}).values(), [])]
    found = phrases.resolve_all((s, date(2018, 6, 1)) for s in given)
    counts = Counter(
        "code" if any(p.code for p in ps) else "sector" if any(p.sector for p in ps) else "name" if ps else "nothing"
        for ps in found
    )
    total = len(given)
    resolved = counts["code"] + counts["sector"]
    print(f"\nspans.jsonl: {total} marked spans, {100 * resolved / total:.1f}% resolve {dict(counts)}")


def actors(phrases: Phrases, folder: Path, show: bool) -> None:
    """Accuracy on phrases whose country or sector is named by the set."""
    rows = [r for r in rows_of(folder / "actors.jsonl") if wanted(r)]
    given = [(r["text"], asked_on(r)) for r in rows]
    right: Counter[str] = Counter()
    for row, parties in zip(rows, phrases.resolve_all(given), strict=True):
        want = wanted(row)
        got = {"country": parties[0].country if parties else "", "code_1": parties[0].sector if parties else ""}
        body = parties[0].code if parties and not parties[0].country else ""
        if body:
            got["country"] = "IGO"
        for key, value in want.items():
            right[f"{key} asked"] += 1
            same = same_value(key, value, got[key])
            right[f"{key} right"] += same
            if show and not same:
                print(f"    {row['text']!r} {asked_on(row)}: {key} {value!r}, read {got[key]!r}")
    for key in ("country", "code_1"):
        name = "country" if key == "country" else "sector"
        asked, ok = right[f"{key} asked"], right[f"{key} right"]
        print(f"actors.jsonl {name:8s} {ok}/{asked} = {100 * ok / asked:.1f}%")


def wanted(row: dict[str, Any]) -> dict[str, str]:
    if any("xfail" in m or "skip" in m for m in row["marks"]) or row["method"] != "agent_to_code":
        return {}
    expected = {k: row["expect"].get(k) for k in ("country", "code_1")}
    if expected["code_1"] in ("PRE", "UNK", "JNK"):  # these name no sector
        expected["code_1"] = ""
    return {k: v for k, v in expected.items() if isinstance(v, str) and v and "[" not in v and "?" not in v}


def asked_on(row: dict[str, Any]) -> date | None:
    said = row["kwargs"].get("query_date") or next((a for a in row["args"] if day(a)), None)
    return day(said) or SET_WRITTEN


def same_value(key: str, want: str, got: str) -> bool:
    if key == "country":
        return want == got or (want in _BODIES and got == "IGO")
    return _SAME_SECTOR.get(want, want) == got


def main() -> None:
    folder = Path(sys.argv[1])
    if not folder.is_dir():
        sys.exit(f"no development sets at {folder}")
    show = "--errors" in sys.argv
    knowledge = load()
    phrases = Phrases(knowledge)
    actors(phrases, folder, show)
    marked_spans(rows_of(folder / "spans.jsonl"), phrases)
    reader = Reader(knowledge)
    for name, kind in (("events.jsonl", "sent"), ("relations.jsonl", "plv"), ("spans.jsonl", "penta")):
        sentences(reader, folder, name, kind)


if __name__ == "__main__":
    main()

"""Phrases that name an actor, and how many of them resolve as the development sets have it."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from detente.reading.phrase import Phrases

#: the phrases without a date were written about this time
SET_WRITTEN = date(2022, 6, 1)
#: codes of the set that PLOVER has others for: paramilitaries, the unidentified, entities that are no states
_SAME_SECTOR = {"PRM": "UAF", "BUD": "REL", "SOC": "NGO"}
#: codes of the set for bodies of many states, which have no country with us
_BODIES = frozenset({"IGO", "UNO", "EUR"})


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


def actors(phrases: Phrases, listed: list[dict[str, Any]], errors: Path | None) -> None:
    """Accuracy on phrases whose country or sector is named by the set."""
    rows = [r for r in listed if wanted(r)]
    given = [(r["text"], asked_on(r)) for r in rows]
    right: Counter[str] = Counter()
    wrong: list[dict[str, str]] = []
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
            if not same:
                wrong.append({"text": row["text"], "on": str(asked_on(row)), key: value, "read": got[key]})
    for key, name in (("country", "country"), ("code_1", "sector")):
        asked, ok = right[f"{key} asked"], right[f"{key} right"]
        print(f"actors.jsonl {name:8s} {ok}/{asked} = {100 * ok / asked:.1f}%")
    if errors:
        (errors / "actors.jsonl").write_text("".join(json.dumps(w, ensure_ascii=False) + "\n" for w in wrong), "utf-8")


def wanted(row: dict[str, Any]) -> dict[str, str]:
    if any("xfail" in m or "skip" in m for m in row["marks"]) or row["method"] != "agent_to_code":
        return {}
    expected = {k: row["expect"].get(k) for k in ("country", "code_1")}
    if expected["code_1"] in ("PRE", "UNK", "JNK"):  # these name no sector
        expected["code_1"] = ""
    return {k: v for k, v in expected.items() if isinstance(v, str) and v and "[" not in v and "?" not in v}


def asked_on(row: dict[str, Any]) -> date:
    said = row["kwargs"].get("query_date") or next((a for a in row["args"] if day(a)), None)
    return day(said) or SET_WRITTEN


def day(words: object) -> date | None:
    try:
        return date.fromisoformat(str(words)[:10])
    except ValueError:
        return None


def same_value(key: str, want: str, got: str) -> bool:
    if key == "country":
        return want == got or (want in _BODIES and got == "IGO")
    return _SAME_SECTOR.get(want, want) == _SAME_SECTOR.get(got, got)

"""Check the training sentences: `python training/check.py [FILE ...]` prints what is wrong with marks and labels."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

LABELS = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT NONE".split()
)
_MARKED = re.compile(r"<s>[^<>]+</s>[^<>]*<t>[^<>]+</t>|<t>[^<>]+</t>[^<>]*<s>[^<>]+</s>")


def mistakes(path: Path, seen: dict[str, str], counts: Counter[str]) -> list[str]:
    """What is wrong in a file, line by line; `seen` and `counts` are added to."""
    found: list[str] = []
    for n, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        where = f"{path.name}:{n}"
        parts = line.split("\t")
        if len(parts) != 3:
            found.append(f"{where}: needs label, construction and sentence, parted by tabs")
            continue
        label, _, sentence = parts
        if label not in LABELS:
            found.append(f"{where}: no label is called {label!r}")
        if not _MARKED.search(sentence) or len(re.findall(r"</?[st]>", sentence)) != 4:
            found.append(f"{where}: needs one <s>..</s> and one <t>..</t>")
        bare = re.sub(r"</?[st]>", "", sentence).lower()
        key = re.sub(r"[^a-z]+", " ", sentence.lower())
        if seen.setdefault(key, where) != where:
            found.append(f"{where}: says the same as {seen[key]}")
        if not 4 <= len(bare.split()) <= 70:
            found.append(f"{where}: has {len(bare.split())} words")
        counts[label] += 1
    return found


def main() -> int:
    """The exit code: 1 when anything is wrong."""
    given = [Path(a) for a in sys.argv[1:]] or sorted(Path(__file__).parent.glob("*/*.tsv"))
    seen: dict[str, str] = {}
    counts: Counter[str] = Counter()
    wrong = [m for path in given for m in mistakes(path, seen, counts)]
    labels = " ".join(f"{label} {count}" for label, count in counts.most_common())
    sys.stdout.write("\n".join([*wrong, labels, f"{sum(counts.values())} sentences"]) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())

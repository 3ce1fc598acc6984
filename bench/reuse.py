"""Shared copy in a growing archive: 100,000 articles made by varying real ones, compared as they come in.

python bench/reuse.py [../shared/real] [--articles 100000]

Six in ten articles are new: sentences of real articles in which nine in ten content words have been exchanged.  Four
in ten were taken from one of the last two thousand: whole, cut, or edited.  Prints the time for each article and
the memory as the archive grows, and how many copies were found.  Times are CPU seconds of this process, so that a
busy machine disturbs them less.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from detente.archive import Archive
from detente.history.passages import common_words
from detente.knowledge import Merging
from detente.linking import catch_up
from detente.model import Article, Dating, Reading, Ruleset

_STEPS = (10_000, 30_000, 100_000)
_TAIL = 5_000
_SENTENCES = 8
_RECENT = 2_000
_EXCHANGED = 0.9
_FIRST_DAY = date(2010, 1, 1)
_RULES = Ruleset(digest="bench", version="0")

#: an article, the id of the one it was taken from, and how; "" twice for a new one
Made = tuple[Article, str, str]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("real", nargs="?", type=Path, default=Path("../shared/real"))
    parser.add_argument("--articles", type=int, default=_STEPS[-1])
    asked = parser.parse_args()
    made = varied(_sentences(asked.real), random.Random(7))
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive.open(Path(folder) / "bench.duckdb")
        copies: list[tuple[str, str, str]] = []
        print(
            f"{'articles':>9} {'ms each':>8} {'ms each, last':>14} {'one more, ms':>13} "
            f"{'memory, MB':>11} {'archive, MB':>12}"
        )
        held = 0
        for step in (s for s in _STEPS if s <= asked.articles):
            held = _grow(archive, made, copies, held, step)
        _found(archive, copies)


def _grow(archive: Archive, made: Iterator[Made], copies: list[tuple[str, str, str]], held: int, step: int) -> int:
    spent = _add(archive, made, copies, step - held - _TAIL - 1)
    tail = _add(archive, made, copies, _TAIL)
    one = _add(archive, made, copies, 1)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = archive.path.stat().st_size / 1e6
    each = (spent + tail + one) / (step - held)
    print(
        f"{step:>9,} {each * 1e3:>8.2f} {tail / _TAIL * 1e3:>14.2f} {one * 1e3:>13.0f} {memory:>11,.0f} {size:>12,.0f}"
    )
    sys.stdout.flush()
    return step


def _add(archive: Archive, made: Iterator[Made], copies: list[tuple[str, str, str]], number: int) -> float:
    """Store so many articles; the seconds that comparing them took."""
    with archive.writer(_RULES) as writer:
        for _ in range(number):
            article, giver, manner = next(made)
            if giver:
                copies.append((giver, article.id, manner))
            writer.add(Reading(article=article, claims=(), unread=(), rules=_RULES.digest))
    started = time.process_time()
    catch_up(archive.derived, Merging())
    return time.process_time() - started


def varied(sentences: Sequence[str], dice: random.Random) -> Iterator[Made]:
    """Articles without end, each with the one it was taken from and how, "" for new ones."""
    vocabulary = [w for s in sentences for w in s.split() if w.islower() and w not in common_words()]
    recent: list[tuple[str, list[str]]] = []
    for number in range(10**9):
        giver, manner = "", ""
        told = [_exchanged(dice.choice(sentences), vocabulary, dice) for _ in range(_SENTENCES)]
        if recent and dice.random() < 0.4:
            manner = dice.choice(("whole", "cut", "edited"))
            giver, taken = dice.choice(recent)
            told = _taken(taken, told, manner, vocabulary, dice)
        article = Article(
            text="\n\n".join(told), outlet=f"Outlet {number % 97}", published=_FIRST_DAY + timedelta(number // 50),
            dating=Dating.GIVEN, ref=str(number),
        )  # fmt: skip
        recent = [*recent[-_RECENT:], (article.id, told)]
        yield article, giver, manner


def _taken(taken: list[str], own: list[str], manner: str, vocabulary: Sequence[str], dice: random.Random) -> list[str]:
    if manner == "whole":
        return [*taken, own[0]][-_SENTENCES - 1 :]
    if manner == "cut":
        return [*own[:4], *taken[:4]]
    return [_exchanged(s, vocabulary, dice, 0.12) for s in taken]


def _exchanged(sentence: str, vocabulary: Sequence[str], dice: random.Random, share: float = _EXCHANGED) -> str:
    """A sentence in which some of the words with content are others."""
    return " ".join(
        dice.choice(vocabulary) if w.islower() and w not in common_words() and dice.random() < share else w
        for w in sentence.split()
    )


def _sentences(real: Path) -> list[str]:
    csv.field_size_limit(10**9)
    with (real / "guardian-sdf.csv").open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    found = [s.strip() for text in texts for s in re.split(r"(?<=[.!?])\s+", text)]
    return [s for s in found if 12 <= len(s.split()) <= 45]


def _found(archive: Archive, copies: list[tuple[str, str, str]]) -> None:
    pairs = {frozenset((r.left.article, r.right.article)) for r in archive.derived.reuses()}
    linked = {article for pair in pairs for article in pair}
    for manner in ("whole", "cut", "edited"):
        asked = [(giver, taker) for giver, taker, how in copies if how == manner]
        hit = sum(frozenset(pair) in pairs for pair in asked)
        known = sum(taker in linked for _, taker in asked)
        shares = f"{known / len(asked):.1%} found, {hit / len(asked):.1%} with their giver"
        print(f"{manner:>8}: {len(asked):,} copies, {shares}")


if __name__ == "__main__":
    main()

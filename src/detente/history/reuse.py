"""Passages that two articles share: found word by word, with the edits, and who likely had them first.

What both quote from a speaker is no copy of one another, so words in quotation marks count for nothing here.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from detente.history.passages import LEAST_PAIRS, Piece, pieces, words_of
from detente.model import Passage, Reuse, Span

Match = re.Match[str]

#: the share of the shorter piece that must stand in the longer
LEAST_LIKE = 0.42
#: words that a passage has in common in the same order; fewer are a name with its titles, or a phrase of the trade
LEAST_KEPT = 9
_MOVED = 0.25
#: words in a row that both have, by which the ends of a passage are found
_FIRM = 3


class Copy(NamedTuple):
    """An article as it is compared with others."""

    id: str
    text: str
    outlet: str
    agency: str
    published: date | None
    pieces: list[Piece]


class Edit(NamedTuple):
    """A stretch of words that both have (`kept`), or that stands on one side only."""

    kept: bool
    left: str
    right: str


class _Match(NamedTuple):
    left: int
    right: int
    like: float
    moved: bool


def copy_of(article: str, text: str, *, outlet: str = "", agency: str = "", published: date | None = None) -> Copy:
    """An article, given by its id, ready to be compared with many others."""
    return Copy(article, text, outlet, agency, published, pieces(text))


def common_passages(left: Copy, right: Copy, hits: Iterable[tuple[int, int]] | None = None) -> list[Reuse]:
    """The passages that two articles share, in the order of the first.

    `hits` are the numbers of pieces that may match; all are compared where none are given.
    """
    if hits is None:
        hits = [(i, j) for i in range(len(left.pieces)) for j in range(len(right.pieces))]
    matches = _matches(left.pieces, right.pieces, hits)
    giver, reason = likely_giver(left, right)
    found = (_reuse(left, right, run, giver, reason) for run in _runs(_best(matches)))
    return [reuse for reuse in found if reuse is not None]


def likeness(one: Piece, two: Piece) -> tuple[float, bool]:
    """How much of the shorter piece stands in the longer, from 0 to 1, and whether in another order."""
    from rapidfuzz.distance import LCSseq  # here, so that listings do not wait for it

    shared = len(one.pairs & two.pairs)
    if not shared or shared < min(LEAST_PAIRS, len(one.pairs), len(two.pairs)):
        return 0.0, False
    in_order = LCSseq.similarity(one.own, two.own) / min(len(one.own), len(two.own))
    in_pairs = shared / min(len(one.pairs), len(two.pairs))
    return (in_order + in_pairs) / 2, in_pairs - in_order > _MOVED


def likely_giver(left: Copy, right: Copy) -> tuple[str, str]:
    """Which of two articles likely had the words first, "" where nobody can tell, and why."""
    if left.agency and left.agency.casefold() == right.agency.casefold():
        return "", f"both credit {left.agency}"
    for one, other in ((left, right), (right, left)):
        if one.outlet and one.outlet.casefold() == other.agency.casefold():
            return one.id, f"{other.outlet or 'the other'} credits {one.outlet}"
        if len(one.outlet) > 3 and one.outlet != other.outlet and one.outlet in other.text:
            return one.id, f"{other.outlet or 'the other'} names {one.outlet}"
    if left.published and right.published and left.published != right.published:
        first, later = sorted((left, right), key=lambda c: c.published or date.max)
        days = ((later.published or date.max) - (first.published or date.max)).days
        return first.id, f"published {days} day{'s' * (days != 1)} earlier"
    for one, other in ((left, right), (right, left)):
        if one.agency and not other.agency:
            return "", f"one credits {one.agency}; the other may have it from there too"
    return "", "published on the same day" if left.published and right.published else "not both are dated"


def edits(left: str, right: str) -> list[Edit]:
    """The words of two passages side by side, in stretches that both have or only one."""
    a, b = left.split(), right.split()
    plain = [[_bare(word) for word in words] for words in (a, b)]
    found = difflib.SequenceMatcher(a=plain[0], b=plain[1], autojunk=False).get_opcodes()
    return [Edit(tag == "equal", " ".join(a[i:j]), " ".join(b[k:n])) for tag, i, j, k, n in found]


def covered(reuse: Reuse, article: str, start: int, end: int) -> bool:
    """Whether the words of an article between two offsets are part of what was copied."""
    for passage in (reuse.left, reuse.right):
        if passage.article == article and passage.span.start < end and start < passage.span.end:
            return True
    return False


def _bare(word: str) -> str:
    return word.casefold().strip(".,;:!?\"'“”‘’()[]") or word


def _matches(lefts: list[Piece], rights: list[Piece], hits: Iterable[tuple[int, int]]) -> list[_Match]:
    """Pieces that are alike, among the hits and then beside them: who copies one sentence often edits the next."""
    seen: set[tuple[int, int]] = set()
    waiting = list(hits)
    found: list[_Match] = []
    while waiting:
        i, j = waiting.pop()
        if (i, j) in seen or not (0 <= i < len(lefts) and 0 <= j < len(rights)):
            continue
        seen.add((i, j))
        like, moved = likeness(lefts[i], rights[j])
        if like >= LEAST_LIKE:
            found.append(_Match(i, j, like, moved))
            waiting += [(i + d, j + e) for d in (-1, 0, 1) for e in (-1, 0, 1)]
    return found


def _best(matches: Iterable[_Match]) -> list[_Match]:
    """Each piece of the left with the one of the right that is most like it, in the order of the left."""
    best: dict[int, _Match] = {}
    for match in matches:
        if match.left not in best or match.like > best[match.left].like:
            best[match.left] = match
    return [best[i] for i in sorted(best)]


def _runs(matches: Sequence[_Match]) -> list[list[_Match]]:
    """Matches that follow one another on both sides are one passage."""
    numbered = list(enumerate(matches))
    return [[m for _, m in run] for _, run in groupby(numbered, key=lambda nm: (nm[1].left - nm[0], _step(nm[1])))]


def _step(match: _Match) -> int:
    return match.right - match.left


def _reuse(left: Copy, right: Copy, run: list[_Match], giver: str, reason: str) -> Reuse | None:
    """The passage that a run of matches makes, None where what is left of it is a mere phrase."""
    ours = [w for m in run for w in words_of(left.text, left.pieces[m.left])]
    theirs = [w for m in run for w in words_of(right.text, right.pieces[m.right])]
    ours, theirs, kept = _trimmed(ours, theirs)
    if kept < LEAST_KEPT or kept / min(len(ours), len(theirs)) < LEAST_LIKE:
        return None
    return Reuse(
        left=_passage(left, ours),
        right=_passage(right, theirs),
        similarity=round(kept / min(len(ours), len(theirs)), 3),
        manner=_manner(len(ours), len(theirs), kept, any(m.moved for m in run)),
        giver=giver,
        reason=reason,
    )


def _trimmed(left: list[Match], right: list[Match]) -> tuple[list[Match], list[Match], int]:
    """Both without what only one has at their ends, and how many words stand in both in the same order."""
    from rapidfuzz.distance import LCSseq

    found = LCSseq.opcodes([w[0].casefold() for w in left], [w[0].casefold() for w in right])
    kept = [(o.src_start, o.src_end, o.dest_start, o.dest_end) for o in found if o.tag == "equal"]
    firm = [k for k in kept if k[1] - k[0] >= _FIRM] or kept
    first, last = firm[0], firm[-1]
    inside = [k for k in kept if first[0] <= k[0] and k[1] <= last[1]]
    return left[first[0] : last[1]], right[first[2] : last[3]], sum(k[1] - k[0] for k in inside)


def _manner(left: int, right: int, kept: int, moved: bool) -> str:
    if kept == left == right:
        return "verbatim"
    if kept == min(left, right):
        return "cut"
    return "reordered" if moved else "edited"


def _passage(copy: Copy, words: list[Match]) -> Passage:
    start, end = words[0].start(), words[-1].end()
    return Passage(article=copy.id, span=Span(start=start, end=end, text=copy.text[start:end]))

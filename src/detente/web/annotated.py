"""The text of an article cut into pieces, each with the claims, the sentences and the passages that it is part of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.model import Claim, Reuse, Span, Unread

_BREAK = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that all belong to the same things, which go by their numbers from 1 on.

    `roles` says what the words are for a claim: actor, target, trigger, time, status or speaker.  `ends` has the
    claims whose words end here; `last_unread` and `last_shared` are numbers of what ends here, 0 for nothing.
    """

    text: str
    claims: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    roles: tuple[tuple[int, str], ...] = ()
    unread: int = 0
    shared: tuple[int, ...] = ()
    last_unread: int = 0
    last_shared: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Marks:
    """Stretches of a text with what they are: claims, their parts, sentences not understood, shared passages."""

    claims: list[tuple[int, int, int]]
    roles: list[tuple[int, int, int, str]]
    unread: list[tuple[int, int, int]]
    shared: list[tuple[int, int, int]]

    def cuts(self) -> set[int]:
        """Where any of them begins or ends."""
        found = [(s, e) for s, e, _, _ in self.roles]
        found += [(s, e) for s, e, _ in (*self.claims, *self.unread, *self.shared)]
        return {place for stretch in found for place in stretch}


def paragraphs(
    text: str, claims: Sequence[Claim], unread: Sequence[Unread] = (), shared: Sequence[Span] = ()
) -> list[list[Piece]]:
    """The paragraphs of a text in pieces; put together again they are the text without its empty lines."""
    marks = _Marks(
        [(c.start, c.end, n) for n, c in enumerate(claims, 1)],
        [role for n, c in enumerate(claims, 1) for role in _roles(n, c)],
        [(u.sentence.start, u.sentence.end, n) for n, u in enumerate(unread, 1)],
        [(s.start, s.end, n) for n, s in enumerate(shared, 1)],
    )
    cuts = sorted(marks.cuts())
    return [list(_pieces(text, start, end, cuts, marks)) for start, end in _bounds(text)]


def own_passages(article: str, reuses: Sequence[Reuse]) -> list[Span]:
    """The passages of one article among those that it shares with others."""
    return [r.left.span if r.left.article == article else r.right.span for r in reuses]


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for part in text.split(_BREAK):
        if part.strip():
            yield start, start + len(part)
        start += len(part) + len(_BREAK)


def _pieces(text: str, start: int, end: int, cuts: Sequence[int], marks: _Marks) -> Iterator[Piece]:
    within = [start, *(cut for cut in cuts if start < cut < end), end]
    for first, last in zip(within, within[1:], strict=False):
        # a mark that ends with the empty line after a paragraph ends with the paragraph
        stop = last + (len(_BREAK) if last == end else 0)
        unread = [(e, n) for s, e, n in marks.unread if s <= first < e]
        shared = [(e, n) for s, e, n in marks.shared if s <= first < e]
        yield Piece(
            text=text[first:last],
            claims=tuple(n for s, e, n in marks.claims if s <= first < e),
            ends=tuple(n for s, e, n in marks.claims if s <= first and last <= e <= stop),
            roles=tuple(dict.fromkeys((n, role) for s, e, n, role in marks.roles if s <= first < e)),
            unread=unread[0][1] if unread else 0,
            shared=tuple(n for _, n in shared),
            last_unread=next((n for e, n in unread if last <= e <= stop), 0),
            last_shared=tuple(n for e, n in shared if last <= e <= stop),
        )


def _roles(number: int, claim: Claim) -> Iterator[tuple[int, int, int, str]]:
    for name, parties in (("actor", claim.source), ("target", claim.target), ("actor", claim.via)):
        for party in parties:
            yield party.start, party.end, number, name
    for speaker in claim.speaker:
        yield speaker.start, speaker.end, number, "speaker"
    for cue in claim.cues:
        if cue.answers in ("trigger", "time", "status"):
            yield cue.start, cue.end, number, cue.answers

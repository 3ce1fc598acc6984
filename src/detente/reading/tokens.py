"""A parsed sentence as plain tuples: what every question about a sentence is asked of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from detente.model import Span

#: parts of a noun phrase that stand before its head
PREMODIFIERS = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod", "npadvmod", "predet"}
)
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


class Row(NamedTuple):
    """One word as the parser gives it; `head` is the place of its head, `start` its offset."""

    word: str
    lemma: str
    tag: str
    dep: str
    head: int
    start: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one sentence with their lemmas, tags (Penn Treebank), dependencies and heads.

    `starts` are offsets of words in `text`; `offset` is where `text` starts in the article.  The head of a
    root is the root itself.
    """

    text: str
    offset: int
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    lower: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)

    @property
    def span(self) -> Span:
        """The whole sentence as a span of the article."""
        return Span(start=self.offset, end=self.offset + len(self.text), text=self.text)

    def child(self, head: int, *deps: str) -> int | None:
        """The first child of a word with one of some dependencies."""
        for i in self.children[head]:
            if self.deps[i] in deps:
                return i
        return None

    def all_children(self, head: int, *deps: str) -> list[int]:
        """All children of a word with one of some dependencies, from left to right."""
        return [i for i in self.children[head] if self.deps[i] in deps]

    def is_verb(self, i: int) -> bool:
        return self.tags[i][:2] == "VB" or self.tags[i] == "MD"

    def is_noun(self, i: int) -> bool:
        return self.tags[i][:2] == "NN"

    def passive(self, verb: int) -> bool:
        """Whether a verb is in the passive: by its auxiliary, its subject, or as a bare participle."""
        kinds = {self.deps[c] for c in self.children[verb]}
        if kinds & {"auxpass", "nsubjpass"}:
            return True
        if self.tags[verb] != "VBN":
            return False
        if self.deps[verb] in ("acl", "amod", "advcl", "relcl") and "aux" not in kinds and "nsubj" not in kinds:
            return self.deps[verb] in ("acl", "amod") or "dobj" not in kinds
        if self.deps[verb] == "conj" and not kinds & {"aux", "nsubj"}:
            return self.passive(self.heads[verb])
        return False

    def conjuncts(self, head: int) -> list[int]:
        """A word and the words coordinated with it, from left to right."""
        found = [head]
        for i in found:
            found.extend(c for c in self.children[i] if self.deps[c] == "conj" and c not in found)
        return sorted(found) if len(found) > 1 else found

    def left_edge(self, head: int) -> int:
        """The first word of the noun phrase before and including its head."""
        left = head
        for c in self.children[head]:
            if c < head and self.deps[c] in PREMODIFIERS:
                left = min(left, self.left_edge(c))
        return left

    def phrase_start(self, head: int) -> int:
        """The first word of a noun phrase, without a determiner or a possessor."""
        left = head
        for c in self.children[head]:
            if c < head and self.deps[c] in PREMODIFIERS and self.deps[c] not in ("det", "poss", "predet"):
                left = min(left, self.left_edge(c))
        return left

    def subtree(self, head: int) -> list[int]:
        """All words under and including a word, in their order."""
        found = [head]
        for i in found:
            found.extend(self.children[i])
        return sorted(found)

    def main_words(self, head: int) -> list[int]:
        """The words under a word, in their order, without those of clauses that only describe."""
        found = [head]
        for i in found:
            found.extend(c for c in self.children[i] if self.deps[c] not in ("relcl", "advcl", "acl", "appos"))
        return sorted(found)

    def ancestors(self, i: int) -> list[int]:
        """The heads above a word, nearest first."""
        found: list[int] = []
        while self.heads[i] != i and self.heads[i] not in found:
            i = self.heads[i]
            found.append(i)
        return found

    def end(self, i: int) -> int:
        """The offset in the sentence just behind a word."""
        return self.starts[i] + len(self.words[i])

    def slice(self, first: int, last: int) -> Span:
        """The words from one to another, inclusive, as a span of the article."""
        start, end = self.starts[first], self.end(last)
        return Span(start=self.offset + start, end=self.offset + end, text=self.text[start:end])

    def at(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and last word that lie in a stretch of the sentence's characters, None for none."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end) - 1
        while last >= first and self.end(last) > end:
            last -= 1
        return (first, last) if last >= first else None


def make_tokens(text: str, offset: int, rows: Sequence[tuple[str, str, str, str, int, int]]) -> Tokens:
    """Tokens from rows of word, lemma, tag, dependency, head and start."""
    children: list[list[int]] = [[] for _ in rows]
    for i, row in enumerate(rows):
        if row[4] != i:
            children[row[4]].append(i)
    words, lemmas, tags, deps, heads, starts = zip(*rows, strict=True) if rows else ((),) * 6
    return Tokens(
        text=text, offset=offset, words=words, lemmas=lemmas, tags=tags, deps=deps, heads=heads, starts=starts,
        children=tuple(tuple(c) for c in children), lower=tuple(w.lower() for w in words),
    )  # fmt: skip

"""What is known of a sentence because two of its phrases are marked: where it begins, what holds together, who "it" is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.arguments import surface_subject
from detente.reading.marked import Marked
from detente.reading.marked_pair import Places, heads_of
from detente.reading.repair import phrases_whole
from detente.reading.tokens import SUBJECTS, Row, Tokens, make_tokens

#: "OUAGADOUGOU, Aug 19 (Agency) - " before the first sentence of a dispatch
_DATELINE = re.compile(r"[A-Z][A-Z .,'/-]{2,40}(?:, [\w. ]{2,20})?(?:,? [A-Z][a-z]+\.? \d{1,2})?(?: ?\([^)]{2,30}\))? ?-{1,2} ")
_OF_SUBJECT = frozenset({"he", "she", "it", "they", "we", "i"})
_OF_OBJECT = frozenset({"him", "her", "it", "them"})
_OWNERS = frozenset({"his", "her", "its", "their", "our"})


def without_dateline(pair: Marked) -> Marked:
    """A marked sentence without the place and date that open a dispatch, if no mark lies in them."""
    found = _DATELINE.match(pair.text)
    if found is None or any(start < found.end() for _, start, _ in pair.spans):
        return pair
    cut = found.end()
    return Marked(pair.text[cut:], tuple((mark, start - cut, end - cut) for mark, start, end in pair.spans))


def held_together(tokens: Tokens, places: Places) -> Tokens:
    """The tokens with each marked phrase as one noun phrase, whatever the parser made of it."""
    torn = [words for words in (places.source, places.target) if words and _is_torn(tokens, words)]
    if not torn:
        return tokens
    rows = [Row(*row) for row in zip(
        tokens.words, tokens.lemmas, tokens.tags, tokens.deps, tokens.heads, tokens.starts, strict=True
    )]  # fmt: skip
    mended = phrases_whole(rows, [(min(words), max(words)) for words in torn])
    return make_tokens(tokens.text, tokens.offset, mended)


def _is_torn(tokens: Tokens, words: frozenset[int]) -> bool:
    heads = heads_of(tokens, words)
    return len(heads) != 1 or tokens.tags[heads[0]][:2] == "VB"


def with_pronouns(tokens: Tokens, places: Places) -> Places:
    """The places with the pronouns that stand for the marked parties later in the sentence."""
    source = set(_pronouns_of_subject(tokens, places))
    if not source and not places.source:
        return places
    target = set(_pronouns_of_object(tokens, places, places.source | source))
    return Places(places.source | source, places.target | (target - source))


def _pronouns_of_subject(tokens: Tokens, places: Places) -> Iterator[int]:
    """Subject and possessive pronouns after a source that is a subject, where no other subject comes between."""
    heads = [h for h in heads_of(tokens, places.source) if tokens.deps[h] in SUBJECTS]
    for head in heads:
        clauses = {tokens.heads[head], *tokens.ancestors(tokens.heads[head])}
        for i in range(head + 1, len(tokens)):
            word = tokens.lower[i]
            if word in _OWNERS and tokens.deps[i] == "poss" and _under(tokens, i, tokens.heads[head]):
                yield i
            elif word in _OF_SUBJECT and tokens.deps[i] in SUBJECTS and not _other_subject(tokens, places, head, i):
                if tokens.heads[i] not in clauses:
                    yield i


def _under(tokens: Tokens, i: int, verb: int) -> bool:
    """Whether the nearest subject above a word is that of a verb."""
    for above in tokens.ancestors(i):
        if above == verb:
            return True
        if tokens.is_verb(above) and tokens.child(above, *SUBJECTS) is not None:
            return False
    return False


def _other_subject(tokens: Tokens, places: Places, first: int, last: int) -> bool:
    """Whether the other party, or anybody else of its kind, is a subject between two words."""
    return any(
        tokens.deps[i] in SUBJECTS and tokens.tags[i][:2] == "NN" and i not in places.source
        and tokens.deps[tokens.heads[i]] != "relcl"
        for i in range(first + 1, last)
    )  # fmt: skip


def _pronouns_of_object(tokens: Tokens, places: Places, source: frozenset[int]) -> Iterator[int]:
    """Object pronouns after the target in clauses whose subject is the source."""
    if not places.target:
        return
    for i in range(max(places.target) + 1, len(tokens)):
        if tokens.lower[i] not in _OF_OBJECT or tokens.deps[i] not in ("dobj", "pobj", "dative"):
            continue
        verb = next((a for a in tokens.ancestors(i) if tokens.is_verb(a)), None)
        if verb is not None and surface_subject(tokens, verb) in source:
            yield i

"""What saying something amounts to between two marked parties: to tell of a misdeed accuses, "or else" threatens."""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.arguments import surface_subject
from detente.reading.marked_pair import Places
from detente.reading.tokens import Tokens

#: verbs of saying that warn without a condition, and those that need one
_WARNING = frozenset({"warn", "caution"})
_SAYING = frozenset(
    {"say", "tell", "announce", "declare", "vow", "hint", "let", "notify", "write", "insist", "promise"}
)
_CONDITIONS = frozenset({"if", "unless", "should", "otherwise"})
_FUTURE = frozenset({"will", "would", "'ll", "'d", "could", "may", "might", "wo", "shall"})


def speaker_above(tokens: Tokens, word: int, speech: Collection[str]) -> int | None:
    """The subject of the nearest verb of saying above a word, None where nobody says it."""
    for above in tokens.ancestors(word):
        if tokens.lemmas[above] in speech and tokens.is_verb(above):
            return surface_subject(tokens, above)
    return None


def warning(tokens: Tokens, places: Places) -> int | None:
    """The verb with which the source says what will follow if the target does not give way, None without one."""
    for i, lemma in enumerate(tokens.lemmas):
        if lemma not in _WARNING and lemma not in _SAYING:
            continue
        if not tokens.is_verb(i) or surface_subject(tokens, i) not in places.source:
            continue
        under = tokens.subtree(i)
        clause = tokens.child(i, "ccomp", "xcomp")
        if clause is None or places.target.isdisjoint(under):
            continue
        future = any(tokens.lower[c] in _FUTURE for c in tokens.children[clause]) or tokens.lemmas[clause] == "face"
        conditional = any(tokens.lower[w] in _CONDITIONS and tokens.deps[w] in ("mark", "aux") for w in under)
        if future and (conditional or lemma in _WARNING):
            return i
    return None

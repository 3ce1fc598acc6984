"""What stands on a word itself and bears on its status: negation, modals, adverbs, adjectives, conditions, tense."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.knowledge.entries import Effect
from detente.model import Status
from detente.reading.tokens import Tokens

_NEGATIVE = frozenset("nobody none nothing neither".split())
#: words after "not" with which it negates nothing of the clause: "not only", "not because"
_NOT_MEANT = frozenset("only just least because merely simply solely surprisingly unexpectedly so long".split())
#: what "at no time" and "under no circumstances" are made of
_NO_OCCASION = frozenset(
    "time circumstance circumstances way case account means condition conditions point stage".split()
)
#: nouns of saying what will be done: "an announcement that it would build"
_ANNOUNCED = frozenset("announcement statement promise pledge declaration vow assurance decision commitment".split())
_ASKING = frozenset("ask wonder inquire enquire query see know unclear".split())
_PRESENT_BE = frozenset({"is", "are", "'s", "'re", "been", "’s", "’re"})
#: where the words are listed that bear on what they hang on by a dependency
_PARTS = {"aux": "modals", "advmod": "adverbs", "amod": "adjectives", "mark": "marks"}
Effects = dict[str, dict[str, Effect]]


@dataclass(frozen=True, slots=True)
class StatusCue:
    """A word that bears on the status, the status it speaks for, and the cue's name in status.yml ("" for none)."""

    word: int
    status: Status
    name: str = ""


def own_cues(tokens: Tokens, i: int, effects: Effects) -> list[StatusCue]:
    """The cues on a word itself."""
    found = [cue for c in tokens.children[i] for cue in _cues_of_child(tokens, i, c, effects)]
    if tokens.is_verb(i):
        found.extend(_tense_cues(tokens, i, effects))
        found.extend(_condition(tokens, i, effects))
        if any(cue.status is Status.NEGATED for cue in found) and _comes_about(tokens, i):
            found = [cue for cue in found if cue.status is not Status.NEGATED]
    return found


def _cues_of_child(tokens: Tokens, i: int, c: int, effects: Effects) -> Iterator[StatusCue]:
    """What a word that hangs on another says of its status; nothing for most words."""
    word, dep = tokens.lower[c], tokens.deps[c]
    if (negation := _negation(tokens, i, c, effects)) is not None:
        yield StatusCue(negation, Status.NEGATED, "negation")
    elif dep in ("parataxis", "ccomp") and tokens.lemmas[c] in ("seem", "appear") and c > i - 6:
        yield StatusCue(c, Status.POSSIBLE, "possibility")
    elif dep == "aux" and (cue := _modal(tokens, i, c)):
        yield cue
    elif dep == "mark" and word == "if" and _is_asked(tokens, i):
        yield StatusCue(c, Status.ASKED, "question")
    elif dep in _PARTS and not _only_follows(tokens, c) and (effect := effects[_PARTS[dep]].get(word)):
        yield StatusCue(c, Status(effect.status), effect.cue)


def _negation(tokens: Tokens, i: int, c: int, effects: Effects) -> int | None:
    """The word by which what hangs on a word negates it, None where it does not."""
    word, dep = tokens.lower[c], tokens.deps[c]
    if dep == "neg" or word == "neither" or (dep in ("det", "preconj") and word in ("no", "neither")):
        return None if _only_follows(tokens, c) else c
    if dep in ("nsubj", "nsubjpass", "dobj", "attr") and tokens.is_verb(i) and not _is_fact(tokens, c, effects):
        return _nobody(tokens, c)
    if dep in ("prep", "advmod", "npadvmod", "mark") and _never(tokens, c):
        return c
    if dep == "advmod" and word in ("less", "least") and tokens.tags[i][:2] == "JJ" and not tokens.is_verb(i):
        return c if not any(tokens.lower[g] in ("no", "not", "any") for g in tokens.children[c]) else None
    return c if dep == "mark" and word == "than" and c and tokens.lower[c - 1] == "rather" else None


def _modal(tokens: Tokens, verb: int, c: int) -> StatusCue | None:
    """What "would" of reported speech and "must have" mean, unlike other modals."""
    word = tokens.lower[c]
    head = tokens.heads[verb]
    told = tokens.deps[verb] == "ccomp" and tokens.tags[head] == "VBD"
    if word in ("would", "'d") and (told or (tokens.deps[verb] == "acl" and tokens.lemmas[head] in _ANNOUNCED)):
        return StatusCue(c, Status.PLANNED, "plan")  # "said it would": what was future then
    if word == "must" and any(tokens.lower[a] == "have" for a in tokens.all_children(verb, "aux")):
        return StatusCue(c, Status.POSSIBLE, "possibility")
    return None


def _is_asked(tokens: Tokens, verb: int) -> bool:
    return tokens.deps[verb] == "ccomp" and tokens.lemmas[tokens.heads[verb]] in _ASKING


def _only_follows(tokens: Tokens, negation: int) -> bool:
    """Whether a negation is part of "not only", which negates nothing."""
    return negation + 1 < len(tokens) and tokens.lower[negation + 1] in _NOT_MEANT


def _is_fact(tokens: Tokens, i: int, effects: Effects) -> bool:
    """Whether a noun says of what follows that it is so: "no secret that", "no doubt that"."""
    effect = effects["nouns"].get(tokens.lemmas[i])
    return effect is not None and effect.cue == "fact"


def _nobody(tokens: Tokens, i: int) -> int | None:
    """The word that makes a noun phrase mean nobody: "no state", "none", "few states"; None for other phrases."""
    if tokens.lower[i] in _NEGATIVE:
        return i
    words = {tokens.lower[c]: c for c in tokens.children[i] if tokens.deps[c] in ("det", "preconj", "cc", "amod")}
    if "few" in words and not {"a", "the"} & words.keys():
        return words["few"]
    return words.get("no", words.get("neither"))


def _never(tokens: Tokens, c: int) -> bool:
    """Whether an adverbial says "at no time", "no longer" or "not once"."""
    if tokens.deps[c] == "prep":
        noun = tokens.child(c, "pobj")
        return noun is not None and tokens.lower[noun] in _NO_OCCASION and _has_no(tokens, noun)
    if tokens.lower[c] == "ever" and any(tokens.lower[g] in ("hardly", "scarcely") for g in tokens.children[c]):
        return True
    return tokens.lower[c] in ("longer", "once", "more") and _has_no(tokens, c)


def _has_no(tokens: Tokens, i: int) -> bool:
    return any(tokens.lower[c] in ("no", "not") for c in tokens.children[i])


def _comes_about(tokens: Tokens, verb: int) -> bool:
    """Whether "did not ... until" tells that it did in the end."""
    past = tokens.tags[verb] == "VB" and any(tokens.lower[c] == "did" for c in tokens.all_children(verb, "aux"))
    return past and any(tokens.lower[c] == "until" and c > verb for c in tokens.all_children(verb, "prep"))


def _tense_cues(tokens: Tokens, verb: int, effects: Effects) -> Iterator[StatusCue]:
    auxiliaries = tokens.all_children(verb, "aux", "auxpass")
    words = {tokens.lower[c] for c in auxiliaries}
    being = [c for c in auxiliaries if tokens.lower[c] in _PRESENT_BE and tokens.tags[verb] == "VBG"]
    if not being and "being" in words and words & {"is", "are"}:
        being = [c for c in auxiliaries if tokens.lower[c] == "being"]
    if being and "to" not in words:
        yield StatusCue(being[0], Status.ONGOING, "going on")
    elif tokens.deps[verb] == "ROOT" and "to" in words and tokens.child(verb, "nsubj", "nsubjpass") is not None:
        yield StatusCue(verb, Status.PLANNED, "plan")  # a headline: "Iran to free sailors"
    elif tokens.deps[verb] == "conj" and tokens.child(verb, "nsubj") is None:
        yield from _shared(tokens, verb, effects)


def _shared(tokens: Tokens, verb: int, effects: Effects) -> Iterator[StatusCue]:
    """The modals and the negation that the second of two joined verbs shares with the first."""
    first = tokens.heads[verb]
    bare = tokens.tags[verb] in ("VB", "VBP") and tokens.lower[verb] == tokens.lemmas[verb]
    if bare and not tokens.all_children(verb, "aux"):
        for c in tokens.all_children(first, "aux"):
            if effect := effects["modals"].get(tokens.lower[c]):
                yield StatusCue(c, Status(effect.status), effect.cue)
    joined = {tokens.lower[c] for c in tokens.all_children(first, "cc")}
    if joined & {"or", "nor"} and (bare or tokens.tags[verb] == tokens.tags[first]):
        for c in tokens.children[first]:
            if tokens.deps[c] == "neg" or tokens.lower[c] == "neither":
                yield StatusCue(c, Status.NEGATED, "negation")


def _condition(tokens: Tokens, verb: int, effects: Effects) -> Iterator[StatusCue]:
    """What a condition does to the clause that hangs on it, and inversion to its own: "had Iran attacked"."""
    auxiliaries = tokens.all_children(verb, "aux", "auxpass")
    subject = tokens.child(verb, "nsubj", "nsubjpass")
    open_now = {tokens.lower[c] for c in auxiliaries} & {"will", "would", "'ll", "wo", "could", "might", "shall", "may"}
    for c in tokens.all_children(verb, "advcl"):
        mark = tokens.child(c, "mark")
        effect = effects["marks"].get(tokens.lower[mark]) if mark is not None else None
        if tokens.lower[c] in ("provided", "providing", "assuming", "supposing") and open_now:
            yield StatusCue(c, Status.POSSIBLE, "possibility")
        if mark is not None and effect and effect.status == Status.POSSIBLE and open_now:
            yield StatusCue(mark, Status.POSSIBLE, effect.cue)
    inverted = [c for c in auxiliaries if subject is not None and c < subject]
    if tokens.deps[verb] in ("advcl", "ccomp") and inverted and tokens.lower[inverted[0]] in ("had", "were", "should"):
        yield StatusCue(inverted[0], Status.POSSIBLE, "possibility")


def tense_above(tokens: Tokens, above: int, below: int) -> Iterator[StatusCue]:
    """What the present of "to be" makes of talks that somebody is in."""
    in_it = tokens.tags[above] == "IN" and tokens.lower[above] in ("in", "under") and tokens.deps[above] == "prep"
    if in_it and tokens.is_noun(below):
        verb = tokens.heads[above]
        if tokens.lower[verb] in ("is", "are", "remain", "remains"):
            yield StatusCue(verb, Status.ONGOING, "going on")

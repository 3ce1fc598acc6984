"""How real a sentence makes what a word tells: status with the cues that decided it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.knowledge.entries import Effect
from detente.model import Status
from detente.reading.arguments import is_infinitive
from detente.reading.tokens import Tokens

#: dependencies through which a governing verb reaches down to what it governs
_GOVERNED = frozenset(
    {"xcomp", "ccomp", "pcomp", "acl", "advcl", "dobj", "nsubjpass", "nsubj", "pobj", "attr", "oprd", "dative"}
)
_LEADING = frozenset("to for from of on upon about against over into".split())
_NEGATION = Status.NEGATED
_ORDER = (Status.ASKED, Status.POSSIBLE, Status.INTENDED, Status.PLANNED, Status.ONGOING)


@dataclass(frozen=True, slots=True)
class StatusCue:
    """A word that bears on the status, and the status it speaks for."""

    word: int
    status: Status


def status_of(
    tokens: Tokens, trigger: int, effects: dict[str, dict[str, Effect]], speech: frozenset[str], *, alone: bool = False
) -> tuple[Status, tuple[StatusCue, ...]]:
    """The status of what a verb or noun tells, with its cues; an even number of negations is a possibility.

    With `alone` only the word's own cues count, not those of the clause around it.
    """
    cues = _own_cues(tokens, trigger, effects)
    if not alone:
        cues += _governing_cues(tokens, trigger, effects, speech)
    if tokens.is_verb(trigger) and tokens.text.rstrip("\"'”’ ").endswith("?"):
        cues.append(StatusCue(len(tokens) - 1, Status.ASKED))
    return combine(tuple(cues)), tuple(cues)


def combine(cues: tuple[StatusCue, ...]) -> Status:
    """The status that several cues make together."""
    negations = sum(cue.status is _NEGATION for cue in cues)
    if negations % 2:
        return Status.NEGATED
    for status in _ORDER:
        if any(cue.status is status for cue in cues):
            return status
    return Status.POSSIBLE if negations else Status.ACTUAL


def _own_cues(tokens: Tokens, i: int, effects: dict[str, dict[str, Effect]]) -> list[StatusCue]:
    """Cues on the word itself: negation, modals, adverbs, adjectives, tense."""
    found = [StatusCue(c, status) for c in tokens.children[i] if (status := _cue_of_child(tokens, i, c, effects))]
    if tokens.is_verb(i):
        found.extend(_tense_cues(tokens, i, effects))
    return found


#: where the words are listed that bear on what they hang on by a dependency
_PARTS = {"aux": "modals", "advmod": "adverbs", "amod": "adjectives", "mark": "marks"}


def _cue_of_child(tokens: Tokens, i: int, c: int, effects: dict[str, dict[str, Effect]]) -> Status | None:
    """The status that a word speaks for in what it hangs on; None for most words."""
    word, dep = tokens.lower[c], tokens.deps[c]
    if dep == "neg" or word == "neither" or (dep == "det" and word == "no"):
        return None if _only_follows(tokens, c) else Status.NEGATED
    if dep in ("nsubj", "nsubjpass", "dobj"):
        return Status.NEGATED if _is_nobody(tokens, c) else None
    if dep == "aux" and word in ("would", "'d") and _is_reported(tokens, i):
        return Status.PLANNED  # "said it would": what was future then
    effect = effects[_PARTS[dep]].get(word) if dep in _PARTS else None
    return Status(effect.status) if effect else None


def _is_reported(tokens: Tokens, verb: int) -> bool:
    return tokens.deps[verb] == "ccomp" and tokens.tags[tokens.heads[verb]] == "VBD"


def _only_follows(tokens: Tokens, negation: int) -> bool:
    """Whether a negation is part of "not only", which negates nothing."""
    return negation + 1 < len(tokens) and tokens.lower[negation + 1] in ("only", "just", "least")


def _is_nobody(tokens: Tokens, i: int) -> bool:
    if tokens.lower[i] in ("nobody", "none", "nothing", "neither"):
        return True
    return any(
        tokens.lower[c] in ("no", "neither") and tokens.deps[c] in ("det", "preconj", "cc") for c in tokens.children[i]
    )


def _tense_cues(tokens: Tokens, verb: int, effects: dict[str, dict[str, Effect]]) -> list[StatusCue]:
    auxiliaries = tokens.all_children(verb, "aux", "auxpass")
    words = {tokens.lower[c] for c in auxiliaries}
    present_be = [
        c for c in auxiliaries if tokens.lower[c] in ("is", "are", "'s", "'re", "been") and tokens.tags[verb] == "VBG"
    ]
    if present_be and "to" not in words:
        return [StatusCue(present_be[0], Status.ONGOING)]
    if tokens.deps[verb] == "conj" and not auxiliaries and tokens.child(verb, "nsubj") is None:
        shared = [c for c in tokens.all_children(tokens.heads[verb], "aux") if tokens.lower[c] in effects["modals"]]
        if tokens.tags[verb] == "VB":
            return [StatusCue(c, Status(effects["modals"][tokens.lower[c]].status)) for c in shared]
    return []


def _governing_cues(
    tokens: Tokens, trigger: int, effects: dict[str, dict[str, Effect]], speech: frozenset[str]
) -> list[StatusCue]:
    """Cues above the word: verbs, nouns, adjectives and prepositions that govern it, up to who speaks."""
    found: list[StatusCue] = []
    below = trigger
    for above in tokens.ancestors(trigger):
        dep = tokens.deps[below]
        if dep == "relcl" or (dep in ("advcl", "acl") and not is_infinitive(tokens, below)):
            break
        if dep == "nsubj" and tokens.child(below, "poss") is not None:
            break  # "France's refusal would be a breach": it did refuse
        if dep == "conj":
            below = above
            continue
        found.extend(_cues_of_governor(tokens, above, below, effects))
        if tokens.is_verb(above):
            if dep == "ccomp" and tokens.lemmas[above] in speech:
                break
            found.extend(_own_cues(tokens, above, effects))
        elif tokens.is_noun(above) and dep in ("acl", "pobj"):
            found.extend(_own_cues(tokens, above, effects))
        below = above
    return found


def _cues_of_governor(
    tokens: Tokens, above: int, below: int, effects: dict[str, dict[str, Effect]]
) -> Iterator[StatusCue]:
    """Cues of the one word that governs another."""
    dep = tokens.deps[below]
    prepositions = effects.get("prepositions", {})
    if tokens.tags[above] in ("IN", "TO") and tokens.lower[above] in prepositions:
        yield StatusCue(above, Status(prepositions[tokens.lower[above]].status))
    elif dep == "advcl":
        yield StatusCue(below, Status.INTENDED)
    elif dep == "xcomp" and tokens.lemmas[above] == "be" and is_infinitive(tokens, below):
        yield StatusCue(above, Status.PLANNED)  # "is to visit"
    elif (dep in _GOVERNED or _leads_on(tokens, below)) and (cue := _effect_of(tokens, above, below, effects)):
        yield cue
    if dep in ("nsubj", "nsubjpass") and (said := _said_of_it(tokens, above, effects)):
        yield said


def _leads_on(tokens: Tokens, i: int) -> bool:
    """Whether a preposition leads from a word to its complement: "called for", "prevented from", "committed to"."""
    return tokens.deps[i] == "prep" and tokens.lower[i] in _LEADING


def _said_of_it(tokens: Tokens, verb: int, effects: dict[str, dict[str, Effect]]) -> StatusCue | None:
    """The adjective in "an attack is unlikely"."""
    adjective = tokens.child(verb, "acomp")
    if adjective is None or tokens.lower[adjective] not in effects["adjectives"]:
        return None
    return StatusCue(adjective, Status(effects["adjectives"][tokens.lower[adjective]].status))


def _effect_of(tokens: Tokens, above: int, below: int, effects: dict[str, dict[str, Effect]]) -> StatusCue | None:
    part = "verbs" if tokens.is_verb(above) else "nouns" if tokens.is_noun(above) else "adjectives"
    effect = effects[part].get(tokens.lemmas[above]) or effects[part].get(tokens.lower[above])
    particle = tokens.child(above, "prt") if part == "verbs" else None
    if particle is not None:  # "ruled out" is not "ruled", "ended up" is not "ended"
        effect = effects[part].get(f"{tokens.lemmas[above]}_{tokens.lower[particle]}")
    if effect is None or effect.status == Status.ACTUAL:
        return None
    if tokens.lemmas[above] == "tell" and tokens.deps[below] == "ccomp" and not is_infinitive(tokens, below):
        return None  # "told reporters that troops had left": speech, no order
    if tokens.is_noun(below) and tokens.deps[below] == "nsubj" and not tokens.passive(above):
        return None  # what does the wanting is not itself wanted
    return StatusCue(above, Status(effect.status))

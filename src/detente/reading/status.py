"""How real a sentence makes what a word tells: status with the cues that decided it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.knowledge import Knowledge
from detente.knowledge.entries import Combine, Effect
from detente.model import Status
from detente.reading.arguments import is_infinitive
from detente.reading.own_cues import StatusCue, own_cues, tense_above
from detente.reading.tokens import Tokens

#: dependencies through which a governing verb reaches down to what it governs
_GOVERNED = frozenset(
    {
        "xcomp",
        "ccomp",
        "pcomp",
        "acl",
        "relcl",
        "advcl",
        "dobj",
        "nsubjpass",
        "nsubj",
        "pobj",
        "attr",
        "oprd",
        "dative",
        "csubj",
    }
)
_LEADING = frozenset("to for from of on upon about against over into with at".split())
#: verbs of opinion whose negation is meant for what is thought: "does not think that Greece armed the Kurds"
_RAISING = frozenset("think believe expect suppose want imagine".split())
#: prepositions that lead to what something is about or comes after, not to what is dealt with
_BESIDE = frozenset({"over", "after", "amid", "despite", "following", "since", "before", "during", "because"})
#: verbs that wish for what they are to do, not for what they are done to
_WAGED = frozenset({"fight", "struggle", "work", "press", "mean", "campaign"})
_NAMING = frozenset("elect choose call name appoint consider make declare".split())
_FACT = "fact"
#: verbs of charging somebody with what may not be so
_CHARGING = frozenset("accuse charge indict suspect".split())


def status_of(
    tokens: Tokens, trigger: int, knowledge: Knowledge, *, alone: bool = False
) -> tuple[Status, tuple[StatusCue, ...]]:
    """The status of what a verb or noun tells, with its cues.

    With `alone` only the word's own cues count, not those of the clause around it.
    """
    cues = own_cues(tokens, trigger, knowledge.effects)
    if not alone:
        cues += list(_governing_cues(tokens, trigger, knowledge))
        cues += [] if cues else _of_condition(tokens, trigger, knowledge)
    if tokens.is_verb(trigger) and tokens.text.rstrip("\"'”’ ").endswith("?"):
        cues.append(StatusCue(len(tokens) - 1, Status.ASKED, "question"))
    cues = list({(cue.word, cue.status): cue for cue in cues}.values())
    return combine(cues, knowledge.combine), tuple(cues)


def _of_condition(tokens: Tokens, trigger: int, knowledge: Knowledge) -> list[StatusCue]:
    """The "if" of the clause that a word stands in, however deep; none where it is only described in passing."""
    for i in [trigger, *tokens.ancestors(trigger)]:
        mark = tokens.child(i, "mark")
        effect = knowledge.effects["marks"].get(tokens.lower[mark]) if mark is not None else None
        if mark is not None and effect and effect.status == Status.POSSIBLE:
            return [StatusCue(mark, Status.POSSIBLE, effect.cue)]
        if tokens.deps[i] in ("relcl", "appos", "parataxis") or (tokens.is_verb(i) and tokens.deps[i] == "acl"):
            return []
        if tokens.deps[i] in ("amod", "compound", "poss"):
            return []
    return []


def combine(cues: Sequence[StatusCue], table: Sequence[Combine]) -> Status:
    """The status that several cues make together: that of the first line of the table that fits, else actual."""
    negations = sum(cue.status is Status.NEGATED for cue in cues)
    counted = "none" if not negations else "odd" if negations % 2 else "even"
    given = {cue.status.value for cue in cues} | {cue.name for cue in cues}
    for line in table:
        if line.negations in ("", counted) and line.has <= given:
            return Status(line.status)
    return Status.ACTUAL


def _governing_cues(tokens: Tokens, trigger: int, knowledge: Knowledge) -> Iterator[StatusCue]:
    """Cues above the word: verbs, nouns, adjectives and prepositions that govern it, up to who speaks."""
    below = trigger
    for above in tokens.ancestors(trigger):
        if _ends_scope(tokens, below):
            return
        if tokens.deps[below] == "conj":
            below = above
            continue
        found = list(_cues_of_governor(tokens, above, below, knowledge.effects))
        yield from found
        if tokens.deps[below] == "ccomp" and tokens.lemmas[above] in knowledge.speech:
            if tokens.lemmas[above] in _RAISING or any(cue.name == "denying" for cue in found):
                yield from (c for c in own_cues(tokens, above, knowledge.effects) if c.status is Status.NEGATED)
            return
        if not _passes_on(tokens, above, below, knowledge.effects, governs=bool(found)):
            return
        if tokens.is_verb(above) or (tokens.is_noun(above) and tokens.deps[below] in ("acl", "pobj", "prep")):
            yield from own_cues(tokens, above, knowledge.effects)
        below = above


def _ends_scope(tokens: Tokens, below: int) -> bool:
    """Whether what stands above a word says nothing of it: it only describes, or tells the circumstances."""
    dep = tokens.deps[below]
    if (dep == "relcl" and not _is_that(tokens, below)) or (
        dep in ("advcl", "acl") and not is_infinitive(tokens, below) and not _is_that(tokens, below)
    ):
        return True
    if dep == "nsubj" and tokens.child(below, "poss") is not None:
        return True  # "France's refusal would be a breach": it did refuse
    if dep == "prep" and tokens.is_noun(tokens.heads[below]) and tokens.lower[below] in _BESIDE:
        return True  # "suspended cooperation over the trial": the trial was not suspended
    if dep == "ccomp" and tokens.is_verb(below) and _inverted(tokens, below):
        return True
    return dep == "prep" and tokens.is_verb(tokens.heads[below]) and not _leads_on(tokens, below)


def _inverted(tokens: Tokens, verb: int) -> bool:
    """Whether a clause begins with its auxiliary, as a condition does ("had Iran attacked")."""
    first = tokens.subtree(verb)[0]
    return tokens.lower[first] in ("had", "were", "should") and tokens.heads[first] == verb


def _is_that(tokens: Tokens, below: int) -> bool:
    """Whether a clause of a noun says what it is: "evidence that Turkey armed"."""
    mark = tokens.child(below, "mark")
    return tokens.deps[below] in ("acl", "relcl") and mark is not None and tokens.lower[mark] == "that"


def _passes_on(tokens: Tokens, above: int, below: int, effects: dict[str, dict[str, Effect]], *, governs: bool) -> bool:
    """Whether what bears on the upper word bears on the lower too."""
    effect = effect_of(tokens, above, effects)
    if effect and effect.cue == _FACT:
        return False
    if (
        governs
        or tokens.is_verb(below)
        or tokens.deps[above] in ("prep", "agent")
        or tokens.tags[above] in ("IN", "TO")
    ):
        return True
    if tokens.deps[below] == "compound" or effect is not None:
        return True
    # a noun of deed: what happens to an attack that was answered, remembered or paid for is no matter of its own
    return not tokens.is_verb(above) and not tokens.is_noun(above)


def _cues_of_governor(
    tokens: Tokens, above: int, below: int, effects: dict[str, dict[str, Effect]]
) -> Iterator[StatusCue]:
    """Cues of the one word that governs another."""
    dep = tokens.deps[below]
    led = effects.get("prepositions", {}).get(tokens.lower[above])
    if led and (tokens.tags[above] in ("IN", "TO") or tokens.tags[above][:2] == "RB"):
        yield StatusCue(above, Status(led.status), led.cue)
    elif any(tokens.lower[c] in ("instead", "far") for c in tokens.all_children(above, "advmod")) and dep == "pcomp":
        yield StatusCue(above, Status.NEGATED, "negation")  # "instead of attacking"
    elif tokens.lower[above] in ("of", "with") and dep == "pcomp" and _is_accused(tokens, tokens.heads[above]):
        yield StatusCue(tokens.heads[above], Status.POSSIBLE, "possibility")
    elif tokens.lower[above] == "against" and dep == "pcomp":
        yield StatusCue(above, Status.NEGATED, "negation")  # "decided against attacking"
    elif dep == "advcl":
        effect = effect_of(tokens, above, effects)
        for_somebody = tokens.lemmas[above] == "be" and is_infinitive(tokens, below)  # "it is of use for X to have"
        if effect is None or effect.cue != "done" or for_somebody:
            yield StatusCue(below, Status.INTENDED, "purpose")
    elif cue := _of_modal_verb(tokens, above, below, effects) or _effect_cue(tokens, above, below, effects):
        yield cue
    if dep in ("nsubj", "nsubjpass", "csubj") or (dep == "ccomp" and tokens.child(above, "acomp") is not None):
        yield from _said_of_it(tokens, above, below, effects)
    yield from tense_above(tokens, above, below)


def _is_accused(tokens: Tokens, verb: int) -> bool:
    """Whether a verb tells of a charge that nobody named makes: "men accused of joining"."""
    described = tokens.tags[verb] == "VBN" and tokens.deps[verb] in ("acl", "advcl")
    charged = tokens.lemmas[verb] in _CHARGING and (tokens.passive(verb) or described)
    return charged and tokens.child(verb, "agent", "nsubj") is None


def _of_equation(tokens: Tokens, verb: int, effects: dict[str, dict[str, Effect]]) -> tuple[Status, str]:
    """What "is to free" means: a plan, or what its subject is ("the aim is to free")."""
    conditional = any(tokens.lower[c] in ("were", "if") for c in [verb, *tokens.children[verb]])
    if conditional and tokens.deps[verb] == "advcl":
        return Status.POSSIBLE, "possibility"  # "were Iran to attack"
    subject = tokens.child(verb, "nsubj")
    effect = effects["nouns"].get(tokens.lemmas[subject]) if subject is not None else None
    return (Status(effect.status), effect.cue) if effect else (Status.PLANNED, "plan")


def _of_modal_verb(tokens: Tokens, above: int, below: int, effects: dict[str, dict[str, Effect]]) -> StatusCue | None:
    """What "is to visit", "has to visit", "has yet to visit" and "is said to visit" make of the visit."""
    lemma = tokens.lemmas[above]
    if tokens.deps[below] != "xcomp" or not is_infinitive(tokens, below):
        return None
    if lemma in ("be", "have", "remain") and any(tokens.lower[c] == "yet" for c in tokens.children[above]):
        return StatusCue(above, Status.NEGATED, "negation")
    if lemma == "go" and tokens.tags[above] == "VBG":
        return StatusCue(above, Status.PLANNED, "plan")
    if lemma == "ought":
        return StatusCue(above, Status.INTENDED, "wish or demand")
    if lemma == "be" and tokens.child(above, "acomp") is None:
        return StatusCue(above, *_of_equation(tokens, above, effects))
    if lemma == "have" and tokens.child(above, "dobj") is None:
        return StatusCue(above, Status.INTENDED, "wish or demand")
    if lemma in ("say", "report", "claim", "know", "understand") and tokens.passive(above) and lemma != "know":
        return StatusCue(above, Status.POSSIBLE, "possibility")
    return None


def _leads_on(tokens: Tokens, i: int) -> bool:
    """Whether a preposition leads from a word to its complement: "called for", "prevented from", "committed to"."""
    if tokens.deps[i] != "prep":
        return False
    return tokens.lower[i] in _LEADING or (tokens.lower[i] in ("in", "under") and tokens.lemmas[tokens.heads[i]] in _IN)


_IN = frozenset("be remain stay succeed engage participate persist interested interest".split())


def _said_of_it(tokens: Tokens, verb: int, below: int, effects: dict[str, dict[str, Effect]]) -> Iterator[StatusCue]:
    """The adjective in "an attack is unlikely", and what a mere "a deal would need" leaves open."""
    adjective = tokens.child(verb, "acomp", "oprd")
    effect = effects["adjectives"].get(tokens.lower[adjective]) if adjective is not None else None
    if adjective is not None and effect:
        yield StatusCue(adjective, Status(effect.status), effect.cue)
    if tokens.is_noun(below) and tokens.deps[below] in ("nsubj", "nsubjpass") and _is_indefinite(tokens, below):
        for c in tokens.all_children(verb, "prep") if tokens.lemmas[verb] == "be" else ():
            if tokens.lower[c] == "under" and (tokens.child(c, "pobj") is not None):
                yield StatusCue(c, Status.ONGOING, "going on")
        for c in tokens.all_children(verb, "aux"):
            if tokens.lower[c] in ("would", "could", "might", "may"):
                yield StatusCue(c, Status.POSSIBLE, "possibility")


def _is_indefinite(tokens: Tokens, noun: int) -> bool:
    det = tokens.child(noun, "det")
    return det is None or tokens.lower[det] in ("a", "an", "any", "another")


def effect_of(tokens: Tokens, above: int, effects: dict[str, dict[str, Effect]]) -> Effect | None:
    """What a governing word does to what it governs, None for words that are not listed."""
    part = "verbs" if tokens.is_verb(above) else "nouns" if tokens.is_noun(above) else "adjectives"
    particle = tokens.child(above, "prt") if part == "verbs" else None
    if particle is not None:  # "ruled out" is not "ruled", "ended up" is not "ended"
        return effects[part].get(f"{tokens.lemmas[above]}_{tokens.lower[particle]}")
    return effects[part].get(tokens.lemmas[above]) or effects[part].get(tokens.lower[above])


def _effect_cue(tokens: Tokens, above: int, below: int, effects: dict[str, dict[str, Effect]]) -> StatusCue | None:
    if tokens.deps[below] not in _GOVERNED and not _leads_on(tokens, below):
        return None
    effect = effect_of(tokens, above, effects)
    if tokens.deps[below] == "prep" and tokens.is_verb(above):  # "argued for standing by"
        effect = effects["verbs"].get(f"{tokens.lemmas[above]}_{tokens.lower[below]}", effect)
    if tokens.deps[below] in ("xcomp", "ccomp") and tokens.tags[above] == "VBN" and tokens.passive(above):
        effect = effects["adjectives"].get(tokens.lower[above], effect)  # "is expected to"
    if effect is None or effect.status == Status.ACTUAL:
        return None
    if tokens.deps[below] == "dobj" and tokens.lemmas[above] in _WAGED:
        return None  # "fought a war": the war is no wish
    if tokens.lemmas[above] == "tell" and tokens.deps[below] == "ccomp" and not is_infinitive(tokens, below):
        return None  # "told reporters that troops had left": speech, no order
    if tokens.deps[below] in ("oprd", "attr") and tokens.is_noun(below) and tokens.lemmas[above] in _NAMING:
        return None  # "was elected president"
    does = tokens.is_noun(below) and tokens.deps[below] == "nsubj" and not tokens.passive(above)
    if does and effect.status != Status.ONGOING:
        return None  # what does the wanting is not itself wanted
    return StatusCue(above, Status(effect.status), effect.cue)

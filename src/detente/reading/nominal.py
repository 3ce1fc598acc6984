"""The arguments of event nouns and of predicates of being: who leads "attack on", who is "an ally of"."""

from __future__ import annotations

from detente.reading.arguments import is_where, prepositions_of, surface_subject
from detente.reading.tokens import Tokens
from detente.reading.who import Actors

#: verbs that lend a noun its subject: "launched an attack", "made a visit", "issued a warning"
LIGHT_VERBS = frozenset(
    "make launch carry conduct stage mount hold have give offer issue sign reach pay take deliver lodge file "
    "mount order begin start open continue resume undertake wage send pursue organise organize host lead express "
    "voice declare announce impose commit perform perpetrate execute run do step intensify expand extend receive "
    "get face suffer".split()
)
#: be-like verbs that join a subject and what is said of it
COPULAS = frozenset("be become remain stay grow get seem appear look feel turn prove keep sound fall stand go".split())
#: nouns that with "in" say what a deed is: "left the hall in protest at", "acted in concert with"
_MANNERS = frozenset(
    "protest retaliation reprisal revenge defiance solidarity sympathy support cooperation co-operation collaboration "
    "partnership tandem concert coordination conjunction league".split()
)
_RECEIVING = frozenset({"receive", "get", "face", "suffer"})
#: words that pick out of many: "one of Iran's allies", "several of its backers"
_PICKING = frozenset("one two three four some several another many most first last both any none each".split())


def noun_leads(tokens: Tokens, actors: Actors, noun: int) -> list[int]:
    """Heads of what leads an event noun: possessor, nationality, compound, by/of/from, a light verb's subject."""
    found = [c for c in tokens.all_children(noun, "poss") if actors.parties(c)]
    for c in tokens.all_children(noun, "amod", "compound", "nmod"):
        if actors.named(c) is not None or _led_by(tokens, actors, c) is not None:
            led = _led_by(tokens, actors, c)
            found.append(c if led is None else led)
    for adp, i in prepositions_of(tokens, noun):
        if adp in (("by",) if tokens.child(noun, "poss") in found else ("by", "of", "from")) and actors.parties(i):
            found.append(i)
    if not found:
        found.extend(_light_subject(tokens, actors, noun))
    if not found and tokens.deps[noun] in ("attr", "appos", "oprd"):
        found.extend(i for i in copula_subjects(tokens, noun) if actors.parties(i))
    return found


def _led_by(tokens: Tokens, actors: Actors, modifier: int) -> int | None:
    """The actor of "Saudi-led", "US-backed" before a noun."""
    armed = tokens.lower[modifier] in ("backed", "sponsored") and actors.role(tokens.heads[modifier]) is not None
    if armed:  # "US-backed fighters in Syria" are not the Americans
        return None
    if tokens.lower[modifier] not in ("led", "backed", "brokered", "sponsored", "mediated", "organised", "organized"):
        return None
    for c in tokens.children[modifier]:
        if actors.named(c) is not None:
            return c
    return None


def _light_subject(tokens: Tokens, actors: Actors, noun: int) -> list[int]:
    verb = tokens.heads[noun]
    if tokens.lemmas[noun] in _MANNERS and tokens.deps[noun] == "pobj" and tokens.lower[verb] == "in":
        above = next((a for a in tokens.ancestors(verb) if tokens.is_verb(a)), verb)
        subject = surface_subject(tokens, above) if tokens.is_verb(above) and not tokens.passive(above) else None
        return [subject] if subject is not None and actors.parties(subject) else []
    if tokens.deps[noun] not in ("dobj", "nsubjpass", "pobj") or not tokens.is_verb(verb):
        return []
    lemma = tokens.lemmas[verb]
    if lemma not in LIGHT_VERBS or lemma in _RECEIVING:
        return []
    if tokens.passive(verb):
        return [i for adp, i in prepositions_of(tokens, verb) if adp == "by" and actors.parties(i)]
    subject = surface_subject(tokens, verb)
    return [subject] if subject is not None and actors.parties(subject) else []


def noun_prepositions(tokens: Tokens, noun: int) -> list[tuple[str, int]]:
    """The prepositions after a noun or adjective; those of its light verb too, as parsers often hang them there."""
    found = prepositions_of(tokens, noun)
    verb = tokens.heads[noun]
    attached = tokens.deps[noun] in ("dobj", "attr", "acomp", "nsubjpass", "oprd")
    if attached and tokens.is_verb(verb) and (tokens.lemmas[verb] in LIGHT_VERBS or tokens.lemmas[verb] in COPULAS):
        found += [(adp, i) for adp, i in prepositions_of(tokens, verb) if i > noun or is_where(tokens, verb, i)]
    if tokens.deps[noun] == "pobj":  # "at odds with", "at war with": the preposition may hang on the verb
        prep = tokens.heads[noun]
        found += [(adp, i) for adp, i in prepositions_of(tokens, prep) if i > noun]
        above = tokens.heads[prep]
        if tokens.is_verb(above) and tokens.lemmas[above] in COPULAS:
            found += [(adp, i) for adp, i in prepositions_of(tokens, above) if i > noun]
    return found


def copula_subjects(tokens: Tokens, i: int) -> list[int]:
    """Heads of those that a noun, adjective or phrase is said of; [] when it is said of nobody."""
    dep, head = tokens.deps[i], tokens.heads[i]
    if dep == "pobj":
        picked = _picked_from(tokens, head)
        return _said_of(tokens, head) if picked is None else copula_subjects(tokens, picked) or _described(tokens, i)
    if dep == "prep" and tokens.tags[i] in ("IN", "TO"):
        return _subject_of_copula(tokens, i, head, dep) if tokens.is_verb(head) else []
    if dep in ("attr", "acomp", "oprd", "advmod", "dobj") and tokens.is_verb(head):
        return _subject_of_copula(tokens, i, head, dep)
    if dep == "conj":
        shared = copula_subjects(tokens, head) if head < i and tokens.deps[head] != "pobj" else []
        named = tokens.child(i, "appos") is not None and tokens.child(i, "poss") is not None
        return shared or (_described(tokens, i) if named else [])  # "Hamas and its backer, Iran"
    if tokens.tags[i] == "VBN" and tokens.passive(i):  # "felt threatened by", "was estranged from"
        subject = surface_subject(tokens, i)
        return [] if subject is None else [subject]
    return _described(tokens, i)


def _picked_from(tokens: Tokens, prep: int) -> int | None:
    """The word that picks one or some of those behind a preposition: "one of", "several among"."""
    above = tokens.heads[prep]
    return above if tokens.lower[prep] in ("of", "among") and tokens.lower[above] in _PICKING else None


def is_picked(tokens: Tokens, i: int) -> bool:
    """Whether something is said to be one of what a noun names: "one of its allies", "is among its allies"."""
    if tokens.deps[i] != "pobj":
        return False
    prep = tokens.heads[i]
    among = tokens.lower[prep] == "among" and tokens.lemmas[tokens.heads[prep]] in COPULAS
    return among or _picked_from(tokens, prep) is not None


def _described(tokens: Tokens, i: int) -> list[int]:
    """Heads of those beside which a description stands: by apposition, before a name, behind it."""
    dep, head = tokens.deps[i], tokens.heads[i]
    if dep == "appos":
        return [head]
    if dep == "amod" and i > head:  # "the group, close to Iran, ..."
        return [head]
    named = [c for c in tokens.all_children(i, "appos") if tokens.tags[c][:3] == "NNP"]
    if named:
        return named
    if dep in ("compound", "nmod") and tokens.tags[head][:3] == "NNP" and tokens.is_noun(i):
        return [head]  # "Greece's ally Turkey"
    if dep == "amod" and tokens.tags[i] == "VBN":
        return [head]
    return []


def _subject_of_copula(tokens: Tokens, i: int, verb: int, dep: str) -> list[int]:
    lemma = tokens.lemmas[verb]
    if lemma in COPULAS and dep != "dobj":
        subject = surface_subject(tokens, verb)
        return [] if subject is None else [subject]
    if dep == "oprd":  # "is considered an ally", "calls Iran an enemy"
        patient = tokens.child(verb, "dobj")
        subject = patient if patient is not None else surface_subject(tokens, verb)
        return [] if subject is None else [subject]
    return []


def _said_of(tokens: Tokens, prep: int) -> list[int]:
    above = tokens.heads[prep]
    if tokens.is_verb(above):
        patient = tokens.child(above, "dobj")  # "found itself at odds with", "hit areas under the control of"
        subject = (
            surface_subject(tokens, above)
            if patient is None or patient > prep or tokens.lemmas[above] in COPULAS
            else patient
        )
        return [] if subject is None else [subject]
    if tokens.deps[above] == "acomp":  # "is high on the agenda"
        return _subject_of_copula(tokens, above, tokens.heads[above], "acomp")
    within = tokens.lower[prep] == "in" and any(
        tokens.lower[d] == "the" for c in tokens.all_children(prep, "pobj") for d in tokens.all_children(c, "det")
    )  # "both sides in the conflict" are not said to be in conflict
    return [above] if tokens.is_noun(above) and not within else []

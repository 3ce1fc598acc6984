"""The arguments of a verb, found through voice, control, relative clauses, participles and coordination."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.reading.tokens import RELATIVES, SUBJECTS, Tokens

#: verbs whose infinitive is done by their subject even when they have an object
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "swear", "pledge", "use", "take", "make", "have"})
#: verbs whose "for/of/from -ing" is done by their object ("accused Iran of backing")
_OBJECT_GERUND = frozenset(
    "accuse blame suspect convict prevent stop dissuade criticise criticize condemn praise thank punish denounce "
    "attack arrest charge chide rebuke fault indict sanction jail sentence discourage deter ban bar prohibit keep "
    "block hinder acquit excuse forgive scold slam blast lambast censure berate castigate commend applaud "
    "congratulate warn fine restrain absolve clear detain execute hold".split()
)
#: phrases that do the work of one preposition
_ONE = {
    ("by", "way", "of"): "via",
    ("by", "means", "of"): "by",
    ("on", "side", "of"): "alongside",
    ("on", "behalf", "of"): "for",
    ("in", "favour", "of"): "for",
    ("in", "favor", "of"): "for",
    ("in", "support", "of"): "for",
    ("at", "expense", "of"): "against",
    ("in", "partnership", "with"): "with",
    ("in", "cooperation", "with"): "with",
    ("in", "collaboration", "with"): "with",
    ("in", "conjunction", "with"): "with",
    ("in", "concert", "with"): "with",
    ("in", "tandem", "with"): "with",
    ("in", "league", "with"): "with",
    ("with", "help", "of"): "with",
    ("with", "help", "from"): "with",
    ("with", "aid", "of"): "with",
    ("with", "assistance", "of"): "with",
    ("with", "support", "of"): "with",
}
#: words for a member of a set that "the only" or "one" picks
_ONES = frozenset("one first last country nation state power neighbour neighbor member government group".split())
_TOGETHER = frozenset({"together", "along", "jointly"})
_OBJECTS = ("dobj", "attr", "oprd")


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with its logical arguments, each the index of a head word.

    `agents` do it, `objects` undergo it (of a passive, its subject; the first of two objects is the
    receiver), `prepositions` pairs a preposition with the word it governs, `clauses` are complements.
    """

    verb: int
    passive: bool
    agents: tuple[int, ...]
    objects: tuple[int, ...]
    prepositions: tuple[tuple[str, int], ...]
    particles: frozenset[str]
    clauses: tuple[int, ...]


def frame(tokens: Tokens, verb: int) -> Frame:
    """The arguments of a verb."""
    passive = tokens.passive(verb)
    subject = surface_subject(tokens, verb)
    subjects = () if subject is None else (subject,)
    found = _prepositions(tokens, verb)
    objects = _objects(tokens, verb)
    if passive:
        agents = tuple(i for adp, i in found if adp == "by")
        before = tuple(tokens.all_children(verb, "npadvmod")) if tokens.deps[verb] == "amod" else ()
        if before:  # "Saudi-financed rebels"
            agents, subjects = agents + before, (tokens.heads[verb],)
        objects = subjects + objects
    else:
        agents = subjects
    return Frame(verb, passive, agents, objects, tuple(found), _particles(tokens, verb), _clauses(tokens, verb))


def surface_subject(tokens: Tokens, verb: int, depth: int = 0) -> int | None:
    """The grammatical subject of a verb, where need be found through the verbs above it."""
    if depth > 6:
        return None
    own = tokens.child(verb, *SUBJECTS)
    if own is not None:
        if tokens.lower[own] in RELATIVES and tokens.tags[own][0] == "W":
            return _antecedent(tokens, verb)
        return own
    dep, head = tokens.deps[verb], tokens.heads[verb]
    if dep == "conj" and tokens.is_verb(head):
        return surface_subject(tokens, head, depth + 1)
    if dep == "relcl":  # it has no subject of its own, so what it hangs on is the subject
        return head
    if dep == "acl":
        return _participle_subject(tokens, verb, head, depth)
    if dep in ("xcomp", "ccomp"):
        return _controller(tokens, head, depth)
    if dep in ("advcl", "aux"):
        return surface_subject(tokens, head, depth + 1)
    return _gerund_subject(tokens, head, depth) if dep == "pcomp" else None


def _antecedent(tokens: Tokens, verb: int) -> int | None:
    """What a relative pronoun stands for: the noun that the clause hangs on."""
    for i in [verb, *tokens.ancestors(verb)]:
        if tokens.deps[i] == "relcl":
            return _said_to_be(tokens, _last_of_list(tokens, tokens.heads[i], i))
    return None


def _said_to_be(tokens: Tokens, noun: int) -> int:
    """A noun, or who is said to be it: Oman in "Oman is the only one that trusts Iran"."""
    said, above = noun, tokens.heads[noun]
    if tokens.deps[said] == "pobj" and tokens.lower[above] == "of":  # "one of the states where", "one of those who"
        said, above = tokens.heads[above], tokens.heads[tokens.heads[above]]
    if tokens.lemmas[said] not in _ONES or tokens.deps[said] != "attr":
        return noun
    subject = tokens.child(above, *SUBJECTS)
    return noun if subject is None or tokens.tags[subject] in ("EX", "DT") else subject


def _last_of_list(tokens: Tokens, head: int, clause: int) -> int:
    """What "which regards" is said of in "Isis, the army and Turkey, which regards": the last, not all of them."""
    single = tokens.tags[clause] == "VBZ" or any(
        tokens.lower[c] in ("is", "has", "was") for c in tokens.all_children(clause, "aux", "auxpass")
    )
    joined = [i for i in tokens.conjuncts(head) if i < clause] if single else []
    return joined[-1] if joined else head


def _gap_is_subject(tokens: Tokens, verb: int) -> bool:
    return tokens.child(verb, *SUBJECTS) is None


def _participle_subject(tokens: Tokens, verb: int, noun: int, depth: int) -> int | None:
    if not is_infinitive(tokens, verb):
        return noun
    return _owner_of_plan(tokens, noun, depth)


def _owner_of_plan(tokens: Tokens, noun: int, depth: int) -> int | None:
    """Who is to do it in "Israel's plan to attack", "pressure on Iran to stop", "made an attempt to"."""
    owner = tokens.child(noun, "poss")
    if owner is not None:
        return owner
    for prep in tokens.all_children(noun, "prep"):
        if tokens.lower[prep] in ("on", "by", "for", "from"):
            return tokens.child(prep, "pobj")
    head = tokens.heads[noun]
    if tokens.is_verb(head) and tokens.deps[noun] in (*_OBJECTS, "nsubjpass"):
        receiver = tokens.child(head, "dative")
        return receiver if receiver is not None else surface_subject(tokens, head, depth + 1)
    for c in tokens.all_children(noun, "amod", "compound", "nmod"):
        if tokens.tags[c] in ("NNP", "JJ") and tokens.words[c][:1].isupper():
            return noun  # "an Israeli plan to attack": the nationality is found inside the phrase
    return None


def _controller(tokens: Tokens, governor: int, depth: int) -> int | None:
    """Who does what an infinitive says: the governor's object if it has one, otherwise its subject."""
    if not tokens.is_verb(governor):
        return surface_subject(tokens, tokens.heads[governor], depth + 1)
    if tokens.lemmas[governor] not in _SUBJECT_CONTROL and not tokens.passive(governor):
        patient = tokens.child(governor, "dobj", "dative")
        if patient is not None:
            if tokens.deps[patient] == "dative" and tokens.tags[patient] in ("IN", "TO"):
                return tokens.child(patient, "pobj")
            return patient
        if tokens.lemmas[governor] in ("call", "appeal", "press", "rely", "count", "prevail"):
            for prep in tokens.all_children(governor, "prep"):
                if tokens.lower[prep] in ("on", "upon", "to"):
                    return tokens.child(prep, "pobj")
    return surface_subject(tokens, governor, depth + 1)


def _gerund_subject(tokens: Tokens, prep: int, depth: int) -> int | None:
    governor = tokens.heads[prep]
    if tokens.is_verb(governor):
        if tokens.lemmas[governor] in _OBJECT_GERUND:
            if tokens.passive(governor):
                return surface_subject(tokens, governor, depth + 1)
            patient = tokens.child(governor, "dobj")
            if patient is not None:
                return patient
        blamed = [i for adp, i in prepositions_of(tokens, governor) if adp == "on"]
        if tokens.lower[prep] == "for" and tokens.lemmas[governor] in ("impose", "slap", "clamp", "levy") and blamed:
            return blamed[0]  # "imposed an embargo on Eritrea for arming"
        return surface_subject(tokens, governor, depth + 1)
    if tokens.is_noun(governor):
        return _owner_of_plan(tokens, governor, depth)
    return surface_subject(tokens, tokens.heads[governor], depth + 1)


def _objects(tokens: Tokens, verb: int) -> tuple[int, ...]:
    """Receiver first, then the thing."""
    receivers = [i for i in tokens.all_children(verb, "dative") if tokens.tags[i] not in ("IN", "TO")]
    things = tokens.all_children(verb, *_OBJECTS)
    if tokens.deps[verb] == "relcl" and not things and not _gap_is_subject(tokens, verb):
        things = [tokens.heads[verb]]
    things = [_of_relative(tokens, verb, i) for i in things]
    if not things and not receivers:
        things = _shared_object(tokens, verb) or _subject_of_infinitive(tokens, verb)
    return tuple(receivers + things)


def is_infinitive(tokens: Tokens, verb: int) -> bool:
    """Whether a verb stands with "to"."""
    return any(tokens.lower[c] == "to" and tokens.deps[c] == "aux" for c in tokens.children[verb])


def _subject_of_infinitive(tokens: Tokens, verb: int) -> list[int]:
    """Iran in "urged Iran to stop", where the parser gives it to the infinitive."""
    for clause in tokens.all_children(verb, "ccomp", "xcomp"):
        subject = tokens.child(clause, "nsubj", "nsubjpass")
        # "urged Iran to", "let Iran use", "considers it a threat"
        bare = is_infinitive(tokens, clause) or tokens.lemmas[verb] == "let" or not tokens.is_verb(clause)
        if subject is not None and bare and subject > verb:
            return [subject]
    return []


def _of_relative(tokens: Tokens, verb: int, i: int) -> int:
    if tokens.tags[i][0] == "W" and tokens.lower[i] in RELATIVES:
        antecedent = _antecedent(tokens, verb)
        return i if antecedent is None else antecedent
    return i


def _shared_object(tokens: Tokens, verb: int) -> list[int]:
    """The object of "criticised and threatened Iran" for the first of the two verbs."""
    for c in tokens.all_children(verb, "conj"):
        close = 0 < c - verb <= 4 and tokens.is_verb(c) and tokens.tags[c] == tokens.tags[verb]
        if close and tokens.child(c, *SUBJECTS) is None and tokens.child(verb, "prep", "ccomp", "xcomp") is None:
            return tokens.all_children(c, "dobj")
    return []


def prepositions_of(tokens: Tokens, head: int) -> list[tuple[str, int]]:
    """The prepositions that hang on a word, each with the word it governs."""
    found: list[tuple[str, int]] = []
    for prep in tokens.all_children(head, "prep", "agent", "dative"):
        if tokens.deps[prep] == "dative" and tokens.tags[prep] not in ("IN", "TO"):
            continue
        found.extend(_governed(tokens, prep, tokens.lower[prep]))
    for c in tokens.all_children(head, "advmod"):
        if tokens.lower[c] == "there":
            found.append(("in", c))
        elif tokens.lower[c] == "where" and (place := _antecedent(tokens, head)) is not None:
            found.append(("in", place))
    return found


def is_where(tokens: Tokens, verb: int, i: int) -> bool:
    """Whether a word is the place that "where" stands for in a verb's clause: "the port, where Russia is strong"."""
    wheres = (c for c in tokens.all_children(verb, "advmod") if tokens.lower[c] == "where")
    return any(_antecedent(tokens, verb) == i for _ in wheres)


def _governed(tokens: Tokens, prep: int, adposition: str) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for c in tokens.children[prep]:
        if tokens.deps[c] in ("pobj", "pcomp"):
            found.append((adposition, c))
            found.extend(_as_one(tokens, adposition, c))
        elif tokens.deps[c] == "prep":  # "out of", "because of", "along with"
            inner = _governed(tokens, c, tokens.lower[c])
            found.extend(inner)
            found.extend((f"{adposition}_{tokens.lower[c]}", i) for _, i in inner)
        elif tokens.deps[c] == "conj" and tokens.tags[c] in ("IN", "TO"):
            found.extend(_governed(tokens, c, tokens.lower[c]))
    return found


def _as_one(tokens: Tokens, adposition: str, noun: int) -> list[tuple[str, int]]:
    """What follows a phrase that does the work of one preposition: "by way of", "in partnership with"."""
    found: list[tuple[str, int]] = []
    for prep in tokens.all_children(noun, "prep"):
        if one := _ONE.get((adposition, tokens.lower[noun], tokens.lower[prep])):
            found.extend((one, i) for i in tokens.all_children(prep, "pobj"))
    return found


def companions(tokens: Tokens, verb: int, subjects: Iterable[int]) -> list[int]:
    """Those who act together with the subject: "Kenya, together with Uganda and France, backed"."""
    found: list[int] = []
    for head in (verb, *subjects):
        for c in tokens.all_children(head, "advmod", "prep", "cc", "conj"):
            if tokens.lower[c] in _TOGETHER:
                found += [i for p in tokens.all_children(c, "prep") for i in tokens.all_children(p, "pobj")]
            elif tokens.lower[c] == "with" and c > 0 and tokens.lower[c - 1] in _TOGETHER:
                found += tokens.all_children(c, "pobj")
    return found


def _prepositions(tokens: Tokens, verb: int) -> list[tuple[str, int]]:
    found = prepositions_of(tokens, verb)
    for c in tokens.all_children(verb, "prt", "advmod", "acomp"):
        found.extend(prepositions_of(tokens, c))
    if tokens.deps[verb] == "relcl":  # "the group with which it is allied"
        return [(adp, _of_relative(tokens, verb, i)) for adp, i in found]
    return found


def _particles(tokens: Tokens, verb: int) -> frozenset[str]:
    """Particles and adverbs, and prepositions that govern nothing."""
    bare = [c for c in tokens.all_children(verb, "prep") if tokens.child(c, "pobj", "pcomp", "prep") is None]
    return frozenset(tokens.lower[c] for c in [*tokens.all_children(verb, "prt", "advmod"), *bare])


def _clauses(tokens: Tokens, verb: int) -> tuple[int, ...]:
    told = tokens.all_children(verb, "xcomp", "ccomp")
    behind = [c for c in tokens.all_children(verb, "advcl") if c > verb and tokens.child(c, "mark", "advmod") is None]
    return tuple(told + behind)  # a clause with "although" or "when" is not what is said or wanted

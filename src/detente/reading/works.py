"""Works named in a sentence: which noun names one, how it is called, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.knowledge.entries import Works
from detente.reading.arguments import is_infinitive
from detente.reading.nominal import COPULAS
from detente.reading.tokens import SUBJECTS, Tokens

#: words before a noun that make it one of many, or none: no work that is told of
_ANY = frozenset("no any every each such many several".split())
_MODIFIERS = ("amod", "compound", "nmod", "npadvmod", "advmod")
_CARRYING = frozenset({"under", "on", "in", "into", "at"})
_STOPPING = frozenset("stop halt suspend freeze delay cease stall".split())
#: verbs whose infinitive is as real as they are: "helped to build"
_DOING = frozenset("help manage begin start continue go cease use".split())
_FINISHED = frozenset("complete finish open inaugurate commission cost due".split())
_NEXT = frozenset("due set scheduled slated expected planned ready likely".split())
_PARTLY = frozenset("half partly partially nearly almost not two-thirds three-quarters percent %".split())


@dataclass(frozen=True, slots=True)
class Named:
    """A noun that names a work: its type, "" where it means one named before."""

    head: int
    type: str
    #: the types that a noun for what was named before may mean, () for any
    may_mean: tuple[str, ...] = ()


def works_named(tokens: Tokens, works: Works) -> list[Named]:
    """The nouns of a sentence that name a work, or may mean one named before."""
    found = []
    for i, lemma in enumerate(tokens.lemmas):
        if (lemma in works.nouns or lemma in works.again) and tokens.is_noun(i) and not _is_part(tokens, i):
            project = _type_of(tokens, i, works)
            if project or (lemma in works.again and _means_another(tokens, i)):
                found.append(Named(i, project, () if project else works.again[lemma]))
        elif lemma == "it" and tokens.deps[i] in SUBJECTS:
            found.append(Named(i, ""))
    return found


def _is_part(tokens: Tokens, i: int) -> bool:
    """Whether a noun only stands before another ("dam workers", "port authorities"), or is one of any."""
    if tokens.deps[i] in ("compound", "nmod", "poss") and tokens.heads[i] > i:
        return True
    return any(tokens.deps[c] == "det" and tokens.lower[c] in _ANY for c in tokens.children[i])


def _type_of(tokens: Tokens, i: int, works: Works) -> str:
    before = {
        w for c in tokens.children[i] if tokens.deps[c] in _MODIFIERS for w in (tokens.lemmas[c], tokens.lower[c])
    }
    for modifier, project in works.nouns.get(tokens.lemmas[i], ()):
        if not modifier or modifier in before:
            return project
    return ""


def _means_another(tokens: Tokens, i: int) -> bool:
    """Whether a general word ("the project", "its first phase") points at something named."""
    return any(tokens.lower[c] in ("the", "this", "that", "its") for c in tokens.children[i]) or is_one_more(tokens, i)


def is_any(tokens: Tokens, i: int) -> bool:
    """Whether a plural tells of no works in particular: "run hospitals", "along the roads"."""
    if tokens.tags[i] not in ("NNS", "NNPS"):
        return False
    told = [c for c in tokens.children[i] if tokens.deps[c] in ("nummod", "poss")]
    told += [c for c in tokens.children[i] if tokens.deps[c] in ("amod", "compound") and tokens.words[c][:1].isupper()]
    told += [c for c in tokens.all_children(i, "prep") if tokens.lower[c] in ("from", "through", "between")]
    return not told


def is_one_more(tokens: Tokens, i: int) -> bool:
    """Whether a general word names one more work of the kind told of: "a second line"."""
    return any(
        tokens.lower[c] in ("second", "third", "fourth", "another", "new", "parallel") for c in tokens.children[i]
    )


def state_of(tokens: Tokens, head: int, works: Works) -> tuple[str, int | None]:
    """How far a work has come, with the word that says so; ("", None) where nothing does."""
    return next((told for told in _states_told(tokens, head, works) if told[0]), ("", None))


def _states_told(tokens: Tokens, head: int, works: Works) -> Iterator[tuple[str, int]]:
    """All that a sentence says of how far a work has come, what says it most plainly first."""
    for i in _sayings(tokens, head):
        state = works.states["said"].get(tokens.lower[i], "")
        yield ("under_construction" if state == "completed" and _is_partly(tokens, i) else state), i
    for noun in _labour_on(tokens, head, works):
        yield _state_of_labour(tokens, noun), noun
    for verb in _verbs_done_to(tokens, head, works):
        building = tokens.lemmas[verb] in works.building
        state = works.states["verbs"].get(tokens.lemmas[verb], "")
        yield _state_of_building(tokens, verb) if building else _as_told(tokens, verb, state), verb
    for noun in _nouns_above(tokens, head):
        yield works.states["nouns"].get(tokens.lemmas[noun], ""), noun
    for verb in _verbs_it_does(tokens, head):
        yield _as_told(tokens, verb, works.states["of_itself"].get(tokens.lemmas[verb], "")), verb


def _is_partly(tokens: Tokens, i: int) -> bool:
    """Whether something is only so far: "half finished", "two-thirds complete", "40 percent complete"."""
    before = [c for c in tokens.children[i] if c < i]
    return any(tokens.lower[c] in _PARTLY or tokens.lower[c] in ("thirds", "quarters") for c in before)


def _sayings(tokens: Tokens, head: int) -> list[int]:
    """Adjectives and phrases said of a noun: before it, behind it, or by a verb of being."""
    found = tokens.all_children(head, "amod")
    verb = tokens.heads[head]
    told = [verb, *tokens.all_children(verb, "conj")] if tokens.deps[head] in SUBJECTS else []
    told += tokens.all_children(head, "relcl", "acl")
    for v in told:
        if tokens.lemmas[v] in (*COPULAS, "lie", "put", "rest"):
            found += tokens.all_children(v, "acomp", "attr", "oprd", "advmod")
            found += _under(tokens, v)
        elif tokens.tags[v] == "VBN" and _is_partly(tokens, v):
            found.append(v)
    return [*found, *_under(tokens, head)]


def _under(tokens: Tokens, head: int) -> list[int]:
    """What a work is under, on or in: "under construction", "on hold", "in operation"."""
    preps = [c for c in tokens.all_children(head, "prep") if tokens.lower[c] in _CARRYING]
    return [c for p in preps for c in tokens.all_children(p, "pobj", "pcomp")]


def _labour_on(tokens: Tokens, head: int, works: Works) -> list[int]:
    """The noun of labour that is done on a work, if any: "construction of the dam"."""
    above = tokens.heads[head]
    if tokens.deps[head] == "pobj" and tokens.deps[above] == "prep" and tokens.lower[above] in ("on", "of", "for"):
        noun = tokens.heads[above]
        named = tokens.is_noun(noun) or tokens.tags[noun] == "VBG" or tokens.deps[noun] in SUBJECTS
        if tokens.lemmas[noun] in works.labour and named:
            return [noun]
    return []


def _state_of_labour(tokens: Tokens, labour: int) -> str:
    verb = tokens.heads[labour]
    if tokens.lemmas[verb] in _STOPPING:
        return "stalled"
    return _as_told(tokens, verb, "under_construction") if tokens.is_verb(verb) else "under_construction"


def clauses_of(tokens: Tokens, head: int, works: Works) -> list[int]:
    """Relative clauses that tell of a work, also those on its site: "a dam on the river, which is being built"."""
    found = tokens.all_children(head, "relcl")
    sites = [c for p in tokens.all_children(head, "prep") for c in tokens.all_children(p, "pobj")]
    for clause in (c for site in sites for c in tokens.all_children(site, "relcl")):
        told = [clause, *tokens.all_children(clause, "xcomp", "acomp")]
        if any(tokens.lemmas[v] in works.building or tokens.lemmas[v] in _FINISHED for v in told):
            found.append(clause)
    return found


def _verbs_done_to(tokens: Tokens, head: int, works: Works) -> list[int]:
    """Verbs of which a noun is the object, the subject of the passive, or what a participle or clause describes."""
    found: list[int] = []
    dep, verb = tokens.deps[head], tokens.heads[head]
    if dep == "nsubjpass" or (dep == "dobj" and tokens.is_verb(verb)):
        found.append(verb)
        found += [c for c in tokens.all_children(verb, "conj", "xcomp") if tokens.passive(c) or dep == "dobj"]
    if dep == "nsubj":  # "is due to be built", "is to be completed"
        below = [verb, *tokens.all_children(verb, "acomp", "attr", "xcomp")]
        found += [c for v in below for c in tokens.all_children(v, "xcomp") if tokens.passive(c)]
    for clause in clauses_of(tokens, head, works):
        if tokens.passive(clause) or tokens.child(clause, "nsubj") is not None:
            found.append(clause)
    return found + [v for c in tokens.all_children(head, "acl") for v in tokens.conjuncts(c)]


def _nouns_above(tokens: Tokens, head: int) -> list[int]:
    """Nouns on which a work hangs: "the plan for a dam", "a deal on a pipeline"."""
    above = tokens.heads[head]
    if tokens.deps[head] != "pobj" or tokens.lower[above] not in ("for", "of", "on", "to", "about", "in", "over"):
        return []
    return [tokens.heads[above]] if tokens.is_noun(tokens.heads[above]) else []


def _verbs_it_does(tokens: Tokens, head: int) -> list[int]:
    """Verbs of which a noun is the subject, with the infinitives that hang on them."""
    found: list[int] = []
    if tokens.deps[head] == "nsubj":
        verb = tokens.heads[head]
        found += [verb, *tokens.all_children(verb, "conj", "xcomp")]
        found += [c for a in tokens.all_children(verb, "acomp") for c in tokens.all_children(a, "xcomp")]
    found += [c for c in tokens.all_children(head, "relcl") if not tokens.passive(c)]
    found += [c for c in tokens.all_children(head, "acl") if tokens.tags[c] == "VBG" or is_infinitive(tokens, c)]
    return found


def is_ahead(tokens: Tokens, verb: int) -> bool:
    """Whether a verb tells of what is to come: "will be built", "to be built", "is due to open", "would carry"."""
    auxiliaries = tokens.all_children(verb, "aux")
    modal = any((tokens.tags[c] == "MD" and tokens.lower[c] != "can") or tokens.lower[c] == "to" for c in auxiliaries)
    done = tokens.lemmas[tokens.heads[verb]] in _DOING and not any(tokens.tags[c] == "MD" for c in auxiliaries)
    if done and tokens.deps[verb] in ("xcomp", "ccomp") and tokens.heads[verb] != verb:
        return is_ahead(tokens, tokens.heads[verb])
    return modal or any(tokens.lower[c] in _NEXT for c in tokens.all_children(verb, "acomp"))


def _as_told(tokens: Tokens, verb: int, state: str) -> str:
    """A state that has not come to be is none yet: what is to open is being built or only proposed."""
    if not is_ahead(tokens, verb):
        return state
    if state == "under_construction":
        return "agreed"
    return "proposed" if state == "completed" else state


def _state_of_building(tokens: Tokens, verb: int) -> str:
    """What the tense of "build" tells: it is being put up, it stands, or it is to be."""
    auxiliaries = {tokens.lower[c] for c in tokens.all_children(verb, "aux", "auxpass")}
    if is_ahead(tokens, verb):
        return "proposed"
    if "being" in auxiliaries or tokens.tags[verb] in ("VBG", "VBZ", "VBP"):
        return "under_construction"
    return "completed"

"""Rules against a parsed sentence: which rule fits which word, with what in its slots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from detente.knowledge.entries import Rule
from detente.knowledge.patterns import Complement, Filler, Form, Pattern
from detente.model import Kind
from detente.reading.arguments import Frame, companions, frame, is_infinitive, prepositions_of
from detente.reading.attempt import Attempt, has_modifier, made_in, told_words
from detente.reading.nominal import COPULAS, copula_subjects, is_picked, noun_leads, noun_prepositions
from detente.reading.rule_index import RuleIndex
from detente.reading.tokens import Tokens
from detente.reading.who import Actors

_NEAR = 8  # how much less specific than the best a rule of another kind may be and still be considered
_SENT = frozenset("ambassador envoy minister representative delegate commissioner attaché consul emissary".split())
_MOVING = (Kind.FLOW, Kind.PROJECT)
#: prepositions that a plural subject makes needless: "the two traded (with one another)"
_BETWEEN_EQUALS = frozenset({"with", "against", "to", "from"})
#: prepositions that name both sides of what is mutual
_MUTUAL = frozenset({"between", "among", "involving"})


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits: its trigger word, the head word in each slot, the literal words it used."""

    rule: Rule
    trigger: int
    slots: tuple[tuple[str, int], ...]
    used: frozenset[int]

    @property
    def weight(self) -> int:
        """How specific the fit is: the line's own weight and what it filled beyond need."""
        optional = sum(1 for c in self.rule.pattern.complements if c.optional and c.filler and self.slot(c.filler.slot))
        return self.rule.pattern.weight + 3 * optional

    def slot(self, name: str) -> list[int]:
        """The head words in a slot."""
        return [i for slot, i in self.slots if slot == name]


def matches(tokens: Tokens, actors: Actors, rules: RuleIndex) -> Iterator[Match]:
    """Every word's best fitting rules, at most one for each kind."""
    for found in _by_word(tokens, actors, rules):
        yield from _best(found)


def all_matches(tokens: Tokens, actors: Actors, rules: RuleIndex) -> Iterator[Match]:
    """Every rule that fits any word, not only the best of each."""
    for found in _by_word(tokens, actors, rules):
        yield from found


def _by_word(tokens: Tokens, actors: Actors, rules: RuleIndex) -> Iterator[Iterator[Match]]:
    """The fits of each word, as a verb, as a noun and as what is said of somebody."""
    verbs, nouns, copulas = rules.of[Form.VERB], rules.of[Form.NOUN], rules.of[Form.COPULA]
    present = frozenset(tokens.lemmas) | frozenset(tokens.lower)
    for i, lemma in enumerate(tokens.lemmas):
        word = lemma if lemma in copulas else tokens.lower[i]
        if (lemma not in verbs and lemma not in nouns and word not in copulas) or actors.in_long_name(i):
            continue
        if tokens.is_verb(i) and lemma in verbs and tokens.deps[i] != "prep":
            yield _verb_matches(tokens, actors, i, verbs[lemma].possible(present))
        if lemma in nouns and tokens.is_noun(i):
            yield _noun_matches(tokens, actors, i, nouns[lemma].possible(present))
        if word in copulas:
            yield _copula_matches(tokens, actors, i, copulas[word].possible(present))


def _best(found: Iterable[Match]) -> Iterator[Match]:
    """The most specific match of each kind, if it comes close to the most specific of all."""
    best: dict[str, Match] = {}
    for match in found:
        kind = match.rule.kind
        if kind not in best or match.weight > best[kind].weight:
            best[kind] = match
    for moving in (True, False):  # what moves or is built by a deed does not compete with the deed
        family = [m for m in best.values() if (m.rule.kind in _MOVING) is moving]
        greatest = max((m.weight for m in family), default=0)
        yield from (m for m in family if m.weight >= greatest - _NEAR)


def _verb_matches(tokens: Tokens, actors: Actors, i: int, rules: list[Rule]) -> Iterator[Match]:
    verb = frame(tokens, i)
    for rule in rules:
        if match := _try_verb(tokens, actors, verb, rule):
            yield match


def _try_verb(tokens: Tokens, actors: Actors, verb: Frame, rule: Rule) -> Match | None:
    pattern = rule.pattern
    if not _head_fits(tokens, verb.verb, pattern):
        return None
    if pattern.lead_nouns:
        return _try_thing(tokens, actors, verb, rule)
    attempt = Attempt(tokens, actors, {}, {verb.verb})
    missing = _fill(attempt, verb, pattern)
    if missing is None:
        return None
    lead = [i for i in verb.agents if i not in attempt.used and _may_lead(actors, pattern, i)]
    for i in companions(tokens, verb.verb, verb.agents) if lead else ():
        lead += [i] if i not in attempt.used and _may_lead(actors, pattern, i) else []
    if not lead and verb.passive and verb.agents:  # an earthquake did it
        return None
    if not lead and verb.passive:  # "Turkish troops were stationed in Qatar": the thing says whose it is
        lead = [i for i in verb.objects[:1] if i in attempt.used and i not in attempt.filled and actors.parties(i)]
    if lead:
        attempt.slots.setdefault(pattern.lead, []).extend(lead)
    elif not verb.passive:
        return None
    if missing and not _mutual(attempt, rule, missing):
        return None
    return _match(rule, verb.verb, attempt)


def _try_thing(tokens: Tokens, actors: Actors, verb: Frame, rule: Rule) -> Match | None:
    """A line led by a thing ("gas flows from S to T"): who has it is its source where no preposition says."""
    attempt = Attempt(tokens, actors, {}, {verb.verb})
    subjects = verb.objects[:1] if verb.passive else verb.agents
    thing = next((i for i in subjects if attempt.accepts(Filler(nouns=rule.pattern.lead_nouns), i)), None)
    if thing is None:
        return None
    words = told_words(tokens, thing)
    own = tuple(p for word in words for p in [*prepositions_of(tokens, word), *made_in(tokens, word)])
    if _fill(attempt, replace(verb, prepositions=(*own, *verb.prepositions)), rule.pattern) != []:
        return None
    owned = next((i for i in told_words(tokens, thing) if actors.parties(i)), None)
    if "S" not in attempt.slots and "S" in rule.pattern.slots and owned is not None:
        attempt.slots["S"] = [owned]
    return _match(rule, verb.verb, attempt)


def _may_lead(actors: Actors, pattern: Pattern, i: int) -> bool:
    if pattern.lead in "XC":
        return True
    return bool(actors.parties(i)) and (not pattern.lead_sort or actors.is_sort(i, pattern.lead_sort))


def _fill(attempt: Attempt, verb: Frame, pattern: Pattern) -> list[Complement] | None:
    """Fill all places; the places left open, or None when a needed literal is absent."""
    missing: list[Complement] = []
    objects = list(verb.objects)
    extra = [
        p for o in objects for word in told_words(attempt.tokens, o) for p in prepositions_of(attempt.tokens, word)
    ]
    available = sorted([*verb.prepositions, *extra], key=lambda found: found[1])
    for complement in pattern.complements:
        if _place(attempt, verb, complement, objects, available):
            continue
        if complement.optional:
            continue
        if complement.filler is None or complement.filler.literal or complement.filler.slot not in ("S", "T"):
            return None
        if not attempt.of_the_thing(complement, verb.verb, verb.agents):
            if complement.filler.slot == "S":
                return None
            missing.append(complement)
    return missing


def _place(
    attempt: Attempt, verb: Frame, complement: Complement, objects: list[int], available: list[tuple[str, int]]
) -> bool:
    filler, adpositions = complement.filler, complement.adpositions
    if (
        filler is not None
        and filler.literal
        and ("to" in adpositions or (not adpositions and attempt.tokens.lemmas[verb.verb] == "let"))
        and _infinitive(attempt, verb, filler, objects, available)
    ):
        return True
    if filler is None:
        return bool(verb.particles & adpositions)
    if not adpositions or verb.particles & adpositions or (filler.slot == "C" and "to" in adpositions):
        places = _clauses(attempt.tokens, verb, adpositions) if filler.slot == "C" else objects
        for i in places:
            if attempt.accepts(filler, i):
                return True
    if adpositions:
        for adp, i in available:
            if adp in adpositions and not (adp == "by" and i in verb.agents) and attempt.accepts(filler, i):
                if filler.literal or filler.slot == "X":  # "came to an understanding with": it hangs on the noun
                    available += prepositions_of(attempt.tokens, i)
                return True
    return False


def _clauses(tokens: Tokens, verb: Frame, adpositions: frozenset[str]) -> tuple[int, ...]:
    """The clauses under a verb; those with "to" alone where the line asks for it."""
    return tuple(c for c in verb.clauses if "to" not in adpositions or is_infinitive(tokens, c))


def _infinitive(
    attempt: Attempt, verb: Frame, filler: Filler, objects: list[int], available: list[tuple[str, int]]
) -> bool:
    """Whether an infinitive is one of the words after "to"; what it governs then counts as the verb's own."""
    lemmas = {noun for noun, _ in filler.nouns}
    for clause in verb.clauses:
        bare = attempt.tokens.lemmas[verb.verb] == "let" or is_infinitive(attempt.tokens, clause)
        if attempt.tokens.lemmas[clause] in lemmas and bare:
            inner = frame(attempt.tokens, clause)
            attempt.used.add(clause)
            objects[:0] = inner.objects
            available += [*inner.prepositions, *(p for o in inner.objects for p in prepositions_of(attempt.tokens, o))]
            return True
    return False


def _mutual(attempt: Attempt, rule: Rule, missing: list[Complement]) -> bool:
    """Whether an open target is told by a plural subject: "the two met", "Iran and Iraq agreed"."""
    if len(missing) != 1 or not rule.symmetric:
        return False
    if missing[0].adpositions and not missing[0].adpositions & _BETWEEN_EQUALS:  # "fought" is not "fought alongside"
        return False
    leads = attempt.slots.get(rule.pattern.lead, [])
    return sum(len(attempt.actors.parties(i)) for i in leads) > 1


def _head_fits(tokens: Tokens, i: int, pattern: Pattern) -> bool:
    heads, lemma, word = pattern.heads, tokens.lemmas[i], tokens.lower[i]
    if (lemma, "") in heads or (word, "") in heads:
        return True
    return any(
        head in (lemma, word) and not modifier.startswith("@") and has_modifier(tokens, i, modifier)
        for head, modifier in heads
    )


def _noun_matches(tokens: Tokens, actors: Actors, i: int, rules: list[Rule]) -> Iterator[Match]:
    leads = noun_leads(tokens, actors, i)
    available = noun_prepositions(tokens, i)
    for rule in rules:
        if _head_fits(tokens, i, rule.pattern) and _governed_by(tokens, i, rule.pattern.governors):
            attempt = Attempt(tokens, actors, {}, {i})
            if _fill_noun(attempt, rule, leads, list(available), _infinitives_under(tokens, i)):
                yield _match(rule, i, attempt)


def _governed_by(tokens: Tokens, noun: int, governors: frozenset[str]) -> bool:
    """Whether a noun is the subject or object of one of some verbs, or is said to be something.

    "Relations with T soured" has the governor `sour`, "relations with T are tense" has `be+tense`.
    """
    if not governors:
        return True
    verb, dep = tokens.heads[noun], tokens.deps[noun]
    if tokens.lemmas[verb] in governors and dep in ("nsubj", "nsubjpass", "dobj"):
        return True
    said = tokens.all_children(verb, "acomp", "attr", "oprd") if tokens.lemmas[verb] in COPULAS else []
    return dep == "nsubj" and any(f"be+{tokens.lower[c]}" in governors for c in said)


def _fill_noun(
    attempt: Attempt, rule: Rule, leads: list[int], available: list[tuple[str, int]], clauses: list[int]
) -> bool:
    open_target = False
    for complement in rule.pattern.complements:
        if _place_noun(attempt, complement, available, clauses):
            continue
        if complement.optional:
            continue
        mutual = rule.symmetric or any(adp in _MUTUAL for adp, _ in available)
        if complement.filler is None or complement.filler.slot != "T" or not mutual:
            return False
        open_target = True
    if rule.pattern.lead:
        free = [i for i in leads if i not in attempt.used]
        if "T" in rule.pattern.slots:
            free += [i for adp, i in available if adp in _MUTUAL and i not in attempt.used]
        if free:
            attempt.slots.setdefault(rule.pattern.lead, []).extend(free)
            attempt.used.update(free)
        elif "T" not in attempt.slots or rule.symmetric:
            return False
    if open_target:
        return sum(len(attempt.actors.parties(i)) for i in attempt.slots.get(rule.pattern.lead, [])) > 1
    return True


def _place_noun(attempt: Attempt, complement: Complement, available: list[tuple[str, int]], clauses: list[int]) -> bool:
    if complement.filler is None:
        return any(adp in complement.adpositions for adp, _ in available)
    if complement.filler.slot == "C" and complement.adpositions <= {"to"}:
        return any(attempt.accepts(complement.filler, i) for i in clauses)
    for adp, i in available:
        if adp in complement.adpositions and attempt.accepts(complement.filler, i):
            if complement.filler.literal or complement.filler.slot == "X":
                available += prepositions_of(attempt.tokens, i)
            return True
    return False


def _infinitives_under(tokens: Tokens, head: int) -> list[int]:
    """The infinitives that hang on a noun or adjective: "a plan to", "willing to"."""
    return [c for c in tokens.all_children(head, "xcomp", "acl", "relcl", "ccomp") if is_infinitive(tokens, c)]


def _copula_matches(tokens: Tokens, actors: Actors, i: int, rules: list[Rule]) -> Iterator[Match]:
    subjects = copula_subjects(tokens, i)
    if not subjects:
        return
    available = noun_prepositions(tokens, i)
    joined = tokens.conjuncts(i)[-1]
    if joined != i and not available:  # "a neighbour and rival of Greece", "Greece's neighbour and rival"
        available = prepositions_of(tokens, joined)
    holder = tokens.heads[i] if tokens.deps[i] == "conj" and tokens.child(i, "poss") is None else i
    owners = [("'s", c) for c in tokens.all_children(holder, "poss")]
    sent = tokens.lemmas[i] in _SENT and any(adp == "to" for adp, _ in available)  # "Chile's ambassador to Peru"
    said_with = [*available, *owners] if sent else [*owners, *available]
    nations = [("'s", c) for c in tokens.all_children(i, "amod", "compound", "nmod") if actors.named(c) is not None]
    described = tokens.deps[i] in ("compound", "nmod", "amod")
    for rule in rules:
        if rule.kind is Kind.TRAIT and (described or (tokens.is_verb(i) and rule.type == "office")):  # a mere title
            continue
        by_nation = nations if rule.kind is Kind.TIE and not owners else []  # "is an American ally"
        if match := _try_copula(tokens, actors, i, rule, subjects, [*said_with, *by_nation]):
            yield match


def _try_copula(
    tokens: Tokens, actors: Actors, i: int, rule: Rule, subjects: list[int], available: list[tuple[str, int]]
) -> Match | None:
    if not _copula_head_fits(tokens, i, rule.pattern):
        return None
    attempt = Attempt(tokens, actors, {}, {i})
    missing = False
    for complement in rule.pattern.complements:
        if "@head" in complement.adpositions:
            placed = any(
                complement.filler and attempt.accepts(complement.filler, c)
                for c in tokens.all_children(i, "pobj", "pcomp")
            )
        else:
            placed = _place_noun(attempt, _with_owner(complement), available, _infinitives_under(tokens, i))
        if not placed and not complement.optional and not attempt.of_the_thing(complement, i, subjects):
            mutual = rule.symmetric or tokens.tags[i] == "NNS"
            if complement.filler is None or complement.filler.slot != "T" or not mutual:
                return None
            missing = True
    lead = [s for s in subjects if s not in attempt.used and _may_lead(actors, rule.pattern, s)]
    if not lead:
        return None
    attempt.slots.setdefault(rule.pattern.lead, []).extend(lead)
    if missing and sum(len(actors.parties(s)) for s in lead) < 2:
        return None
    verb = next((a for a in tokens.ancestors(i) if tokens.is_verb(a)), i)
    for s in companions(tokens, verb, subjects) if not missing else ():
        attempt.slots[rule.pattern.lead] += [s] if s not in attempt.used and _may_lead(actors, rule.pattern, s) else []
    return _match(rule, i, attempt)


def _with_owner(complement: Complement) -> Complement:
    """What "to T" and "with T" say of a noun, its possessor says too ("Turkey's neighbour")."""
    if complement.filler and complement.filler.slot and complement.adpositions & {"to", "of", "with", "for"}:
        return Complement(complement.filler, complement.adpositions | {"'s"}, complement.optional)
    return complement


def _copula_head_fits(tokens: Tokens, i: int, pattern: Pattern) -> bool:
    for head, modifier in pattern.heads:
        if head not in (tokens.lemmas[i], tokens.lower[i]):
            continue
        if modifier == "@":
            if tokens.deps[i] == "prep":
                return True
        elif modifier.startswith("@"):
            adposition, _, adjective = modifier[1:].partition("+")
            governed = tokens.deps[i] == "pobj" and tokens.lower[tokens.heads[i]] == adposition
            if governed and has_modifier(tokens, i, adjective):
                return True
        elif (tokens.deps[i] != "pobj" or is_picked(tokens, i)) and has_modifier(tokens, i, modifier):
            return True
    return False


def _match(rule: Rule, trigger: int, attempt: Attempt) -> Match:
    slots = tuple((slot, i) for slot, filled in attempt.slots.items() for i in filled)
    literal = frozenset(attempt.used - {i for _, i in slots})
    return Match(rule, trigger, slots, literal)

"""Who takes part in a work and how, and where it runs: by nationality, prepositions, participles and clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from detente.knowledge.entries import How, Works
from detente.model import Party
from detente.reading.arguments import prepositions_of, surface_subject
from detente.reading.tokens import SUBJECTS, Tokens
from detente.reading.who import Actors
from detente.reading.works import clauses_of

_THROUGH = frozenset({"through", "via", "across", "over"})
_WHERE = frozenset({"in", "on", "at", "near", "along", "between", "under", "inside", "outside", "off", "beneath"})
_SITES = frozenset({"in", "at", "near", "outside", "on"})
#: roles of those who do the work
_DOERS = ("builder", "financier", "designer", "planner", "operator", "owner")
#: roles of places: what stands for them is a land, not its government
_PLACES = frozenset({"origin", "site", "destination", "transit"})
#: whose roles make them the source of a claim, the likeliest first
_LEADING = (_DOERS, ("origin",), ("site",), ("destination",), ("transit",))
_TO_PLACES = ("origin", "site", "destination", "partner", "opponent")
_GOERS = frozenset(
    "carry bring take supply deliver pump run link connect pass transport stretch go send move cross lead feed cut "
    "ship".split()
)
_GIVING = frozenset("lease sell rent hand give transfer award grant offer promise lend pledge".split())
#: words that say of somebody that a work is wished for
_WISHING = frozenset(
    "keen interested eager anxious plan proposal idea bid scheme hope wish talk interest desire".split()
)


@dataclass(frozen=True, slots=True)
class Share:
    """What somebody, or some place, has to do with a work: a role and the head of its words."""

    role: str
    head: int


@dataclass(frozen=True, slots=True)
class TakingPart:
    """All who take part in one work: the sides of a claim, what each does, and the way it goes."""

    source: tuple[Party, ...]
    target: tuple[Party, ...]
    via: tuple[Party, ...]
    roles: str
    route: str
    site: str


def taking_part(tokens: Tokens, actors: Actors, head: int, works: Works, *, linear: bool = True) -> TakingPart:
    """Who takes part in the work that a noun names, as far as its own clause says; only what is `linear` has a way."""
    shares = list(dict.fromkeys(_shares(tokens, actors, head, works)))
    told = [(s.role, p) for s in shares for p in _parties_of(actors, s)]
    source = next((found for roles in _LEADING if (found := _in(told, roles))), ())
    target = _without(_in(told, _TO_PLACES), source)
    via = _without(_in(told, ("transit",)), source + target)
    roles = "; ".join(dict.fromkeys(f"{p.code} {role}" for role, p in told))
    return TakingPart(
        source, target, via, roles, _route(tokens, actors, shares if linear else []), _site(tokens, shares)
    )


def _parties_of(actors: Actors, share: Share) -> list[Party]:
    """The known parties that a share names: a place only by its own name, an owner only a state."""
    parties = [p for p in actors.parties(share.head) if p.code]
    if share.role in _PLACES and share.role != "origin":
        named = any(actors.named(i) is not None for i in actors.tokens.conjuncts(share.head))
        return [replace(p, sector="") for p in parties] if named else []
    if share.role == "owner":
        return [p for p in parties if p.code == p.country or p.sector == "BUS"]
    return parties


def _in(told: list[tuple[str, Party]], roles: tuple[str, ...]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for role, party in told:
        if role in roles:
            found.setdefault(party.code, party)
    return tuple(found.values())


def _without(parties: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(p for p in parties if all(p.code != o.code for o in others))


def _shares(tokens: Tokens, actors: Actors, head: int, works: Works) -> Iterator[Share]:
    for c in tokens.all_children(head, "poss", "amod", "compound", "nmod"):
        naming = actors.named(c)
        if naming is not None:
            yield Share("site" if naming.how is How.CITY and tokens.deps[c] != "poss" else "owner", c)
        elif tokens.deps[c] == "poss":
            yield Share("owner", c)
    yield from _by_prepositions(tokens, prepositions_of(tokens, head))
    yield from _by_participles(tokens, head, works)
    yield from _by_verb(tokens, head, works)
    yield from _by_wish(tokens, head)
    yield from _by_freight(tokens, head)


def _by_freight(tokens: Tokens, head: int) -> Iterator[Share]:
    """Whose goods go by a work, and where to: "Saudi oil goes to Lebanon by a pipeline"."""
    above = tokens.heads[head]
    verb = tokens.heads[above]
    several = tokens.tags[head] in ("NNS", "NNPS")  # "through Ecuadorean ports" tells of no work
    if several or tokens.deps[head] != "pobj" or tokens.lower[above] not in ("by", "through", "via", "over"):
        return
    if tokens.lemmas[verb] in (*_GOERS, "reach", "travel", "flow", "come") and tokens.is_verb(verb):
        yield from (Share("origin", c) for c in tokens.all_children(verb, "nsubj", "nsubjpass"))
        yield from (Share("destination", c) for c in tokens.all_children(verb, "dobj"))
        yield from _by_prepositions(tokens, [(adp, i) for adp, i in prepositions_of(tokens, verb) if i != head])


def _by_prepositions(tokens: Tokens, found: list[tuple[str, int]], doing: str = "") -> Iterator[Share]:
    for adposition, i in found:
        if adposition == "by" and doing:
            yield Share(doing, i)
        elif adposition == "from":
            yield Share("origin", i)
        elif adposition in ("to", "into", "towards", "toward"):
            yield Share("destination", i)
        elif adposition in _THROUGH:
            yield Share("transit", i)
        elif adposition in ("with", "for"):
            yield Share("partner", i)
        elif adposition in _WHERE:
            yield from _of_place(tokens, i)


def _of_place(tokens: Tokens, i: int) -> Iterator[Share]:
    """A site; "on the border between A and B" and "at the port of C" name theirs behind a common noun."""
    yield Share("site", i)
    if tokens.tags[i] in ("NN", "NNS"):
        for adposition, inner in prepositions_of(tokens, i):
            if adposition in ("of", "in", "between", "with"):
                yield Share("site", inner)


def _by_participles(tokens: Tokens, head: int, works: Works) -> Iterator[Share]:
    """Those behind a participle or in a clause: "a dam built by China", "which Russia is financing"."""
    for clause in [*tokens.all_children(head, "acl"), *clauses_of(tokens, head, works)]:
        verbs = tokens.conjuncts(clause)
        for verb in verbs:
            role = works.roles.get(tokens.lemmas[verb], "")
            if tokens.passive(verb) or tokens.tags[verb] == "VBN":
                later = [p for v in verbs if v >= verb for p in prepositions_of(tokens, v)]
                yield from _by_prepositions(tokens, later, role)
            elif tokens.lemmas[verb] in _GOERS:
                yield from _by_prepositions(tokens, prepositions_of(tokens, verb))
                yield from (Share("origin", thing) for thing in tokens.all_children(verb, "dobj"))
            elif role and (subject := tokens.child(verb, "nsubj")) is not None and tokens.tags[subject][0] != "W":
                yield Share(role, subject)
                yield from _by_prepositions(tokens, prepositions_of(tokens, verb))


def _by_verb(tokens: Tokens, head: int, works: Works) -> Iterator[Share]:
    """Those in the clause of which a work is the subject or the object."""
    verb = tokens.heads[head]
    if tokens.deps[head] == "pobj" and tokens.lower[verb] in ("in", "on", "for"):  # "invest in", "pay for", "work on"
        above = tokens.heads[verb]
        role = works.roles.get(f"{tokens.lemmas[above]}_{tokens.lower[verb]}", "")
        if role and (doer := surface_subject(tokens, above)) is not None and not tokens.passive(above):
            yield Share(role, doer)
        return
    if tokens.deps[head] not in (*SUBJECTS, "dobj") or not tokens.is_verb(verb):
        return
    role = works.roles.get(tokens.lemmas[verb], "")
    done = tokens.passive(verb) or tokens.deps[head] == "dobj"
    if done and role:
        subject = None if tokens.passive(verb) else surface_subject(tokens, verb)
        if subject is not None:
            yield Share(role, subject)
        led = prepositions_of(tokens, verb)
        if tokens.lemmas[verb] in _GIVING:  # "leased to Turkey"
            led = [("with" if adp == "to" else adp, i) for adp, i in led if adp != "to" or tokens.tags[i][:3] == "NNP"]
        yield from _by_prepositions(tokens, led, role if tokens.passive(verb) else "")
    elif not done and tokens.lemmas[verb] in _GOERS:
        yield from _by_prepositions(tokens, prepositions_of(tokens, verb))
        linked = tokens.lemmas[verb] in ("link", "connect")
        yield from (Share("partner" if linked else "origin", thing) for thing in tokens.all_children(verb, "dobj"))


def _by_wish(tokens: Tokens, head: int) -> Iterator[Share]:
    """Who is keen on a work, or whose plan it is."""
    above = tokens.heads[head]
    if tokens.deps[head] != "pobj" or tokens.lemmas[tokens.heads[above]] not in _WISHING:
        return
    word = tokens.heads[above]
    yield from (Share("planner", c) for c in tokens.all_children(word, "poss"))
    if tokens.deps[word] in ("acomp", "dobj") and (subject := surface_subject(tokens, tokens.heads[word])) is not None:
        yield Share("planner", subject)


def _place_name(tokens: Tokens, actors: Actors, head: int) -> str:
    """A place as it is called; of "Algerian gas" the state's name, "" where no place is named."""
    if tokens.tags[head][:3] == "NNP":
        return tokens.slice(tokens.phrase_start(head), tokens.conjuncts(head)[-1]).text
    said = tokens.all_children(head, "amod", "compound", "nmod", "poss")
    said += [i for adp, i in prepositions_of(tokens, head) if adp in ("from", "of")]
    party = actors.party(head) if any(actors.named(c) is not None for c in said) else None
    return party.name if party is not None and party.code == party.country else ""


def _route(tokens: Tokens, actors: Actors, shares: list[Share]) -> str:
    """The places a work goes from, through and to, in the order of travel; "" where only one is told."""
    places = [
        place for role in ("origin", "transit", "destination") for s in shares
        if s.role == role and (place := _place_name(tokens, actors, s.head))
    ]  # fmt: skip
    places = list(dict.fromkeys(places))
    return " - ".join(places) if len(places) > 1 else ""


def _site(tokens: Tokens, shares: list[Share]) -> str:
    for share in shares:
        above = tokens.heads[share.head]
        if share.role == "site" and tokens.tags[share.head][:3] == "NNP" and tokens.lower[above] in _SITES:
            return tokens.slice(tokens.phrase_start(share.head), share.head).text
    return ""


def name_of(tokens: Tokens, actors: Actors, head: int) -> str:
    """What a work is called where it has a name of its own ("Myitsone dam"), "" where it has none."""
    for other in [tokens.heads[head], *tokens.all_children(head, "appos")]:  # "Nabucco, a planned pipeline"
        beside = tokens.deps[head] == "appos" if other == tokens.heads[head] else True
        if beside and tokens.tags[other] == "NNP" and actors.named(other) is None:
            return tokens.slice(tokens.phrase_start(other), other).text
    first = head
    while first > 0 and first - 1 not in tokens.ancestors(head) and _is_name(tokens, first - 1, head):
        first -= 1
    own = [i for i in range(first, head) if actors.named(i) is None or tokens.tags[i][:3] == "NNP"]
    capital = tokens.words[head][:1].isupper()
    if first == head or not own or (not capital and all(tokens.tags[i] == "JJ" for i in range(first, head))):
        return ""
    return tokens.slice(first, head).text


def _is_name(tokens: Tokens, i: int, head: int) -> bool:
    inside = head in [tokens.heads[i], *tokens.ancestors(i)] and tokens.deps[i] in ("amod", "compound", "nmod")
    return inside and tokens.words[i][:1].isupper()

"""How likely each thing named before is meant again, by the cues of the knowledge: the heaviest comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from detente.knowledge.entries import Salience
from detente.model import Party
from detente.reading.arguments import surface_subject
from detente.reading.discourse import Discourse, Mention
from detente.reading.tokens import SUBJECTS, Tokens

#: parts of a clause that undergo what it tells
UNDERGOING = frozenset({"dobj", "dative", "pobj", "nsubjpass"})
_RECEIVING = frozenset({"dobj", "dative"})
_ABOUT = frozenset("against on to with from".split())
_WITHIN = frozenset("in into inside across throughout within".split())
#: more namings than these make nobody likelier
_OFTEN = 5
#: verbs whose object is where their subject goes
_GOING = frozenset("enter invade occupy leave visit bomb attack bombard reach quit annex conquer".split())


def part_of(tokens: Tokens, i: int) -> str:
    """Which part a noun plays in its clause: "object", "place" or ""."""
    dep, above = tokens.deps[i], tokens.heads[i]
    if tokens.child(i, "poss") is not None:  # "from its base": nobody is named
        return ""
    if dep == "pobj" and tokens.lower[above] in _WITHIN:
        return "place"
    if dep in _RECEIVING:
        return "place" if tokens.lemmas[above] in _GOING else "object"
    return "object" if dep == "pobj" and tokens.lower[above] in _ABOUT else ""


def ranked(discourse: Discourse, weights: Salience, start: int, *, undergoes: bool = False) -> list[Mention]:
    """The mentions within reach before an offset, the likeliest antecedent first.

    `undergoes` says that the word whose antecedent is sought undergoes what its clause tells.
    """
    before = [m for m in discourse.recent() if m.start < start]
    told = _told(discourse)
    return sorted(before, key=lambda m: -_weight(m, weights, discourse.sentence, told, undergoes))


def _weight(mention: Mention, weights: Salience, now: int, told: Counter[str], undergoes: bool) -> float:
    heavy = weights.distance * (now - mention.sentence)
    heavy += weights.subject * mention.subject + weights.main * (mention.main and mention.sentence < now)
    heavy += weights.parallel * (undergoes and mention.part == "object" and mention.sentence < now)
    earlier = mention.party is not None and mention.sentence < now  # within a sentence the nearest is meant
    return heavy + weights.topic * (min(told[mention.party.code], _OFTEN) if earlier and mention.party else 0)


def land_meant(tokens: Tokens, head: int, discourse: Discourse, weights: Salience, but: Container[str]) -> Party | None:
    """The state that "the country" most likely is: likelier where something happens than who acts; none of `but`."""
    start = tokens.offset + tokens.starts[head]
    told = _told(discourse)
    states = [
        m for m in discourse.recent()
        if m.party and m.start < start and m.party.country == m.party.code != "" and m.party.code not in but
    ]  # fmt: skip
    acts = tokens.deps[head] in SUBJECTS

    def weight(mention: Mention) -> float:
        lies = mention.part == "place" or (mention.part == "object" and not acts)
        return _weight(mention, weights, discourse.sentence, told, False) + weights.place * lies

    best = max(states, key=weight, default=None)
    return best.party if best else None


def _told(discourse: Discourse) -> Counter[str]:
    return Counter(m.party.code for m in discourse.mentions if m.party)


def actors_beside(tokens: Tokens, head: int) -> list[int]:
    """Who acts in the clauses that a noun stands in, and so is not meant by it: Moscow in "Moscow has a base in it"."""
    found = []
    for above in tokens.ancestors(head):
        if not tokens.is_verb(above):
            continue
        doer = surface_subject(tokens, above)
        if doer is not None and head not in tokens.subtree(doer):
            found.append(doer)
        if tokens.deps[above] in ("ccomp", "relcl", "advcl", "conj", "acl"):
            break
    return found

"""What pronouns and collective words refer to: "it", "they", "the two countries", "the Baltic states"."""

from __future__ import annotations

from dataclasses import replace

from detente.knowledge.entries import Knowledge, Sort
from detente.model import Party
from detente.reading.discourse import Discourse, Mention
from detente.reading.named import NamedWords
from detente.reading.tokens import Tokens

_PERSONS = frozenset({"he", "she", "his", "her", "him", "himself", "herself", "hers"})
_THINGS = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "their", "them", "themselves", "theirs"})
_STATES = frozenset(
    "country nation state neighbour neighbor side rival power government adversary foe enemy partner ally".split()
)
#: nouns that say what somebody is to a possessor and so never mean the possessor
RELATIONAL = frozenset(
    "ally neighbour neighbor rival foe enemy adversary partner friend opponent counterpart patron sponsor backer "
    "supporter donor protector successor predecessor creditor competitor benefactor client customer supplier "
    "proxy satellite vassal opposite critic guest host brother cousin son daughter wife husband father mother "
    "widow power superpower".split()
)
#: nouns of deeds whose possessor or of-phrase is who suffers them
SUFFERED = frozenset(
    "overthrow ouster removal killing murder assassination arrest detention execution bombing shelling persecution "
    "kidnapping abduction invasion occupation destruction torture massacre slaughter deportation expulsion "
    "imprisonment jailing shooting beheading poisoning seizure capture siege annexation rape death conviction trial "
    "extradition deaths killings prosecution hanging lynching stabbing defeat".split()
)
#: how many states a region may have for its name to mean them all ("the Baltic states", "Gulf states")
_FEW = 8
_BOTH = frozenset({"two", "both"})


def pronoun(tokens: Tokens, i: int, discourse: Discourse, *, acts: bool) -> Party | None:
    """The party a pronoun most likely means, or None: abstaining is better than guessing.

    `acts` says that only an actor can be meant, as where the pronoun is who speaks.
    """
    word = tokens.lower[i]
    if word == "it" and _is_empty(tokens, i):
        return None
    said = tokens.slice(i, i)
    for mention in discourse.recent():
        party = mention.party
        if not _fits(word, mention) or (party is None and acts):
            continue
        if party is None:
            return None
        if party.start >= said.start:
            continue
        reason = f"{said.text!r} read as {party.label!r}, named before: {party.reason}"
        return replace(party, text=said.text, start=said.start, end=said.end, reason=reason)
    return None


def _is_empty(tokens: Tokens, i: int) -> bool:
    """Whether "it" stands for a clause or nothing: "it is illegal to", "it seems that", "it was Iran that"."""
    verb = tokens.heads[i]
    if tokens.deps[i] not in ("nsubj", "nsubjpass"):
        return False
    if tokens.lemmas[verb] in ("seem", "appear", "happen", "turn", "rain", "snow"):
        return True
    said = tokens.child(verb, "acomp", "attr", "oprd")
    clause = tokens.child(verb, "ccomp", "xcomp", "csubj", "advcl")
    inner = said is not None and tokens.child(said, "ccomp", "xcomp", "relcl", "acl", "prep") is not None
    return tokens.lemmas[verb] == "be" and said is not None and (clause is not None or inner)


def _fits(word: str, mention: Mention) -> bool:
    if word in _PERSONS:
        return mention.person and not mention.plural
    if word in _THINGS:
        return not mention.person and not mention.plural
    return word in _MANY and (mention.plural or (mention.party is not None and not mention.person))


def collective(
    tokens: Tokens, head: int, named: NamedWords, knowledge: Knowledge, discourse: Discourse
) -> tuple[Party, ...]:
    """The parties that a collective phrase stands for, () when the phrase is none.

    "the two countries", "both sides" and "the long-time rivals" are the pair the text speaks of; "the
    Baltic states" are the states of a region.
    """
    plural_state = tokens.lemmas[head] in _STATES and tokens.tags[head] in ("NNS", "NNPS")
    alone = tokens.lower[head] in _BOTH and tokens.tags[head] in ("CD", "DT") and not tokens.children[head]
    if not plural_state and not alone:
        return ()
    first = tokens.left_edge(head)
    said = tokens.slice(first, head)
    for i in range(first, head):
        if i in named and named.entry(i).sort is Sort.REGION:
            region = named.entry(i)
            if len(region.members) > _FEW:
                return ()  # "European countries" are some of them, and nobody knows which
            return tuple(
                Party(
                    text=said.text, start=said.start, end=said.end, code=state, country=state,
                    name=knowledge.entries[state].name, reason=f"one of the states of {region.name}",
                )
                for state, _ in region.members
            )  # fmt: skip
    words = {tokens.lower[i] for i in range(first, head + 1)}
    if alone or words & _BOTH or "the" in words:
        if any(i in named for i in range(first, head)):
            return ()
        return tuple(
            replace(
                p, text=said.text, start=said.start, end=said.end, reason=f"{said.text!r}: the pair the text speaks of"
            )
            for p in discourse.pair()
        )
    return ()


def salient_state(discourse: Discourse) -> Party | None:
    """The state that an unowned body or office belongs to: the one named nearest before, subjects first."""
    for mention in discourse.recent():
        if mention.party and mention.party.country and mention.party.country == mention.party.code:
            reason = f"{mention.party.name} is the state the text speaks of"
            return replace(mention.party, reason=reason)
    return None

"""Whose a role is where the words do not say: "the president", "rebels", "the army"."""

from __future__ import annotations

from dataclasses import replace

from detente.knowledge.entries import How, Knowledge, Role, Sort
from detente.model import Party
from detente.reading.discourse import Discourse
from detente.reading.named import NamedWords
from detente.reading.reference import salient_state
from detente.reading.roles import LANDS, is_of_a_state
from detente.reading.salience import land_meant
from detente.reading.tokens import Tokens

#: words before a noun that leave it open whose it is
_PLAIN = frozenset("the remaining other many several all most some local ordinary armed both".split())
#: lands, and what stands for one where others take it
_WHERE = LANDS | {"capital"}
#: people of whom there are too many kinds for those of one state to be meant again
_ANYBODY = frozenset(
    "people man woman child official leader person analyst expert critic observer diplomat journalist worker family "
    "individual member group supporter activist ally partner terrorist jihadist extremist citizen spokesman "
    "spokeswoman volunteer victim majority minority community source country state nation government power".split()
)
#: first words of the forces of one side of a war
_OF_A_SIDE = frozenset("government regime loyalist security pro rebel opposition".split())
#: people who without more said are of the place that is told of
_OF_THE_PLACE = frozenset(
    "rebel insurgent militant guerrilla opposition protester demonstrator civilian villager".split()
)
#: people who without more said are of the armed group that is told of
_OF_GROUPS = frozenset("fighter militant jihadist jihadi extremist terrorist insurgent guerrilla gunman".split())
#: bodies that are not of the one state the text speaks of
_OF_SEVERAL = frozenset(
    "coalition alliance bloc axis league union front community group organisation organization".split()
)


def unsaid_owner(
    tokens: Tokens, head: int, start: int, role: Role, noun: str, discourse: Discourse, knowledge: Knowledge,
    acting: frozenset[str] | set[str] = frozenset(),
) -> Party | None:  # fmt: skip
    """Whose an unowned role is: as said before of such people, or of the state that the text speaks of.

    `acting` has who does what is told of it: the country that its army leaves is another.
    """
    lemma = tokens.lemmas[head]
    if lemma in _OF_SEVERAL or tokens.child(head, "poss") is not None:
        return None
    definite = is_definite(tokens, head)
    bare = tokens.tags[head] in ("NNS", "NNPS") and tokens.child(head, "det") is None
    plain = (definite or bare) and all(tokens.lower[i] in _PLAIN for i in range(tokens.phrase_start(head), start))
    anybody = lemma in _ANYBODY or (bare and role.sector == "MIL" and noun.split(" ")[0] not in _OF_A_SIDE)
    if plain and not anybody and (owner := discourse.owner_of(noun)):
        return replace(owner, reason=f"the text spoke of those of {owner.name} before: {owner.reason}")
    told_apart = tokens.child(head, "acl", "relcl", "amod") is not None or discourse.scene() is not None
    one_group = lemma in _OF_GROUPS or (lemma == "rebel" and definite and not told_apart)
    if plain and one_group and (group := _armed_group(discourse, knowledge)):
        return replace(group, reason=f"{group.name} is the armed group the text speaks of: {group.reason}")
    if definite and is_of_a_state(role):
        if noun in _WHERE and (land := land_meant(tokens, head, discourse, knowledge.salience, acting)):
            return replace(land, reason=f"{land.name} is the state the text speaks of")
        return whole_state(salient_state(discourse), knowledge)
    if plain and _OF_THE_PLACE.intersection(noun.split(" ")) and (scene := discourse.scene()):
        return whole_state(replace(scene, reason=f"most of what is told is in {scene.name}"), knowledge)
    return None


def _armed_group(discourse: Discourse, knowledge: Knowledge) -> Party | None:
    """The armed group named of late, if it is just one."""
    named = {}
    for mention in discourse.recent():
        entry = knowledge.entries.get(mention.party.code) if mention.party else None
        if mention.party and entry and entry.sort is Sort.GROUP and mention.party.sector in ("REB", "UAF"):
            named[entry.id] = mention.party
    return next(iter(named.values())) if len(named) == 1 else None


def spoken_of_before(
    tokens: Tokens, named: NamedWords, head: int, noun: str, owner: Party | None, discourse: Discourse
) -> Party | None:
    """The owner, or that of those of whom the text spoke before, where they are only met in a foreign town."""
    towns = [
        c for prep in tokens.all_children(head, "prep") if tokens.lower[prep] in ("in", "at")
        for c in tokens.all_children(prep, "pobj") if c in named and named[c].naming.how in (How.SEAT, How.CITY)
    ]  # fmt: skip
    before = discourse.owner_of(noun) if towns and owner is not None else None
    guests = before is not None and owner is not None and before.country != owner.country
    return replace(before, reason=f"spoken of before: {before.reason}") if guests and before else owner


def whole_state(party: Party | None, knowledge: Knowledge) -> Party | None:
    """The state that a party acts for or lies in, itself."""
    entry = knowledge.entries.get(party.country) if party else None
    return replace(party, code=entry.id, sector="", name=entry.name) if party and entry else party


def is_definite(tokens: Tokens, head: int) -> bool:
    """Whether a noun phrase has "the", or is a name without an article."""
    det = tokens.child(head, "det")
    return (det is not None and tokens.lower[det] == "the") or (det is None and tokens.tags[head] == "NNP")

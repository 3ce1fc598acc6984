"""What pronouns and words for what was named before refer to: "it", "they", "the two countries", "the group"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.knowledge.entries import Knowledge, Role, Salience, Sort
from detente.knowledge.text import fold
from detente.model import Party
from detente.reading.arguments import is_infinitive, surface_subject
from detente.reading.discourse import Discourse, Mention
from detente.reading.named import NamedWords
from detente.reading.roles import STATE_SECTORS
from detente.reading.salience import UNDERGOING, ranked
from detente.reading.tokens import SUBJECTS, Tokens

_HE = frozenset({"he", "his", "him", "himself"})
_SHE = frozenset({"she", "her", "herself", "hers"})
_PERSONS = _HE | _SHE
_THINGS = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "their", "them", "themselves", "theirs"})
_FIRST = frozenset({"i", "me", "my", "we", "us", "our"})
_STATES = frozenset(
    "country nation state neighbour neighbor side rival power government adversary foe enemy partner ally monarchy "
    "kingdom republic capital emirate sheikhdom".split()
)
#: words for states that mean a pair without "two" or "both"
_OPPOSED = frozenset("neighbour neighbor side rival adversary foe enemy".split())
#: nouns that say what somebody is to a possessor and so never mean the possessor
RELATIONAL = frozenset(
    "ally neighbour neighbor rival foe enemy adversary partner friend opponent counterpart patron sponsor backer "
    "supporter donor protector successor predecessor creditor competitor benefactor client customer supplier "
    "proxy satellite vassal opposite critic guest host power superpower".split()
)
#: relatives: of the same state, and of its elite if they are related to those who rule
KIN = frozenset(
    "brother half-brother cousin son daughter wife husband father mother widow widower sister uncle nephew niece "
    "parent grandson granddaughter grandfather grandmother in-law son-in-law brother-in-law relative child "
    "fiancee girlfriend stepson heir family".split()
)
#: nouns of deeds whose possessor or of-phrase is who suffers them
SUFFERED = frozenset(
    "overthrow ouster removal killing murder assassination arrest detention execution bombing shelling persecution "
    "kidnapping abduction invasion occupation destruction torture massacre slaughter deportation expulsion "
    "imprisonment jailing shooting beheading poisoning seizure capture siege annexation rape death conviction trial "
    "extradition deaths killings prosecution hanging lynching stabbing defeat".split()
)
#: bodies named before in other words, and what they may have been
_BODIES = {
    "group": (Sort.GROUP, Sort.ORGANISATION), "movement": (Sort.GROUP,), "militia": (Sort.GROUP,),
    "organisation": (Sort.ORGANISATION, Sort.GROUP), "organization": (Sort.ORGANISATION, Sort.GROUP),
    "bloc": (Sort.ORGANISATION,), "alliance": (Sort.ORGANISATION,), "union": (Sort.ORGANISATION,),
    "company": (Sort.COMPANY,), "firm": (Sort.COMPANY,), "party": (Sort.GROUP,),
}  # fmt: skip
#: lands named before in other words
_PLACES = frozenset("area province city town territory enclave island peninsula district valley".split())
_WITHIN = frozenset("in inside across throughout within".split())
#: what is done lastingly to a land
_HOLDING = frozenset("control rule run govern dominate administer".split())
#: how many states a region may have for its name to mean them all ("the Baltic states", "Gulf states")
_FEW = 8
#: sectors that the words for a body tell: "the militant group" is no ministry
_PARTICULAR = frozenset({"PTY", "MED", "REB", "CRM", "REL"})
_BOTH = frozenset({"two", "both"})
#: one of two of whom both are meant: "neither side", "each country"
_EACH = frozenset({"neither", "either", "each"})
#: who is sent or speaks for one of two
_SENT = frozenset(
    "ministry embassy army spokesman delegation leader minister president premier party team capital leadership".split()
)
_MORE = frozenset("three four five six seven eight nine ten".split())


#: weights where no knowledge gives any: nearness, then subjects
_EVEN = Salience()
#: what only somebody can be: "it is interested in selling" is said of an actor
_MINDED = frozenset(
    "interested keen eager anxious worried wary afraid fearful suspicious reluctant unwilling willing determined angry "
    "concerned uneasy nervous hopeful happy unhappy proud jealous alarmed committed opposed able unable".split()
)


def pronoun(tokens: Tokens, i: int, discourse: Discourse, *, acts: bool) -> Party | None:
    """The party a pronoun most likely means, or None: abstaining is better than guessing.

    `acts` says that only an actor can be meant, as where the pronoun is who speaks.
    """
    return next(iter(pronouns(tokens, i, discourse, acts=acts)), None)


def pronouns(
    tokens: Tokens, i: int, discourse: Discourse, *, acts: bool, but: str = "",
    likely: str = "", weights: Salience = _EVEN,
) -> tuple[Party, ...]:  # fmt: skip
    """All parties a pronoun means: several where "they" were named together.

    Never the one with the code `but`; the one with the code `likely` before all others.
    """
    word = tokens.lower[i]
    if word == "it" and _is_empty(tokens, i):
        return ()
    said = tokens.slice(i, i)
    quoted = bool(_FIRST.intersection(tokens.lower[:i]))
    acts = acts or _is_not_its_subject(tokens, i)
    undergoes = tokens.deps[i] in UNDERGOING and tokens.tags[i] == "PRP"
    named = ranked(discourse, weights, said.start, undergoes=undergoes)
    named.sort(key=lambda m: not (likely and m.party and m.party.code == likely))
    mention = _antecedent(word, named, acts=acts, quoted=quoted, but=but)
    if mention is None or mention.party is None:
        return ()
    party = mention.party
    meant = mention.group if word in _MANY and len(mention.group) > 1 else (party,)
    return tuple(
        replace(
            p, text=said.text, start=said.start, end=said.end,
            reason=f"{said.text!r} read as {p.text!r}, named before: {p.reason}",
        )
        for p in meant
    )  # fmt: skip


def _antecedent(word: str, named: list[Mention], *, acts: bool, quoted: bool, but: str) -> Mention | None:
    """What a pronoun means: the likeliest that fits; of persons one whose gender is known to fit, if not far off."""
    fit = [
        m for m in named
        if _fits(word, m) and not (m.party is None and acts) and not (quoted and m.speaks)
        and not (but and m.party and m.party.code == but)
    ]  # fmt: skip
    if not fit:
        return None
    gender = "m" if word in _HE else "f" if word in _SHE else ""
    if gender and fit[0].gender != gender:
        near = (m for m in fit if m.gender == gender and fit[0].sentence - m.sentence <= 1)
        return next(near, fit[0])
    return fit[0]


def _is_not_its_subject(tokens: Tokens, i: int) -> bool:
    """Whether a thing is the subject of the clause, so that "it" is not that thing ("a bomb was thrown at it")."""
    verb = next((a for a in tokens.ancestors(i) if tokens.is_verb(a)), None)
    subject = tokens.child(verb, *SUBJECTS) if verb is not None else None
    undergoes = tokens.deps[i] in ("dobj", "pobj", "dative")
    return undergoes and subject is not None and tokens.tags[subject] in ("NN", "NNS")


def _is_empty(tokens: Tokens, i: int) -> bool:
    """Whether "it" stands for a clause or nothing: "it is illegal to", "it seems that", "it was Iran that"."""
    verb = tokens.heads[i]
    if tokens.deps[i] not in ("nsubj", "nsubjpass"):
        return False
    if tokens.lemmas[verb] in ("seem", "appear", "happen", "turn", "rain", "snow"):
        return True
    said = tokens.child(verb, "acomp", "attr", "oprd")
    clause = tokens.child(verb, "ccomp", "xcomp", "csubj", "advcl")
    if said is not None and tokens.lemmas[said] in _MINDED:
        return False
    inner = said is not None and tokens.child(said, "ccomp", "xcomp", "relcl", "acl", "prep") is not None
    return tokens.lemmas[verb] == "be" and said is not None and (clause is not None or inner)


def _fits(word: str, mention: Mention) -> bool:
    if word in _PERSONS:
        other = "f" if word in _HE else "m"
        return mention.person and not mention.plural and mention.gender != other
    if word in _THINGS:
        return not mention.person and not mention.plural and len(mention.group) < 2
    return word in _MANY and (mention.plural or len(mention.group) > 1 or _has_people(mention))


def _has_people(mention: Mention) -> bool:
    """Whether "they" may mean a single party: a government or a group may be many, a person or a country not."""
    party = mention.party
    return party is not None and not mention.person and (party.sector != "" or party.code != party.country)


def collective(
    tokens: Tokens, head: int, named: NamedWords, knowledge: Knowledge, discourse: Discourse
) -> tuple[Party, ...]:
    """The parties that a collective phrase stands for, () when the phrase is none.

    "the two countries", "both sides" and "the long-time rivals" are the pair the text speaks of; "the
    Baltic states" are the states of a region; "the two leaders" are those named last.
    """
    first = tokens.left_edge(head)
    words = {tokens.lower[i] for i in range(first, head + 1)}
    if words & _EACH and tokens.lemmas[head] in _STATES | _SENT and not any(i in named for i in range(first, head + 1)):
        return tuple(_as_said(tokens, first, head, p) for p in discourse.meeting())
    if tokens.lemmas[head] in ("leader", "president", "minister", "man", "woman") and words & _BOTH and "the" in words:
        return tuple(_as_said(tokens, first, head, p) for p in _two_persons(discourse))
    plural_state = tokens.lemmas[head] in _STATES and tokens.tags[head] in ("NNS", "NNPS")
    pair = tokens.lower[head] in ("pair", "duo") and "the" in words and _is_bare(tokens, head)
    alone = pair or tokens.lower[head] in _BOTH and tokens.tags[head] in ("CD", "DT") and _is_bare(tokens, head)
    if not plural_state and not alone:
        return ()
    for i in range(first, head):
        if i in named and named.entry(i).sort is Sort.REGION:
            region = named.entry(i)
            if len(region.members) > _FEW:
                return ()  # "European countries" are some of them, and nobody knows which
            return tuple(_of_region(tokens, first, head, state, region.name, knowledge) for state, _ in region.members)
    if tokens.lemmas[head] in RELATIONAL and tokens.child(head, "poss") is not None:
        return ()  # "its two partners" are not those who are told of as a pair
    told = alone or words & _BOTH or ("the" in words and tokens.lemmas[head] in _OPPOSED)
    if told and not words & _MORE and not any(i in named for i in range(first, head)):
        return tuple(_as_said(tokens, first, head, p) for p in discourse.pair())
    return ()


def _is_bare(tokens: Tokens, head: int) -> bool:
    """Whether nothing but "the" stands with a word: "the two", "both"."""
    return all(tokens.lower[c] == "the" for c in tokens.children[head])


def _of_region(tokens: Tokens, first: int, last: int, state: str, region: str, knowledge: Knowledge) -> Party:
    said = tokens.slice(first, last)
    return Party(
        text=said.text, start=said.start, end=said.end, code=state, country=state,
        name=knowledge.entries[state].name, reason=f"one of the states of {region}",
    )  # fmt: skip


def _as_said(tokens: Tokens, first: int, last: int, party: Party) -> Party:
    said = tokens.slice(first, last)
    reason = f"{said.text!r}: the pair the text speaks of"
    sector = "" if tokens.lemmas[last] in _STATES else party.sector
    return replace(party, text=said.text, start=said.start, end=said.end, sector=sector, reason=reason)


def _two_persons(discourse: Discourse) -> tuple[Party, ...]:
    """The two persons named last, () unless there are just two within reach."""
    persons = {m.party.name: m.party for m in discourse.recent() if m.party and m.person and not m.plural}
    return tuple(persons.values()) if len(persons) == 2 else ()


def listed_members(tokens: Tokens, head: int) -> list[int]:
    """Where those named behind a collective stand: "the three powers - Russia, Iran and Turkey"."""
    first = tokens.left_edge(head)
    named = tokens.child(head, "appos")
    counted = _BOTH | _MORE
    if named is None or tokens.tags[head] not in ("NNS", "NNPS") or len(tokens.conjuncts(named)) < 2:
        return []
    if not any(tokens.lower[i] in counted or tokens.tags[i] == "CD" for i in range(first, head)):
        return []
    return tokens.conjuncts(named)


def salient_state(discourse: Discourse, but: str = "") -> Party | None:
    """The state that an unowned body or office belongs to: the nearest named before, subjects first; never `but`."""
    for mention in discourse.recent():
        state = mention.party
        if state and state.country and state.country == state.code and state.code != but:
            return replace(state, reason=f"{state.name} is the state the text speaks of")
    return None


def body_named_before(
    tokens: Tokens, head: int, role: Role, knowledge: Knowledge, discourse: Discourse
) -> Party | None:
    """The group, organisation or company that "the group", "the bloc" or "the company" means."""
    det = tokens.child(head, "det")
    if det is None or tokens.lower[det] not in ("the", "this", "that") or tokens.lemmas[head] not in _BODIES:
        return None
    of_some = any(tokens.lower[p] == "of" for p in tokens.all_children(head, "prep"))
    if of_some or not all(word.islower() for word in tokens.words[tokens.phrase_start(head) : head]):
        return None  # "the group of seven", "the Kurdish group"
    said = tokens.slice(tokens.phrase_start(head), head)
    for party in _parties_named(discourse):
        entry = knowledge.entries.get(party.code)
        if entry is None or entry.sort not in _BODIES[tokens.lemmas[head]]:
            continue
        if role.sector in _PARTICULAR and party.sector != role.sector:
            continue
        if party.sector in STATE_SECTORS:  # an army is no "group"
            continue
        reason = f"{said.text!r} read as {party.text!r}, named before: {party.reason}"
        return replace(party, text=said.text, start=said.start, end=said.end, reason=reason)
    return None


def _parties_named(discourse: Discourse) -> Iterator[Party]:
    return (m.party for m in discourse.recent() if m.party is not None and not m.person)


def is_place_again(tokens: Tokens, i: int) -> bool:
    """Whether a word only says where: "there", "in the area", "inside the province", of a place named before."""
    if tokens.lower[i] == "there":
        return True
    above = tokens.heads[i]
    held = tokens.deps[i] == "dobj" and tokens.lemmas[above] in _HOLDING
    if tokens.lemmas[i] not in _PLACES or tokens.tags[i] != "NN" or not (held or tokens.deps[i] == "pobj"):
        return False
    the = all(tokens.lower[c] in ("the", "that", "this") for c in tokens.children[i]) and bool(tokens.children[i])
    return the and (held or tokens.lower[above] in ("in", "inside", "within", "across"))


def place_before(tokens: Tokens, i: int, knowledge: Knowledge, discourse: Discourse) -> Party | None:
    """The state that "there" means: the nearest named before it other than who is told to be or do something there."""
    start = tokens.slice(i, i).start
    verb = next((a for a in tokens.ancestors(i) if tokens.is_verb(a)), None)
    doer = surface_subject(tokens, verb) if verb is not None else None
    doing = range(tokens.left_edge(doer), doer + 1) if doer is not None else range(0)
    spans = [tokens.slice(w, w) for w in doing]
    for mention in sorted(discourse.recent(), key=lambda m: -(m.party.start if m.party else 0)):
        party = mention.party
        entry = knowledge.entries.get(party.code) if party else None
        if party is None or entry is None or entry.sort is not Sort.STATE or party.start >= start or mention.person:
            continue
        if any(party.start <= s.start < party.end for s in spans):
            continue
        said = tokens.slice(i, i)
        reason = f"{said.text!r} read as {party.text!r}, named before: {party.reason}"
        return replace(party, text=said.text, start=said.start, end=said.end, sector="", reason=reason)
    return None


def doer_to(tokens: Tokens, i: int) -> int:
    """Who does what is done to a word, which so cannot mean them: China in "China lent it money"; -1 for nobody."""
    verb = tokens.heads[tokens.heads[i]] if tokens.deps[i] == "pobj" else tokens.heads[i]
    itself = tokens.lower[i].endswith(("self", "selves"))
    if tokens.deps[i] in SUBJECTS or itself or not tokens.is_verb(verb) or tokens.passive(verb):
        return -1
    doer = surface_subject(tokens, verb)
    return -1 if doer is None else doer


def sort_of_meant(tokens: Tokens, i: int, party: Party | None, knowledge: Knowledge) -> str:
    """What sort of actor a pronoun or "the group" means; "" for other words, and where that is unknown."""
    if tokens.tags[i] not in ("PRP", "PRP$") and tokens.lemmas[i] not in _BODIES:
        return ""
    entry = knowledge.entries.get(party.code) if party else None
    if party is None or entry is None or (entry.sort is Sort.STATE and party.sector):
        return ""
    return entry.sort


def note_place(tokens: Tokens, i: int, party: Party, discourse: Discourse) -> None:
    """Note the state in which something is told to be."""
    if tokens.deps[i] == "pobj" and tokens.lower[tokens.heads[i]] in _WITHIN and party.country and party.sector == "":
        discourse.stage(party)


def first_joined(tokens: Tokens, i: int) -> int:
    """The first of the words that a word is coordinated with."""
    while tokens.deps[i] == "conj" and tokens.heads[i] != i and tokens.is_noun(tokens.heads[i]):
        i = tokens.heads[i]
    return i


def owner_by_control(tokens: Tokens, i: int) -> int:
    """Who is to do what an infinitive says, if a possessive stands in it: "asked Pakistan to open its roads"; or -1."""
    verb = next((a for a in tokens.ancestors(i) if tokens.is_verb(a)), -1)
    if tokens.tags[i] != "PRP$" or verb < 0 or not is_infinitive(tokens, verb):
        return -1
    doer = surface_subject(tokens, verb)
    return doer if doer is not None and doer < i else -1


def remember_again(tokens: Tokens, i: int, party: Party, discourse: Discourse) -> None:
    """Note that a sentence goes on about whom its pronoun means."""
    word = tokens.lower[i]
    discourse.remember(
        party if party.code else None, subject=True, part="main", person=word in ("he", "she"),
        plural=word == "they", start=tokens.offset + tokens.starts[i], gender={"he": "m", "she": "f"}.get(word, ""),
    )  # fmt: skip


def is_main(tokens: Tokens, i: int) -> bool:
    """Whether a noun is the subject of the main clause, which the next sentence likeliest goes on about."""
    verb = tokens.heads[i]
    return tokens.deps[i] in SUBJECTS and (tokens.heads[verb] == verb or tokens.deps[verb] == "conj")


def gender_of(tokens: Tokens, i: int, person: Party | None, genders: dict[str, str]) -> str:
    """Whether a person is a man (m) or a woman (f), as far as words or the forename tell; "" for unknown."""
    said = list(tokens.lower[tokens.phrase_start(i) : i + 1])
    names = [person.name.split(" ")[0].lower()] if person and person.name else []
    return next((g for word in said + names if (g := genders.get(fold(word)))), "")

"""Whether a city or a palace stands for the government that sits in it, or is only where something happens."""

from __future__ import annotations

from detente.reading.tokens import Tokens

#: what a name is part of where it means no actor: a treaty, a storm
PAPERS = frozenset(
    "treaty convention agreement accord pact act revolution war independence recognition amity resolution protocol "
    "declaration charter memorandum constitution".split()
)
STORMS = frozenset("typhoon hurricane cyclone storm earthquake flood tsunami".split())
_AT = frozenset(
    "in at near on to from outside inside around through via across into toward towards over under above beyond "
    "throughout within past off along".split()
)
#: verbs that are done to a place, not to who governs from it
_DONE_TO_PLACES = frozenset(
    "visit reach leave enter bomb bombard shell strike hit pound storm besiege encircle surround capture seize take "
    "retake recapture overrun occupy liberate conquer invade flee evacuate rock shake jolt paralyse paralyze burn "
    "destroy flatten level raze devastate ravage loot sack patrol roam tour cross bypass approach quit depart vacate "
    "abandon defend hold control flood engulf sweep blanket batter blockade raid rebuild descend "
    "save arrive inhabit cover circle".split()
)
_FALLS = frozenset("fall burn lie stand sit wake sleep shake tremble flood".split())
#: nouns that a place, not a government, is of
_OF_PLACES = frozenset(
    "city town capital street road outskirt suburb airport port harbour harbor centre center north south east west "
    "northeast northwest southeast southwest siege fall battle liberation capture bombing bombardment shelling "
    "evacuation occupation resident inhabitant people citizen native mayor university bishop archbishop patriarch "
    "part area district quarter neighbourhood neighborhood sky edge gate heart middle vicinity region province "
    "recognition status annexation fate control division defence defense loss "
    "treaty peace convention congress conference agreement accord pact protocol communique declaration summit mile "
    "kilometre kilometer hospital square prison palace bridge countryside".split()
)


def is_only_a_place(tokens: Tokens, head: int) -> bool:
    """Whether the words around a seat of government make it a place: "talks in Ankara", "bombed Belgrade"."""
    dep, above = tokens.deps[head], tokens.heads[head]
    if dep == "conj" and above != head:
        return is_only_a_place(tokens, above)
    if dep == "pobj":
        word = tokens.lower[above]
        return word in _AT or (word == "of" and tokens.lemmas[tokens.heads[above]] in _OF_PLACES)
    if dep == "appos":
        return tokens.lemmas[above] in _OF_PLACES
    if dep in ("dobj", "nsubjpass"):
        return tokens.lemmas[above] in _DONE_TO_PLACES
    if dep == "nsubj":
        return tokens.lemmas[above] in _FALLS
    return False

"""Nouns that count or measure another: "tonnes of rice", "a wing of bombers", "a third of its garrison"."""

from __future__ import annotations

from detente.reading.tokens import Tokens

MEASURES = frozenset(
    "all amount array bag barrage barrel batch battalion billion bit boatload bottle box brigade bulk bundle "
    "bushel cargo carton column company consignment container contingent convoy couple crate crown day "
    "delivery detachment division dollar dose dozen euro fifth fifty fleet flight flood flotilla fortnight "
    "forty franc gallon group hail half handful hour hundred kilo kilogram krone last line litre load "
    "lorryload majority mark million month most number pair pallet part piece planeload portion pound quantity "
    "quarter regiment remainder rest ring rouble round rupee sack salvo score series set share shipload "
    "shipment sixty squad squadron stock string sum supply team third thirty thousand ton tonne trillion trio "
    "truckload twenty unit volley volume wave week wing year yen yuan".split()
)
#: nouns that count people
_NUMBERS = frozenset("dozen hundred thousand score million number handful ten".split())
#: who moves is what flows, and no actor
_FLEEING = frozenset("family household refugee migrant".split())


def counted_heads(tokens: Tokens, head: int) -> list[int]:
    """The heads joined in a noun phrase; for "dozens of demonstrators" and the like, of those who are counted."""
    found: list[int] = []
    for i in tokens.conjuncts(head):
        of = [p for p in tokens.all_children(i, "prep") if tokens.lower[p] == "of"]
        counted = [c for p in of for c in tokens.all_children(p, "pobj") if tokens.tags[c] in ("NNS", "NNPS")]
        named = counted and tokens.lemmas[i] in _NUMBERS and tokens.lemmas[counted[0]] not in _FLEEING
        found += tokens.conjuncts(counted[0]) if named else [i]
    return found

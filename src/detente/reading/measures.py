"""Nouns that count or measure another: "tonnes of rice", "a wing of bombers", "a third of its garrison"."""

from __future__ import annotations

MEASURES = frozenset(
    "all amount array bag barrage barrel batch battalion billion bit boatload bottle box brigade bulk bundle "
    "bushel cargo carton column company consignment container contingent convoy couple crate crown day "
    "delivery detachment division dollar dose dozen euro fifth fifty fleet flight flood flotilla fortnight "
    "forty franc gallon chain cluster group hail half handful hour hundred kilo kilogram krone last line litre load "
    "lorryload majority mark million month most number pair pallet part piece planeload portion pound quantity "
    "quarter regiment remainder rest ring rouble round rupee sack salvo score series set share shipload "
    "shipment sixty squad squadron stock string sum supply team third thirty thousand ton tonne trillion trio "
    "truckload twenty unit volley volume wave week wing year yen yuan".split()
)

"""Nouns that count or measure another: "tonnes of rice", "a wing of bombers", "a third of its garrison"."""

from __future__ import annotations

MEASURES = frozenset(
    "tonne ton kilo kilogram pound litre barrel gallon bushel sack bag box crate carton container pallet bottle dose bundle "
    "truckload planeload shipload boatload lorryload load cargo consignment shipment batch delivery stock supply million "
    "billion trillion thousand hundred dozen score handful pair couple trio group number array string series set round bulk "
    "amount sum quantity volume part half third quarter fifth share portion bit piece most all majority rest last remainder "
    "dollar euro pound rouble franc mark yen yuan rupee krone crown worth form kind sort type team squad squadron wing flight "
    "column convoy flotilla fleet company battalion regiment brigade division unit contingent detachment line ring wave flood "
    "salvo volley barrage hail day hour week month fortnight year evening morning rest more other one two three four five six "
    "seven eight nine ten twenty thirty forty fifty sixty".split()
)

"""How much the words of a sentence say: sums of money, capacities, lengths, counts and shares, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What an amount measures."""

    MONEY = "money"
    CAPACITY = "capacity"
    LENGTH = "length"
    QUANTITY = "quantity"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as it is written, between two offsets of the sentence."""

    sort: Sort
    text: str
    start: int
    end: int


_FEW = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
_ABOUT = (
    r"(?:(?:about|around|some|nearly|almost|roughly|over|approximately|an estimated|up to|at least|more than|less than|"
    r"fewer than|as many as|as much as|close to|just under|just over)\s+)?"
)
_SCALE = r"(?:thousand|million|billion|trillion|bn|mn|tn|m|bln|mln|crore|lakh)"
_NUMBER = rf"(?:(?:\d[\d,]*(?:\.\d+)?|{_FEW})(?:[\s-]?{_SCALE}\b)?(?!\w))"
_VAGUE = r"(?:(?:tens|dozens|scores|hundreds|thousands|millions|billions)(?: of (?:thousands|millions|billions))?)"
_SIGN = r"(?:US\$|A\$|C\$|HK\$|\$|€|£|¥|₹|Rs\.?\s?)"
_COIN = (
    r"(?:(?:U\.?S\.?|[A-Z][a-z]+(?:i|an|ian|ese|ish|ch|ss))\s)?"
    r"(?:dollars?|euros?|pounds?(?: sterling)?|roubles?|rubles?|yuan|yen|rupees?|marks|deutschmarks?|francs?|riyals?|"
    r"rials?|dinars?|liras?|pesos?|krona|kronor|kroner|won|dirhams?|shekels?|rand|guilders?|naira|shillings?|zloty)\b"
)
_EACH = (
    r"(?:\s(?:a|an|per|each|every)\s(?:day|year|month|week|hour)|\s?/\s?(?:day|year)"
    r"|\s(?:daily|annually|yearly)|\s(?:bpd|b/d))?"
)
_UNIT = (
    r"(?:megawatts?|MW|gigawatts?|GW|kilowatts?|kW|gigawatt-hours?|terawatt-hours?|TWh|GWh|kilovolts?|kV|bcm|bpd|b/d|"
    r"(?:cubic|cu\.?)[\s-](?:metres?|meters?|feet|kilomet(?:re|er)s?)|barrels?|tonnes?|tons?|containers?|TEUs?|passengers?|"
    r"hectares?|litres?|gallons?|trains?)\b"
)
_SPAN = r"(?:kilomet(?:re|er)s?|km|miles?|met(?:re|er)s?|feet|nautical miles?)\b"
_WARES = (
    r"(?:tanks?|missiles?|rockets?|fighters?|jets?|warplanes?|aircraft|planes?|helicopters?|rifles?|guns?|shells?|rounds?|"
    r"submarines?|frigates?|warships?|drones?|trucks?|troops?|soldiers?|volunteers?|mercenaries|militants?|"
    r"refugees?|migrants?|people|civilians?|workers?|labourers?|doctors?|kilos?|kilograms?|kg|carats?|bottles|doses|"
    r"vehicles|buses|cars|turbines|batteries|howitzers|launchers|grenades|mines|pieces|crates|bags)\b"
)
_PART = (
    r"(?:half|most|nearly all|almost all|virtually all|much|the bulk|a (?:third|quarter|fifth|tenth)|(?:two|three)[\s-]"
    r"(?:thirds|quarters|fifths)|one[\s-](?:third|quarter|fifth)|the (?:lion's share|majority))"
)
_TOLD = (
    (Sort.SHARE, rf"{_ABOUT}(?:\d[\d.]*|{_FEW})[\s-]?(?:%|per\s?cent\b|percent\b)"),
    (Sort.MONEY, rf"{_ABOUT}{_SIGN}\s?\d[\d,]*(?:\.\d+)?(?:[\s-]?{_SCALE}\b)?{_EACH}"),
    (Sort.MONEY, rf"{_ABOUT}(?:{_NUMBER}|{_VAGUE}(?: of)?)[\s-]{_COIN}{_EACH}"),
    (Sort.LENGTH, rf"{_ABOUT}{_NUMBER}[\s-]?{_SPAN}(?:[\s-]long)?"),
    (Sort.CAPACITY, rf"{_ABOUT}(?:{_NUMBER}|{_VAGUE}(?: of)?)[\s-]?{_UNIT}(?:\sof\s[a-z]+)?{_EACH}"),
    (Sort.QUANTITY, rf"{_ABOUT}(?:{_NUMBER}|{_VAGUE}(?: of)?)\s(?:[A-Za-z-]+\s){{0,2}}?{_WARES}{_EACH}"),
    (Sort.QUANTITY, rf"{_ABOUT}(?:{_VAGUE})"),
    (Sort.SHARE, rf"\b{_PART}(?=\s(?:of|its|their|the|his|her)\b)"),
)
_ALL = tuple((sort, re.compile(rf"(?<![\w.]){pattern}", re.IGNORECASE)) for sort, pattern in _TOLD)
_HINT = re.compile(
    rf"\d|\b(?:{_FEW}|half|most|all|bulk|third|quarter|fifth|much|majority|share|thirds|quarters|tens|dozens|scores|"
    r"hundreds|thousands|millions|billions)\b",
    re.IGNORECASE,
)


def amounts(text: str) -> list[Amount]:
    """The amounts in a text, from left to right; where two overlap the kind that is listed first is taken."""
    if _HINT.search(text) is None:
        return []
    found: list[Amount] = []
    for amount in _candidates(text):
        if all(amount.end <= other.start or amount.start >= other.end for other in found):
            found.append(amount)
    return sorted(found, key=lambda amount: amount.start)


def _candidates(text: str) -> Iterator[Amount]:
    for sort, pattern in _ALL:
        for match in pattern.finditer(text):
            said = match.group().strip()
            yield Amount(sort, said, match.start(), match.start() + len(said))

"""Which figures that look like a year are something else: a count, a sum, a number of a resolution or a flight."""

from __future__ import annotations

import re

#: what a number after it numbers, or what makes a count of it
_BEFORE = re.compile(
    r"(?:\b(?:resolutions?|unscr|unsc|flight|articles?|section|nos?\.?|number|numbered|room|route|highway|decree|order|"
    r"law|act|directive|regulation|unit|brigade|battalion|regiment|division|squadron|camp|block|boeing|airbus|model|"
    r"type|class|mig|channel|page|paragraph|chapter|case|file|psalm|verse|level|point|grade|bus|train|iso|rs\.?|usd|"
    r"eur|us\$|some|nearly|almost|more than|less than|fewer than|(?<!since )at least|as many as|additional|another|"
    r"roughly|approximately|estimated|total of|killing|wounding|exceeds?|totall?ed|reached)|[$€£#])\s*$"
)
#: a second number of a list ("resolutions 1701 and 1559")
_LISTED = re.compile(r"\b(?:resolutions|flights|articles|nos\.?|laws) [\d, ]+(?:and |, )$")
_AFTER = re.compile(
    r"(?:-strong|\s*(?:%|°)|\s+(?:people|persons?|troops|soldiers|servicemen|men|women|children|civilians|refugees|"
    r"rounds|shells|bullets|rifles|attacks|sorties|raids|"
    r"fighters|rebels|militants|insurgents|militiamen|protesters|demonstrators|policemen|officers|workers|employees|"
    r"tonnes|tons|km|kms|kilomet(?:re|er)s?|miles|met(?:re|er)s|feet|kg|kilograms|grams|mw|megawatts|gigawatts|barrels|"
    r"dollars|euros|pounds|rubles|roubles|yuan|yen|rupees|francs|marks|gmt|utc|hours|hrs|homes|houses|families|victims|"
    r"deaths|dead|casualties|prisoners|detainees|inmates|delegates|migrants|tanks|missiles|rockets|bombs|warheads|mines|"
    r"jobs|firms|others|more\b(?! than)|percent|per cent|square|cubic|metric|million|billion|thousand|infections|"
    r"injured|wounded|personnel|peacekeepers|marines|observers|monitors|villagers|residents|inhabitants|hectares|acres|days|"
    r"weeks|months|years|copies|cases|students|settlers|foreigners|nationals|citizens|deserters|recruits|volunteers|"
    r"local time))\b"
)
#: words before a year that make it one, whatever follows ("in 2015 people fled")
_SURELY = re.compile(r"\b(?:in|since|until|during|throughout|early|late|mid|of the year) $")


def is_no_year(text: str, start: int, end: int) -> bool:
    """Whether the figures at some offsets of a text in small letters are no year."""
    before = text[max(0, start - 24) : start]
    if _BEFORE.search(before) or (start > 12 and _LISTED.search(text[max(0, start - 40) : start])):
        return True
    return bool(_AFTER.match(text, end)) and not _SURELY.search(before)

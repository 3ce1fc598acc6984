"""The patterns of words of time, each with what reads it; for text in small letters, folded."""
# a table that reads better in long lines
# ruff: noqa: E501

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.reading import counted_times as counted
from detente.reading import time_resolvers as read
from detente.reading.time_resolvers import Resolve

_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:jan|feb|aug|sept?|oct|nov|dec)\b\.?|(?:mar|apr|jun|jul)\.)"
)
_MONTH = rf"(?P<month>{_MONTHS})"
_YEARS = r"(?:1[5-9]\d\d|20\d\d)"
_YEAR = rf"(?P<year>{_YEARS})(?![\d%]|[.,]\d|-?s\b)"
_WEEKDAYS = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_SEASON = r"(?P<season>spring|summer|autumn|winter|fall)\b"
_NUMBERS = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|several|few|couple of|dozen)"
)
_ABOUT = r"(?:more than |nearly |almost |over |about |some |at least )?"
_NUMBER = rf"(?P<number>{_ABOUT}(?:a )?{_NUMBERS}|{_ABOUT}an?)"
_UNITS = r"(?:day|week|fortnight|month|year|decade|centur(?:y|ie)|generation)"
_UNIT = rf"(?P<unit>{_UNITS}s?)\b"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_TILL = r" ?(?:-|to|and|or|until|till|through|/) ?"
_TILL_DAY = rf"{_TILL}(?:the )?(?P<till>\d{{1,2}})(?:st|nd|rd|th)?"
_BY_WEEKDAY = rf"(?:(?:(?:early|late) )?{_WEEKDAYS}(?: (?:morning|afternoon|evening|night))?,? \(?(?:the )?)?"
_COUNT_AFTER = r"(?! (?:people|troops|soldiers|civilians|countries|rebels|members|states|others|percent|per cent|million|billion)\b)"
_PARTS = (
    r"(?P<part>(?:the )?(?:early|mid|late)(?=[ -])|the (?:very )?(?:beginning|start|opening|middle|end|close)(?= of)|"
    r"(?:the )?(?:first|second|latter) half(?= of| )|"
    r"(?:the )?(?:first|second|third|fourth|last|final) quarter(?= of| )|end(?= of )|(?:beginning|start|middle)(?= of ))"
    r"(?: of(?: the)?|-| in(?: the)?)? ?"
)
_COUNTED = (
    rf"(?:the )?(?:very )?(?P<at>first|second|third|fourth|last|final|closing|opening|dying) (?P<number>(?:a )?{_NUMBERS} )??"
    r"(?P<small>days?|weeks?|months?) of (?:the )?"
)
_WHOLE_UNIT = (
    r"(?P<which>last |this |next |the coming |the previous |the current |the |(?<=the ))"
    r"(?P<unit>week|month|year|decade|century)\b"
)


@dataclass(frozen=True, slots=True)
class TimePattern:
    """A pattern, what reads its match, and what a sentence must hold for it to be tried."""

    pattern: re.Pattern[str]
    resolve: Resolve
    needs: frozenset[str]
    #: whether the time begins at the group `core`; what stands before it was only looked at
    has_core: bool
    #: groups that hold names of months
    months: tuple[str, ...]


#: what must be there (see signs_of), the pattern, and what reads it
_PLAIN: tuple[tuple[str, str, Resolve], ...] = (
    # days
    ("month", rf"{_BY_WEEKDAY}{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?(?![\d-])", read.day),
    ("month", rf"{_BY_WEEKDAY}{_MONTH} {_DAY}(?![\d%]|,\d{{3}}|[.:]\d){_COUNT_AFTER}(?:,? {_YEAR})?", read.day),
    ("month", rf"{_DAY}{_TILL_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?(?!\d)", read.days),
    ("month", rf"{_MONTH} {_DAY}{_TILL_DAY}(?!\d){_COUNT_AFTER}(?:,? {_YEAR})?", read.days),
    ("year", rf"(?P<year>{_YEARS})[-/](?P<month>0?[1-9]|1[012])[-/](?P<day>[0-3]?\d)(?!\d)", read.figures),
    ("year", rf"(?P<day>[0-3]?\d)\.(?P<month>0?[1-9]|1[012])\.(?P<year>{_YEARS})(?!\d)", read.figures),
    ("weekday", rf"(?:(?:early|late|earlier|later) (?:on )?)?(?P<which>last |next |this coming |the coming |the following |this past |this )?"
     rf"(?<!bloody )(?<!black )(?P<weekday>{_WEEKDAYS})\b(?: (?:morning|afternoon|evening|night))?(?:,? (?:of )?(?P<week>last|this|next) week)?", read.weekday),
    ("near", r"(?:earlier |later |late |early )?(?P<near>the day before yesterday|the day after tomorrow|today|tonight|yesterday|tomorrow|"
     r"last (?:night|evening)|this (?:morning|afternoon|evening)|overnight)\b(?: (?:morning|afternoon|evening|night))?", read.near_day),
    ("near", r"(?P<which>last|next|this coming|this past|this|the coming|the) weekend\b(?! of\b)", read.weekend),
    # months
    ("month year", rf"{_MONTH},?(?: of)? {_YEAR}", read.month_year),
    ("month", rf"{_MONTH}(?:, {_MONTHS}(?=,| and))?,?{_TILL}(?P<till>{_MONTHS})(?!\w| \d\d?\b)(?:,?(?: of)? {_YEAR})?", read.months),
    ("month", rf"(?:in|since|until|till|by|from|during|through|throughout|before|after|between)(?P<which>) (?P<core>{_MONTH})(?![\w-]| \d)", read.bare_month),
    ("month", rf"(?P<which>last |this |next |this coming |this past ){_MONTH}(?![\w-]| \d)", read.bare_month),
    ("month unit", rf"{_DAY}(?: of)? {_MONTH},? (?P<which>last|this|next) year\b", read.day_of_near_year),
    ("month unit", rf"{_MONTH} {_DAY},? (?P<which>last|this|next) year\b", read.day_of_near_year),
    ("month unit", rf"{_MONTH},?(?: of)? (?:the )?(?P<which>last|previous|this|next) year\b", read.month_of_near_year),
    ("month part", rf"{_PARTS}{_MONTH}(?!\w| \d)(?P<which>)(?P<year>)", read.part),
    ("month year part", rf"{_PARTS}{_MONTH}(?: of|,)? {_YEAR}(?P<which>)", read.part),
    ("month unit counted", rf"{_COUNTED}{_MONTH}(?!\w| \d)(?P<which>)(?P<year>)", read.counted_part),
    ("month unit year counted", rf"{_COUNTED}{_MONTH}(?: of|,)? {_YEAR}(?P<which>)", read.counted_part),
    # seasons
    ("season year", rf"(?:the )?(?:(?P<part>early|mid|late)[ -])?(?P<which>)(?:the )?{_SEASON}(?: of)? {_YEAR}", read.season),
    ("season", rf"(?:(?P<part>early|mid|late)[ -])?(?P<which>last |this past |this coming |this |next )(?P<year>){_SEASON}(?! of\b)", read.season),
    ("season", r"(?:in|since|until|by|over|during|before|after)(?P<which>) (?:the )?(?P<core>(?:(?P<part>early|mid|late)[ -])?(?P<year>)"
     r"(?P<season>spring|summer|autumn|winter|(?<=in the )fall))\b(?=[,.;:)\"]|$| (?:and|by|but|with|when|after|before|as|to|for|the|on|at|in)\b)", read.season),
    # years, decades, centuries
    ("year", _YEAR, read.year),
    ("year", rf"(?P<year>{_YEARS})(?: ?- ?|/)(?P<till>\d{{4}}|\d\d?)(?![\w%-]|[.,]\d)", read.years),
    ("year part", rf"{_PARTS}{_YEAR}(?P<which>)", read.part),
    ("year", rf"(?P<part>q[1-4])(?: of)? {_YEAR}(?P<which>)", read.part),
    ("year unit counted", rf"{_COUNTED}{_YEAR}(?P<which>)", read.counted_part),
    ("decade", r"(?P<part>)(?:the )?'?(?P<decade>1[5-9]\d0|20\d0|(?<=')[2-9]0|(?<=the )[2-9]0)'?s\b", read.decade),
    ("decade part", rf"{_PARTS}(?:the )?'?(?P<decade>1[5-9]\d0|20\d0|(?<=')[2-9]0|(?<=the )[2-9]0)'?s\b", read.decade),
    ("century", r"(?:the )?(?:(?P<part>early|mid|late|(?:first|second|latter) half|beginning|start|end|middle|turn)(?: of the |[ -]))?"
     r"(?P<ordinal>\d\d?(?:st|nd|rd|th)|[a-z]+th|twenty-first)(?:[ -]centur(?:y|ies)\b|(?= (?:and|to|or) (?:the )?(?:(?:early|late|mid)[ -])?\d\d(?:th|st) centur))", read.century),
    ("tens", r"(?<!his )(?<!her )(?<!their )(?:the )(?:(?P<part>early|mid|late)[ -])?(?:nineteen-?)?(?P<tens>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b", read.named_decade),
    # counted from publication, and parts of what is
    ("unit part", rf"{_PARTS}{_WHOLE_UNIT}(?! of\b)", read.part),
    ("unit counted", rf"{_COUNTED}{_WHOLE_UNIT}(?! of\b)", read.counted_part),
    ("unit", r"(?:the )?(?P<unit>year|month|decade)(?:'s |-| )end\b", read.units_end),
    ("unit", r"(?:(?P<part>earlier|later|early|late|mid) )?(?P<which>(?<!the )(?:this|last|next|past|coming)|previous) "
     r"(?P<unit>week|month|year|decade|century)\b(?!-| of\b)", counted.this_unit),
    ("unit ago", rf"(?:{_NUMBER} )?{_UNIT} ago\b", counted.ago),
    ("unit", rf"(?:the |these )?(?P<which>past|last|recent|next|coming) (?:(?P<number>{_NUMBERS}) )?(?P<unit>{_UNITS}s)\b(?! of\b)", counted.past_stretch),
    ("unit", r"the (?P<which>past|last)(?P<number>) (?P<unit>week|month|year|decade|century)\b(?! of\b|-)", counted.past_stretch),
    ("unit", r"(?:over|within|during|in|for|throughout) (?P<core>the (?P<which>next|coming)(?P<number>) (?P<unit>week|month|year|decade|century))\b(?! of\b|-)", counted.past_stretch),
    ("unit", rf"(?P<lead>within|in|after) (?:the space of )?{_NUMBER} {_UNIT}(?P<now>)(?! of\b|-| ago\b| (?:later|earlier|before|after)\b|['’])", counted.units_ahead),
    ("unit", rf"(?P<lead>){_NUMBER} {_UNIT} (?P<now>from now|hence)\b", counted.units_ahead),
    # told by the story
    ("unit for", rf"for (?:the better part of |up to |as long as )?(?:{_NUMBER} |many |long )?{_UNIT}(?! of\b|-| ago\b| (?:later|earlier)\b)", counted.duration),
    ("unit later", rf"{_NUMBER} {_UNIT} (?P<side>later|earlier|afterwards?|thereafter|after that|before that|previously|beforehand)\b", counted.later),
    ("unit", r"(?P<which>(?:the|that) (?:following|next|same|preceding|previous)|that) (?P<unit>day|week|month|year|decade)\b(?!-| of\b)", counted.same_unit),
    ("since", r"since (?:gaining |winning |its |their |his |her )*(?:independence|then)\b|ever since(?=\s*(?:[.,;]|$))", counted.words_alone),
    ("century", r"(?:the )?turn of (?:the|this|last) (?:century|millennium)\b", counted.words_alone),
)  # fmt: skip


def _compiled(needs: str, plain: str, resolve: Resolve) -> TimePattern:
    pattern = re.compile(rf"\b(?<![$€£-])(?<!\d[.,]){plain}")
    groups = pattern.groupindex
    months = tuple(g for g in ("month", "till") if g in groups and "month" in needs.split())
    return TimePattern(pattern, resolve, frozenset(needs.split()), "core" in groups, months)


PATTERNS = tuple(_compiled(*plain) for plain in _PLAIN)

_UNIT_SIGNS = ("day", "week", "fortnight", "month", "year", "decade", "centur", "generation")
_UNIT_WORDS = (("century", "centur"), ("for", "for "), ("ago", " ago"))
#: signs that are a word, or the end of one
_PLAIN_SIGNS = (("since", "since"), ("tens", "ies"))
_LATER_SIGNS = ("later", "earlier", "after", "before", "previously")
_NEAR_SIGNS = ("today", "night", "yesterday", "tomorrow", "weekend", "this morning", "this afternoon", "evening")
_PART_SIGNS = (
    "early",
    "mid",
    "late",
    "half",
    "quarter",
    "beginning of",
    "start of",
    "opening of",
    "middle of",
    "end of",
    "close of",
)
_COUNTED_SIGNS = ("first", "second", "third", "fourth", "last", "final", "closing", "opening", "dying")
_SEASON_SIGNS = ("spring", "summer", "autumn", "winter", "fall")
_HAS_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_HAS_MONTH = re.compile(rf"\b{_MONTHS}")
_HAS_UNIT = re.compile(r"\b(?:day|week|fortnight|month|year|decade|centur|generation)")
_HAS_WEEKDAY = re.compile(_WEEKDAYS)


def signs_of(text: str) -> frozenset[str]:
    """What a text in small letters holds that a time may be made of; cheap, as most sentences hold nothing."""
    signs = set()
    if any(word in text for word in _UNIT_SIGNS):
        if _HAS_UNIT.search(text):
            signs.add("unit")
        if "day" in text and _HAS_WEEKDAY.search(text):
            signs.add("weekday")
        signs.update(sign for sign, word in _UNIT_WORDS if word in text)
    if any(word in text for word in _NEAR_SIGNS):
        signs.add("near")
    if any(word in text for word in _SEASON_SIGNS):
        signs.add("season")
    if _HAS_YEAR.search(text):
        signs.add("year")
    if _HAS_MONTH.search(text):
        signs.add("month")
    signs.update(sign for sign, word in _PLAIN_SIGNS if word in text)
    if "0s" in text or "0's" in text:
        signs.add("decade")
    return frozenset(signs | _finer_signs(text) if signs else signs)


def _finer_signs(text: str) -> set[str]:
    """Signs that only matter beside others: of parts of a time."""
    signs = set()
    if any(word in text for word in _PART_SIGNS):
        signs.add("part")
    if " of " in text and any(word in text for word in _COUNTED_SIGNS):
        signs.add("counted")
    if any(word in text for word in _LATER_SIGNS):
        signs.add("later")
    return signs

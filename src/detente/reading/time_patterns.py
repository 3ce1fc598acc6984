"""The patterns of words of time, each with what reads it; for text in small letters, folded."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.reading import time_resolvers as read
from detente.reading.time_resolvers import Resolve

_MONTH_NAMES = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:jan|feb|aug|sept?|oct|nov|dec)\b\.?|(?:mar|apr|jun|jul)\.)"
)
_MONTH = rf"(?P<month>{_MONTH_NAMES})"
_YEARS = r"(?:1[5-9]\d\d|20\d\d)"
_YEAR = rf"(?P<year>{_YEARS})(?![\d%]|[.,]\d|-?s\b)"
_WEEKDAYS = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_SEASONS = r"(?P<season>spring|summer|autumn|winter|fall)\b"
_NUMBERS = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|several|few|couple of|dozen)"
)
_ABOUT = r"(?:more than |nearly |almost |over |about |some |at least )?"
_NUMBER = rf"(?P<number>{_ABOUT}(?:a )?{_NUMBERS}|{_ABOUT}an?)"
_UNITS = r"(?:day|week|month|year|decade|centur(?:y|ie)|generation)"
_UNIT = rf"(?P<unit>{_UNITS}s?)\b"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_TILL = r" ?(?:-|to|and|or|until|till|through|/) ?"
_TILL_DAY = rf"{_TILL}(?:the )?(?P<till>\d{{1,2}})(?:st|nd|rd|th)?"
_DATED_BY_WEEKDAY = rf"(?:(?:(?:early|late) )?{_WEEKDAYS}(?: (?:morning|afternoon|evening|night))?,? \(?(?:the )?)?"
_OF = r"(?: of|,)?"
_SHADES = r"(?:early|mid|late)(?:-| in the | in | )"
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
_WHOLE_UNIT = r"(?P<which>(?:last |this |next |the coming |the previous |the current |the |))(?P<unit>week|month|year|decade|century)\b"


@dataclass(frozen=True, slots=True)
class TimePattern:
    """A pattern, what reads its match, and what a sentence must hold for it to be tried."""

    pattern: re.Pattern[str]
    resolve: Resolve
    #: year, month, weekday, season, unit, decade, near: all of them must be there
    needs: frozenset[str]
    #: whether the words before which the month stands are no part of the time
    from_month: bool = False


_PLAIN: tuple[tuple[str, str, Resolve], ...] = (
    # days
    ("month", rf"{_DATED_BY_WEEKDAY}{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR}|(?P<_>)(?!\d))", read.day),
    ("month", rf"{_DATED_BY_WEEKDAY}{_MONTH} {_DAY}(?![\d%]|,\d{{3}}|[.:]\d)(?:,? {_YEAR})?", read.day),
    ("month", rf"{_DAY}{_TILL_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?", read.days),
    ("month", rf"{_MONTH} {_DAY}{_TILL_DAY}(?!\d)(?:,? {_YEAR})?", read.days),
    ("year", rf"(?P<year>{_YEARS})[-/](?P<month>0?[1-9]|1[012])[-/](?P<day>[0-3]?\d)(?!\d)", read.figures),
    ("year", rf"(?P<day>[0-3]?\d)\.(?P<month>0?[1-9]|1[012])\.(?P<year>{_YEARS})(?!\d)", read.figures),
    ("weekday", rf"(?:(?:early|late|earlier|later) (?:on )?)?(?P<which>last |next |this coming |the coming |the following |this |this past )?"
     rf"(?P<weekday>{_WEEKDAYS})\b(?: (?:morning|afternoon|evening|night))?(?:,? (?:of )?(?P<week>last|this|next) week)?", read.weekday),
    ("near", r"(?:earlier |later |late |early )?(?P<near>the day before yesterday|the day after tomorrow|today|tonight|yesterday|tomorrow|"
     r"last (?:night|evening)|this (?:morning|afternoon|evening)|overnight)\b(?: (?:morning|afternoon|evening|night))?", read.near_day),
    ("near", r"(?P<which>last|next|this coming|this past|this|the coming|the) weekend\b", read.weekend),
    # months
    ("month year", rf"{_MONTH},?(?: of)? {_YEAR}", read.month_year),
    ("month", rf"(?P<first>{_MONTH_NAMES})(?:, {_MONTH_NAMES}(?=,| and))?,?{_TILL}(?P<till>{_MONTH_NAMES})\b(?! \d\d?\b)(?:,?(?: of)? {_YEAR})?".replace("first", "month"), read.months),
    ("month", rf"(?P<which>in |last |this |next |this coming |since |until |till |by |from |during |through |throughout |before |after )"
     rf"{_MONTH}(?![\w-]| \d)", read.bare_month),
    ("month", rf"{_PARTS}{_MONTH}(?!\w| \d)(?P<which>)(?P<year>)", read.part),
    ("month year", rf"{_PARTS}{_MONTH}(?: of|,)? {_YEAR}(?P<which>)", read.part),
    ("month unit", rf"{_COUNTED}{_MONTH}(?!\w| \d)(?P<which>)(?P<year>)", read.counted_part),
    ("month unit year", rf"{_COUNTED}{_MONTH}(?: of|,)? {_YEAR}(?P<which>)", read.counted_part),
    # seasons
    ("season year", rf"(?:the )?(?:(?P<part>early|mid|late)[ -])?(?P<which>)(?:the )?{_SEASONS}(?: of)? {_YEAR}", read.season),
    ("season", rf"(?:(?P<part>early|mid|late)[ -])?(?P<which>last |this past |this coming |this |next |since last )(?P<year>){_SEASONS}", read.season),
    ("season", r"(?:in|since|until|by|over|during|before|after)(?P<which>) (?:the )?(?:(?P<part>early|mid|late)[ -])?(?P<year>)"
     r"(?P<season>spring|summer|autumn|winter|(?<=in the )fall)\b(?! of\b|[- ](?!and|by|but|with|when|after|before|as|to|for)\w)", read.season),
    # years, decades, centuries
    ("year", _YEAR, read.year),
    ("year", rf"(?P<year>{_YEARS})(?: ?- ?|/)(?P<till>\d{{4}}|\d\d?)(?![\d%-]|[.,]\d|-?s\b)", read.years),
    ("year", rf"{_PARTS}{_YEAR}(?P<which>)", read.part),
    ("year unit", rf"{_COUNTED}{_YEAR}(?P<which>)", read.counted_part),
    ("decade", rf"(?:{_PARTS})?(?:the )?(?P<decade>1[5-9]\d0|20\d0|(?<=')[2-9]0|(?<=the )[2-9]0)'?s\b", read.decade),
    ("unit", r"(?:the )?(?:(?P<part>early|mid|late|(?:first|second|latter) half|beginning|start|end|middle|turn)(?: of the |[ -]))?"
     r"(?P<ordinal>\d\d?(?:st|nd|rd|th)|[a-z]+(?:th|st)|twenty-first)[ -]century\b", read.century),
    # counted from publication, and parts of what is
    ("unit", rf"{_PARTS}{_WHOLE_UNIT}(?! of\b)", read.part),
    ("unit", rf"{_COUNTED}{_WHOLE_UNIT}(?! of\b)", read.counted_part),
    ("unit", r"(?:the )?(?P<unit>year|month|decade|century)(?:'s|-| )-?end\b|end of (?:the )?year\b(?P<_>)", read.units_end),
    ("unit", r"(?:(?P<part>earlier|later|early|late|mid-?) ?)?(?P<which>(?<!the )(?:this|last|next|past|coming)|previous) (?P<unit>week|month|year|decade|century)\b(?!-| of\b)", read.this_unit),
    ("unit", rf"(?:{_NUMBER} )?{_UNIT} ago\b", read.ago),
    ("unit", rf"(?:the |these )?(?P<which>past|last|recent|next|coming) (?:(?P<number>{_NUMBERS}) )?(?P<unit>{_UNITS}s)\b(?! of\b)", read.past_stretch),
    ("unit", rf"the (?P<which>past|last)(?P<number>) (?P<unit>{_UNITS})\b(?! of\b|-)", read.past_stretch),
    ("unit", rf"(?<=over |hin |ing )the (?P<which>next|coming)(?P<number>) (?P<unit>{_UNITS})\b(?! of\b|-)".replace("(?<=over |hin |ing )", "(?<=(?:over |thin|ring) )" if False else ""), read.past_stretch),
    # told by the story
    ("unit", rf"for (?:the better part of |up to |as long as )?(?:{_NUMBER} |many |long )?{_UNIT}(?! of\b|-| ago\b| (?:later|earlier)\b)", read.duration),
    ("unit", rf"{_NUMBER} {_UNIT} (?P<side>later|earlier|afterwards?|thereafter|after that|before that|previously|beforehand)\b", read.later),
    ("unit", r"(?P<which>(?:the|that) (?:following|next|same|preceding|previous)|that) (?P<unit>day|week|month|year|decade)\b(?!-| of\b)", read.same_unit),
    ("since", r"since (?:gaining |its |their |his |her |the country's |winning )*(?:independence|then)\b|ever since(?=\s*(?:[.,;]|$))", read.words_alone),
    ("unit", r"(?:the )?turn of (?:the|this|last) (?:century|millennium)\b", read.words_alone),
)  # fmt: skip

"""Times in a sentence: the words, the interval they mean, and how exactly they tell it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente.knowledge.entries import Periods
from detente.knowledge.text import fold
from detente.model import Precision, When
from detente.reading.calendar_words import back
from detente.reading.named_times import NamedTime
from detente.reading.time_patterns import PATTERNS, TimePattern, signs_of
from detente.reading.time_resolvers import OF_UNIT, Told

#: counted from where publication is unknown; what was counted is then left out
_SOME_DAY = date(2000, 7, 1)


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words of time at some offsets of a sentence, and the time they mean."""

    start: int
    end: int
    when: When
    #: since, first_since, until, by, before, after, for: how the words bind the time; "" where they name it.
    #: first_since is the last time that such a thing happened ("for the first time since 1988"): what is told
    #: lies between then and publication. for is how long it lasted, without dates.
    bound: str = ""
    #: whether the words look ahead of the publication ("next week", "by 2030")
    ahead: bool = False
    #: whether a proper name names the time of what is told ("during the Cold War", "under Nasser")
    named: bool = False
    #: whether it is the name of an event that stands for itself ("the invasion of Kuwait"): the event's own time only
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Point:
    start: int
    end: int
    told: Told
    named: bool = False


_BEFORE = re.compile(
    r"(?<![\w-])(?P<word>"
    r"(?P<since>(?:ever )?since(?: as early as| as far back as| as long ago as| at least|(?: [\w'’-]+){1,5} in)?|as of|as far back as|"
    r"(?:starting|beginning|effective)(?: in| on| from)?|from)|"
    r"(?P<until>until(?: as late as| at least)?|till|up to|up until|through)|"
    r"(?P<by>by|no later than|not later than)|"
    r"(?P<before>before|prior to|ahead of)|"
    r"(?P<not_before>not before|no earlier than|no sooner than)|"
    r"(?P<after>after|following)|"
    r"(?:as (?:early|recently|late|long ago) as(?: in| on)?|between|during|in|on|throughout|over|for|at|within|under|amid|"
    r"(?:late|early|later|earlier) (?:in|on)|(?:back|only) in|(?:on|during|in) the (?:early |late )?"
    r"(?:night|morning|evening|afternoon|day|course) of))"
    r"(?: the| a| about| around| late| early| its| his| their| roughly| gaining| winning| achieving)*\s*$"
)
#: what happened last at a time, not what has lasted since
_FIRST_SINCE = re.compile(
    r"\b(?:(?:first|only|worst|biggest|largest|deadliest|highest|lowest|heaviest|bloodiest|fiercest|longest|strongest|closest|"
    r"greatest|gravest|sharpest|steepest|lightest|smallest|tensest|the most \w+)"
    r"(?:,? (?!(?:has|have|had|been|and|but|remained|is|are)\b)[\w'-]+){0,9}|not|never),? $"
)
_SIDE = re.compile(
    r"(?<!\w)(?:the )?(?:(?P<end>end|close|conclusion)|start|beginning|outbreak|onset) of (?:the )?$"
)  # fmt: skip
#: names of times that hold their preposition
_LED = ("under ", "since ", "between ", "in ", "years of", "era of")
_JOIN = re.compile(r",? ?(?:to|until|till|through|and|-),? ?(?:the |in |on )?")
_THROUGH = re.compile(r" ?(?:-|to|through|until|till) ?(?:the )?")
_MERGED = (Precision.DECADE, Precision.ERA)


def times(
    text: str,
    published: date | None,
    periods: Periods,
    *,
    named: Sequence[NamedTime] = (),
    before: Callable[[], TimeWords | None] = lambda: None,
) -> list[TimeWords]:
    """All words of time in a sentence, from left to right; without publication relative ones have no dates.

    `named` are stretches that a reign or the like names, `before` the time that the story told last.
    """
    folded = fold(text)
    lowered = folded.lower()
    if len(lowered) != len(folded):
        lowered = "".join(c if len(c.lower()) != 1 else c.lower() for c in folded)
    found = list(_points(folded, lowered, published, periods))
    known = [p for p in found if p.named]
    found += [_of_name(n) for n in named if not any(p.start < n.end and n.start < p.end for p in known)]
    points = sorted(found, key=lambda p: (p.start, -p.end))
    if not points:
        return []
    kept: list[_Point] = []
    for point in points:
        if not kept or point.start >= kept[-1].end:
            kept.append(point)
        elif _weight(point) > _weight(kept[-1]):
            kept[-1] = point
    return _bound(
        text if len(text) == len(lowered) else folded, lowered, _counted_on(kept, before, published), published
    )


def _weight(point: _Point) -> tuple[bool, int]:
    """Which of two points that overlap is meant: a dated name, then the longer."""
    return point.named and point.told.first is not None, point.end - point.start


# -- what is told --------------------------------------------------------------------------------------


def _points(text: str, lowered: str, published: date | None, periods: Periods) -> Iterator[_Point]:
    if signs := signs_of(lowered):
        for pattern in PATTERNS:
            if pattern.needs <= signs:
                yield from _found(pattern, text, lowered, published)
    for name, (first, last) in periods.items():
        if name in lowered and (at := _whole_words(lowered, name)) is not None:
            yield _of_period(
                lowered,
                at,
                at + len(name),
                Told(first, last, Precision.DAY if first and first == last else Precision.ERA),
            )


def _of_name(named: NamedTime) -> _Point:
    precision = Precision.DAY if named.first == named.last else Precision.ERA
    return _Point(named.start, named.end, Told(named.first, named.last, precision), named=True)


def _of_period(text: str, start: int, end: int, whole: Told) -> _Point:
    """A named period, or its beginning or end where that is what is named ("since the end of the Cold War")."""
    side = _SIDE.search(text, max(0, start - 30), start)
    day = (whole.last if side["end"] else whole.first) if side else None
    if side is None or day is None:
        return _Point(start, end, whole, named=True)
    return _Point(side.start(), end, replace(whole, first=day, last=day), named=True)


def _found(pattern: TimePattern, text: str, lowered: str, published: date | None) -> Iterator[_Point]:
    for match in pattern.pattern.finditer(lowered):
        if any(_is_verb(text, match, group) for group in pattern.months):
            continue
        told = _told(pattern, match, published)
        start = match.start("core") if pattern.has_core else match.start()
        if told and not _is_part_of_name(text, start, match.end(), told):
            yield _Point(start, match.end(), told)


def _told(pattern: TimePattern, match: re.Match[str], published: date | None) -> Told | None:
    try:
        told = pattern.resolve(match, published or _SOME_DAY)
    except (OverflowError, ValueError):  # a number of days, months or years beyond the calendar
        return None
    if told and told.relative and published is None and not told.yearless:
        return replace(told, first=None, last=None)
    return told


def _is_verb(text: str, match: re.Match[str], group: str) -> bool:
    """Whether "may" or "march" is written small, and so is no month."""
    return match[group] in ("may", "march") and not text[match.start(group)].isupper()


_NAMED_FOR = re.compile(
    r" (?:Brigades?|Movement|Group|Company|Front|Club|Agreement|Accords?|Square|Bridge|Battalion|Committee|Alliance|Coalition)\b"
)


def _is_part_of_name(text: str, start: int, end: int, told: Told) -> bool:
    """Whether a date is part of the name of a body ("the October 23 Brigade", "the Movement of 1 May")."""
    if told.precision is Precision.YEAR:
        return False
    return bool(_NAMED_FOR.match(text, end)) or text[:start].endswith(("Movement of ", "Brigade of ", "Front of "))


def _whole_words(text: str, name: str) -> int | None:
    """Where a name first stands in a text as words of its own, and not as the eve of what it names."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        alone = not text[end : end + 1].isalnum() and not text[max(0, at - 1) : at].isalnum()
        if alone and not text[:at].endswith(("eve of ", "eve of the ")):
            return at
        at = text.find(name, end)
    return None


# -- times that lean on others -------------------------------------------------------------------------


def _counted_on(points: list[_Point], before: Callable[[], TimeWords | None], published: date | None) -> list[_Point]:
    """The points, those told by the one before ("two years later", "that May") counted from it."""
    counted: list[_Point] = []
    leaning = any(point.told.shift or point.told.yearless for point in points)
    anchor = _anchor(before()) if leaning else None
    for point in points:
        if point.told.shift and anchor:
            point = replace(point, told=_shifted(point.told, anchor))
        elif point.told.yearless:
            point = replace(point, told=_in_year_of(point.told, anchor, published))
        counted.append(point)
        if point.told.first and point.told.last and not point.told.ahead:
            anchor = point.told
    return counted


def _anchor(before: TimeWords | None) -> Told | None:
    """The time that the sentences before told, to count from."""
    if before is None or not before.when.start:
        return None
    return Told(before.when.start, before.when.end or before.when.start, before.when.precision)


#: how long ago a story must take place for its months to be those of its own year
_STORY = timedelta(days=366)
_YEARLY = (Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.YEAR)


def _in_year_of(told: Told, anchor: Told | None, published: date | None) -> Told:
    """A day or month told without its year, in the year that the story has reached where that is long past."""
    first, last = told.first, told.last
    if published is None:  # no year but that of the story is known
        told = replace(told, first=None, last=None)
    if anchor is None or not (first and last and anchor.first and anchor.last) or anchor.precision not in _YEARLY:
        return told
    if (published and anchor.last > published - _STORY) or anchor.last.year - anchor.first.year > 1:
        return told
    year = anchor.first.year + (first.month < anchor.first.month and anchor.precision is not Precision.YEAR)
    try:
        return replace(told, first=first.replace(year=year), last=last.replace(year=last.year - first.year + year))
    except ValueError:  # 29 February
        return told


_FINENESS = (Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.YEAR, Precision.DECADE)


def _shifted(told: Told, anchor: Told) -> Told:
    """A time some units after another, where that one is told as exactly as the units need."""
    unit, amount = told.shift or ("day", 0)
    fine = OF_UNIT[unit] in _FINENESS and anchor.precision in _FINENESS
    if not fine or _FINENESS.index(anchor.precision) > _FINENESS.index(OF_UNIT[unit]):
        return told
    day = anchor.last if amount > 0 else anchor.first
    if day is None or abs(amount) > 999:
        return told
    first, last = back(day, unit, -amount)
    return replace(told, first=first, last=last, relative=False)


def _bound(text: str, lowered: str, points: list[_Point], published: date | None) -> list[TimeWords]:
    found: list[TimeWords] = []
    at = n = 0
    while n < len(points):
        point = points[n]
        operator = _BEFORE.search(lowered, max(at, point.start - 60), point.start)
        following = points[n + 1] if n + 1 < len(points) else None
        if following and _joined(lowered, operator, point, following):
            point = _range(point, following)
            n += 1
        found.append(_one(text, lowered, operator, point, published))
        at = point.end
        n += 1
    return found


def _joined(text: str, operator: re.Match[str] | None, first: _Point, last: _Point) -> bool:
    """Whether two times are the ends of one stretch: "from 1975 to 1990", "between May and June", "1975 to 1990"."""
    if first.told.stretch or last.told.stretch or first.told.bound or last.told.bound:
        return False
    between, word = text[first.end : last.start], operator["word"] if operator else ""
    if word in ("from", "between"):
        return bool(_JOIN.fullmatch(between))
    if between == " and " and _consecutive(first.told, last.told):
        return True
    if between == " and " and first.told.precision is last.told.precision and first.told.precision in _MERGED:
        return bool(first.told.last and last.told.first and first.told.last < last.told.first)
    return word in ("", "in", "during", "on", "over", "throughout") and bool(_THROUGH.fullmatch(between))


def _consecutive(first: Told, last: Told) -> bool:
    """Whether two times are years that follow each other ("in 2003 and 2004")."""
    years = first.precision is Precision.YEAR and last.precision is Precision.YEAR
    return years and bool(first.last and last.first and (last.first - first.last).days == 1)


def _range(first: _Point, last: _Point) -> _Point:
    begins, ends = first.told.first, last.told.last
    if begins and ends:
        begins = _begun_before(begins, ends, first.told, last.told)
    ahead = first.told.ahead and last.told.ahead
    told = replace(last.told, first=begins, last=ends, ahead=ahead, stretch=True)
    return _Point(first.start, last.end, told)


def _begun_before(begins: date, ends: date, first: Told, last: Told) -> date | None:
    """The beginning of a stretch in the year, or the week, that its end implies; None where it lies after the end."""
    if first.yearless and not last.yearless and (begins.month, begins.day) != (2, 29):
        later = (begins.month, begins.day) > (ends.month, ends.day)
        begins = begins.replace(year=max(1, ends.year - later))
    elif first.relative and begins > ends and begins - timedelta(weeks=1) <= ends:
        begins -= timedelta(weeks=1)
    return begins if begins <= ends else None


# -- how it is bound -----------------------------------------------------------------------------------


def _one(
    text: str, lowered: str, operator: re.Match[str] | None, point: _Point, published: date | None
) -> TimeWords:  # fmt: skip
    start = operator.start() if operator else point.start
    told = point.told
    bound = told.bound or (_how_bound(lowered, operator, told) if operator else "")
    first, last = _ends(bound, operator, told, published)
    when = When(start=first, end=last, precision=told.precision, text=text[start : point.end])
    bare = point.named and operator is None and not lowered.startswith(_LED, point.start)
    ahead = _is_ahead(bound, told, published) and not bare
    return TimeWords(start, point.end, when, bound, ahead, point.named and not bare, bare)


def _is_ahead(bound: str, told: Told, published: date | None) -> bool:
    """Whether a time lies ahead of publication, by its words or by its dates."""
    if bound in ("before", "first_since"):
        return False
    return told.ahead or bool(published and told.first and told.first > published)


def _how_bound(lowered: str, operator: re.Match[str], told: Told) -> str:
    """The bound that the words before a time give it; a stretch with two ends needs none."""
    if told.stretch and operator["word"] in ("from", "through"):
        return ""
    kind = next((k for k in ("since", "until", "by", "before", "not_before", "after") if operator[k]), "")
    if operator["word"].startswith("since") and _FIRST_SINCE.search(lowered, 0, operator.start()):
        return "first_since"
    return "after" if kind == "not_before" else kind


def _ends(
    bound: str, operator: re.Match[str] | None, told: Told, published: date | None
) -> tuple[date | None, date | None]:
    """First and last day of what is told, given how the words bind it."""
    first, last = told.first, told.last
    if bound == "first_since":
        return first, published if first and published and published >= first else None
    if bound == "since":
        return first, None
    if bound in ("until", "by"):
        return None, last
    if bound == "before":
        return None, last if told.at_end else first
    if bound == "after":
        return (first if operator and operator["not_before"] else last), None
    return first, last

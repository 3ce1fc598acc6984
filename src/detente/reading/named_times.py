"""Times told by who ruled, or by since when a state is free: "under Nasser", "since independence"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.knowledge import Knowledge
from detente.knowledge.entries import Entry, Sort, Term
from detente.reading.calendar_words import ORDINALS
from detente.reading.names import Hit

#: offices whose holder gives a time its name
_RULING = frozenset({"head_of_state", "head_of_government", "leader"})
#: terms closer than this are one reign
_GAP = timedelta(days=45)
_RULE = (
    r"(?:presidency|premiership|rule|reign|regime|government|administration|leadership|dictatorship|tenure|"
    r"time in office)"
)
_TITLE = (
    r"(?:(?:[a-z]+ )?(?:president|king|queen|emperor|sultan|shah|emir|chancellor|premier|prime minister|general|"
    r"colonel|marshal|dictator|leader|chairman) )?"
)
_UNDER = re.compile(
    rf"\b(?:under(?: the {_RULE} of)?|(?:during|throughout|in) the {_RULE} of) (?:the )?{_TITLE}(?:the )?$"
)
_IN_REIGN = re.compile(
    r"\b(?:in|during|throughout|since|until|before|after|of) (?:the )?(?:early |later |late |last |first )?"
    r"(?:years of )?(?:the )?$"
)
_ERA = re.compile(
    rf"(?:[ -](?:era|years|days|presidency|administration|regime|dictatorship|period)|['’]s? (?:{_RULE}|years|era))\b"
)
_TERM = re.compile(
    r"\b(?:in|during|throughout|of) (?P<whose>his|her|the president's) (?P<term>first|second|third|fourth) "
    r"(?:presidential )?term\b"
)
_OWN_TERM = re.compile(r"['’]s? (?P<term>first|second|third|fourth) (?:presidential )?term\b")
_FREE = re.compile(r"\bindependence\b(?! (?:war|struggle|movement|day|fighter|vote|referendum|in \d))")
_TO_FREE = re.compile(
    r"\b(?:since|after|before|until|upon|at|following) (?:(?:gaining|winning|achieving|its|their|it won|it gained) )*$"
)


@dataclass(frozen=True, slots=True)
class NamedTime:
    """Words of a sentence that name a time by a reign or a state's beginning, and its first and last day."""

    start: int
    end: int
    first: date
    last: date


def named_times(text: str, hits: Sequence[Hit], knowledge: Knowledge, published: date | None) -> Iterator[NamedTime]:
    """The times of a sentence that are told by rulers and by independence."""
    lowered = text.lower()
    if len(lowered) != len(text):
        return
    yield from _reigns(lowered, hits, knowledge, published)
    if "independence" in lowered:
        yield from _freedom(lowered, hits, knowledge)
    for found in _TERM.finditer(lowered) if " term" in lowered else ():
        for hit in hits:
            if stretch := _term(hit, ORDINALS[found["term"]], hits, knowledge, published):
                yield NamedTime(found.start("whose"), found.end(), *stretch)
                break


# -- rulers --------------------------------------------------------------------------------------------


def _reigns(text: str, hits: Sequence[Hit], knowledge: Knowledge, published: date | None) -> Iterator[NamedTime]:
    for hit in hits:
        before = text[max(0, hit.start - 60) : hit.start]
        if own := _OWN_TERM.match(text, hit.end):
            if stretch := _term(hit, ORDINALS[own["term"]], hits, knowledge, published):
                yield NamedTime(hit.start, own.end(), *stretch)
            continue
        era = _ERA.match(text, hit.end)
        under = _UNDER.search(before)
        if not under and not (era and (_IN_REIGN.search(before) or era.group()[1:] in ("era", "years", "days"))):
            continue
        if (reigns := _reigns_of(hit, hits, knowledge, published)) is not None:
            start = hit.start - len(before) + under.start() if under else hit.start
            yield NamedTime(start, era.end() if era else hit.end, reigns[-1][0], reigns[-1][1])


def _reigns_of(
    hit: Hit, hits: Sequence[Hit], knowledge: Knowledge, published: date | None
) -> list[tuple[date, date]] | None:
    """The reigns of whom a name means, those begun by the day of publication; None where nobody or several ruled."""
    today = published or date.max
    rulers: dict[str, list[tuple[date, date]]] = {}
    for naming in hit.namings:
        entry = knowledge.entries[naming.entry]
        if entry.sort is Sort.PERSON and (reigns := reigns_of(entry, today)):
            rulers[entry.id] = reigns
    if len(rulers) > 1:
        near = {n.entry for other in hits if other is not hit for n in other.namings}
        here = {r: d for r, d in rulers.items() if near & _states(knowledge.entries[r])}
        rulers = here or {r: d for r, d in rulers.items() if _is_plain(hit, r)} or rulers
    return next(iter(rulers.values())) if len(rulers) == 1 else None


def _is_plain(hit: Hit, person: str) -> bool:
    """Whether a surname alone means this person."""
    return any(n.entry == person and not n.shy for n in hit.namings)


def _states(entry: Entry) -> set[str]:
    return {term.country for term in entry.terms if term.office in _RULING}


def reigns_of(entry: Entry, today: date) -> list[tuple[date, date]]:
    """The stretches during which somebody ruled, those of several offices joined, begun by a day."""
    terms = sorted(
        (t.start, t.end or today) for t in entry.terms if t.office in _RULING and t.start and t.start <= today
    )
    joined: list[tuple[date, date]] = []
    for first, last in terms:
        if joined and first - joined[-1][1] <= _GAP:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _term(
    hit: Hit, nth: int, hits: Sequence[Hit], knowledge: Knowledge, published: date | None
) -> tuple[date, date] | None:
    """The n-th term of a ruler whose state elects for so many years; None where that is not known."""
    reigns = _reigns_of(hit, hits, knowledge, published)
    if reigns is None:
        return None
    years = next((y for n in hit.namings for y in _years(knowledge, knowledge.entries[n.entry].terms, reigns)), 0)
    terms: list[tuple[date, date]] = []
    for first, last in reigns:
        while years and first < last:
            after = _years_later(first, years)
            terms.append((first, min(after, last)))
            first = after
    return terms[nth - 1] if 0 < nth <= len(terms) else None


def _years(knowledge: Knowledge, terms: Sequence[Term], reigns: Sequence[tuple[date, date]]) -> Iterator[int]:
    for term in terms:
        if term.office in _RULING and term.country in knowledge.terms:
            yield from (y for since, y in reversed(knowledge.terms[term.country]) if since <= reigns[0][0])


def _years_later(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)


# -- independence --------------------------------------------------------------------------------------


def _freedom(text: str, hits: Sequence[Hit], knowledge: Knowledge) -> Iterator[NamedTime]:
    """Independence as a day: of the state that owns it, or of the one that the sentence names first."""
    for match in _FREE.finditer(text):
        owner = [h for h in hits if re.fullmatch(r"['’]s? ", text[h.end : match.start()])]
        led = _TO_FREE.search(text[: match.start()])
        day = next((d for h in (owner or (hits if led else ())) if (d := _free_since(h, knowledge))), None)
        if day:
            start = owner[0].start if owner else match.start()
            yield NamedTime(start, match.end(), day, day)


def _free_since(hit: Hit, knowledge: Knowledge) -> date | None:
    return next((knowledge.independence[n.entry] for n in hit.namings if n.entry in knowledge.independence), None)

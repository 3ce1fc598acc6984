"""From a known name to the party it means on a day: who held which office, what a movement then was."""

from __future__ import annotations

from datetime import date

from detente.knowledge.entries import Entry, How, Knowledge, Naming, Sort, Term
from detente.model import Party
from detente.reading.discourse import Discourse

_GOVERNS = "GOV"
#: sectors of offices that one can leave, to be of the elite since
_LEFT = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "IGO", "PTY"})


def choose(namings: tuple[Naming, ...], knowledge: Knowledge, discourse: Discourse) -> Naming | None:
    """Which of the meanings of a name is meant; None where it may not be used yet (a shy surname)."""
    usable = [n for n in namings if not n.shy or n.entry in discourse.full_names]
    if not usable:
        return None
    return min(usable, key=lambda n: _distance(n, knowledge, discourse))


def _distance(naming: Naming, knowledge: Knowledge, discourse: Discourse) -> tuple[int, int, int]:
    """Smaller is likelier: already met in full, not a surname, in office nearest to the publication."""
    entry = knowledge.entries[naming.entry]
    met = 0 if naming.entry in discourse.full_names else 1
    order = 1 if entry.sort is Sort.PERSON and naming.how is How.SURNAME else 0
    if entry.sort in (Sort.REGION, Sort.CITY) or naming.how is How.PREFIX:
        order = 2
    if naming.until is not None:
        return met, order, _gap(Term(entry.start, naming.until), discourse.published or date.max)
    return met, order, _days_away(entry, discourse.published)


def _days_away(entry: Entry, on: date | None) -> int:
    if not entry.terms:
        return _gap(Term(entry.start, entry.end), on or date.max)
    day = on or date.max
    return min(_gap(term, day) for term in entry.terms)


def _gap(term: Term, day: date) -> int:
    if term.start and day < term.start:
        return 3 * (term.start - day).days
    if term.end and day > term.end:
        return (day - term.end).days
    return 0


def party_of(naming: Naming, knowledge: Knowledge, on: date | None, *, text: str, start: int, end: int) -> Party:
    """The party that a name means on a day (None: the latest known), with the reason in words."""
    entry = knowledge.entry_on(naming.entry, on)
    article = "an" if naming.how[0] in "aeiou" else "a"
    reason = f"{text!r} is {article} {naming.how} of {entry.name}"
    if entry.id != naming.entry:
        reason += f", the successor of {knowledge.entries[naming.entry].name}"
    code, country, sector, name = entry.id, entry.country, entry.sector, entry.name
    if entry.sort is Sort.PERSON:
        code, country, sector, why = _person(entry, knowledge, on)
        reason += f" ({why})"
    elif entry.sort is Sort.STATE:
        if naming.how is How.SEAT:
            sector = _GOVERNS
            reason += ", standing for its government"
    elif term := _holding(entry.terms, on):
        sector, country = term.sector or sector, term.country or country
        reason += f" ({sector} from {term.start or 'the beginning'} to {term.end or 'now'})"
    return Party(text=text, start=start, end=end, code=code, country=country, sector=sector, name=name, reason=reason)


def _holding(terms: tuple[Term, ...], on: date | None) -> Term | None:
    """The term that holds on a day; the one begun last where several do."""
    holding = [t for t in terms if t.holds(on)]
    return max(holding, key=lambda t: t.start or date.min, default=None)


def _person(entry: Entry, knowledge: Knowledge, on: date | None) -> tuple[str, str, str, str]:
    """Code, country and sector of a person on a day, and why."""
    if term := _holding(entry.terms, on):
        code, country, sector = _acts_for(term, knowledge, on)
        since = f" since {term.start}" if term.start else ""
        return code, country, sector, f"{term.title or term.office} of {knowledge.entries[term.country].name}{since}"
    day = on or date.max
    nearest = min(entry.terms, key=lambda t: _gap(t, day))
    code, country, sector = _acts_for(nearest, knowledge, on)
    title = nearest.title or nearest.office
    if on is None:
        always = all(_acts_for(t, knowledge, None)[2] == sector for t in entry.terms)
        return code, country, sector if always else "", f"once {title}; the text has no date"
    if nearest.end and nearest.end < day:
        kept = sector if sector not in _LEFT else "ELI"  # a rebel or a dissident leaves no office
        return code, country, kept, f"{title} until {nearest.end}, out of office since"
    return code, country, "" if sector == _GOVERNS else sector, f"{title} only from {nearest.start}"


def _acts_for(term: Term, knowledge: Knowledge, on: date | None) -> tuple[str, str, str]:
    body = knowledge.entry_on(term.country, on)
    if body.sort is Sort.STATE:
        return body.id, body.id, term.sector or _GOVERNS
    held = _holding(body.terms, on)
    sector = term.sector or (held.sector if held else "") or body.sector
    return body.id, (held.country if held else "") or body.country, sector

"""What words of time mean that are counted from publication, or from a time told before."""

from __future__ import annotations

import re
from datetime import date

from detente.model import Precision
from detente.reading.calendar_words import back, part_of, whole_of
from detente.reading.time_resolvers import OF_PART, OF_UNIT, SOME, Told, amount_of, is_ahead, unit_of


def this_unit(match: re.Match[str], today: date) -> Told | None:
    """A unit counted from publication ("last week", "earlier this month")."""
    which, unit, shade = match["which"], match["unit"], (match["part"] or "").split("-")[0].strip()
    shift = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    whole = whole_of(today, unit, shift)
    if shift == 0 and shade == "earlier":
        return Told(whole[0], today, OF_UNIT[unit], relative=True)
    if shift == 0 and shade == "later":
        return Told(today, whole[1], OF_UNIT[unit], ahead=True, relative=True)
    found = part_of(unit, whole, shade) if shade in ("early", "mid", "late") else None
    return Told(*(found or whole), OF_PART[unit] if found else OF_UNIT[unit], ahead=shift > 0, relative=True)


def ago(match: re.Match[str], today: date) -> Told:
    """So many units before publication; without a number the words alone."""
    amount, unit = amount_of(match["number"]), unit_of(match["unit"])
    first, last = back(today, unit, amount) if amount else (None, None)
    return Told(first, last, OF_UNIT[unit], relative=True)


def past_stretch(match: re.Match[str], today: date) -> Told:
    """A stretch up to or from publication ("over the past three years", "in the coming weeks")."""
    unit, which = unit_of(match["unit"]), match["which"]
    plural = match["unit"].endswith("s")
    amount = amount_of(match["number"]) or (SOME if plural else 1)
    precision = {"day": Precision.WEEK, "week": Precision.WEEK, "month": Precision.MONTH}.get(unit, Precision.YEAR)
    if which in ("next", "coming"):
        return Told(today, back(today, unit, -amount)[1], precision, ahead=True, relative=True)
    return Told(back(today, unit, amount)[0], today, precision, relative=True)


_FIRST_IN = re.compile(
    r"\b(?:first|only|worst|biggest|largest|deadliest|highest|lowest|heaviest|bloodiest|fiercest|longest|strongest|closest)\b[^,;]{0,60}$"
)


def units_ahead(match: re.Match[str], today: date) -> Told | None:
    """So many units from publication on ("in 20 years", "within two weeks", "thirty years from now")."""
    unit, amount = unit_of(match["unit"]), amount_of(match["number"]) or SOME
    if match["now"] or is_ahead(match):
        first, last = back(today, unit, -amount)
        within = (match["lead"] or "").startswith("within")
        return Told(today if within else first, last, OF_UNIT[unit], ahead=True, relative=True)
    if _FIRST_IN.search(match.string[: match.start()]):
        return Told(back(today, unit, amount)[0], today, OF_UNIT[unit], relative=True, bound="first_since")
    return Told(None, None, OF_UNIT[unit], bound="for") if match["lead"] else None


def duration(match: re.Match[str], today: date) -> Told:
    """How long something lasted: words without dates."""
    return Told(None, None, OF_UNIT[unit_of(match["unit"])], bound="for")


def later(match: re.Match[str], today: date) -> Told:
    """A time counted from the one told before it ("two years later"); without one the words alone."""
    unit, amount = unit_of(match["unit"]), amount_of(match["number"])
    earlier = match["side"] in ("earlier", "before", "before that", "previously", "beforehand")
    shift = (unit, -amount if earlier else amount) if amount else None
    return Told(None, None, OF_UNIT[unit], shift=shift)


def same_unit(match: re.Match[str], today: date) -> Told:
    """A unit next to the one told before ("the following year", "that month")."""
    which, unit = match["which"].split()[-1], match["unit"]
    shift = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(which, 0)
    if which == "previous" and unit != "day":
        return Told(*whole_of(today, unit, -1), OF_UNIT[unit], relative=True, shift=(unit, -1))
    return Told(None, None, OF_UNIT[unit], shift=(unit, shift))


def words_alone(match: re.Match[str], today: date) -> Told:
    """A time that only the story tells ("since then", "the turn of the century")."""
    return Told(None, None, Precision.ERA, bound="since" if match.group().startswith(("since", "ever")) else "")

"""Times, numbers and types in words that a reader takes in at a glance."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from detente.model import Claim, Happening, Precision, When

_WHOLE = {"1": "verbal cooperation", "2": "material cooperation", "3": "verbal conflict", "4": "material conflict"}
#: PLOVER roots as nouns.
_EVENTS = {
    "AGREE": "agreement", "CONSULT": "talks", "SUPPORT": "support", "CONCEDE": "concession", "COOPERATE": "cooperation",
    "AID": "aid", "RETREAT": "retreat", "REQUEST": "demand", "ACCUSE": "accusation", "REJECT": "refusal",
    "THREATEN": "threat", "PROTEST": "protest", "SANCTION": "sanction", "MOBILIZE": "mobilisation",
    "COERCE": "coercion", "ASSAULT": "attack", "INVESTIGATE": "investigation",
}  # fmt: skip
_SECTORS = {
    "GOV": "government", "MIL": "military", "REB": "rebels", "OPP": "opposition", "PTY": "party", "JUD": "courts",
    "COP": "police", "SPY": "intelligence service", "MED": "media", "BUS": "business", "CVL": "civilians",
    "IGO": "organisation of states", "NGO": "non-governmental organisation", "LEG": "parliament",
}  # fmt: skip
_STATUS = {
    "actual": "It is told as done or so.", "ongoing": "It is told as still going on.",
    "planned": "It is told as planned.", "possible": "It is told as possible, no more.",
    "intended": "It is told as wished for or intended.", "negated": "It is told as not so.",
    "asked": "It is only asked.",
}  # fmt: skip


def day(value: date | datetime | None) -> str:
    """A day as in a newspaper: 5 June 1998."""
    return f"{value.day} {value:%B} {value.year}" if value else "date unknown"


def month(value: date | None) -> str:
    """A month as in a newspaper: June 1998."""
    return f"{value:%B} {value.year}" if value else "date unknown"


def moment(value: datetime) -> str:
    """A day and a time of day, in UTC."""
    return f"{day(value)}, {value:%H:%M} UTC"


def number(value: float | None) -> str:
    """A number with its thousands apart; a dash where there is none."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def signed(value: float | None) -> str:
    """A level from -10 to 10 with its sign."""
    return "–" if value is None else f"{value:+.1f}".replace("-", "\u2212")


def percent(value: float | None) -> str:
    """A share of one, in percent."""
    return "–" if value is None else f"{value:.0%}"


def plural(count: int, noun: str, many: str = "") -> str:
    """How many of what: 1 source, 2 sources."""
    return f"{number(count)} {noun if count == 1 else many or noun + 's'}"


def when(value: When) -> str:
    """A time as exactly as it is known, no more so."""
    start, end, precision = value.start, value.end, value.precision
    if precision is Precision.REPORTED or (start is None and end is None):
        return "time not told"
    if start is None or end is None:
        return f"from {_as_known(start, precision)}" if start else f"until {_as_known(end, precision)}"
    whole = _whole(start, end)
    if whole:
        return whole
    first, last = _as_known(start, precision), _as_known(end, precision)
    return first if first == last else f"{first} – {last}"


def between(first: date, last: date) -> str:
    """Two days, or one, or a whole month, year or decade."""
    return _whole(first, last) or f"{day(first)} – {day(last)}"


def _whole(start: date, end: date) -> str:
    """A whole month, year or decade by its name, "" for other stretches."""
    after = end + timedelta(days=1)
    if start == end:
        return day(start)
    if start.day == 1 and after.day == 1:
        months = (after.year - start.year) * 12 + after.month - start.month
        if months == 1:
            return f"{start:%B} {start.year}"
        if start.month == 1 and months == 12:
            return str(start.year)
        if start.month == 1 and start.year % 10 == 0 and months == 120:
            return f"{start.year}s"
        if start.month == 1 and months % 12 == 0:
            return f"{start.year} – {end.year}"
    return ""


def _as_known(value: date | None, precision: Precision) -> str:
    if value is None:
        return ""
    if precision in (Precision.YEAR, Precision.DECADE, Precision.ERA):
        return str(value.year)
    return f"{value:%B} {value.year}" if precision in (Precision.MONTH, Precision.SEASON) else day(value)


def happened(happening: Happening) -> str:
    """When it was, or when it was told where no report gives a time."""
    told = when(happening.when)
    if told == "time not told" and happening.reported:
        return f"told {day(happening.reported)}"
    return told


def type_words(type_: str, mode: str = "") -> str:
    """A type in words, with its mode."""
    words = _EVENTS.get(type_) or type_.replace("_", " ").replace("-", " ").lower()
    return f"{words}, {mode.replace('_', ' ').replace('-', ' ')}" if mode else words


def quad(value: int | None) -> str:
    """What sort of event: words or deeds, for or against."""
    return _WHOLE.get(str(value), "neither") if value else "neither"


def status_words(value: str) -> str:
    """What a status means, in a sentence."""
    return _STATUS.get(str(value), str(value))


def what(claim: Claim) -> str:
    """What sort of thing a claim says, in words."""
    return type_words(claim.type, claim.mode)


def issue(value: str) -> str:
    """An issue in words."""
    return value.replace("_", " ")


def outlet(head: Any) -> str:
    """Where an article appeared, and whose copy it is."""
    named = [name for name in (head.outlet, head.agency) if name]
    return " · ".join(dict.fromkeys(named)) or "source not named"


def sector(value: str) -> str:
    """A sector in words."""
    return _SECTORS.get(value, value.lower())


#: What templates call these.
FILTERS: dict[str, Callable[..., Any]] = {
    "day": day, "moment": moment, "number": number, "signed": signed, "percent": percent, "plural": plural,
    "when": when, "happened": happened, "type_words": type_words, "quad": quad, "status_words": status_words,
    "what": what, "issue": issue, "outlet": outlet, "sector": sector, "between": between,
}  # fmt: skip

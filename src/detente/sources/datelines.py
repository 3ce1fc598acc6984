"""Datelines: the place, the day and the agency in front of the first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.sources.agencies import agency_among, agency_name
from detente.sources.dates import MONTHS, full_date, yearless_date

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽȘȚ"
_CAPS = rf"[{_UPPER}][{_UPPER}'’‘.\-]*[{_UPPER}.](?: [{_UPPER}][{_UPPER}'’‘.\-]*){{0,4}}"
_NAME = rf"[{_UPPER}][\w'’‘.\-]+(?: (?:[a-z]{{2,3}} )?[{_UPPER}][\w'’‘.\-]+){{0,3}}"
_MONTH = "(?:" + "|".join(sorted((m.title() for m in MONTHS), key=len, reverse=True)) + r")\b\.?"
_DAY = (
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})(?:,? \d{{4}})?"
)
_SEPARATOR = r"(?:\s*(?:—|–|--+)\s*|\s+-\s*|-\s+|\s*:\s+)"
_CREDIT = r"(?:\(\s*(?P<paren>[^()\n]{2,60})\s*\)|\[(?P<square>[^\[\]\n]{2,40})\]|/(?P<slash>[^/\n]{2,40})/)"


def _place(place: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<place>{place}(?:\s?/\s?{place}){{0,3}})"
        rf"(?P<region>,\s(?!{_DAY})[{_UPPER}][\w.'’]+(?: [{_UPPER}][\w.'’]+){{0,2}})?"
        rf"(?:[,.]?\s(?P<day>{_DAY}))?[.,]?(?:\s*{_CREDIT})?(?:,?\s(?P<bare>[A-Z][A-Za-z-]{{1,12}}))?"
        rf"(?P<end>{_SEPARATOR}|\.\s+(?=[{_UPPER}“\"])|$)"
    )


_CAPITAL_PLACE, _NAMED_PLACE = _place(_CAPS), _place(_NAME)
_ONLY_CREDIT = re.compile(rf"(?:(?P<day>{_DAY}) )?{_CREDIT}(?P<end>{_SEPARATOR}|$)")
_BARE_AGENCY = re.compile(rf"(?P<bare>[A-Z][A-Za-z-]{{1,12}})(?P<end>{_SEPARATOR})")
_SCIENCE = re.compile(rf"\[(?P<place>{_NAME})\]\s+(?P<end>)")
#: Words in capitals that stand before a dash or colon and are no places.
_NO_PLACE_WORDS = (
    "NATO ASEAN OPEC BRICS UNHCR UNESCO UNICEF ECOWAS SADC IGAD AUKUS USAID IAEA BREAKING UPDATE EXCLUSIVE "
    "OPINION ANALYSIS WATCH FACTBOX TIMELINE EXPLAINER INTERVIEW COMMENT EDITORIAL LIVE VIDEO PHOTOS NEWS "
    "SUMMARY BACKGROUND NOTE CORRECTION QUESTION ANSWER PLO SWAPO HAMAS ISIS ISIL DAESH"
)
_NO_PLACE = frozenset(_NO_PLACE_WORDS.split())
_OPENING = re.compile(rf"""["“‘'(\[]?[{_UPPER}0-9$€£]""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """What stood before the first sentence; `length` is how many characters of the paragraph it took."""

    words: str = ""
    day: str = ""
    agency: str = ""
    length: int = 0


def _credit(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("paren") or groups.get("square") or groups.get("slash") or ""


def _split_credit(credit: str) -> tuple[str, str]:
    """Agency and day out of "Reuters, March 3" or "AFP"; an agency nobody listed is kept as written."""
    day = ""
    names = []
    for part in re.split(r"\s*[,|;]\s*|\s+-\s+", credit):
        if yearless_date(part) or full_date(part):
            day = part
        elif not re.fullmatch(r"\d{4}|\d{1,2}:\d{2}", part):
            names.append(part)
    return agency_among(credit) or " ".join(names[:1]), day


def _plausible(match: re.Match[str], capitals: bool, rest: str) -> bool:
    """Whether place, day and credit together make a dateline, and not the opening of a sentence."""
    groups = match.groupdict()
    credit, bare = _credit(match), groups.get("bare") or ""
    if bare and not agency_name(bare):
        return False
    region = (groups.get("region") or "").lstrip(", ")
    known = bool(agency_among(credit) or agency_name(bare) or agency_name(region))
    if groups["end"].strip() == "." or not groups["end"]:
        return bool(groups["day"] and (known or not rest)) or bool(known and credit)
    place = groups["place"].split("/")[0].strip()
    if known or (capitals and credit[:1].isupper() and len(credit.split()) <= 4 and place not in _NO_PLACE):
        return True
    if groups["day"]:
        return capitals or bool(_OPENING.match(rest))
    return capitals and not credit and len(place) > 3 and place not in _NO_PLACE and bool(_OPENING.match(rest))


def _spaced_dash(match: re.Match[str], rest: str) -> bool:
    """Whether "Nairobi — The ..." is a dateline: a long dash, a capital, and no second dash that closes it."""
    return match["end"] == " — " and bool(_OPENING.match(rest)) and "—" not in rest.split(". ")[0]


def _made(match: re.Match[str]) -> Dateline:
    groups = match.groupdict()
    agency, credit_day = _split_credit(_credit(match)) if _credit(match) else ("", "")
    bare = agency_name(groups.get("bare") or "")
    place, region = groups.get("place") or "", (groups.get("region") or "").lstrip(", ")
    if region and agency_name(region):
        bare, region = agency_name(region), ""
    day = groups.get("day") or credit_day
    if place.endswith(".") and place.count(".") == 1:
        place = place[:-1]
    words = ", ".join(part for part in (place, region, groups.get("day") or "") if part)
    return Dateline(words=words.strip(), day=day, agency=agency or bare, length=match.end())


def dateline_of(paragraph: str) -> Dateline:
    """The dateline that `paragraph` opens with; one of length 0 where there is none."""
    head = paragraph[:200]
    for pattern, capitals in ((_CAPITAL_PLACE, True), (_NAMED_PLACE, False)):
        match = pattern.match(head)
        if not match:
            continue
        rest = paragraph[match.end() :]
        plain = not any(match[name] for name in ("day", "region", "paren", "square", "slash", "bare"))
        if _plausible(match, capitals, rest) or (not capitals and plain and _spaced_dash(match, rest)):
            return _made(match)
    for pattern in (_ONLY_CREDIT, _BARE_AGENCY):
        match = pattern.match(head)
        if match and (agency_among(_credit(match)) or agency_name(match.groupdict().get("bare") or "")):
            return _made(match)
    match = _SCIENCE.match(head)
    return _made(match) if match and _OPENING.match(paragraph[match.end() :]) else Dateline()

"""News agencies by any of their names, and outlets by the look of theirs."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_TRIM = " .,;:-–—/|()[]"
_OUTLET_NOUN = (
    "Times|Post|News|Herald|Tribune|Gazette|Guardian|Telegraph|Journal|Chronicle|Standard|Observer|Press|Agency|"
    "Radio|TV|Television|Broadcasting|Review|Mail|Independent|Monitor|Today|Weekly|Magazine|Bulletin|Globe|"
    "Express|Economist|Mirror|Dispatch|Examiner|Courier|Sentinel|Record|Register|Nation|Star|Sun|Daily|Citizen|"
    "Wire|Newswire|Digest|Inquirer|Advertiser|Argus|Echo|Online|World|Service|Network|Report|Reporter"
)
_OUTLET = re.compile(
    r"(?:The )?(?:Daily|Sunday|Weekly|Morning|Evening) [A-Z][\w.'’&-]*|"
    rf"(?:The )?(?:[A-Z][\w.'’&-]*,? (?:of |and |for |the )*){{0,5}}(?:{_OUTLET_NOUN})"
    r"(?: (?:of|on|for) [A-Z]\w+(?: [A-Z]\w+)?| Online| International| Service)?"
)
_OFFICE = re.compile(
    r"(?:[A-Z][\w.'’&-]*,? (?:of |and |the )*){0,5}"
    r"(?:Department|Ministry|Office|Bureau|Institute|Council|Commission|Foundation|Cent(?:er|re)|Embassy|Secretariat)"
    r"(?:,? (?:(?:of|for|and|on|the) )*[A-Z][\w.'’&-]*){0,10}"
)


@cache
def _names() -> dict[str, str]:
    lines = (files(__package__) / "data" / "agencies.txt").read_text(encoding="utf-8").splitlines()
    rows = ([name.strip() for name in line.split("|")] for line in lines if line and not line.startswith("#"))
    return {_key(name): row[0] for row in rows for name in row}


def _key(name: str) -> str:
    """Short names are matched with their case (AP, PA are agencies, "ap" is not), long ones without."""
    name = name.strip(_TRIM)
    return name if len(name) <= 4 else name.lower()


def agency_name(words: str) -> str:
    """The usual name of the agency that `words` name in full ("Agence France-Presse" gives AFP), "" if none."""
    if len(words) > 60:
        return ""
    words = words.strip(_TRIM)
    return _names().get(_key(words)) or _names().get(_key(words.removeprefix("The ").removeprefix("the "))) or ""


def agency_among(words: str) -> str:
    """The first agency named in a slash, comma or "and" list such as "AFP/Reuters", "" if none."""
    for part in re.split(r"\s*(?:[/,|;&]| and |\bvia\b)\s*", words):
        name = agency_name(part)
        if name:
            return name
    return ""


def looks_like_outlet(line: str) -> bool:
    """Whether a line by itself is the name of a newspaper, broadcaster, agency or office."""
    if not 3 < len(line) <= 90 or line.endswith((".", "?", "!")):
        return False
    name = line.title() if line.isupper() else line
    return bool(_OUTLET.fullmatch(name) or _OFFICE.fullmatch(name))

"""The lines below the prose: agency credits, who helped, copyright, addresses; read and cut out."""

from __future__ import annotations

import re

from detente.sources.agencies import agency_among
from detente.sources.dates import full_date
from detente.sources.findings import Findings
from detente.sources.headers import header_line

_LONGEST = 500
_END_MARK = re.compile(r"(?:[-–—*#/ ]*(?:ends?|30|more|###+|xxx)[-–—*#/ ]*|[#*_=\-–—]{2,})", re.IGNORECASE)
_HELP = (
    r"(?:additional |further |with (?:additional )?|original )?(?:reporting|report|writing|research|translation)"
    r"(?: and (?:writing|editing|reporting))?(?::| by| from)|(?:written|compiled|edited|translated|reported)(?: and "
    r"\w+)? by|(?:editing|writing)(?: and \w+)? by|with (?:inputs?|files|agency reports?|reports?) (?:from|by)|"
    r"with agenc(?:y|ies)"
)
_HELPERS = re.compile(rf"\W{{0,2}}(?:{_HELP})\s*\S.{{0,400}}", re.IGNORECASE)
_CONTRIBUTED = re.compile(
    r"\W{0,2}(?P<who>[A-Z][^.!?\n]{1,200}?) (?:also )?contributed (?:to (?:this|the) (?:report|story|article|piece)|"
    r"(?:additional )?(?:reporting|research))[^.!?\n]{0,60}\.?\W{0,2}"
)
_AGENCY_LINE = re.compile(r"[\s(\[/—–-]*(?P<words>[A-Z][^()\[\]\n]{1,58}?)[\s)\]/.]*")
_DESK_CODE = re.compile(r"[\s(—–-]*(?P<agency>[A-Z]{2,6})(?:[/ ]+[a-z]{1,5})+(?:/[A-Z]+)?\)?")
_STANDARDS = re.compile(
    r"(?:our standards:|©|\(c\) |continue reading|read more|the post .* appeared first on ).*", re.IGNORECASE
)
#: The same at the end of the last sentence, after its full stop and on the same line.
_TAIL = re.compile(
    rf"""(?<=[.!?"”’)])\s*(?P<tail>
    \(\s*[A-Z][\w .,/&'-]{{1,40}}\)\.?
    |[—–-]{{1,2}}\s?[A-Z][\w /&]{{1,40}}\.?
    |/[A-Z][\w ]{{1,30}}/
    |\(\s*(?i:{_HELP})\s[^()]{{2,300}}\)\.?
    |(?i:(?:additional\ )?reporting(?::|\ by))\s[^.!?]{{2,200}}\.?
    |(?:The\ )?[A-Z][\w ,]{{1,80}}\ contributed\ to\ this\ (?:report|story|article)\.?
    |(?:©|\(c\)|copyright\ ©?)\s?[^.]{{2,80}}(?:\.\ all\ rights\ reserved)?\.?
    )$""",
    re.VERBOSE,
)


def _agency_line(line: str) -> str:
    match = _AGENCY_LINE.fullmatch(line)
    if match and len(line) <= 70:
        name = agency_among(match["words"])
        # A line that names agencies and nothing else; "Reuters reporters were detained" is prose.
        words = re.split(r"\s*(?:[/,|;&]| and )\s*", match["words"])
        if name and all(agency_among(word) for word in words):
            return name
    desk = _DESK_CODE.fullmatch(line)
    return agency_among(desk["agency"]) if desk else ""


def credit_line(line: str) -> tuple[str, str] | None:
    """What a line below the prose says, as a name for `Findings.note` and a value; None for prose."""
    if len(line) > _LONGEST:
        return None
    if _END_MARK.fullmatch(line) or _STANDARDS.fullmatch(line):
        return "copyright", line
    agency = _agency_line(line)
    if agency:
        return "agency", agency
    if _HELPERS.fullmatch(line) or _CONTRIBUTED.fullmatch(line):
        return "credit", line.strip(" ()[].•*")
    said = header_line(line)
    # A month or a year by itself below the prose may be the end of a list, so it must be a full day.
    return said if said and (said[0] != "date" or full_date(line)) else None


def read_credits(lines: list[str], found: Findings) -> list[str]:
    """The lines that are left of `lines` above the credits at the foot, which are noted in `found`."""
    end = len(lines)
    while end > 1:
        line = lines[end - 1]
        said = credit_line(line) if line else ("noise", "")
        if said is None or not any(lines[: end - 1]):
            break
        found.note(*said)
        end -= 1
    return lines[:end]


def read_tail(paragraph: str, found: Findings) -> str:
    """`paragraph` without the credits that follow its last sentence, which are noted in `found`."""
    for _ in range(4):
        match = _TAIL.search(paragraph, max(0, len(paragraph) - _LONGEST))
        said = credit_line(match["tail"]) if match else None
        if not match or not said or said[0] not in ("agency", "credit", "copyright"):
            return paragraph
        found.note(*said)
        paragraph = paragraph[: match.start()].rstrip()
    return paragraph

"""The lines above the prose: title, outlet, byline, dates, addresses; read and cut out."""

from __future__ import annotations

import re

from detente.sources.agencies import agency_among, agency_name, looks_like_outlet
from detente.sources.datelines import dateline_of
from detente.sources.dates import MONTHS, full_date, month_and_year
from detente.sources.findings import Findings

_LABELS = {
    "title": "title|headline|heading",
    "date": r"published|published (?:on|at)|publication date|date published|pub ?date|date|posted|posted on|"
    r"first published|issued|release date|datetime",
    "updated": r"updated|updated on|last updated|last modified|modified",
    "byline": "by|byline|author|authors|written by|reporter|correspondent",
    "source": "source|outlet|newspaper|publisher|publication|site|website|from",
    "agency": "agency|wire|news agency",
    "url": "original url|url|link|permalink|source url|web address|address|canonical|original link|original",
    "language": "language|lang",
    "ref": "id|ref|reference|doc ?id|story ?id|document id",
    "dateline": "dateline",
    "noise": "length|section|word count|words|keywords|tags|category|categories|topics|edition|page|load-date|"
    "copyright|layout|draft|slug|type",
}
_LABEL = re.compile(
    "(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items()) + r")\s*:\s*(?P<value>\S.*)?",
    re.IGNORECASE,
)
_URL = re.compile(r"<?(?P<url>https?://\S+?)>?")
_COPYRIGHT = re.compile(r"(?:\(c\)|©|copyright\b).*|.*\ball rights reserved\b.*", re.IGNORECASE)
_NAME = r"[^\W\d_a-z][\w'’.\-]*"
_PARTICLE = r"(?:and|in|of|for|the|at|de|da|di|del|der|den|van|von|bin|ibn|al|el|la|le|our|with|&)"
_BYLINE = re.compile(rf"(?i:by|from|written by)\s+(?P<who>{_NAME}(?:,?\s+(?:{_NAME}|{_PARTICLE}))*)")
_OUR_WRITER = re.compile(
    r"(?:by|from) (?:our|a|an) [\w ,-]{0,60}(?:correspondent|reporter|staff)s?\b[\w ,-]{0,40}", re.IGNORECASE
)
_PERSON_IN = re.compile(rf"{_NAME}(?: {_NAME}){{1,2}}(?: and {_NAME}(?: {_NAME}){{1,2}})? in {_NAME}(?: {_NAME})?")
_PERSON = re.compile(rf"{_NAME}(?: {_NAME}){{1,3}}(?:(?:,| and) {_NAME}(?: {_NAME}){{1,3}})*")
_CALENDAR_WORDS = "monday tuesday wednesday thursday friday saturday sunday early late then now and"
_CALENDAR = frozenset(MONTHS) | frozenset(_CALENDAR_WORDS.split())
_ABBREVIATION_END = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Co|Ltd|Corp)\.$")
_PRINTED = re.compile(r"(?:originally |first )?published (?:in|by) (?P<print>[^\d]{3,60}, .{6,40})", re.IGNORECASE)
_UPDATED = re.compile(r"(?:last )?(?:updated|modified)\b(?!.*published)", re.IGNORECASE)
#: Buttons, job titles and contacts that are copied along with a text and say nothing about it.
_FURNITURE = re.compile(
    r"(?:share(?: this.*)?|print|e-?mail|tweet|advertisement|listen|save|comments?|read more:?|(?:full )?text:?|body:"
    r"|\d+ min(?:ute)?s? read|text of (?:a )?(?:report|article|commentary|interview)\b.{0,120}"
    r"|(?:staff|special|senior|chief|foreign|diplomatic|political|defen[cs]e|our|world|\w+ bureau) "
    r"(?:\w+ )?(?:writer|correspondent|reporter|editor|service|chief)"
    r"|\(?\(?[\w.+-]+@[\w.-]+\b.{0,80}|@\w{2,30})",
    re.IGNORECASE,
)
_MOST_HEADER_LINES = 20
_LONGEST_TITLE = 220
_SHORTEST_BROKEN_TITLE = 30
_LONGEST_STANDFIRST = 350
_AFTER_STANDFIRST = ("byline", "date", "updated", "agency")
_SHORTEST_TITLE_WORDS = 3
_MOST_NAME_WORDS = 8
_MOST_NAMES_IN_CAPITALS = 3


def _labelled(line: str) -> tuple[str, str] | None:
    match = _LABEL.fullmatch(line)
    if not match:
        return None
    name = next(name for name in _LABELS if match[name])
    value = (match["value"] or "").strip(" \"'“”<>")
    if name == "noise":
        return "copyright", value
    if name in ("date", "updated") and not (full_date(value) or month_and_year(value) or re.match(r"\W*\d|$", value)):
        return None
    if name == "source" and _URL.fullmatch(value):
        return "url", value
    if name == "byline" and agency_among(value):
        return "agency", agency_among(value)
    return name, value


def byline_in(line: str) -> str:
    """The writers in a line "By Jane Doe in Paris", "" where the line is no byline."""
    line = line.split(" | ")[0]
    match = _BYLINE.fullmatch(line)
    if not match or len(line.split()) > 14 or line.endswith((".", ":", "?")) and not line.endswith(("Jr.", "Sr.")):
        return ""
    words = match["who"].split()
    # Every word but particles has a capital: "By Friday the talks" is the opening of a sentence.
    proper = all(word[0].isupper() or re.fullmatch(_PARTICLE, word) for word in words)
    return match["who"] if proper and words[0].strip(",").lower() not in _CALENDAR else ""


def _dated(line: str) -> tuple[str, str] | None:
    if full_date(line) and _UPDATED.match(line):
        return "updated", line
    if full_date(line) or month_and_year(line):
        return "date", line
    if re.fullmatch(r"(?:19|20)\d\d", line):
        return "date", line
    return None


def _unlabelled(line: str) -> tuple[str, str] | None:
    """What a header line without a label is: a date, an address, a copyright, an agency or a byline."""
    dated = _dated(line)
    if dated:
        return dated
    printed = _PRINTED.fullmatch(line)
    if printed:
        return "print", printed["print"]
    if _FURNITURE.fullmatch(line):
        return "noise", ""
    url = _URL.fullmatch(line)
    if url:
        return "url", url["url"]
    if len(line) < 160 and _COPYRIGHT.fullmatch(line):
        return "copyright", line
    if agency_name(line):
        return "agency", agency_name(line)
    who = byline_in(line)
    if who:
        return ("agency", agency_among(who)) if agency_name(who) else ("byline", who)
    return ("byline", line) if _PERSON_IN.fullmatch(line) or _OUR_WRITER.fullmatch(line) else None


def header_line(line: str) -> tuple[str, str] | None:
    """What a line above or below the prose says, as a name for `Findings.note` and a value; None for prose."""
    if len(line) > 400:
        return None
    return _labelled(line) or _unlabelled(line)


def _dateline_alone(line: str, found: Findings) -> bool:
    """Whether `line` is a dateline without text ("NAIROBI, 3 March 2019 (Reuters)"); if so it is noted."""
    dateline = dateline_of(line) if len(line) < 120 else None
    if dateline is None or not dateline.length or dateline.length < len(line):
        return False
    found.note("dateline", dateline.words)
    found.note("agency", dateline.agency)
    found.day = found.day or dateline.day
    return True


def _second_title_line(lines: list[str], position: int) -> bool:
    """Whether a line goes on with a headline that was broken in two, and is no header of its own."""
    line, before = lines[position], lines[position - 1]
    other = header_line(line) or _name_line(lines, position) or dateline_of(line).length
    return not other and len(before) > _SHORTEST_BROKEN_TITLE


def _place_again(lines: list[str], position: int) -> bool:
    """Whether a line is only the place with which the dateline of the next paragraph begins."""
    line, following = lines[position], _next_lines(lines, position)[:1]
    return len(line) < _SHORTEST_BROKEN_TITLE and any(
        dateline_of(other).words.lower().startswith(line.lower()) for other in following
    )


def _is_title(lines: list[str], position: int) -> int:
    """How many lines from `position` on are a title (0, 1 or 2): short, no full stop, set apart from what follows."""
    block: list[str] = []
    for line in lines[position : position + 3]:
        if not line or (block and not _second_title_line(lines, position + 1)):
            break
        block.append(line)
    title = " ".join(block)
    follows = any(lines[position + len(block) :])
    if not follows or not 0 < len(block) < 3 or len(title) > _LONGEST_TITLE or dateline_of(title).length:
        return 0
    full_stop = title.endswith((".", ",", ";", ":")) and not _ABBREVIATION_END.search(title)
    return 0 if full_stop else len(block)


def _next_lines(lines: list[str], position: int) -> list[str]:
    return [line for line in lines[position + 1 : position + 6] if line][:2]


def _name_line(lines: list[str], position: int) -> tuple[str, str] | None:
    """An outlet or a writer on a line without a label, told by its neighbours: a date or header comes next."""
    line, following = lines[position], _next_lines(lines, position)
    if looks_like_outlet(line):
        return "outlet", line
    near_header = any(header_line(other) for other in following[:1])
    # Four words and more in capitals are a headline.
    shouted = line.isupper() and len(line.split()) > _MOST_NAMES_IN_CAPITALS
    person = not shouted and len(line.split()) <= _MOST_NAME_WORDS and _PERSON.fullmatch(line)
    return ("byline", line) if near_header and person else None


def _outlet_first(lines: list[str], position: int) -> bool:
    """Whether the first line is a masthead: an outlet's name, and what follows has a title of its own."""
    if not looks_like_outlet(lines[position]):
        return False
    following = [line for line in lines[position + 1 :][:12] if line and not header_line(line)]
    title = following[0] if len(following) > 1 else ""
    wordy = len(title.split()) >= _SHORTEST_TITLE_WORDS and len(title) <= _LONGEST_TITLE
    return wordy and not title.endswith(".") and not dateline_of(title).length


def same_words(first: str, second: str) -> bool:
    """Whether two lines say the same but for case and punctuation (and say something)."""
    if not second or len(first) > _LONGEST_TITLE:
        return False
    plain = [re.sub(r"\W+", "", words).lower() for words in (first, second)]
    return bool(plain[0]) and plain[0] == plain[1]


def read_header(lines: list[str], found: Findings, *, title: str, titled: bool) -> list[str]:
    """The lines that are left of `lines` after the header, which is noted in `found`.

    `title` is the title known already, which may stand in the header once more.  `titled` allows the first
    fitting line to become the title; rows of a dump have theirs in a field.
    """
    position = seen = 0
    standfirst: list[str] = []
    while position < len(lines) and seen < _MOST_HEADER_LINES:
        line = lines[position]
        if not line:
            position += 1
            continue
        known = same_words(line, title or found.get("title"))
        taken = 1 if known else _take(lines, position, found, titled=titled and not title, first=seen == 0)
        if not taken and not standfirst and seen and _is_standfirst(lines, position):
            standfirst, taken = [line, ""], 1
        if not taken or not any(lines[position + taken :]):
            break
        position += taken
        seen += 1
    return standfirst + lines[position:]


def _is_standfirst(lines: list[str], position: int) -> bool:
    """Whether a line stands between the title and a byline or date: it is prose, the header goes on below."""
    following = _next_lines(lines, position)[:1]
    said = [header_line(line) for line in following]
    return len(lines[position]) <= _LONGEST_STANDFIRST and any(one and one[0] in _AFTER_STANDFIRST for one in said)


def _note_title(title: str, found: Findings) -> None:
    """Note a title without the name of the site that pages add to theirs."""
    head, mark, tail = title.rpartition(" | ")
    if mark and looks_like_outlet(tail):
        found.note("outlet", tail)
        title = head
    found.note("title", title)


def _take(lines: list[str], position: int, found: Findings, *, titled: bool, first: bool) -> int:
    """Note what the line at `position` says and return how many lines it took, 0 where the prose begins."""
    said = header_line(lines[position])
    if said:
        found.note(*said)
        return 1
    if _dateline_alone(lines[position], found) or _place_again(lines, position):
        return 1
    if not titled:
        return 0
    name = None if first and not _outlet_first(lines, position) else _name_line(lines, position)
    if name and (first or found.get("title")) and not found.get(name[0]):
        found.note(*name)
        return 1
    if found.get("title"):
        return 0
    length = _is_title(lines, position)
    if length:
        _note_title(" ".join(lines[position : position + length]), found)
    return length

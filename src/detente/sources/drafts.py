"""From what a reader found to an article: one path for files, pages, feeds and rows of dumps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from detente.model import Article, Dating, Refusal
from detente.sources.agencies import agency_among
from detente.sources.cleaning import clean_characters, clean_line, strip_lines
from detente.sources.credits import read_credits, read_tail
from detente.sources.datelines import dateline_of
from detente.sources.dates import completed
from detente.sources.findings import Findings
from detente.sources.headers import read_header
from detente.sources.languages import foreign_language
from detente.sources.markdown import without_markup
from detente.sources.options import ReadOptions
from detente.sources.wrapping import clean_prose

_DAY_IN_ADDRESS = re.compile(r"/(?P<y>19\d\d|20\d\d)[/-](?P<m>\d{1,2})[/-](?P<d>\d{1,2})(?=[/-]|$)")
_YEAR_IN_ADDRESS = re.compile(r"/(?P<y>19\d\d|20\d\d)/")


class Shape(Enum):
    """How a text came, which decides what may stand around its prose."""

    #: a file of its own: header lines and a title may be in it
    FILE = auto()
    #: a field of a dump: header lines may be in it, the title is elsewhere
    ROW = auto()
    #: the text of a page: every line is a paragraph
    PAGE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as found, before it is cleaned: `dating` says where `published` was found."""

    text: str
    origin: str
    shape: Shape = Shape.FILE
    title: str = ""
    outlet: str = ""
    agency: str = ""
    byline: str = ""
    published: date | None = None
    dating: Dating = Dating.UNKNOWN
    language: str = ""
    url: str = ""
    ref: str = ""


def _lines(draft: Draft) -> list[str]:
    text = clean_characters(draft.text)
    plain = text.replace("\n", "\n\n") if draft.shape is Shape.PAGE else without_markup(text)
    return strip_lines(plain).split("\n")


def _prose(draft: Draft, found: Findings) -> str:
    """The clean prose of a draft, with everything that is not prose moved to `found`."""
    lines = read_header(_lines(draft), found, title=draft.title, titled=draft.shape is Shape.FILE)
    lines = read_credits(lines, found)
    paragraphs = read_credits(clean_prose("\n".join(lines)).split("\n\n"), found)
    paragraphs[0] = _without_dateline(paragraphs[0], found)
    paragraphs[-1] = read_tail(paragraphs[-1], found)
    return clean_prose("\n\n".join(paragraphs))


def _without_dateline(paragraph: str, found: Findings) -> str:
    dateline = dateline_of(paragraph)
    if not dateline.length or dateline.length >= len(paragraph):
        return paragraph
    found.note("dateline", dateline.words)
    found.note("agency", dateline.agency)
    found.day = found.day or dateline.day
    return paragraph[dateline.length :]


def _dated_by_line(found: Findings, url: str) -> date | None:
    """The day of the dateline, with its year from itself, the header, or the address of the page."""
    if not found.day:
        return None
    day = _DAY_IN_ADDRESS.search(url)
    near = completed(f"{day['y']}-{day['m']}-{day['d']}", None) if day else None
    year = _YEAR_IN_ADDRESS.search(url)
    return completed(found.day, found.year or (int(year["y"]) if year else None), near)


def _published(draft: Draft, found: Findings, options: ReadOptions) -> tuple[date | None, Dating]:
    if draft.published:
        return draft.published, draft.dating
    if found.published or found.updated:
        return found.published or found.updated, Dating.HEADER
    by_line = _dated_by_line(found, draft.url or found.get("url"))
    if by_line:
        return by_line, Dating.DATELINE
    return options.published, Dating.GIVEN if options.published else Dating.UNKNOWN


def _credited(draft: Draft, found: Findings, options: ReadOptions) -> tuple[str, str]:
    """Outlet and agency; an agency that "Source:" names is the outlet when nobody else is."""
    source = found.get("source")
    named = draft.outlet or found.get("outlet") or ("" if agency_among(source) else source) or options.outlet
    outlet = clean_line(named or source)
    agency = clean_line(draft.agency or found.get("agency") or agency_among(source))
    return outlet, "" if agency.lower() == outlet.lower() else agency


def finish(draft: Draft, options: ReadOptions) -> Article | Refusal:
    """The article that a draft makes; a refusal where it has no text or is not English."""
    found = Findings()
    text = _prose(draft, found)
    if not any(map(str.isalnum, text)):
        return Refusal(origin=draft.origin, reason="the text is empty")
    language = foreign_language(text, draft.language or found.get("language"))
    if language:
        return Refusal(origin=draft.origin, reason=f"not English (looks like {language})", fault=False)
    outlet, agency = _credited(draft, found, options)
    published, dating = _published(draft, found, options)
    return Article(
        text=text,
        title=clean_line(draft.title or found.get("title")),
        outlet=outlet,
        agency=agency,
        byline=clean_line(draft.byline or found.get("byline")),
        dateline=clean_line(found.get("dateline")),
        published=published,
        dating=dating,
        language="en",
        url=clean_line(draft.url or found.get("url")),
        ref=clean_line(draft.ref or found.get("ref")),
        origin=draft.origin,
    )

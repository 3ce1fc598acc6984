"""Web pages: the article's prose by trafilatura, its date and names from what the page declares."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import trafilatura
from trafilatura.utils import load_html

from detente.model import Article, Dating, Refusal
from detente.sources.cleaning import clean_line
from detente.sources.dates import field_date
from detente.sources.decoding import decode
from detente.sources.drafts import Draft, Shape, finish
from detente.sources.options import MEGABYTE, ReadOptions
from detente.sources.streams import Source, read_whole
from detente.sources.unreadable import Unreadable

#: No article is longer, and the parser's time grows faster than the page.
_LARGEST = 10 * MEGABYTE
_DEEPEST = 250
_MOST_TAGS = 100_000
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*)")
#: Elements that HTML closes by itself or that hold nothing; they do not make a page deep.
_SHALLOW_WORDS = (
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody "
    "tfoot option optgroup colgroup html head body rt rp path"
)
_SHALLOW = frozenset(_SHALLOW_WORDS.split())
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})""", re.IGNORECASE)
_DATE_NAMES = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "citation_publication_date",
    "publication_date",
    "publish_date",
    "pubdate",
    "date",
)
_OUTLET_NAMES = ("ld:publisher", "og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_NEWS_TYPES = re.compile(r"Article|Report|BlogPosting|NewsArticle|Review", re.IGNORECASE)


class TooDeep(Unreadable):
    """A page is nested beyond what any article needs; the message says so."""


def check_depth(html: str) -> None:
    """Raises TooDeep for pages whose nesting or number of tags is meant to exhaust a parser."""
    depth = 0
    for number, match in enumerate(_TAG.finditer(html)):
        if number > _MOST_TAGS:
            raise TooDeep(f"is a page with more than {_MOST_TAGS} tags")
        if match["name"].lower() in _SHALLOW:
            continue
        depth = max(0, depth - 1) if match["close"] else depth + 1
        if depth > _DEEPEST:
            raise TooDeep(f"is a page with elements nested more than {_DEEPEST} deep")


@dataclass(slots=True)
class Declared:
    """What a page says of itself: its meta elements and its linked data, each name in lower case."""

    meta: dict[str, str] = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)
    title: str = ""
    heading: str = ""
    language: str = ""
    times: list[str] = field(default_factory=list)

    def first(self, *names: str) -> str:
        """The first of the named values that the page declares, linked data ("ld:...") or meta."""
        for name in names:
            value = self.data.get(name[3:]) if name.startswith("ld:") else self.meta.get(name)
            if value:
                return value
        return ""


def _linked_objects(value: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _linked_objects(item, depth + 1)
    elif isinstance(value, Mapping):
        if _NEWS_TYPES.search(str(value.get("@type", ""))):
            yield value
        for inner in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _linked_objects(value.get(inner), depth + 1)


def _named(value: object) -> str:
    """The name in linked data that is a string, an object with a name, or a list of these."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_named, value)))
    if isinstance(value, Mapping):
        return _named(value.get("name") or value.get("@id") or "")
    return clean_line(value) if isinstance(value, str) else ""


def _read_linked_data(script: str, declared: Declared) -> None:
    try:
        value = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return
    for found in _linked_objects(value):
        for name in ("headline", "datePublished", "publisher", "author", "inLanguage", "url", "mainEntityOfPage"):
            said = _named(found.get(name))
            if said:
                declared.data.setdefault(name.lower(), said)


def _declared(tree: Any) -> Declared:
    """What the head and the marked elements of a parsed page say."""
    declared = Declared(language=tree.get("lang") or "")
    for element in tree.iter("meta", "title", "h1", "script", "link", "time"):
        tag = element.tag
        if tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            declared.meta.setdefault(name.lower(), clean_line(element.get("content") or ""))
        elif tag == "link" and (element.get("rel") or "").lower() == "canonical":
            declared.meta.setdefault("canonical", clean_line(element.get("href") or ""))
        elif tag == "script" and "ld+json" in (element.get("type") or ""):
            _read_linked_data(element.text or "", declared)
        elif tag == "time" and (element.get("pubdate") is not None or _is_published(element)):
            declared.times.append(element.get("datetime") or "")
        elif tag == "title":
            declared.title = declared.title or clean_line(element.text_content())
        elif tag == "h1":
            declared.heading = declared.heading or clean_line(element.text_content())
    return declared


def _is_published(element: Any) -> bool:
    marks = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
    return "publish" in marks or "dt-published" in marks or "entry-date" in marks


def _published(declared: Declared) -> date | None:
    written = [declared.data.get("datepublished", ""), *(declared.meta.get(name, "") for name in _DATE_NAMES)]
    for value in written + declared.times:
        found = field_date(value)
        if found:
            return found
    return None


def _title(declared: Declared, outlet: str) -> str:
    """The headline; the name of the site that pages add to it is taken off."""
    title = declared.first("ld:headline", "og:title", "twitter:title", "dc.title") or declared.heading or declared.title
    head, mark, tail = title.rpartition(" | ") if " | " in title else title.rpartition(" - ")
    site = bool(outlet) and outlet.lower().removeprefix("the ") in tail.lower()
    same = declared.heading and head == declared.heading
    return head if mark and head and (site or same) else title


def _prose(tree: Any) -> str:
    found = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=False, with_metadata=False, fast=False
    )
    text = getattr(found, "text", "") or ""
    if text:
        return str(text)
    return str(trafilatura.baseline(tree)[1])


def _absolute(url: str) -> str:
    return url if url.startswith(("http://", "https://")) else ""


def draft_from_page(html: str, *, origin: str, url: str = "") -> Draft | Refusal:
    """The draft that a page makes, or why it makes none; raises TooDeep for hostile nesting."""
    check_depth(html)
    # A saved piece of a page is a page too, but the parser wants to see that it is HTML.
    tree = load_html(html if "<html" in html[:2000].lower() else f"<html><body>{html}</body></html>")
    if tree is None:
        return Refusal(origin=origin, reason="is no readable HTML page")
    declared = _declared(tree)
    text = _prose(tree)
    if not text.strip():
        return Refusal(origin=origin, reason="no article text was found in the page")
    published = _published(declared)
    outlet = declared.first(*_OUTLET_NAMES)
    author = declared.first("ld:author", "author", "article:author", "parsely-author", "dc.creator", "byl")
    address = declared.first("canonical", "og:url", "ld:url", "ld:mainentityofpage")
    return Draft(
        text=text,
        origin=origin,
        shape=Shape.PAGE,
        title=_title(declared, outlet),
        outlet=outlet,
        byline="" if author.startswith("http") else re.sub(r"^by\s+", "", author, flags=re.IGNORECASE),
        published=published,
        dating=Dating.METADATA if published else Dating.UNKNOWN,
        language=declared.language or declared.first("ld:inlanguage", "og:locale"),
        url=url or _absolute(address),
    )


def read(source: Source, options: ReadOptions) -> Iterator[Article | Refusal]:
    """The article of a page; raises NotText, TooLarge or TooDeep for what cannot be one."""
    data = read_whole(source, min(_LARGEST, options.max_bytes))
    meta = _CHARSET.search(data[:4096])
    html = decode(data, source.charset or (meta[1].decode("ascii", "replace") if meta else ""))
    draft = draft_from_page(html, origin=source.origin, url=source.url)
    yield draft if isinstance(draft, Refusal) else finish(draft, options)

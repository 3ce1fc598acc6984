"""RSS, Atom and RDF: each entry an article, from bytes already here; feedparser never fetches."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from html.parser import HTMLParser
from typing import Any

import feedparser

from detente.model import Article, Dating, Refusal
from detente.sources.cleaning import clean_line
from detente.sources.dates import day_of, field_date
from detente.sources.decoding import decode
from detente.sources.drafts import Draft, Shape, finish
from detente.sources.options import ReadOptions
from detente.sources.streams import Source, read_whole
from detente.sources.unreadable import Unreadable

_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_XML_ENCODING = re.compile(r"^\s*<\?xml[^>]*\?>")
_BLOCKS_WORDS = "p div br li h1 h2 h3 h4 h5 h6 blockquote tr ul ol section article table figure hr"
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_SILENT = frozenset(["script", "style", "figcaption", "noscript", "iframe"])


class Hostile(Unreadable):
    """XML that defines entities of its own, which no feed needs and which can fill all memory."""


def check_entities(xml: str) -> None:
    """Raises Hostile where a document defines entities."""
    if _ENTITY.search(xml):
        raise Hostile("is XML that defines its own entities; such files can exhaust memory and are not read")


class _Words(HTMLParser):
    """Collects the words of a piece of HTML, with line breaks where blocks begin and end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block on a new line; skip what is not read."""
        self.silent += tag in _SILENT
        if tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        """End a block with a new line."""
        self.silent = max(0, self.silent - (tag in _SILENT))
        if tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        """Keep words; line breaks in the markup mean nothing."""
        if not self.silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def words_of_html(html: str) -> str:
    """The words of a piece of HTML, a paragraph a block."""
    if "<" not in html:
        return unescape(html)
    words = _Words()
    words.feed(html)
    words.close()
    return "".join(words.parts)


def _body(entry: Mapping[str, Any]) -> str:
    """The longest text an entry carries: its content, else its summary."""
    bodies = [str(content.get("value", "")) for content in entry.get("content", [])]
    bodies.append(str(entry.get("summary", "")))
    return words_of_html(max(bodies, key=len))


def _published(entry: Mapping[str, Any]) -> date | None:
    for name in ("published", "created", "updated"):
        found = field_date(entry.get(name))
        parsed = entry.get(f"{name}_parsed")
        if found is None and parsed is not None:
            found = day_of(parsed.tm_year, parsed.tm_mon, parsed.tm_mday)
        if found:
            return found
    return None


def draft_of_entry(entry: Mapping[str, Any], outlet: str, language: str, origin: str) -> Draft:
    """The draft that one entry of a feed makes."""
    published = _published(entry)
    source = entry.get("source") or {}
    return Draft(
        text=_body(entry),
        origin=origin,
        shape=Shape.PAGE,
        title=clean_line(words_of_html(str(entry.get("title", "")))),
        outlet=clean_line(str(source.get("title") or outlet)),
        byline=clean_line(str(entry.get("author", ""))),
        published=published,
        dating=Dating.FEED if published else Dating.UNKNOWN,
        language=language,
        url=str(entry.get("link", "")),
        ref=str(entry.get("id", "")),
    )


def drafts_of_feed(source: Source, options: ReadOptions) -> Iterator[Draft | Refusal]:
    """The drafts of all entries of a feed; raises NotText, TooLarge or Hostile."""
    xml = decode(read_whole(source, options.max_bytes), source.charset)
    check_entities(xml)
    # The text is already decoded, so what the declaration says of an encoding no longer holds.
    data = _XML_ENCODING.sub("", xml).encode("utf-8", "replace")
    feed = feedparser.parse(io.BytesIO(data), response_headers={"content-type": "application/xml; charset=utf-8"})
    if not feed.entries:
        reason = f"a feed that cannot be read: {feed.bozo_exception}" if feed.bozo else "a feed without entries"
        yield Refusal(origin=source.origin, reason=reason, fault=bool(feed.bozo))
        return
    outlet, language = str(feed.feed.get("title", "")), str(feed.feed.get("language", ""))
    for number, entry in enumerate(feed.entries, start=1):
        yield draft_of_entry(entry, outlet, language, f"{source.origin}:entry {number}")


def entry_article(draft: Draft, options: ReadOptions) -> Article | Refusal:
    """The article that the text of an entry makes by itself."""
    if not draft.text.strip():
        return Refusal(origin=draft.origin, reason="the entry has no text; --linked fetches the page it links to")
    return finish(draft, options)


def read(source: Source, options: ReadOptions) -> Iterator[Article | Refusal]:
    """The articles of a feed as it carries them; raises NotText, TooLarge or Hostile."""
    for draft in drafts_of_feed(source, options):
        yield draft if isinstance(draft, Refusal) else entry_article(draft, options)

"""Rows of a dump to drafts: which column is which, whatever the dump calls it."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from datetime import date, datetime

from detente.model import Dating
from detente.sources.dates import field_date
from detente.sources.drafts import Draft, Shape
from detente.sources.options import ReadOptions

#: Names that dumps use for a field of ours, the most telling first; compared without case, space or "_".
_USUAL = {
    "text": "text body content event_text maintext article story full_text article_text fulltext article_body "
    "articlebody content_text body_text news_text story_text plain_text raw_text",
    "title": "title headline headlines heading article_title news_title",
    "published": "date pub_date published date_publish publication_date published_at datetime published_date "
    "publish_date date_published publishedat pubdate datepublished story_date timestamp created_at "
    "published_on",
    "outlet": "source publisher source_name outlet newspaper domain publication site site_name news_source "
    "source_domain media_name",
    "agency": "agency wire news_agency",
    "byline": "author byline authors creator writer",
    "url": "url link source_url uri article_url web_url permalink",
    "ref": "id ref story_id doc_id uid article_id guid _id document_id storyid index",
    "language": "language lang",
}
#: Columns that only tables of coded events have: what they call text is the name of a code.
_CODED = frozenset({"cameocode", "eventrootcode", "goldsteinscale", "goldstein"})
_INNER = ("name", "title", "text", "$oid", "$date", "#text", "value", "id")


def plain_key(name: object) -> str:
    """A column name without case, spaces, hyphens and underscores."""
    return re.sub(r"[\s_\-.]+", "", str(name).replace("\ufeff", "")).lower()


def columns(names: Collection[str], options: ReadOptions) -> dict[str, str]:
    """For each field of ours the column that holds it: the one the user named, else the usual names.

    The first column without a name, which spreadsheets write as a row number, serves as `ref`.
    """
    by_key = {plain_key(name): name for name in reversed(list(names))}
    found = {}
    for field_name, usual in _USUAL.items():
        given = options.fields.get(field_name)
        wanted = [given] if given else usual.split()
        match = next((by_key[plain_key(name)] for name in wanted if plain_key(name) in by_key), None)
        # A name that the user gave and no column has may be a path with dots into nested objects.
        column = given if match is None else match
        if column is not None and (given or field_name != "text" or not _CODED & by_key.keys()):
            found[field_name] = column
    if "ref" not in found and "" in by_key:
        found["ref"] = by_key[""]
    return found


def _value(record: Mapping[str, object], column: str) -> object:
    """The value under a column, or under a path with dots into nested objects."""
    if column in record:
        return record[column]
    value: object = record
    for step in column.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(step)
    return value


def words_of(value: object) -> str:
    """A field's value as words: names out of objects, lists joined, nothing for what is missing."""
    if value is None or isinstance(value, float) and math.isnan(value):
        return ""
    if isinstance(value, Mapping):
        return next((words_of(value[key]) for key in _INNER if value.get(key)), "")
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(words_of, value)))
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip()
    return "" if text.lower() in ("nan", "none", "null", "n/a", "nat") else text


def _text_of(value: object) -> str:
    """Text as such; a list of paragraphs is put together again."""
    if isinstance(value, list | tuple):
        return "\n\n".join(filter(None, map(words_of, value)))
    return words_of(value)


def _date_of(value: object) -> date | None:
    known = value if isinstance(value, datetime | date | int | float) else words_of(value)
    return field_date(known)


def draft_of(record: Mapping[str, object], named: Mapping[str, str], origin: str) -> Draft:
    """The draft that one row makes, `named` being the columns of our fields."""
    values = {field_name: _value(record, column) for field_name, column in named.items()}
    published = _date_of(values.get("published"))
    return Draft(
        text=_text_of(values.get("text")),
        origin=origin,
        shape=Shape.ROW,
        title=words_of(values.get("title")),
        outlet=words_of(values.get("outlet")),
        agency=words_of(values.get("agency")),
        byline=words_of(values.get("byline")),
        published=published,
        dating=Dating.FIELD if published else Dating.UNKNOWN,
        language=words_of(values.get("language")),
        url=words_of(values.get("url")),
        ref=words_of(values.get("ref")),
    )


def no_text_reason(names: Collection[str]) -> str:
    """Why rows with these columns cannot be read, and what the user can do about it."""
    seen = ", ".join(str(name) or "(no name)" for name in list(names)[:40]) or "none"
    return f"no column holds the text; columns seen: {seen}; name it with --field text=NAME"

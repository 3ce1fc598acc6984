"""Articles over the network: the page at an address, and the pages that a feed links to."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from detente.model import Article, Refusal
from detente.sources.drafts import Draft
from detente.sources.feeds import drafts_of_feed, entry_article
from detente.sources.fetching import Fetcher, NotFetched
from detente.sources.kinds import binary_kind, content_kind
from detente.sources.options import ReadOptions
from detente.sources.pages import read as read_page
from detente.sources.streams import Source
from detente.sources.unreadable import Unreadable


def fetched(url: str, options: ReadOptions) -> Source:
    """What an address answers, as a source to read; raises Forbidden, NotFetched or TooLarge."""
    with Fetcher(options) as fetcher:
        page = fetcher.fetch(url)
    suffix = PurePosixPath(urlsplit(page.url).path).suffix
    return Source(origin=url, stream=io.BytesIO(page.data), suffix=suffix, url=page.url, charset=page.charset)


def _with_entry(article: Article, entry: Draft) -> Article:
    """The article of a page, with what only the feed says of it."""
    return replace(
        article,
        title=article.title or entry.title,
        outlet=article.outlet or entry.outlet,
        byline=article.byline or entry.byline,
        published=article.published or entry.published,
        dating=article.dating if article.published else entry.dating,
        ref=article.ref or entry.ref,
    )


def _page_of(entry: Draft, fetcher: Fetcher, options: ReadOptions) -> Iterator[Article | Refusal]:
    page = fetcher.fetch(entry.url)
    head = page.data[:4096]
    if binary_kind(head) or content_kind(head) not in ("html", "xml", "text"):
        raise NotFetched("is no page of text")
    source = Source(origin=entry.url, stream=io.BytesIO(page.data), url=page.url, charset=page.charset)
    for found in read_page(source, replace(options, published=None)):
        yield _with_entry(found, entry) if isinstance(found, Article) else found


def read(source: Source, options: ReadOptions) -> Iterator[Article | Refusal]:
    """The articles that a feed links to; where a page cannot be had that is said, and the entry's text read."""
    with Fetcher(options) as fetcher:
        for entry in drafts_of_feed(source, options):
            if isinstance(entry, Refusal):
                yield entry
                continue
            try:
                yield from _page_of(entry, fetcher, options)
            except Unreadable as error:
                yield Refusal(origin=entry.url or entry.origin, reason=str(error))
                if entry.text.strip():
                    yield entry_article(entry, options)

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from detente.model import Article, Dating, Refusal
from detente.sources import read_sources

FIRST = (
    "Kenya and Somalia have agreed to reopen their common border, the ministers of both said after talks on the coast."
)
SECOND = (
    "The crossing in the north will open first, and the two sides will meet once more before the rains begin in May."
)


def page(head: str = "", before: str = "", lang: str = "en") -> str:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body><nav><a href="/">Home</a></nav>'
        f"<article>{before}<p>{FIRST}</p><p>{SECOND}</p></article><footer>All rights reserved</footer></body></html>"
    )


def read(tmp_path: Path, html: str | bytes, name: str = "page.html") -> Article | Refusal:
    (tmp_path / name).write_bytes(html.encode() if isinstance(html, str) else html)
    (found,) = read_sources([str(tmp_path / name)])
    return found


def test_linked_data_names_everything(tmp_path: Path) -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Not this"},
            {
                "@type": "NewsArticle",
                "headline": "Border to open",
                "datePublished": "2019-03-03T22:10:00-05:00",
                "dateModified": "2019-03-05",
                "author": [{"@type": "Person", "name": "Jane Doe"}],
                "publisher": {"@type": "Organization", "name": "Example Post"},
                "inLanguage": "en",
            },
        ],
    }
    found = read(tmp_path, page(f'<script type="application/ld+json">{json.dumps(data)}</script>'))
    assert isinstance(found, Article)
    assert found.text == f"{FIRST}\n\n{SECOND}"
    assert (found.title, found.outlet, found.byline) == ("Border to open", "Example Post", "Jane Doe")
    assert (found.published, found.dating) == (date(2019, 3, 3), Dating.METADATA)


def test_meta_elements(tmp_path: Path) -> None:
    head = (
        '<title>Border to open | Example Post</title><meta property="og:title" content="Border to open | Example Post">'
        '<meta property="og:site_name" content="Example Post"><meta name="author" content="By Jane Doe">'
        '<meta property="article:published_time" content="2019-03-03T10:00:00Z">'
        '<link rel="canonical" href="https://example.org/border">'
    )
    found = read(tmp_path, page(head))
    assert isinstance(found, Article)
    assert (found.title, found.outlet, found.byline) == ("Border to open", "Example Post", "Jane Doe")
    assert (found.published, found.url) == (date(2019, 3, 3), "https://example.org/border")


def test_a_page_that_declares_no_date_has_none(tmp_path: Path) -> None:
    found = read(tmp_path, page("<title>Border to open</title>", before="<h1>Border to open</h1>"))
    assert isinstance(found, Article)
    assert (found.published, found.dating, found.title) == (None, Dating.UNKNOWN, "Border to open")
    assert found.text.startswith("Kenya")


def test_broken_linked_data_is_passed_over(tmp_path: Path) -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script>' + (
        f'<script type="application/ld+json">{"[" * 50_000}</script><title>Border</title>'
    )
    assert isinstance(read(tmp_path, page(head)), Article)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_encodings_of_pages(encoding: str, tmp_path: Path) -> None:
    html = page(f'<meta charset="{encoding}"><title>Café talks</title>').encode(encoding)
    found = read(tmp_path, html)
    assert isinstance(found, Article)
    assert found.title == "Café talks"


def test_the_text_decides_on_the_language_not_the_page(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path, page(lang="fr")), Article)


@pytest.mark.parametrize("html", ["<html><body></body></html>", "<!doctype html>", "<html><p>&#xfffd;"])
def test_pages_without_text(html: str, tmp_path: Path) -> None:
    found = read(tmp_path, html)
    assert isinstance(found, Refusal)


def test_a_piece_of_a_page_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, f"<div><p>{FIRST}</p><p>{SECOND}</p></div>")
    assert isinstance(found, Article)
    assert found.text == f"{FIRST}\n\n{SECOND}"


def test_a_page_without_a_suffix_is_told_by_content(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path, page("<title>Border to open</title>"), name="saved"), Article)

"""An article that tries to be more than text harms nobody, whatever view shows it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from page_samples import HOSTILE, attack, hostile, talks, write
from playwright.sync_api import Browser
from served_page import served
from test_views_in_browser import PATIENCE


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(write(tmp_path_factory.mktemp("hostile") / "hostile.duckdb", [talks(), attack(), hostile()])) as url:
        yield url


@pytest.mark.parametrize(
    "address",
    [f"/article/{hostile().article.id}", "/chronology", "/map", "/map?place=%3Cscript%3E&of=IRN", "/", "/sources",
     "/pair/IRN/SAU", "/actor/IRN", "/ask?q=%3Cscript%3Ealert(1)%3C/script%3E", f"/happening/{hostile().claims[0].id}"],
)  # fmt: skip
def test_it_shows_as_text(browser: Browser, hostile_site: str, address: str) -> None:
    page = browser.new_page()
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    page.goto(hostile_site + address, wait_until="networkidle", timeout=PATIENCE)
    assert page.evaluate("window.harmed") is None
    assert page.locator("iframe, img[src=x], main script, [onerror], [onload], a[href^='javascript:']").count() == 0
    page.close()


def test_its_words_can_be_read(browser: Browser, hostile_site: str) -> None:
    page = browser.new_page()
    page.goto(f"{hostile_site}/article/{hostile().article.id}")
    assert HOSTILE.split(" ", 1)[0] in page.locator("h1").inner_text()
    assert "{{ 7 * 7 }}" in page.locator("#text").inner_text()
    page.close()

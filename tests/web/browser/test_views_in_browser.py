"""Every view in a real browser: it loads without an error, its charts are drawn, what can be clicked leads on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

VIEWS = (
    "start", "pair", "happening", "article", "actor", "network", "chronology", "map", "ask", "sources", "about", "api",
)  # fmt: skip
#: Milliseconds that a view may take on a machine that is busy with other things.
PATIENCE = 120_000
expect.set_options(timeout=30_000)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing may go wrong: no message of an error, no failed or foreign request."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    wrong: list[str] = []
    opened.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("response", lambda r: wrong.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    opened.on("request", lambda r: wrong.append(f"to elsewhere: {r.url}") if "//localhost:" not in r.url else None)
    yield opened
    opened.close()
    assert wrong == []


def open_view(page: Page, site: str, address: str) -> None:
    page.goto(site + address, wait_until="networkidle", timeout=PATIENCE)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_loads_and_draws(page: Page, site: str, addresses: dict[str, str], view: str) -> None:
    open_view(page, site, addresses[view])
    expect(page.locator("h1")).to_have_count(1)
    for chart in page.locator("[data-chart]").all():
        expect(chart.locator("svg").first).to_be_visible()
    assert page.locator(".loading").count() == 0


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_wider_than_a_phone(browser: Browser, site: str, addresses: dict[str, str], view: str) -> None:
    opened = browser.new_page(viewport={"width": 390, "height": 844})
    open_view(opened, site, addresses[view])
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390
    opened.close()


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_works_without_scripts(browser: Browser, site: str, addresses: dict[str, str], view: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    open_view(opened, site, addresses[view])
    expect(opened.locator("h1")).to_have_count(1)
    for picture in opened.locator("noscript img").all():
        assert picture.get_attribute("src")
    context.close()


def test_from_the_start_to_the_words_of_a_claim(page: Page, site: str) -> None:
    open_view(page, site, "/")
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Chronology").click()
    page.locator(".facet[aria-label=Actor] a", has_text="Iran").first.click()
    expect(page.locator(".chosen-facets")).to_contain_text("Iran")
    page.locator(".facet[aria-label=Kind] a", has_text="event").click()
    assert "actor=IRN" in page.url
    assert "kind=event" in page.url
    page.locator(".claim .citation a").first.click()
    page.wait_for_url("**/article/*")
    expect(page.locator("#text")).to_be_visible()


def test_a_claim_is_explained_when_pointed_at_and_by_keyboard(page: Page, site: str, addresses: dict[str, str]) -> None:
    open_view(page, site, addresses["article"])
    explained = page.locator("#explained")
    page.locator("#text [data-claims]").first.hover()
    expect(explained).to_be_visible()
    expect(explained).to_contain_text("trigger")
    page.keyboard.press("Escape")
    expect(explained).to_be_hidden()
    page.locator("#ref-2").focus()
    expect(explained).to_be_visible()
    expect(page.locator("#ref-2")).to_have_attribute("aria-describedby", "explained")
    assert page.locator(".piece.lit").count() > 0
    expect(explained).to_contain_text("status")


def test_layers_of_an_article_can_be_taken_away(page: Page, site: str, addresses: dict[str, str]) -> None:
    open_view(page, site, addresses["article"])
    expect(page.locator("#ref-1")).to_be_visible()
    page.locator("#show-claims").uncheck()
    expect(page.locator("#ref-1")).to_be_hidden()


def test_the_slider_moves_the_network(page: Page, site: str, addresses: dict[str, str]) -> None:
    open_view(page, site, addresses["network"])
    before = page.locator("h1").inner_text()
    page.locator("#slide").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("was => document.querySelector('h1').innerText !== was", arg=before)
    expect(page.locator("h1")).to_contain_text("31 January 2016")
    page.get_by_role("link", name="a year after").click()
    expect(page.locator("h1")).to_contain_text("31 January 2017")


def test_a_mark_of_the_map_shows_what_is_told_there(page: Page, site: str) -> None:
    open_view(page, site, "/map?area=middle-east")
    page.get_by_role("link", name="Tehran", exact=True).click()
    expect(page.locator("#told")).to_contain_text("Tehran")
    expect(page.locator("#told .claim").first).to_be_visible()


def test_a_click_on_a_mark_leads_on(page: Page, site: str) -> None:
    open_view(page, site, "/map?area=middle-east&show=happenings")
    page.locator("#chart-map svg .mark-symbol.role-mark path").last.click(force=True)
    page.wait_for_url("**/map?*place=*")


def test_light_and_dark_are_kept(page: Page, site: str) -> None:
    open_view(page, site, "/map")
    page.get_by_role("button", name="Light or dark").click()
    page.wait_for_load_state("networkidle")
    first = page.evaluate("document.documentElement.dataset.theme")
    open_view(page, site, "/network?on=2016-02-01")
    assert page.evaluate("document.documentElement.dataset.theme") == first


@pytest.mark.parametrize(
    ("address", "status"), [("/actor/nobody-at-all", 404), ("/chronology?since=soon", 400), ("/nowhere", 404)]
)
def test_errors_are_pages_in_plain_words(browser: Browser, site: str, address: str, status: int) -> None:
    opened = browser.new_page()
    answer = opened.goto(site + address)
    assert answer
    assert answer.status == status
    expect(opened.locator(".error-page h1")).to_be_visible()
    assert "Traceback" not in opened.content()
    opened.close()

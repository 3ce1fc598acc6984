"""No view has a serious fault that axe-core finds, at two widths, light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from test_views_in_browser import PATIENCE, VIEWS

_GRAVE = ("serious", "critical")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_no_serious_fault(
    browser: Browser, site: str, addresses: dict[str, str], view: str, scheme: str, width: int
) -> None:
    # axe is put into the page as a script, which the policy of the page bars
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light", bypass_csp=True
    )
    page = context.new_page()
    page.goto(site + addresses[view], wait_until="networkidle", timeout=PATIENCE)
    found = Axe().run(page).response["violations"]
    context.close()
    faults = [
        f"{fault['id']}: {fault['help']} at {[node['target'] for node in fault['nodes'][:3]]}"
        for fault in found
        if fault["impact"] in _GRAVE
    ]
    assert faults == []

"""A browser, and the page of the examples.

Debian's Chromium is driven; where CI runs, a missing one is a failure.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_CHROMIUM = Path("/usr/bin/chromium")
_EXAMPLES = Path(__file__).parents[3] / "examples"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one module: its driver's loop must not be running in the tests that follow."""
    if not _CHROMIUM.exists():
        missing = f"there is no browser at {_CHROMIUM}; apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright  # here, so that other tests do not wait for it

    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory, _own_cache: Path) -> Path:
    """The archive of the examples, read anew; or one that is named in DETENTE_EXAMPLES, to try things out."""
    import detente

    if given := os.environ.get("DETENTE_EXAMPLES"):
        return Path(given)
    path = tmp_path_factory.mktemp("examples") / "examples.duckdb"
    with detente.open(path) as record:
        record.read(_EXAMPLES)
        record.happenings()
    return path


@pytest.fixture(scope="session")
def site(examples: Path) -> Iterator[str]:
    """The address of the page of the examples."""
    from served_page import served

    with served(examples) as url:
        yield url


@pytest.fixture(scope="session")
def addresses(examples: Path) -> dict[str, str]:
    """The address of each view."""
    from served_page import views

    return views(examples)

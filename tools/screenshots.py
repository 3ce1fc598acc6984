"""Pictures of every view of the page on the examples, at two widths, light and dark: `make screenshots`.

python tools/screenshots.py [--archive demo/detente.duckdb] [--into screenshots] [view ...]
python tools/screenshots.py --for-docs      the four that the documents show, small, into docs/images
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

_ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(_ROOT / "tests/web/browser"))

from served_page import served, views  # noqa: E402 - it lies beside the tests that use it too

CHROMIUM = "/usr/bin/chromium"
WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")
_HEIGHTS = {1280: 900, 390: 844}


def main() -> None:
    """Write a picture for each view, width and scheme."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("views", nargs="*", help="by default all of them")
    parser.add_argument("--archive", type=Path, help="by default the examples, read anew")
    parser.add_argument("--into", type=Path, default=_ROOT / "screenshots")
    parser.add_argument("--widths", type=int, nargs="*", default=WIDTHS)
    parser.add_argument("--schemes", nargs="*", default=SCHEMES)
    parser.add_argument("--first-screen", action="store_true", help="only what is seen without scrolling")
    parser.add_argument("--for-docs", action="store_true")
    asked = parser.parse_args()
    asked.into.mkdir(parents=True, exist_ok=True)
    with _archive(asked.archive) as archive, served(archive) as url, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        if asked.for_docs:
            for_docs(browser, url, views(archive))
            return
        addresses = {name: to for name, to in views(archive).items() if name in asked.views or not asked.views}
        for width in asked.widths:
            for scheme in asked.schemes:
                size = {"width": width, "height": _HEIGHTS.get(width, 900)}
                page = browser.new_page(viewport=size, color_scheme=scheme)
                for name, to in addresses.items():
                    shoot(page, url + to, asked.into / f"{name}-{width}-{scheme}.png", whole=not asked.first_screen)
                page.close()
        browser.close()


def shoot(page: Page, address: str, into: Path, whole: bool = True) -> None:
    """Write a picture of a view when its charts are drawn."""
    page.goto(address, wait_until="networkidle")
    page.screenshot(path=into, full_page=whole)
    print(into)


def for_docs(browser: Browser, url: str, addresses: dict[str, str]) -> None:
    """Write the pictures of the documents."""
    folder = _ROOT / "docs/images"
    folder.mkdir(exist_ok=True)
    for name, scheme in (("pair", "light"), ("article", "light"), ("map", "dark"), ("network", "light")):
        page = browser.new_page(viewport={"width": 1280, "height": 860}, color_scheme=scheme)
        page.goto(url + addresses[name], wait_until="networkidle")
        if name == "article":
            page.locator("#ref-1").focus()
        picture = Image.open(io.BytesIO(page.screenshot()))
        # enough colours that points keep theirs, few enough for a small file
        picture.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(folder / f"{name}.png", optimize=True)
        print(folder / f"{name}.png", (folder / f"{name}.png").stat().st_size)
        page.close()


@contextmanager
def _archive(given: Path | None) -> Iterator[Path]:
    if given is not None:
        yield given
        return
    import detente

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "examples.duckdb"
        with detente.open(path) as record:
            record.read(_ROOT / "examples")
        yield path


if __name__ == "__main__":
    main()

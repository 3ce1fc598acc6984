"""What tests of several packages share: a cache of their own, the shipped knowledge, one loaded parser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.knowledge import Knowledge, load
from detente.reading.phrase import Phrases
from detente.reading.read import Reader
from detente.reading.workers import _reader

pytest_plugins = ("page_fixtures", "browser_fixtures")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-known-misses",
        action="store_true",
        help="write tests/reading/known_misses.txt anew from the sentences that are not read today",
    )


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Compiled knowledge goes to a folder of the session, never to the cache of whoever runs the tests."""
    before = os.environ.get("XDG_CACHE_HOME")
    folder = tmp_path_factory.mktemp("cache")
    os.environ["XDG_CACHE_HOME"] = str(folder)
    yield folder
    if before is None:
        del os.environ["XDG_CACHE_HOME"]
    else:
        os.environ["XDG_CACHE_HOME"] = before


@pytest.fixture(scope="session")
def knowledge(_own_cache: Path) -> Knowledge:
    """The knowledge of the package, as users load it."""
    return load()


@pytest.fixture(scope="session")
def reader(_own_cache: Path) -> Reader:
    """The one reader of this process: the same that reading without workers uses, so the parser loads once."""
    return _reader((), None)


@pytest.fixture(scope="session")
def phrases(knowledge: Knowledge) -> Phrases:
    """Resolves noun phrases; loads a parser of its own."""
    return Phrases(knowledge)

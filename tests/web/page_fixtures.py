"""The pages of small archives that are made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from feud_samples import readings
from page_samples import attack, hostile, talks, write

if TYPE_CHECKING:
    from starlette.testclient import TestClient


@pytest.fixture(scope="session")
def small_archive(tmp_path_factory: pytest.TempPathFactory, _own_cache: Path) -> Path:
    """Three articles with six claims."""
    return write(tmp_path_factory.mktemp("page") / "small.duckdb", [talks(), attack(), hostile()])


@pytest.fixture(scope="session")
def page(small_archive: Path) -> Iterator[TestClient]:
    """Its page."""
    with _client(small_archive) as client:
        yield client


@pytest.fixture(scope="session")
def feud_archive(tmp_path_factory: pytest.TempPathFactory, _own_cache: Path) -> Path:
    """Two states that fall out, in eleven articles."""
    return write(tmp_path_factory.mktemp("feud") / "feud.duckdb", readings())


@pytest.fixture(scope="session")
def feud(feud_archive: Path) -> Iterator[TestClient]:
    """Its page."""
    with _client(feud_archive) as client:
        yield client


def _client(archive: Path) -> TestClient:
    from starlette.testclient import TestClient  # here, so that other tests do not wait for a web framework

    from detente.web.app import create_app

    return TestClient(create_app(archive), base_url="http://localhost", raise_server_exceptions=False)

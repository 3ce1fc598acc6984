"""The page of an archive served on a free port, and the addresses at which each of its views has something to show."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import uvicorn

from detente.archive import Archive
from detente.web.app import create_app

_PATIENCE = 30.0


@contextlib.contextmanager
def served(archive: Path) -> Iterator[str]:
    """The address of the page while it is served."""
    server = uvicorn.Server(uvicorn.Config(create_app(archive), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + _PATIENCE
    while not server.started:
        if time.monotonic() > deadline or not thread.is_alive():
            raise RuntimeError("the page did not start")
        time.sleep(0.02)
    try:
        yield f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(_PATIENCE)


def views(archive: Path) -> dict[str, str]:
    """Views by name, each at an address at which the examples give it much to show."""
    record = Archive.open(archive, create=False)
    told = record.claims(between=("IRN", "SAU"), kind="event", status="actual").rows()
    claim = next(iter(told)).claim
    told_often = record.derived.happenings(least_voices=2)
    happening = max(told_often, key=lambda h: h.voices).id
    return {
        "start": "/",
        "pair": "/pair/IRN/SAU",
        "happening": f"/happening/{happening}",
        "article": f"/article/{claim.article}",
        "actor": "/actor/IRN",
        "network": "/network?on=2016-02-01",
        "chronology": "/chronology?actor=IRN",
        "map": "/map?area=middle-east",
        "ask": "/ask?q=How+do+Iran+and+Saudi+Arabia+stand%3F",
        "sources": "/sources",
        "about": "/about",
        "api": "/api/docs",
    }

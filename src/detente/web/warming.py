"""What takes seconds the first time is done once at the start, before anybody waits for it."""

from __future__ import annotations

import importlib
import logging
import threading
from collections.abc import Callable, Iterator

from detente.archive import ArchiveError
from detente.archive.facets import Choice
from detente.web import assets
from detente.web.maps import Map
from detente.web.narrowing import Time
from detente.web.networks import Web, actors_table
from detente.web.pages import network
from detente.web.pages.chronology import facets_of
from detente.web.pairs import Pair
from detente.web.snapshot import Snapshots
from detente.web.view import View

log = logging.getLogger(__name__)

_PAIRS = 3


class Warming:
    """Loads what pages need in a thread of its own: statistics, files of tables, Vega; and what is asked for most."""

    def __init__(self, snapshots: Snapshots) -> None:
        """Begins at once."""
        self._view = View(snapshots.current())
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="detente-warming", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Return when nothing is being loaded any more; what is not begun yet is left."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            for step in _steps(self._view):
                if self._stopped.is_set():
                    return
                step()
        except (ArchiveError, ValueError) as error:
            log.warning("the page is not warm: %s", error)


def _steps(view: View) -> Iterator[Callable[[], object]]:
    always = Time(None, None, ("", ""))
    for row in view.snapshot.ask("page_pairs_most", limit=_PAIRS):
        yield Pair(view, row["one"], row["other"], always).course
    # the counts of all facets and the gazetteer, which the first chronology and map would wait for
    yield lambda: facets_of(view, Choice())
    yield lambda: Map(view, always, "", "").shown()
    # the first drawing, and the first reckoning of who is central, load what makes them
    latest = Web(view, None, "", "", "")
    yield lambda: network.drawn(latest)
    yield lambda: actors_table(latest, latest.network())
    yield lambda: importlib.import_module("pyarrow.parquet")
    yield assets.script
    # last, as it takes longest: a page that closes soon does not wait for it
    yield view.record.verifier.load

"""What takes seconds the first time is done once at the start, before anybody waits for it."""

from __future__ import annotations

import importlib
import logging
import threading

from detente.archive import ArchiveError
from detente.archive.facets import Choice
from detente.web import assets
from detente.web.maps import Map
from detente.web.narrowing import Time
from detente.web.networks import Web
from detente.web.pages.chronology import facets_of
from detente.web.pairs import Pair
from detente.web.snapshot import Snapshots
from detente.web.view import View

log = logging.getLogger(__name__)

_PAIRS = 3


def warm(snapshots: Snapshots) -> None:
    """Begin to load what pages need: statistics, files of tables, Vega; and the courses of the pairs most told of."""
    threading.Thread(target=_warm, args=(View(snapshots.current()),), name="detente-warming", daemon=True).start()


def _warm(view: View) -> None:
    try:
        for row in view.snapshot.ask("page_pairs_most", limit=_PAIRS):
            Pair(view, row["one"], row["other"], Time(None, None, ("", ""))).course()
        # the counts of all facets and the gazetteer, which the first chronology and map would wait for
        facets_of(view, Choice())
        Map(view, Time(None, None, ("", "")), "", "").shown()
        Web(view, None, "", "", "").network()
    except (ArchiveError, ValueError) as error:
        log.warning("the page is not warm: %s", error)
    importlib.import_module("pyarrow.parquet")
    assets.script()

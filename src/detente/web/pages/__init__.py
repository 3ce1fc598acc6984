"""The views of the page, one file a noun; each has a router.

A view asks `Seen` for the record, fills a template of its name, and offers what it shows as files beside its
address: tables at `<view>/tables/<name>.<csv|json|parquet>`, charts at `<view>/charts/<name>.<svg|png|json|csv>`.
"""

from fastapi import APIRouter

from detente.web.pages import (
    about,
    actor,
    article,
    ask,
    brief,
    chronology,
    happening,
    map,
    network,
    pair,
    sources,
    start,
)

#: The routers of all views, in the order of the navigation.
ROUTERS: tuple[APIRouter, ...] = (
    start.router, brief.router, pair.router, happening.router, article.router, actor.router, network.router,
    chronology.router, map.router, ask.router, sources.router, about.router,
)  # fmt: skip

"""The page as an ASGI application over one archive."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from detente.version import VERSION
from detente.web import api, assets, errors
from detente.web.pages import ROUTERS
from detente.web.security import Guard, Limits
from detente.web.snapshot import Snapshots
from detente.web.view import Site, templates
from detente.web.warming import Warming

_STATIC = Path(__file__).parent / "static"
_ABOUT = (
    "What one archive of Detente holds, read only. Every claim comes with the words that it was read from and the "
    "article in which they stood."
)


def create_app(
    archive: str | Path,
    *,
    token: str | None = None,
    knowledge: Sequence[str | Path] = (),
    hosts: Iterable[str] | None = None,
    limits: Limits | None = None,
) -> FastAPI:
    """The page of the archive at a path; `knowledge` names folders of the user's own knowledge.

    With a `token`, nothing is shown without it.  `hosts` are the names under which the page may be asked for, by
    default those of this machine itself; an empty name allows any.  ArchiveError says what is wrong with the file.
    """
    snapshots = Snapshots(Path(archive), [Path(folder) for folder in knowledge])

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        warming = Warming(snapshots)
        yield
        warming.stop()
        snapshots.close()

    app = FastAPI(
        title="Detente", version=VERSION, description=_ABOUT, lifespan=lifespan,
        docs_url=None, redoc_url=None, openapi_url="/api/openapi.json",
    )  # fmt: skip
    app.state.site = Site(snapshots=snapshots, templates=templates())
    app.add_middleware(Guard, token=token, hosts=hosts, limits=limits or Limits())
    errors.install(app)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    app.include_router(assets.router, include_in_schema=False)
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)
    app.include_router(api.router, prefix="/api")
    return app

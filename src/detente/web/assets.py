"""Files that browsers load: our own, and Vega as one script made from the package that carries it."""

from __future__ import annotations

import hashlib
import threading
from functools import cache
from importlib.resources import files
from pathlib import Path

import platformdirs
from fastapi import APIRouter
from starlette.responses import FileResponse

from detente.charts import rendering
from detente.version import VERSION

router = APIRouter()
_making = threading.Lock()


def script() -> Path:
    """The file with Vega, made if it is not there yet."""
    with _making:
        return rendering.scripts(Path(platformdirs.user_cache_dir("detente")) / "page")


@cache
def static_address(name: str) -> str:
    """The address of a file of ours, which changes when its content does."""
    content = (files("detente.web") / "static" / name).read_bytes()
    return f"/static/{name}?{hashlib.blake2b(content, digest_size=4).hexdigest()}"


def vega_address() -> str:
    """The address of Vega."""
    return f"/vega.js?{VERSION}"


@router.get("/vega.js")
def vega() -> FileResponse:
    """Vega, Vega-Lite and Vega-Embed in one."""
    return FileResponse(script(), media_type="text/javascript", headers={"Cache-Control": "max-age=86400"})


@router.get("/favicon.ico")
def icon() -> FileResponse:
    """The mark of the page in a browser's tab."""
    return FileResponse(Path(str(files("detente.web") / "static" / "mark.svg")), media_type="image/svg+xml")

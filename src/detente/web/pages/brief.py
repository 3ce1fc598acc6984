"""Brief: what the record tells of two actors, written up with footnotes, to read here or to take away."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from detente.web.pages.pair import Looked
from detente.web.view import Seen, render

router = APIRouter()

Style = Literal["qa", "chronology", "dossier"]
_TYPES = {"md": "text/markdown; charset=utf-8", "html": "text/html; charset=utf-8", "pdf": "application/pdf"}
#: Sentences are checked by reading them again, and one reader is enough.
_writing = threading.Lock()


def _brief(looked: Looked, style: Style = "qa") -> Any:
    """The brief, kept as long as the copy of the archive; 404 where nothing is told or none can be written."""
    write = getattr(looked.view.record, "brief", None)
    if write is None:
        raise HTTPException(404, "This version writes no briefs.")

    def written() -> Any:
        with _writing:
            return write(looked.one, looked.other, style=style, until=looked.time.until)

    found = looked.view.held.remember(("brief", looked.one, looked.other, style, looked.time.until), written)
    if found is None:
        raise HTTPException(404, "The record tells nothing of these two.")
    return found


Written = Annotated[Any, Depends(_brief)]


@router.get("/pair/{one}/{other}/brief")
def brief(request: Request, view: Seen, looked: Looked, found: Written, style: Style = "qa") -> Response:
    """The brief in the look of the page."""
    return render(request, view, "brief.html", pair=looked, brief=found, style=style)


@router.get("/pair/{one}/{other}/brief.{form}")
def brief_file(looked: Looked, found: Written, form: Literal["md", "html", "pdf"], style: Style = "qa") -> Response:
    """The brief as a file of its own."""
    name = f"{looked.one}-{looked.other}-{style}.{form}".lower()
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    if form == "pdf":
        with tempfile.TemporaryDirectory() as folder:
            content = Path(found.pdf(Path(folder) / "brief.pdf")).read_bytes()
        return Response(content, media_type=_TYPES[form], headers=headers)
    return Response(found.html() if form == "html" else found.markdown(), media_type=_TYPES[form], headers=headers)

"""Map: to come."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from detente.web.view import Seen, render

router = APIRouter()


@router.get("/map")
def map(request: Request, view: Seen) -> HTMLResponse:
    """The view."""
    return render(request, view, "placeholder.html", heading="Map")

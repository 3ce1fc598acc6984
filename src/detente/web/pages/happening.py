"""Happening: to come."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from detente.web.view import Seen, render

router = APIRouter()


@router.get("/happening/{happening_id}")
def happening(request: Request, view: Seen, happening_id: str) -> HTMLResponse:
    """The view."""
    return render(request, view, "placeholder.html", heading="Happening")

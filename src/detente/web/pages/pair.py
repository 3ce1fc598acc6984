"""Pair: to come."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from detente.web.view import Seen, render

router = APIRouter()


@router.get("/pair/{one}/{other}")
def pair(request: Request, view: Seen, one: str, other: str) -> HTMLResponse:
    """The view."""
    return render(request, view, "placeholder.html", heading="Pair")

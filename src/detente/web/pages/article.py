"""Article: to come."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from detente.web.view import Seen, render

router = APIRouter()


@router.get("/article/{article_id}")
def article(request: Request, view: Seen, article_id: str) -> HTMLResponse:
    """The view."""
    return render(request, view, "placeholder.html", heading="Article")

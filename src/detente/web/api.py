"""The record as JSON, for programs; described by /api/openapi.json and, for people, by /api/docs."""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import HTMLResponse

from detente.web.view import Seen, render

router = APIRouter()


class Holdings(BaseModel):
    """What the record holds."""

    articles: int
    claims: int
    first: date | None
    last: date | None
    kinds: dict[str, int]


@router.get("/record")
def record(view: Seen) -> Holdings:
    """What the record holds, in numbers."""
    found = view.held.remember("info", view.snapshot.info)
    return Holdings(
        articles=found.articles, claims=found.claims, first=found.first, last=found.last, kinds=dict(found.kinds)
    )


@router.get("/docs", include_in_schema=False)
def docs(request: Request, view: Seen) -> HTMLResponse:
    """What can be asked for, for people."""
    described: dict[str, Any] = request.app.openapi()
    return render(request, view, "api.html", described=described)

"""Answers where there is none: plain words for people, JSON for programs, and never a stack trace."""

from __future__ import annotations

import logging
from collections.abc import Callable
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from detente.archive import AmbiguousId, ArchiveError, NoSuchRecord
from detente.knowledge.lookup import UnknownActor
from detente.web import view
from detente.web.headers import put_on

log = logging.getLogger(__name__)

_USUAL = {
    400: "The address is not one that the page can make sense of.",
    404: "There is nothing at this address.",
    500: "Something went wrong here. What is known of it stands in the log of the server.",
    503: "The record cannot be read at the moment.",
}


def answer(request: Request, status: int, words: str = "", retry: int | None = None) -> Response:
    """The answer for an error: a page, or JSON under /api and where files of data are asked for."""
    said = words or _USUAL.get(status, HTTPStatus(status).phrase)
    headers = {"Retry-After": str(retry)} if retry is not None else {}
    if _for_programs(request.url.path):
        return JSONResponse({"error": said}, status, headers)
    page = view.render_plain(request, "error.html", status=status, phrase=HTTPStatus(status).phrase, words=said)
    page.headers.update(headers)
    return page


def install(app: FastAPI) -> None:
    """Let these be the answers of an application."""
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_request)
    for kind, status in ((NoSuchRecord, 404), (AmbiguousId, 404), (UnknownActor, 404), (ArchiveError, 503)):
        app.add_exception_handler(kind, _saying(status))
    app.add_exception_handler(BadValue, _of_value)
    app.add_exception_handler(Exception, _of_fault)


def _for_programs(path: str) -> bool:
    return path.startswith("/api/") and path != "/api/docs"


def _of_http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    said = error.detail if isinstance(error, HTTPException) and error.detail != HTTPStatus(status).phrase else ""
    return answer(request, status, said)


def _of_request(request: Request, error: Exception) -> Response:
    found = error.errors() if isinstance(error, RequestValidationError) else []
    said = "; ".join(f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg'].lower()}" for e in found[:3])
    return answer(request, 400, f"The address does not fit: {said}." if said else "")


class BadValue(ValueError):
    """A value in the address that makes no sense; the message says so to whoever reads the page."""


def _of_value(request: Request, error: Exception) -> Response:
    return answer(request, 400, _sentence(str(error)))


def _saying(status: int) -> Callable[[Request, Exception], Response]:
    def said(request: Request, error: Exception) -> Response:
        log.info("%s: %s", request.url.path, error)
        words = "" if isinstance(error, ArchiveError) else _sentence(str(error))
        return answer(request, status, words)

    return said


def _sentence(words: str) -> str:
    """An error as a sentence."""
    words = words.strip("'\"")
    return f"{words[:1].upper()}{words[1:]}" + ("" if words.endswith((".", "?")) else ".")


def _of_fault(request: Request, error: Exception) -> Response:
    log.error("%s failed", request.url.path, exc_info=error)
    # this answer goes out beside the guard
    found = answer(request, 500)
    put_on(found.headers)
    return found

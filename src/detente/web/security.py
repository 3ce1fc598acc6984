"""What keeps the page safe: it is read only, small requests only, known hosts only, and nothing inline in a browser."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from detente.web import errors
from detente.web.headers import put_on

#: A page on this machine is asked for by these names; other names may be an attack through the name service.
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
COOKIE = "detente_token"
_TOKEN = "token"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How large a request may be, and how many are answered at once."""

    path: int = 1000
    query: int = 4000
    values: int = 60
    at_once: int = 100


class Guard:
    """Lets through what may be answered, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, *, token: str | None, hosts: Iterable[str] | None, limits: Limits) -> None:
        self._app, self._token, self._limits = app, token, limits
        self._hosts = frozenset(LOOPBACK if hosts is None else hosts)
        self._running = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        answer = self._refused(request) or self._stranger(request)
        app: ASGIApp = answer or self._app
        self._running += 1
        try:
            await app(scope, receive, _with_headers(send))
        finally:
            self._running -= 1

    def _refused(self, request: Request) -> Response | None:
        """The answer to what is not answered, None for the rest."""
        if request.method not in ("GET", "HEAD"):
            return errors.answer(request, 405, "The page is read only.")
        if self._running >= self._limits.at_once:
            return errors.answer(request, 503, "Too many requests at once; try again in a moment.", retry=2)
        if not self._is_known(request.headers.get("host", "")):
            return errors.answer(request, 400, "The page is not asked for by this name.")
        if _has_body(request.headers):
            return errors.answer(request, 413, "A request has no body here.")
        return self._unfit(request)

    def _unfit(self, request: Request) -> Response | None:
        path, query = request.url.path, request.url.query
        if len(path) > self._limits.path or len(query) > self._limits.query:
            return errors.answer(request, 414, "The address is too long.")
        if query.count("&") >= self._limits.values:
            return errors.answer(request, 400, "The address has too many parameters.")
        # of query values too: no name, quote or date holds a character that cannot be seen
        decoded = request.scope["path"] + "".join(value for _, value in parse_qsl(query))
        if any(ord(c) < 32 or ord(c) == 127 or 0xD800 <= ord(c) < 0xE000 or c == "\ufffd" for c in decoded):
            return errors.answer(request, 400, "The address holds characters that it cannot hold.")
        return None

    def _is_known(self, host: str) -> bool:
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        return "" in self._hosts or name.lower() in self._hosts

    def _stranger(self, request: Request) -> Response | None:
        """The answer to who does not have the token, None for all others."""
        if self._token is None:
            return None
        given = request.query_params.get(_TOKEN)
        if given is not None and self._fits(given):
            return self._welcome(request)
        cookie: SimpleCookie = SimpleCookie(request.headers.get("cookie", ""))
        kept = cookie[COOKIE].value if COOKIE in cookie else ""
        scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
        if self._fits(kept) or (scheme.lower() == "bearer" and self._fits(bearer)):
            return None
        return errors.answer(request, 401, "This page is open to those who have its address with the token.")

    def _fits(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), (self._token or "").encode())

    def _welcome(self, request: Request) -> Response:
        """Keep the token in a cookie and take it out of the address, which people copy and share."""
        left = [(name, value) for name, value in request.query_params.multi_items() if name != _TOKEN]
        to = request.url.path + (f"?{urlencode(left)}" if left else "")
        # a path that begins with two slashes would lead to another host
        answer = RedirectResponse("/" + to.lstrip("/"), status_code=303)
        answer.set_cookie(COOKIE, self._token or "", httponly=True, samesite="strict")
        return answer


def _has_body(headers: Headers) -> bool:
    length = headers.get("content-length", "0")
    return "transfer-encoding" in headers or length not in ("", "0")


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            put_on(MutableHeaders(scope=message))
        await send(message)

    return sending

"""The page served: by default to this machine alone."""

from __future__ import annotations

import ipaddress
import secrets
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from detente.web.app import create_app

PORT = 8321
_TRIED = 20
_SECONDS_IDLE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a page is served, and with which token, if with any."""

    host: str
    port: int
    token: str | None

    @property
    def url(self) -> str:
        """What to open in a browser, with the token."""
        shown = "localhost" if self.host in ("0.0.0.0", "::") else self.host
        shown = f"[{shown}]" if ":" in shown else shown
        return f"http://{shown}:{self.port}/" + (f"?token={self.token}" if self.token else "")

    @property
    def is_open(self) -> bool:
        """Whether other machines can reach it."""
        return not is_loopback(self.host)


def address(host: str, port: int | None, token: str | None) -> Address:
    """Where to serve: a free port if none is named; a token is made up for a page that others can reach."""
    found = port if port is not None else _free_port(host)
    made = token or (None if is_loopback(host) else secrets.token_urlsafe(18))
    return Address(host=host, port=found, token=made)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def serve(
    archive: Path, where: Address, knowledge: Sequence[Path] = (), ready: Callable[[], None] = lambda: None
) -> None:
    """Serve until stopped, and call `ready` before; ArchiveError and OSError say why it cannot be served."""
    hosts = [""] if where.is_open else None
    app = create_app(archive, token=where.token, knowledge=knowledge, hosts=hosts)
    ready()
    uvicorn.run(
        app, host=where.host, port=where.port, log_level="warning", access_log=False, server_header=False,
        timeout_keep_alive=_SECONDS_IDLE, h11_max_incomplete_event_size=16 * 1024,
    )  # fmt: skip


def _free_port(host: str) -> int:
    """The usual port, or the next one that is free; OSError where none is."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in range(PORT, PORT + _TRIED):
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind((host, port))
            except OSError:
                continue
            return port
    raise OSError(f"no port of {PORT} to {PORT + _TRIED - 1} is free; name one with --port")

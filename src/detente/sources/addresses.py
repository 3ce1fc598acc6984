"""Which addresses of the network may be asked: names are resolved first and every answer is checked."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit, urlunsplit

from detente.sources.unreadable import Unreadable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_USUAL_PORT = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Forbidden(Unreadable):
    """An address that is not fetched; the message says why in plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An http(s) address taken apart: what to connect to and what to ask for."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port: what one robots.txt holds for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _USUAL_PORT[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        """The whole address."""
        return self.site + self.path


def target_of(url: str, base: str = "") -> Target:
    """The parts of an address, resolved against `base`; raises Forbidden for other schemes and logins."""
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        host, port = _ascii(parts.hostname or ""), parts.port
    except ValueError as error:
        raise Forbidden(f"is no address: {error}") from error
    if parts.scheme not in ("http", "https"):
        raise Forbidden(f"only http and https are read, not {parts.scheme or 'an address without a scheme'}")
    if not host:
        raise Forbidden("is an address without a host")
    if parts.username or parts.password:
        raise Forbidden("an address with a user name or password in it is not read")
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    return Target(scheme=parts.scheme, host=host, port=port or _USUAL_PORT[parts.scheme], path=path)


def _ascii(host: str) -> str:
    """A host name as it goes over the network (bücher.example is xn--bcher-kva.example)."""
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _inner(address: Address) -> Address:
    """The IPv4 address that an IPv6 address stands for (mapped, 6to4, NAT64), else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


def is_public(address: Address) -> bool:
    """Whether an address leads to the public network and not into a private, local or reserved one."""
    inner = _inner(address)
    special = inner.is_multicast or inner.is_reserved or inner.is_unspecified or inner.is_loopback
    return inner.is_global and not special and not inner.is_link_local


def checked_address(target: Target, *, allow_private: bool) -> str:
    """The address to connect to, as checked; raises Forbidden where any answer for the name is private."""
    try:
        answers = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Forbidden(f"the host {target.host} was not found") from error
    addresses = [ipaddress.ip_address(str(answer[4][0]).split("%")[0]) for answer in answers]
    for address in addresses:
        if not allow_private and not is_public(address):
            raise Forbidden(
                f"{target.host} is an address of a private or local network ({address}); --allow-private reads it"
            )
    return str(addresses[0])

"""Pages over http(s): slowly, within limits, where robots.txt allows, and never into private networks."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from urllib.robotparser import RobotFileParser

import httpx

from detente.sources.addresses import Forbidden, Target, checked_address, target_of
from detente.sources.options import ReadOptions
from detente.sources.streams import TooLarge, size_in_words
from detente.sources.unreadable import Unreadable

_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5
_ROBOTS_LIMIT = 512 * 1024
_MOST_PAUSE = 10.0


class NotFetched(Unreadable):
    """A page could not be had; the message says why in plain words."""


class _PassingTrouble(NotFetched):
    """A failure that may be over at the second try."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What an address answered: the bytes, where they came from in the end, and how they are encoded."""

    url: str
    data: bytes
    charset: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    status: int
    data: bytes = b""
    charset: str = ""
    location: str = ""


def user_agent() -> str:
    """How the program names itself to servers: detente/VERSION."""
    try:
        return f"detente/{version('detente')}"
    except PackageNotFoundError:
        return "detente/0"


@dataclass(slots=True)
class Fetcher:
    """Fetches pages one after another; remembers the robots.txt of each site while it is open."""

    options: ReadOptions
    robots: dict[str, RobotFileParser] = field(default_factory=dict)
    last_asked: dict[str, float] = field(default_factory=dict)
    client: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        # Proxies from the environment would resolve names out of our sight; certificates are checked.
        self.client = httpx.Client(trust_env=False, follow_redirects=False, timeout=self.options.timeout)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.client.close()

    def fetch(self, url: str) -> Page:
        """The page at an address, redirects followed.

        Raises Forbidden, NotFetched or TooLarge.
        """
        target = target_of(url)
        deadline = time.monotonic() + self.options.timeout
        for _ in range(_MOST_REDIRECTS + 1):
            self._check_robots(target)
            answer = self._tried_twice(target, self.options.max_bytes, deadline)
            if answer.status in _REDIRECTS and answer.location:
                target = target_of(answer.location, base=target.url)
                continue
            if answer.status != 200:
                raise NotFetched(f"the server answered {answer.status}")
            return Page(url=target.url, data=answer.data, charset=answer.charset)
        raise NotFetched(f"was redirected more than {_MOST_REDIRECTS} times")

    def _tried_twice(self, target: Target, limit: int, deadline: float) -> _Answer:
        try:
            return self._ask(target, limit, deadline)
        except _PassingTrouble:
            return self._ask(target, limit, deadline)

    def _ask(self, target: Target, limit: int, deadline: float) -> _Answer:
        """One request to the very address that was checked, so that a name cannot change in between."""
        address = checked_address(target, allow_private=self.options.allow_private)
        host = f"[{address}]" if ":" in address else address
        url = f"{target.scheme}://{host}:{target.port}{target.path}"
        headers = {"Host": target.site.split("//")[1], "User-Agent": user_agent(), "Accept-Encoding": "identity"}
        extensions = {"sni_hostname": target.host}
        with _plain_errors(self.options.timeout):
            left = max(0.1, deadline - time.monotonic())
            with self.client.stream("GET", url, headers=headers, extensions=extensions, timeout=left) as response:
                if response.status_code >= 500:
                    raise _PassingTrouble(f"the server answered {response.status_code}")
                location = response.headers.get("location", "")
                data = b"" if response.status_code != 200 else _body(response, limit, deadline)
                charset = response.charset_encoding or ""
                return _Answer(status=response.status_code, data=data, charset=charset, location=location)

    def _check_robots(self, target: Target) -> None:
        if target.site not in self.robots:
            self.robots[target.site] = self._robots(target)
        rules = self.robots[target.site]
        if not rules.can_fetch("detente", target.url):
            raise Forbidden("the site's robots.txt asks programs not to read this page")
        self._pause(target, rules)

    def _pause(self, target: Target, rules: RobotFileParser) -> None:
        """Wait as long between two pages of a site as it asks, within reason."""
        delay = min(float(rules.crawl_delay("detente") or 0), _MOST_PAUSE)
        asked = self.last_asked.get(target.site)
        if delay and asked is not None:
            time.sleep(max(0.0, asked + delay - time.monotonic()))
        self.last_asked[target.site] = time.monotonic()

    def _robots(self, target: Target) -> RobotFileParser:
        """The rules of a site; none where it has no robots.txt, all forbidden where it cannot say."""
        rules = RobotFileParser()
        current = target_of("/robots.txt", base=target.url)
        deadline = time.monotonic() + self.options.timeout
        try:
            for _ in range(_MOST_REDIRECTS + 1):
                answer = self._tried_twice(current, _ROBOTS_LIMIT, deadline)
                if answer.status not in _REDIRECTS or not answer.location:
                    break
                current = target_of(answer.location, base=current.url)
        except TooLarge:
            answer = _Answer(status=404)
        lines = answer.data.decode("utf-8", errors="replace").splitlines() if answer.status == 200 else []
        rules.parse(lines)
        return rules


def _body(response: httpx.Response, limit: int, deadline: float) -> bytes:
    """The body of an answer, given up when it grows too large or takes too long."""
    said = response.headers.get("content-length", "")
    if said.isdigit() and int(said) > limit:
        raise TooLarge(f"is larger than {size_in_words(limit)}, the limit for one page")
    parts, size = [], 0
    for part in response.iter_bytes():
        size += len(part)
        if size > limit:
            raise TooLarge(f"is larger than {size_in_words(limit)}, the limit for one page")
        if time.monotonic() > deadline:
            raise NotFetched("took longer than the time limit")
        parts.append(part)
    return b"".join(parts)


@contextmanager
def _plain_errors(timeout: float) -> Iterator[None]:
    """Turns the client's errors into ours, with words that a reader of news understands."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise NotFetched(f"took longer than the time limit of {timeout:g} seconds") from error
    except (httpx.NetworkError, httpx.RemoteProtocolError) as error:
        raise _PassingTrouble(f"the connection failed: {error}") from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise NotFetched(f"cannot be fetched: {error}") from error

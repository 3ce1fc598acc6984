"""Fetching from a server in this process: what is asked for, what is refused, and how much is read."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from detente.model import Article, Dating, Refusal
from detente.sources import ReadOptions, read_sources
from detente.sources.addresses import Forbidden, is_public, target_of

PROSE = (
    "Kenya and Somalia have agreed to reopen their common border, the ministers of both said after talks on the coast."
)
SHORT = "A short word on the border talks."
PAGE = (
    f"<html lang='en'><head><title>Border to open</title></head><body><article><p>{PROSE}</p></article></body></html>"
)
Answer = Callable[[BaseHTTPRequestHandler], None]


def answer(
    body: str | bytes, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str
) -> Callable[[BaseHTTPRequestHandler], None]:
    data = body.encode() if isinstance(body, str) else body

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return send


class Site:
    """A little web site: paths with their answers, and a record of what was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {"/": answer(PAGE)}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.headers.append(dict(self.headers))
                site.pages.get(self.path, answer("not here", 404))(self)

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    thread = threading.Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()
    thread.join()


def read(url: str, **options: object) -> Article | Refusal:
    given = {"allow_private": True, "timeout": 5.0, **options}
    (found,) = read_sources([url], ReadOptions(**given))  # type: ignore[arg-type]
    return found


def reason(found: Article | Refusal) -> str:
    assert isinstance(found, Refusal)
    return found.reason


def test_a_page_is_read_and_the_program_names_itself(site: Site) -> None:
    found = read(site.url + "/")
    assert isinstance(found, Article)
    assert (found.text, found.title, found.url) == (PROSE, "Border to open", site.url + "/")
    assert site.asked == ["/robots.txt", "/"]
    assert site.headers[1]["User-Agent"].startswith("detente/")
    assert site.headers[1]["Host"] == site.url.removeprefix("http://")


def test_private_addresses_are_not_asked(site: Site) -> None:
    assert "private or local" in reason(read(site.url + "/", allow_private=False))
    assert "private or local" in reason(read(site.url.replace("127.0.0.1", "localhost"), allow_private=False))
    assert site.asked == []


def test_a_redirect_into_a_private_network_is_not_followed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    # The first host passes for public; the second is what it is.
    site.pages["/"] = answer("", 302, Location="http://10.0.0.1/secret")
    monkeypatch.setattr("detente.sources.addresses.is_public", lambda address: str(address) == "127.0.0.1")
    assert "10.0.0.1" in reason(read(site.url + "/", allow_private=False))


def test_the_connection_goes_to_the_address_that_was_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    real, asked = socket.getaddrinfo, []

    def rebinding(host: object, *rest: object, **more: object) -> object:
        asked.append(host)
        if host == "news.example":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))]
        return real(host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("socket.getaddrinfo", rebinding)
    found = read(site.url.replace("127.0.0.1", "news.example") + "/")
    assert isinstance(found, Article)
    assert site.headers[1]["Host"].startswith("news.example:")
    # The name is resolved only by the check; the client is given the bare address.
    assert all(host in ("news.example", "127.0.0.1") for host in asked)
    assert asked.count("news.example") == 2


def test_redirects(site: Site) -> None:
    site.pages["/old"] = answer("", 301, Location="/")
    found = read(site.url + "/old")
    assert isinstance(found, Article)
    assert found.url == site.url + "/"
    site.pages["/round"] = answer("", 302, Location="/round")
    assert "redirected more than 5" in reason(read(site.url + "/round"))
    site.pages["/file"] = answer("", 302, Location="file:///etc/passwd")
    assert "only http" in reason(read(site.url + "/file"))


def test_robots_are_respected(site: Site) -> None:
    site.pages["/robots.txt"] = answer("User-agent: *\nDisallow: /private/\n", kind="text/plain")
    site.pages["/private/1"] = answer(PAGE)
    assert "robots.txt" in reason(read(site.url + "/private/1"))
    assert site.asked == ["/robots.txt"]
    assert isinstance(read(site.url + "/"), Article)


def test_a_site_that_cannot_say_its_rules_is_not_read(site: Site) -> None:
    site.pages["/robots.txt"] = answer("", 503)
    assert "503" in reason(read(site.url + "/"))
    assert "/" not in site.asked


def test_size_limit_said_and_unsaid(site: Site) -> None:
    site.pages["/said"] = answer("x" * 5000)

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(10_000):
                handler.wfile.write(b"x" * 1000)
        except OSError:
            return

    site.pages["/unsaid"] = endless
    for path in ("/said", "/unsaid"):
        assert "larger than" in reason(read(site.url + path, max_bytes=2000))


def test_time_limit(site: Site) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(50):
                handler.wfile.write(b"x")
                time.sleep(0.1)
        except OSError:
            return

    site.pages["/slow"] = slow
    begun = time.monotonic()
    assert "time limit" in reason(read(site.url + "/slow", timeout=0.5))
    assert time.monotonic() - begun < 3


def test_one_more_try_after_a_failure(site: Site) -> None:
    def fails_once(handler: BaseHTTPRequestHandler) -> None:
        site.pages["/"] = answer(PAGE)
        answer("", 502)(handler)

    site.pages["/"] = fails_once
    assert isinstance(read(site.url + "/"), Article)
    assert site.asked.count("/") == 2
    site.pages["/down"] = answer("", 500)
    assert "500" in reason(read(site.url + "/down"))
    assert site.asked.count("/down") == 2
    assert "404" in reason(read(site.url + "/nothing"))
    assert site.asked.count("/nothing") == 1


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "connection failed" in reason(read(f"http://127.0.0.1:{port}/"))


def test_other_kinds_of_answers(site: Site) -> None:
    site.pages["/dump.csv"] = answer(f"title;text\nBorder;{PROSE}\n", kind="text/csv")
    site.pages["/paper"] = answer(b"%PDF-1.7", kind="application/pdf")
    site.pages["/plain"] = answer(f"Border to open\n\n{PROSE}".encode("cp1252"), kind="text/plain; charset=latin-1")
    found = read(site.url + "/dump.csv")
    assert isinstance(found, Article)
    assert found.title == "Border"
    assert "PDF" in reason(read(site.url + "/paper"))
    assert isinstance(read(site.url + "/plain"), Article)


def test_a_feed_with_its_pages(site: Site) -> None:
    items = "".join(
        f"<item><title>From feed</title><link>{site.url}{path}</link><guid>{path}</guid>"
        f"<pubDate>Sun, 03 Mar 2019 10:00:00 GMT</pubDate><description>{SHORT}</description></item>"
        for path in ("/", "/gone")
    )
    site.pages["/feed"] = answer(
        f"<rss version='2.0'><channel><title>Wire</title>{items}</channel></rss>", kind="text/xml"
    )
    options = ReadOptions(allow_private=True, linked=True, timeout=5)
    page, gone, entry = read_sources([site.url + "/feed"], options)
    assert isinstance(page, Article)
    assert (page.text, page.title, page.outlet, page.ref) == (PROSE, "Border to open", "Wire", "/")
    assert page.dating == Dating.FEED
    assert isinstance(gone, Refusal)
    assert "404" in gone.reason
    assert isinstance(entry, Article)
    assert entry.text == SHORT
    assert site.asked.count("/robots.txt") == 2


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url", ["ftp://example.org/", "http://", "http://user:pw@example.org/", "http://example.org:99999/", "http://[::1"]
)
def test_addresses_that_are_refused(url: str) -> None:
    with pytest.raises(Forbidden):
        target_of(url)


def test_parts_of_an_address() -> None:
    target = target_of("../b?q=1#part", base="http://example.org:8080/a/c")
    assert (target.url, target.site) == ("http://example.org:8080/b?q=1", "http://example.org:8080")
    assert target_of("https://example.org").url == "https://example.org/"

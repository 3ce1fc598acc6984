from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.testclient import TestClient

from detente.archive import MissingArchive
from detente.web import create_app
from detente.web.security import COOKIE, Guard, Limits

_TOKEN = "made-up-token"


@pytest.fixture(scope="module")
def closed(small_archive: Path) -> Iterator[TestClient]:
    """The page for those who have the token."""
    app = create_app(small_archive, token=_TOKEN, hosts=["news.example"])
    with TestClient(app, base_url="http://news.example", raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/nothing", "/api/record", "/api/nothing", "/static/style.css", "/happening/x"])
def test_every_answer_has_the_headers(page: TestClient, path: str) -> None:
    headers = page.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/", "/ask?q=Iran", "/sources", "/about", "/api/docs", "/actor/IRN", "/pair/IRN/SAU"])
def test_nothing_is_inline_and_nothing_comes_from_elsewhere(feud: TestClient, path: str) -> None:
    text = feud.get(path).text
    assert " style=" not in text
    assert "<style" not in text
    assert " onclick=" not in text
    assert "<script>" not in text
    assert not [part for part in text.split('src="')[1:] if not part.startswith("/")]
    assert 'href="http' not in text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_the_page_is_read_only(page: TestClient, method: str) -> None:
    assert page.request(method, "/").status_code == 405


def test_requests_have_limits(page: TestClient) -> None:
    assert page.get("/ask?q=" + "a" * 5000).status_code == 414
    assert page.get("/" + "a" * 2000).status_code == 414
    assert page.get("/chronology?" + "&".join(f"a{n}=1" for n in range(90))).status_code == 400
    assert page.request("GET", "/", content=b"a body").status_code == 413
    assert page.get("/api/claims?limit=100000").status_code == 400


@pytest.mark.parametrize("path", ["/ask?q=%00", "/actor/a%0Ab", "/ask?q=%1b[2J", "/actor/%ff%fe", "/ask?q=%ed%a0%80"])
def test_characters_that_cannot_be_seen_are_refused(page: TestClient, path: str) -> None:
    assert page.get(path).status_code == 400


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py"])
def test_no_path_leads_out(page: TestClient, path: str) -> None:
    assert page.get(path).status_code == 404


def test_the_page_is_asked_for_by_its_own_names_only(page: TestClient) -> None:
    assert page.get("/", headers={"host": "localhost:8321"}).status_code == 200
    assert page.get("/", headers={"host": "[::1]:8321"}).status_code == 200
    assert page.get("/", headers={"host": "evil.example"}).status_code == 400


def test_a_token_opens_the_page_and_leaves_the_address(closed: TestClient) -> None:
    assert closed.get("/").status_code == 401
    assert closed.get("/api/record").json() == {"error": closed.get("/api/record").json()["error"]}
    assert closed.get("/?token=wrong").status_code == 401
    welcome = closed.get(f"/sources?token={_TOKEN}&page=2", follow_redirects=False)
    assert (welcome.status_code, welcome.headers["location"]) == (303, "/sources?page=2")
    cookie = welcome.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}={_TOKEN}")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert closed.get("/").status_code == 200
    closed.cookies.clear()
    assert closed.get("/api/record", headers={"authorization": f"Bearer {_TOKEN}"}).status_code == 200


def test_a_welcome_leads_to_the_page_itself(closed: TestClient) -> None:
    welcome = closed.get(f"//evil.example/?token={_TOKEN}", follow_redirects=False)
    assert welcome.headers["location"].startswith("/")
    assert not welcome.headers["location"].startswith("//")
    closed.cookies.clear()


def test_too_many_at_once_are_asked_to_wait() -> None:
    async def nothing(scope: object, receive: object, send: object) -> None:
        pytest.fail("nobody gets this far")

    guard = Guard(nothing, token=None, hosts=None, limits=Limits(at_once=0))
    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "path": "/api/record",
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
    }
    sent: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request"}

    with start_blocking_portal() as portal:  # a loop of its own, whatever loop the browser's tests left running
        portal.call(guard, scope, receive, send)
    assert sent[0]["status"] == 503


def test_a_fault_shows_no_trace(small_archive: Path) -> None:
    app = create_app(small_archive)

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("secret words of a trace")

    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        answer = client.get("/broken")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_errors_are_pages_for_people_and_json_for_programs(page: TestClient) -> None:
    assert "There is nothing at this address" in page.get("/nothing").text
    assert page.get("/api/nothing").json() == {"error": "There is nothing at this address."}
    assert page.get("/happening/h0000000000000000").status_code == 404
    assert page.get("/actor/nobody-at-all").status_code == 404
    assert page.get("/pair/IRN/IRN").status_code == 400
    assert page.get("/pair/IRN/SAU?since=2016-13").status_code == 400
    assert page.get("/pair/IRN/SAU?since=2017&until=2016").status_code == 400


def test_no_page_without_an_archive(tmp_path: Path) -> None:
    with pytest.raises(MissingArchive):
        create_app(tmp_path / "nothing.duckdb")

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

import detente
from detente.web import create_app


def test_what_the_record_holds(feud: TestClient) -> None:
    text = feud.get("/").text
    assert "<dd>11</dd>" in text
    assert "articles" in text
    assert "Last read on" in text


def test_what_was_told_last_comes_first(feud: TestClient) -> None:
    rows = feud.get("/start/tables/latest.json").json()
    days = [row["reported"] for row in rows]
    assert days == sorted(days, reverse=True)
    assert rows[0]["source_codes"] == ["USA"]


def test_a_pair_moves_against_its_own_past(feud: TestClient) -> None:
    (row,) = feud.get("/start/tables/movement.json").json()
    assert (row["one"], row["other"]) == ("IRN", "SAU")
    assert row["level"] < 0 < row["level_before"]
    assert row["movement"] == row["level"] - row["level_before"]


def test_an_empty_record_says_what_to_do(tmp_path: Path) -> None:
    detente.open(tmp_path / "empty.duckdb").close()
    with TestClient(create_app(tmp_path / "empty.duckdb"), base_url="http://localhost") as client:
        for path in ("/", "/sources", "/about", "/ask", "/ask?q=Iran", "/chronology", "/network", "/map", "/actor/IRN"):
            assert client.get(path).status_code == 200, path
        assert "The record is empty" in client.get("/").text
        assert "The record tells nothing of these two" in client.get("/pair/IRN/SAU").text

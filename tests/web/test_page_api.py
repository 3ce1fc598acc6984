from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from detente.exchange.claims import read_claim_record


def test_the_description_is_served_for_people_and_programs(feud: TestClient) -> None:
    described = feud.get("/api/openapi.json").json()
    assert {"/api/record", "/api/pairs/{one}/{other}", "/api/happenings/{happening_id}"} <= set(described["paths"])
    assert not [path for path in described["paths"] if not path.startswith("/api/")]
    page = feud.get("/api/docs").text
    assert all(path in page for path in described["paths"])
    assert "cdn" not in page


def test_the_record_in_numbers(feud: TestClient) -> None:
    found = feud.get("/api/record").json()
    assert (found["articles"], found["claims"], found["kinds"]["event"]) == (11, 13, 10)


def test_claims_are_in_the_form_of_the_contract(feud: TestClient) -> None:
    found = feud.get("/api/claims?actor=Iran&actor=SAU&kind=stance").json()
    assert {read_claim_record(record)[0].type for record in found} == {"want", "fear"}
    one = feud.get(f"/api/claims/{found[0]['id'][:10]}").json()
    assert one == found[0]
    article = feud.get(f"/api/articles/{one['article']}").json()
    assert one["sentence"] in article["text"]
    assert one in article["claims"]


def test_a_pair_and_its_happenings(feud: TestClient) -> None:
    found = feud.get("/api/pairs/Iran/SAU?by=year").json()
    assert found["names"] == ["Iran", "Saudi Arabia"]
    assert found["by"] == "year"
    assert found["phases"]
    happenings = feud.get("/api/pairs/IRN/SAU/happenings?since=2016&limit=2").json()
    assert len(happenings) == 2
    assert not [key for key in happenings[0] if key.startswith("to_")]
    whole = feud.get(f"/api/happenings/{happenings[0]['happening']}").json()
    assert whole["sources"][0]["reports"]


def test_actors(feud: TestClient) -> None:
    assert feud.get("/api/actors?limit=1").json()[0]["actor"] in ("IRN", "SAU")
    found = feud.get("/api/actors/USA?on=2016-01-01").json()
    assert {"holder": "Barack Obama"}.items() <= next(o for o in found["offices"] if o["office"] == "President").items()
    assert feud.get("/api/movement").json()[0]["one"] == "IRN"
    assert feud.get("/api/latest?limit=1").json()[0]["source_codes"] == ["USA"]


def test_a_question(feud: TestClient) -> None:
    assert [a["code"] for a in feud.get("/api/ask?q=Iran+and+Saudi+Arabia").json()["named"]] == ["IRN", "SAU"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/actors/nobody-at-all", 404), ("/api/pairs/IRN/IRN", 400), ("/api/claims?status=sure", 400),
        ("/api/claims/c0", 404), ("/api/claims/x", 400), ("/api/articles/a0000000000000000", 404),
        ("/api/happenings/h0", 404),
        ("/api/claims?since=2016-02-31", 400), ("/api/ask", 400), ("/api/claims?limit=0", 400),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said(feud: TestClient, path: str, status: int) -> None:
    answer = feud.get(path)
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}

from __future__ import annotations

import pytest
from starlette.testclient import TestClient


@pytest.fixture(scope="module")
def rupture(feud: TestClient) -> str:
    """The address of the break of relations."""
    rows = feud.get("/pair/IRN/SAU/tables/happenings.json").json()
    ids: list[str] = [row["happening"] for row in rows if row["what"] == "sanction, discontinue"]
    return f"/happening/{ids[0]}"


def test_reports_stand_by_source(feud: TestClient, rupture: str) -> None:
    rows = feud.get(f"{rupture}/tables/reports.json").json()
    sources = {row["outlet"]: row["source_number"] for row in rows}
    assert sources["Harbour Post · Wire One"] == sources["Hill Gazette · Wire One"] != sources["Nile Daily · Wire Two"]
    text = feud.get(rupture).text
    assert "2 independent sources" in text
    assert "3 articles" in text


def test_copied_words_and_words_of_the_claim_are_marked(feud: TestClient, rupture: str) -> None:
    text = feud.get(rupture).text
    assert "<mark class=copied>Saudi Arabia cut diplomatic relations with Iran</mark>" in text
    assert "<mark>Saudi Arabia severed relations with Iran</mark>" in text


def test_it_says_why_the_reports_are_one_event(feud: TestClient, rupture: str) -> None:
    assert "Why they are put together" in feud.get(rupture).text


def test_a_claim_leads_to_its_happening(feud: TestClient, rupture: str) -> None:
    claim = feud.get(f"{rupture}/tables/reports.json").json()[-1]["claim"]
    answer = feud.get(f"/happening/{claim}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, rupture)
    short = feud.get(rupture[:18], follow_redirects=False)
    assert short.headers["location"] == rupture


def test_a_claim_of_no_event_leads_to_its_article(feud: TestClient) -> None:
    stance = feud.get("/pair/IRN/SAU/tables/stance.json").json()[0]
    answer = feud.get(f"/happening/{stance['claim']}", follow_redirects=False)
    assert answer.headers["location"] == f"/article/{stance['article']}#{stance['claim']}"


def test_other_tables_are_not_there(feud: TestClient, rupture: str) -> None:
    assert feud.get(f"{rupture}/tables/differences.csv").status_code == 200
    assert feud.get(f"{rupture}/tables/none.csv").status_code == 404

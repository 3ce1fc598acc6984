from __future__ import annotations

from starlette.testclient import TestClient


def test_sources_count_copies_of_an_agency(feud: TestClient) -> None:
    outlets = {row["outlet"]: row for row in feud.get("/sources/tables/outlets.json").json()}
    assert outlets["Hill Gazette"]["articles"] == outlets["Hill Gazette"]["from_agencies"] == 1
    agencies = {row["agency"]: row for row in feud.get("/sources/tables/agencies.json").json()}
    assert agencies["Wire One"]["outlets"] == 2
    (reuse,) = feud.get("/sources/tables/reuse.json").json()
    assert {reuse["one"], reuse["other"]} == {"Harbour Post", "Hill Gazette"}
    assert reuse["of_one_agency"] == reuse["passages"]


def test_about_tells_rules_types_and_figures(feud: TestClient) -> None:
    assert feud.get("/about/tables/rules.json").json()[0]["claims"] == 13
    types = {(row["kind"], row["type"]): row for row in feud.get("/about/tables/types.json").json()}
    assert types["event", "SANCTION"]["claims"] == 4
    assert types["stance", "want"]["definition"]
    assert "How good the reading is" in feud.get("/about").text


def test_a_question_names_whom_it_means(feud: TestClient) -> None:
    text = feud.get("/ask?q=How+do+Iran+and+Saudi+Arabia+stand%3F").text
    assert 'href="/pair/IRN/SAU"' in text
    assert "For instance" in feud.get("/ask").text


def test_a_question_is_shown_as_text(feud: TestClient) -> None:
    text = feud.get("/ask?q=%3Cscript%3Ealert(1)%3C/script%3E").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text

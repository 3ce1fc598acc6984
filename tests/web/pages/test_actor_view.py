from __future__ import annotations

import csv
import io

from starlette.testclient import TestClient


def test_who_it_is_depends_on_the_day(feud: TestClient) -> None:
    then, later = feud.get("/actor/USA?on=1999-05-01").text, feud.get("/actor/USA?on=2016-05-01").text
    assert "Bill Clinton" in then
    assert "Bill Clinton" not in later
    assert "Barack Obama" in later
    assert "Barack Obama" not in then


def test_without_a_day_it_is_the_last_of_the_record(feud: TestClient) -> None:
    assert "As of 1 February 2016" in feud.get("/actor/USA").text


def test_pairs_are_ranked(feud: TestClient) -> None:
    rows = feud.get("/actor/SAU/tables/pairs.json").json()
    assert [row["partner"] for row in rows] == ["IRN", "USA"]
    assert rows[0]["events"] > rows[1]["events"]


def test_what_it_wants_and_fears(feud: TestClient) -> None:
    iran, arabia = feud.get("/actor/IRN").text, feud.get("/actor/SAU").text
    assert "<mark>Iran wants an end to the siege</mark>" in iran
    assert "<mark>Saudi Arabia fears a nuclear Iran</mark>" in arabia
    # what another wants of it is not its own wish
    assert "<mark>Iran wants an end to the siege</mark>" not in arabia


def test_ties_and_articles_are_tables(feud: TestClient) -> None:
    assert [tie["tie"] for tie in feud.get("/actor/IRN/tables/ties.json").json()] == ["rivalry"]
    articles = feud.get("/actor/IRN/tables/articles.json").json()
    assert articles[0]["claims"] == 3


def test_its_years(feud: TestClient) -> None:
    rows = csv.DictReader(io.StringIO(feud.get("/actor/IRN/charts/activity.csv").text))
    assert {row["year"] for row in rows} == {"1999", "2000", "2001", "2016"}
    assert feud.get("/actor/IRN/charts/none.json").status_code == 404


def test_names_lead_to_codes(feud: TestClient) -> None:
    answer = feud.get("/actor/Washington?on=1999", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/actor/USA?on=1999")


def test_an_actor_that_nothing_is_told_of_is_still_known(feud: TestClient) -> None:
    text = feud.get("/actor/NATO", follow_redirects=True).text
    assert "The record tells nothing of it" in text
    assert "members" in text

from __future__ import annotations

import pytest
from starlette.testclient import TestClient


def test_relations_on_a_day(page: TestClient) -> None:
    rows = {row["pair"]: row for row in page.get("/network/tables/relations.json?on=2016-07-01").json()}
    assert rows["Iran and Syria"]["ties"] == "alliance"
    assert rows["Saudi Arabia and Yemen"]["level"] < 0 < rows["Iran and Syria"]["level"]


def test_the_day_before_anything_is_told_is_empty_and_says_so(page: TestClient) -> None:
    text = page.get("/network?on=2001-01-01").text
    assert "Nothing is told of the three years before" in text


def test_an_issue_and_a_tie_narrow_the_network(page: TestClient) -> None:
    by_issue = page.get("/network/tables/relations.json?on=2016-07-01&issue=diplomacy").json()
    assert [row["pair"] for row in by_issue] == ["Iran and Saudi Arabia"]
    by_tie = page.get("/network/tables/relations.json?on=2016-07-01&tie=alliance").json()
    assert [row["pair"] for row in by_tie] == ["Iran and Syria"]
    of_actor = page.get("/network/tables/relations.json?on=2016-07-01&actor=Yemen").json()
    assert [row["pair"] for row in of_actor] == ["Saudi Arabia and Yemen"]


def test_days_before_and_after_have_addresses(page: TestClient) -> None:
    text = page.get("/network?on=2016-03-31&issue=diplomacy").text
    assert "/network?on=2016-02-29&amp;issue=diplomacy" in text
    assert "/network?on=2017-03-31&amp;issue=diplomacy" in text


def test_without_a_day_it_is_the_last_of_the_record(page: TestClient) -> None:
    assert "Network, 1 July 2016" in page.get("/network").text


def test_the_chart_leads_to_pairs_and_actors(page: TestClient) -> None:
    spec = page.get("/network/charts/network.json?on=2016-07-01").json()
    to = {row["to"] for layer in spec["layer"] for row in layer["data"]["values"]}
    assert {"/pair/IRN/SYR", "/actor/IRN"} <= to


@pytest.mark.parametrize("on", ["1001", "2016-02-31", "soon"])
def test_days_that_are_none_are_refused(page: TestClient, on: str) -> None:
    assert page.get(f"/network?on={on}").status_code == 400

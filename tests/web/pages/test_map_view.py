from __future__ import annotations

import pytest
from starlette.testclient import TestClient


def test_places_say_how_exactly_they_are_known(page: TestClient) -> None:
    rows = {row["place"]: row for row in page.get("/map/tables/places.json").json()}
    assert rows["Muscat"]["known"] == "to the place"
    assert rows["Yemen"]["known"] == "to the country only"
    assert rows["Yemen"]["balance"] == "mostly conflict"


def test_flows_and_projects_go_by_points(page: TestClient) -> None:
    rows = {row["kind"]: row for row in page.get("/map/tables/routes.json").json()}
    assert rows["flow"]["from"] == "Iran"
    assert rows["flow"]["to"] == "Syria"
    assert len(rows["flow"]["points"].split(";")) == 2
    assert rows["project"]["said"] == "Tehran"
    assert len(rows["project"]["points"].split(";")) == 1


def test_a_place_shows_what_is_told_of_it(page: TestClient) -> None:
    text = page.get("/map?place=Yemen&of=YEM").text
    assert 'id="told"' in text
    assert "bombed" in text
    assert "Nothing is told of this place" in page.get("/map?place=Nowhere&of=YEM").text


def test_an_actor_and_a_time_narrow_the_map(page: TestClient) -> None:
    assert [row["place"] for row in page.get("/map/tables/places.json?actor=Yemen").json()] == ["Yemen"]
    assert page.get("/map/tables/places.json?until=2016-05").json()[0]["place"] == "Muscat"
    assert page.get("/map/tables/routes.json?show=projects").json()[0]["kind"] == "project"


def test_the_chart_draws_country_marks_apart_and_its_links_stay_here(page: TestClient) -> None:
    spec = page.get("/map/charts/map.json").json()
    rows = [row for layer in spec["layer"] for row in layer["data"]["values"]]
    marks = {row["label"]: row["precision"] for row in rows if "label" in row}
    assert marks["Muscat"] == "city"
    assert marks["Yemen"] == "country"
    assert all(row["to"].startswith("/") for row in rows if "to" in row)


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_map_as_a_picture(page: TestClient, theme: str) -> None:
    svg = page.get(f"/map/charts/map.svg?theme={theme}&area=middle-east")
    assert svg.headers["content-type"] == "image/svg+xml"
    assert "Muscat" in svg.text
    assert page.get(f"/map/charts/map.png?theme={theme}").content[:4] == b"\x89PNG"


@pytest.mark.parametrize("query", ["area=moon", "show=nothing", "since=never"])
def test_senseless_values_are_refused(page: TestClient, query: str) -> None:
    assert page.get(f"/map?{query}").status_code == 400

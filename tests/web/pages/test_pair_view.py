from __future__ import annotations

import csv
import io
import json

import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

PAIR = "/pair/IRN/SAU"


def test_names_lead_to_the_address_of_codes(feud: TestClient) -> None:
    answer = feud.get("/pair/Iran/Saudi%20Arabia?since=2016", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PAIR}?since=2016")
    chosen = feud.get("/pair?one=Tehran&other=Saudi+Arabia", follow_redirects=False)
    assert chosen.headers["location"] == PAIR


def test_the_same_address_shows_the_same(feud: TestClient) -> None:
    assert feud.get(PAIR).text == feud.get(PAIR).text


def test_phases_have_their_evidence(feud: TestClient) -> None:
    text = feud.get(PAIR).text
    assert "hostile" in text or "strained" in text
    assert "“Saudi Arabia cut diplomatic relations with Iran”" in text
    phases = feud.get(f"{PAIR}/tables/phases.json").json()
    assert phases[0]["level"] > 0 > phases[-1]["level"]
    assert all(phase["carriers"] for phase in phases)


def test_claims_of_every_kind_are_shown_with_their_words(feud: TestClient) -> None:
    text = feud.get(PAIR).text
    assert "<mark>Iran wants an end to the siege</mark>" in text
    assert "rivalry" in text
    ties = feud.get(f"{PAIR}/tables/ties.json").json()
    assert [(tie["tie"], tie["claims"]) for tie in ties] == [("rivalry", 1)]


def test_time_narrows_all_of_it(feud: TestClient) -> None:
    early = feud.get(f"{PAIR}/tables/happenings.json?until=2002").json()
    assert [row["what"] for row in early] == ["support", "agreement", "talks, visit"]
    late = feud.get(f"{PAIR}/tables/stretches.json?since=2016-01&by=week").json()
    assert late[0]["start"] >= "2015-12-28"
    assert "nothing of these two in that time" in feud.get(f"{PAIR}?since=1950&until=1960").text


def test_what_was_known_on_a_day(feud: TestClient) -> None:
    assert feud.get(f"{PAIR}/tables/phases.json?known_on=2010-01-01").json()[-1]["level"] > 0


def test_a_point_of_the_chart_leads_to_its_quotes(feud: TestClient) -> None:
    spec = feud.get(f"{PAIR}/charts/course.json").json()
    points = [row for layer in spec["layer"] for row in layer["data"]["values"] if "told_by" in row]
    broken = next(row for row in points if row["what"] == "sanction, discontinue")
    assert "relations with Iran”" in broken["words"] or "relations with Iran on Sunday" in broken["words"]
    shown = feud.get(f"{broken['show']}&part=1").text
    assert "<html" not in shown
    assert "<mark>Saudi Arabia cut diplomatic relations with Iran</mark>" in shown
    assert "<html" in feud.get(broken["show"]).text
    assert feud.get(broken["to"], follow_redirects=True).status_code == 200


def test_a_dark_chart_has_other_colours_and_the_same_data(feud: TestClient) -> None:
    light, dark = (feud.get(f"{PAIR}/charts/course.json?theme={theme}").json() for theme in ("light", "dark"))
    assert light["background"] == "white" != dark["background"]
    assert [layer["data"] for layer in light["layer"]] == [layer["data"] for layer in dark["layer"]]


@pytest.mark.slow
def test_charts_are_files_too(feud: TestClient) -> None:
    svg = feud.get(f"{PAIR}/charts/course.svg")
    assert svg.headers["content-type"].startswith("image/svg+xml")
    assert svg.text.startswith("<svg")
    assert feud.get(f"{PAIR}/charts/counts.png").content.startswith(b"\x89PNG")


def test_the_data_of_charts(feud: TestClient) -> None:
    rows = csv.DictReader(io.StringIO(feud.get(f"{PAIR}/charts/counts.csv").text))
    assert sum(int(row["material_conflict"]) for row in rows) == 2
    assert feud.get(f"{PAIR}/charts/course.csv").text.startswith("start,from,to_day,level")
    assert feud.get(f"{PAIR}/charts/none.json").status_code == 404


@pytest.mark.parametrize("name", ["stretches", "phases", "happenings", "ties", "stance"])
def test_tables_are_files(feud: TestClient, name: str) -> None:
    rows = json.loads(feud.get(f"{PAIR}/tables/{name}.json").text)
    parquet = pq.read_table(io.BytesIO(feud.get(f"{PAIR}/tables/{name}.parquet").content))
    assert parquet.num_rows == len(rows) > 0
    assert feud.get(f"{PAIR}/tables/{name}.csv").text.count("\r\n") == len(rows) + 1
    assert feud.get(f"{PAIR}/tables/{name}.xlsx").status_code == 400


def test_differences_between_reports(feud: TestClient) -> None:
    assert feud.get(f"{PAIR}/differences").status_code == 200
    assert "Third parties" in feud.get(f"{PAIR}/third-parties").text


def test_a_pair_that_nothing_is_told_of(feud: TestClient) -> None:
    answer = feud.get("/pair/USA/JPN")
    assert answer.status_code == 404
    assert "tells nothing of these two" in answer.text

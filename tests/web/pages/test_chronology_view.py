from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient


def test_claims_are_shown_under_their_months_with_facets(page: TestClient) -> None:
    text = page.get("/chronology").text
    assert "6 claims" in text
    assert text.index("June 2016") < text.index("May 2016")
    assert 'href="/chronology?kind=tie"' in text


def test_a_choice_is_in_the_address_and_can_be_taken_back(page: TestClient) -> None:
    text = page.get("/chronology?actor=Iran&kind=tie").text
    assert "1 claim with what is chosen" in text
    assert 'href="/chronology?actor=IRN"' in text
    assert 'href="/chronology?kind=tie"' in text


def test_what_a_form_leaves_empty_is_not_chosen(page: TestClient) -> None:
    assert "6 claims" in page.get("/chronology?actor=&since=&until=&order=latest").text


@pytest.mark.parametrize("address", ["?since=soon", "?page=0", "?page=x", "?order=sideways", "?since=2016-13-01"])
def test_senseless_values_are_refused_in_words(page: TestClient, address: str) -> None:
    answer = page.get(f"/chronology{address}")
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


def test_nothing_found_says_so(page: TestClient) -> None:
    assert "The record tells of nothing that fits" in page.get("/chronology?kind=tie&status=denied").text


def test_the_same_claims_as_a_file(page: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(page.get("/chronology/tables/claims.csv?actor=SYR").text)))
    assert {row["kind"] for row in rows} == {"tie", "flow"}
    assert len(page.get("/chronology/tables/claims.json?order=earliest").json()) == 6
    assert page.get("/chronology/tables/claims.parquet").content[:4] == b"PAR1"
    assert page.get("/chronology/tables/nothing.csv").status_code == 404

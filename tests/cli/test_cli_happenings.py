"""`detente happenings`, `happening`, `reuse` and `differences`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from command_line import run

WIRE = """{title}
{outlet}
{day} March 2024
Agency: Coast Wire

Sudanese forces attacked Chad on Monday. Chad said the Sudanese forces had killed {dead} people in the border town of
Adre, where traders had gathered before dawn to sell sorghum and camels, as they do each week when the rains are late.
"""


@pytest.fixture(scope="module", name="reports")
def archive_of_reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    news = folder / "news"
    news.mkdir()
    for number, (outlet, day, dead) in enumerate((("The Harbour Courier", 5, 12), ("The Nile Gazette", 6, 19))):
        text = WIRE.format(title=f"Raid {number}", outlet=outlet, day=day, dead=dead)
        (news / f"{number}.txt").write_text(text, encoding="utf-8")
    outcome = run("read", news, "--archive", folder / "a.duckdb")
    assert outcome.code == 0, outcome.err
    return folder / "a.duckdb"


def rows(reports: Path, *arguments: str) -> list[dict[str, Any]]:
    outcome = run(*arguments, "--format", "jsonl", "-a", reports)
    assert outcome.code == 0, outcome.err
    return [json.loads(line) for line in outcome.out.splitlines()]


def attack(reports: Path) -> dict[str, Any]:
    found = rows(reports, "happenings", "--between", "Sudan", "Chad", "--articles", "2", "--type", "ASSAULT")
    return next(h for h in found if h["start"] == "2024-03-04")


@pytest.mark.model
def test_two_reprints_are_one_happening_of_one_source(reports: Path) -> None:
    assert (attack(reports)["articles"], attack(reports)["voices"]) == (2, 1)


@pytest.mark.model
def test_a_table_and_csv_and_parquet(reports: Path, tmp_path: Path) -> None:
    table = run("happenings", "--articles", "2", "-a", reports)
    assert "SDN" in table.out
    assert "1 source, 2 articles" in table.out
    listed = list(csv.DictReader(io.StringIO(run("happenings", "-f", "csv", "-a", reports).out)))
    assert run("happenings", "-f", "parquet", "-o", tmp_path / "h.parquet", "-a", reports).code == 0
    assert pq.read_table(tmp_path / "h.parquet").num_rows == len(listed)


@pytest.mark.model
def test_one_happening_in_full(reports: Path) -> None:
    outcome = run("happening", attack(reports)["id"][:9], "-a", reports)
    assert outcome.code == 0, outcome.err
    for words in ("The Harbour Courier", "The Nile Gazette", "Source 1", "Why they are put together"):
        assert words in outcome.out


@pytest.mark.model
def test_a_judgement_splits_and_joins(reports: Path) -> None:
    one, two = attack(reports)["claims"][:2]
    assert len(rows(reports, "happenings", "--different", one, two, "--reason", "two raids")) == 2
    assert len(rows(reports, "happenings", "--same", one, two)) == 1


@pytest.mark.model
def test_copies_side_by_side(reports: Path) -> None:
    assert "both credit Coast Wire" in run("reuse", "-a", reports).out
    (found,) = rows(reports, "reuse")
    assert found["left_outlet"] == "The Harbour Courier"


@pytest.mark.model
def test_differences_with_both_quotes(reports: Path) -> None:
    outcome = run("differences", "--between", "Sudan", "Chad", "-a", reports)
    assert "12 (killed) or 19 (killed)" in outcome.out
    found = rows(reports, "differences", "--what", "figure")
    assert {(f["left_value"], f["right_value"]) for f in found} == {("12 (killed)", "19 (killed)")}


@pytest.mark.model
def test_nothing_found_is_said(reports: Path) -> None:
    assert "no happenings" in run("happenings", "--actor", "Fiji", "-a", reports).err
    assert "no differences" in run("differences", "--between", "Fiji", "Tonga", "-a", reports).err
    assert run("happening", "h0000", "-a", reports).code == 2

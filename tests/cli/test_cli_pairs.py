"""`detente pair` and `detente network`, and the same from Python."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import networkx
import pytest
from command_line import run
from pair_archive import archive_of_three_states as _archive  # noqa: F401 - the fixture `pair_archive`
from test_cli_start import loaded_by

import detente


def test_a_pair_is_told_with_phases_their_evidence_and_third_parties(pair_archive: Path) -> None:
    told = run("pair", "Saudi Arabia", "Iran", "-a", pair_archive)
    assert told.code == 0, told.err
    for words in ("Saudi Arabia and Iran", "hostile", "2016-01-03", "Riyadh severed relations with Tehran"):
        assert words in told.out, words
    assert "1 of them told later as history" in told.out
    assert "if the two warm, Saudi Arabia and United States" in told.out
    assert "a description" in told.out


def test_a_pair_as_a_table_for_other_programs(pair_archive: Path) -> None:
    told = run(
        "pair", "SAU", "IRN", "--from", "1998", "--to", "2017", "--by", "year", "--format", "csv", "-a", pair_archive
    )
    rows = list(csv.DictReader(io.StringIO(told.out)))
    assert [row["start"][:4] for row in rows] == [str(year) for year in range(1998, 2018)]
    broke = next(row for row in rows if row["start"].startswith("2016"))
    assert (broke["material_conflict"], broke["verbal_conflict"]) == ("1", "1")
    assert float(broke["low"]) <= float(broke["level"]) <= float(broke["high"])
    assert next(row for row in rows if row["start"].startswith("2002"))["told_later"] == "1"


def test_what_was_known_on_a_day_leaves_out_what_was_told_later(pair_archive: Path) -> None:
    told = run("pair", "SAU", "IRN", "--known-on", "2003", "--format", "jsonl", "-a", pair_archive)
    rows = [json.loads(line) for line in told.out.splitlines()]
    assert sum(row["material_cooperation"] + row["material_conflict"] for row in rows) == 0


def test_a_chart_is_saved(pair_archive: Path, tmp_path: Path) -> None:
    told = run("pair", "SAU", "IRN", "--chart", tmp_path / "pair.svg", "-a", pair_archive)
    assert told.code == 0, told.err
    assert "Saudi Arabia and Iran" in (tmp_path / "pair.svg").read_text("utf-8")


def test_a_pair_of_which_nothing_is_told(pair_archive: Path) -> None:
    told = run("pair", "Norway", "Kenya", "-a", pair_archive)
    assert told.code == 1
    assert "nothing is told of Norway and Kenya" in told.err


def test_a_pair_has_two_actors(pair_archive: Path) -> None:
    told = run("pair", "Iran", "Tehran", "-a", pair_archive)
    assert told.code == 2
    assert "same actor" in told.err or "no actor" in told.err


def test_a_network_is_listed_with_central_actors_and_blocs(pair_archive: Path) -> None:
    told = run("network", "--on", "2017-12-31", "-a", pair_archive)
    assert told.code == 0, told.err
    assert {"Central actors", "Blocs"} <= {line.strip() for line in told.out.splitlines()}
    assert told.out.count("United States") >= 2


@pytest.mark.parametrize(("ending", "read"), [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)])
def test_a_network_is_written_for_other_programs(pair_archive: Path, tmp_path: Path, ending: str, read: object) -> None:
    path = tmp_path / f"network.{ending}"
    told = run("network", "--on", "2017", "--graph", path, "-a", pair_archive)
    assert told.code == 0, told.err
    graph = read(path)  # type: ignore[operator]
    assert set(graph) == {"SAU", "IRN", "USA"}
    assert graph.edges["SAU", "IRN"]["level"] < 0 < graph.edges["SAU", "USA"]["level"]
    assert graph.nodes["SAU"]["label"] == "Saudi Arabia"


def test_a_network_of_one_actor(pair_archive: Path) -> None:
    told = run("network", "--on", "2017", "--actor", "United States", "--format", "csv", "-a", pair_archive)
    rows = list(csv.DictReader(io.StringIO(told.out)))
    assert {frozenset((row["one_code"], row["other_code"])) for row in rows} == {
        frozenset(("SAU", "USA")),
        frozenset(("IRN", "USA")),
    }


def test_a_network_of_a_day_before_everything(pair_archive: Path) -> None:
    assert run("network", "--on", "1950", "-a", pair_archive).code == 1


def test_python_gives_the_same(pair_archive: Path) -> None:
    with detente.open(pair_archive) as record:
        course = record.pair("Saudi Arabia", "Iran", until=date(2017, 12, 31), by="year")
        assert course
        assert course.phases[-1].standing == "hostile"
        assert {"start", "level", "low", "high"} <= set(course.df().columns)
        assert set(course._repr_mimebundle_())
        parties = record.third_parties(course)
        assert [(s.actor, s.third, s.partner) for s in parties.strains] == [("SAU", "USA", "IRN")]
        assert record.network(date(2017, 12, 31)).between("SAU", "IRN")


def test_other_commands_load_no_statistics(pair_archive: Path) -> None:
    heavy = {"statsmodels", "scipy", "altair", "networkx", "spacy"}
    assert not loaded_by("claims", "-a", pair_archive) & heavy
    assert not loaded_by("pair", "--help") & heavy
    assert not loaded_by("pair", "SAU", "IRN", "-a", pair_archive) & {"altair", "spacy"}


def test_turns_are_answered_by_the_claims_that_carry_them(pair_archive: Path) -> None:
    with detente.open(pair_archive) as record:
        course = record.pair("Saudi Arabia", "Iran")
        answer = record.ask("When and why did ties between Saudi Arabia and Iran turn?")
    assert course is not None
    carried = {claim for phase in course.phases if phase.turn for claim in course.claims_of(phase)}
    told = {citation.claim_id for line in answer.statements for citation in line.citations}
    assert answer.lead.startswith("Turns by the record")
    assert told & carried

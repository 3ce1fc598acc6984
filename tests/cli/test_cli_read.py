from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from command_line import DISPATCHES, PICTURE, run, write_dispatches

import detente

pytestmark = pytest.mark.model


def test_a_folder_is_read_into_an_archive(tmp_path: Path) -> None:
    outcome = run("read", write_dispatches(tmp_path / "news"), "-a", tmp_path / "a.duckdb")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("read 4 articles into ")
    assert "claims from" in outcome.out


def test_what_cannot_be_read_is_named_with_its_reason_and_the_exit_code_is_1(tmp_path: Path) -> None:
    news = write_dispatches(tmp_path / "news")
    (news / "picture.png").write_bytes(PICTURE)
    outcome = run("read", news, "-a", tmp_path / "a.duckdb")
    assert outcome.code == 1
    assert outcome.out.startswith("read 4 articles")
    assert "could not be read" in outcome.err
    assert "picture.png: is a PNG image" in outcome.err


def test_a_source_that_does_not_exist_is_a_fault(tmp_path: Path) -> None:
    outcome = run("read", tmp_path / "nowhere", "-a", tmp_path / "a.duckdb")
    assert outcome.code == 1
    assert "nowhere: no such file or folder" in outcome.err


def test_a_second_run_skips_what_was_read(tmp_path: Path) -> None:
    news, archive = write_dispatches(tmp_path / "news"), tmp_path / "a.duckdb"
    run("read", news, "-a", archive)
    before = run("claims", "-a", archive, "-f", "jsonl").out
    again = run("read", news, "-a", archive)
    assert again.code == 0
    assert again.out.startswith("read 0 articles")
    assert "4 articles had been read before by the same rules" in again.out
    assert run("claims", "-a", archive, "-f", "jsonl").out == before


def test_only_what_is_new_is_read(tmp_path: Path) -> None:
    news, archive = write_dispatches(tmp_path / "news"), tmp_path / "a.duckdb"
    run("read", news / "visit.txt", "-a", archive)
    outcome = run("read", news, "-a", archive)
    assert outcome.out.startswith("read 3 articles")


def test_standard_input_is_read_with_the_date_and_outlet_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The Turkish foreign minister visited Greece on Monday for talks about trade.\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
    archive = tmp_path / "a.duckdb"
    outcome = run("read", "-", "-a", archive, "--published", "2024-03-05", "--outlet", "Telex")
    assert outcome.code == 0, outcome.err
    first = json.loads(run("claims", "-a", archive, "-f", "jsonl").out.splitlines()[0])
    assert (first["published"], first["outlet"]) == ("2024-03-05", "Telex")
    assert first["when"]["start"] == "2024-03-04"


def test_a_dump_may_name_its_fields_in_its_own_way(tmp_path: Path) -> None:
    row = {"story": "Sudanese forces attacked Chad on Wednesday.", "day": "2024-03-07", "paper": "Review"}
    dump = tmp_path / "dump.jsonl"
    dump.write_text(json.dumps(row) + "\n", encoding="utf-8")
    fields = ["--field", "text=story", "--field", "published=day", "--field", "outlet=paper"]
    archive = tmp_path / "a.duckdb"
    outcome = run("read", dump, "-a", archive, *fields)
    assert outcome.code == 0, outcome.err
    first = json.loads(run("claims", "-a", archive, "-f", "jsonl").out.splitlines()[0])
    assert (first["outlet"], first["published"]) == ("Review", "2024-03-07")


def test_a_field_that_is_no_pair_is_a_usage_error(tmp_path: Path) -> None:
    outcome = run("read", tmp_path, "-a", tmp_path / "a.duckdb", "--field", "text")
    assert outcome.code == 2
    assert "text=body" in outcome.err


def test_without_text_only_sentences_that_claims_quote_are_kept(tmp_path: Path) -> None:
    news, archive = write_dispatches(tmp_path / "news"), tmp_path / "a.duckdb"
    run("read", news, "-a", archive, "--no-text")
    with detente.open(archive, create=False) as record:
        listed = record.archive.articles()
        assert len(listed) == len(DISPATCHES)
        assert {record.archive.article(found.article.id).text for found in listed} == {""}
        assert all(claim.sentence.text for claim in record.claims())
    shown = run("show", listed[0].article.id, "-a", archive)
    assert "keeps no full text" in shown.out


@pytest.mark.slow
def test_a_folder_of_own_knowledge_is_used_beside_the_package(tmp_path: Path) -> None:
    groups = tmp_path / "mine" / "actors" / "groups"
    groups.mkdir(parents=True)
    (groups / "mine.yml").write_text(
        "- {id: lantern-brigade, name: Lantern Brigade, country: SDN, sector: REB}\n", encoding="utf-8"
    )
    text = tmp_path / "new.txt"
    text.write_text("The Lantern Brigade attacked Chad on Wednesday.\n", encoding="utf-8")
    archive = tmp_path / "a.duckdb"
    outcome = run("read", text, "-a", archive, "--knowledge", tmp_path / "mine")
    assert outcome.code == 0, outcome.err
    asked = ("--actor", "Lantern Brigade", "--knowledge", tmp_path / "mine")
    found = run("claims", "-a", archive, "-f", "jsonl", *asked)
    assert json.loads(found.out.splitlines()[0])["source"][0]["code"] == "lantern-brigade"


@pytest.mark.slow
def test_mistakes_in_own_knowledge_are_named_with_file_and_entry(tmp_path: Path) -> None:
    groups = tmp_path / "mine" / "actors" / "groups"
    groups.mkdir(parents=True)
    (groups / "mine.yml").write_text("- {id: lantern-brigade, nmae: Lantern Brigade}\n", encoding="utf-8")
    outcome = run("read", tmp_path, "-a", tmp_path / "a.duckdb", "--knowledge", tmp_path / "mine")
    assert outcome.code == 2
    assert "mine.yml" in outcome.err
    assert "lantern-brigade" in outcome.err
    assert "nmae" in outcome.err


def test_a_field_that_no_article_has_is_refused(tmp_path: Path) -> None:
    outcome = run("read", tmp_path, "-a", tmp_path / "a.duckdb", "--field", "body=text")
    assert outcome.code == 2
    assert "no field 'body'" in " ".join(outcome.err.split())

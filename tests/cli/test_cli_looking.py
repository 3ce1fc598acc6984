"""The commands that look at one thing: show, explain, unread, who, archive info."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from command_line import DISPATCHES, run
from command_line import archive_of_dispatches as _archive  # noqa: F401 - the fixture `archive`

import detente
from detente.model import CONTRACT_VERSION, Claim
from detente.version import VERSION

pytestmark = pytest.mark.model


def claim_of(archive: Path, claim_type: str) -> Claim:
    """The first claim of a type."""
    with detente.open(archive, create=False) as record:
        return next(iter(record.claims(type=claim_type)))


# -- show ------------------------------------------------------------------------------------------------


def test_show_prints_the_article_with_numbered_claims(archive: Path) -> None:
    claim = claim_of(archive, "ASSAULT")
    outcome = run("show", claim.article, "-a", archive)
    assert outcome.code == 0, outcome.err
    assert "Raid on border town" in outcome.out
    assert "Levant Daily Review · 2024-03-07 (from header)" in outcome.out
    assert "Sudanese forces attacked Chad[1] on Wednesday." in outcome.out
    assert "1 ASSAULT SDN/MIL → TCD  actual, 2024-03-06" in outcome.out


@pytest.mark.parametrize("given", ["raid on border", "Raid"])
def test_show_takes_words_of_the_title(archive: Path, given: str) -> None:
    assert "attacked Chad" in run("show", given, "-a", archive).out


def test_show_takes_the_beginning_of_an_id(archive: Path) -> None:
    claim = claim_of(archive, "ASSAULT")
    assert "Raid on border town" in run("show", claim.article[:9], "-a", archive).out


def test_show_of_nothing_known_says_so(archive: Path) -> None:
    outcome = run("show", "zeppelin", "-a", archive)
    assert outcome.code == 2
    assert "no article" in outcome.err
    assert "zeppelin" in outcome.err


# -- explain ---------------------------------------------------------------------------------------------


def test_explain_gives_words_rule_codes_actors_time_and_speaker(archive: Path) -> None:
    claim = claim_of(archive, "ASSAULT")
    outcome = run("explain", claim.id, "-a", archive)
    assert outcome.code == 0, outcome.err
    for expected in (
        claim.id,
        "Sudanese forces attacked Chad on Wednesday.",
        "Raid on border town",
        "event.ASSAULT.",
        "CAMEO",
        "SDN/MIL",
        "“Chad”",
        "2024-03-06",
        "“on Wednesday”",
        "the outlet itself",
    ):
        assert expected in outcome.out


def test_explain_names_the_cue_of_a_status_and_who_says_so(archive: Path) -> None:
    claim = claim_of(archive, "alliance")
    outcome = run("explain", claim.id[:9], "-a", archive)
    assert "negated" in outcome.out
    assert "“not” (negated)" in outcome.out
    assert "LBY/GOV (say)" in outcome.out


def test_explain_of_nothing_known_says_so(archive: Path) -> None:
    outcome = run("explain", "c0ffee", "-a", archive)
    assert outcome.code == 2
    assert "no claim whose id is or starts with 'c0ffee'" in outcome.err


def test_explain_of_too_short_a_beginning_lists_candidates(archive: Path) -> None:
    outcome = run("explain", "c", "-a", archive)
    assert outcome.code == 2
    assert "several claims have ids that start with c" in outcome.err


# -- unread ----------------------------------------------------------------------------------------------


def test_unread_lists_sentences_with_two_actors_and_no_claim(archive: Path) -> None:
    outcome = run("unread", "-a", archive)
    assert outcome.code == 0, outcome.err
    assert "Norway outskied Sweden" in outcome.out
    assert "NOR, SWE" in outcome.out


def test_unread_lists_verbs_that_no_rule_knows(archive: Path) -> None:
    outcome = run("unread", "--verbs", "-a", archive, "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(outcome.out)))
    assert [row for row in rows if "Norway" in row["example"]]
    assert set(rows[0]) == {"verb", "times", "example"}


def test_unread_as_jsonl(archive: Path) -> None:
    lines = run("unread", "-a", archive, "-f", "jsonl").out.splitlines()
    assert {"article", "actors", "verbs", "sentence"} == set(json.loads(lines[0]))


def test_unread_of_an_article_that_was_understood(archive: Path) -> None:
    article = claim_of(archive, "CONSULT").article
    outcome = run("unread", "--article", article, "-a", archive)
    assert outcome.code == 0
    assert "nothing was left unread" in outcome.err


# -- archive and program ---------------------------------------------------------------------------------


def test_archive_info_counts_articles_claims_and_rules(archive: Path) -> None:
    outcome = run("archive", "info", "-a", archive)
    assert outcome.code == 0, outcome.err
    assert f"contract {CONTRACT_VERSION}" in outcome.out
    assert f"articles  {len(DISPATCHES)}, published 2024-03-05 to 2024-05-02" in outcome.out
    assert "event" in outcome.out
    assert "The Plateau Herald 1" in outcome.out
    assert f"(version {VERSION}): {len(DISPATCHES)} articles" in outcome.out


def test_the_version_is_printed() -> None:
    assert run("--version").out == f"detente {VERSION}\n"


@pytest.mark.parametrize(
    "command",
    [("claims",), ("show", "a1"), ("explain", "c1"), ("unread",), ("unread", "--verbs"), ("archive", "info")],
)
def test_a_missing_archive_is_named_and_not_made(tmp_path: Path, command: tuple[str, ...]) -> None:
    missing = tmp_path / "none.duckdb"
    outcome = run(*command, "-a", missing)
    assert outcome.code == 2
    assert f"there is no archive at {missing}" in outcome.err
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_archive_is_named(tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear editor", encoding="utf-8")
    outcome = run("claims", "-a", other)
    assert outcome.code == 2
    assert "letter.txt is not an archive" in outcome.err
    assert "Traceback" not in outcome.err


# -- who -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Foggy Bottom", "USA GOV"),
        ("French troops", "FRA MIL"),
        ("the Kremlin", "RUS GOV"),
        ("Hezbollah", "hezbollah"),
        ("NATO", "nato IGO"),
    ],
)
def test_who_gives_code_sector_and_reason(phrase: str, expected: str) -> None:
    outcome = run("who", phrase)
    assert outcome.code == 0, outcome.err
    assert expected in outcome.out
    assert "country" in outcome.out


@pytest.mark.slow
def test_who_was_meant_depends_on_the_day() -> None:
    assert run("who", "Moscow", "--on", "1975-06-01").out.startswith("SUN")
    assert run("who", "Moscow", "--on", "2005-06-01").out.startswith("RUS")


def test_who_of_a_word_that_no_table_knows_has_exit_code_1() -> None:
    outcome = run("who", "a bicycle")
    assert outcome.code == 1
    assert "no actor is known in 'a bicycle'" in outcome.out

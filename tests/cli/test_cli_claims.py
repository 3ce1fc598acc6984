from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from command_line import archive_of_dispatches as _archive  # noqa: F401 - the fixture `archive`
from command_line import run
from rich.console import Console

import detente
from detente.archive import ClaimRow
from detente.cli.boxes import box_lines, boxes
from detente.cli.claims import claims_table
from detente.cli.wording import box_words, side_words
from detente.exchange import CLAIM_KEYS, COLUMNS, read_jsonl
from detente.model import Kind, Precision, Speaker, When

pytestmark = pytest.mark.model


def found(archive: Path, *options: str | Path) -> list[dict[str, Any]]:
    """The records that `detente claims` lists with some options."""
    outcome = run("claims", "-a", archive, "-f", "jsonl", *options)
    assert outcome.code == 0, outcome.err
    return [json.loads(line) for line in outcome.out.splitlines()]


def pairs(records: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    """Type, source and target of each record that has both."""
    return {
        (record["type"], source["code"], target["code"])
        for record in records
        for source in record["source"]
        for target in record["target"]
    }


def test_what_the_dispatches_say_is_found(archive: Path) -> None:
    assert pairs(found(archive)) >= {
        ("CONSULT", "TUR", "GRC"),
        ("ASSAULT", "SDN", "TCD"),
        ("AID", "JPN", "KEN"),
        ("COERCE", "USA", "CUB"),
    }


# -- formats ---------------------------------------------------------------------------------------------


def test_every_jsonl_line_has_exactly_the_fields_of_the_contract(archive: Path) -> None:
    records = found(archive)
    assert len(records) > 4
    assert {tuple(record) for record in records} == {CLAIM_KEYS}


def test_jsonl_can_be_read_back(archive: Path) -> None:
    lines = run("claims", "-a", archive, "-f", "jsonl").out
    with detente.open(archive, create=False) as record:
        ids = [claim.id for claim in record.claims()]
    assert [claim.id for claim, _ in read_jsonl(io.StringIO(lines))] == ids


def test_csv_has_the_columns_of_the_contract(archive: Path) -> None:
    outcome = run("claims", "-a", archive, "-f", "csv")
    rows = list(csv.reader(io.StringIO(outcome.out)))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 1 + len(found(archive))
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_parquet_is_readable_and_holds_the_same_claims(archive: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.parquet"
    outcome = run("claims", "-a", archive, "-f", "parquet", "-o", file)
    assert outcome.code == 0, outcome.err
    table = pq.read_table(file)
    assert tuple(table.column_names) == CLAIM_KEYS
    assert table.column("id").to_pylist() == [record["id"] for record in found(archive)]


def test_parquet_needs_a_file(archive: Path) -> None:
    outcome = run("claims", "-a", archive, "-f", "parquet")
    assert outcome.code == 2
    assert "--output" in outcome.err


@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
def test_every_format_of_text_can_go_to_a_file(archive: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / "claims.out"
    outcome = run("claims", "-a", archive, "-f", form, "-o", file)
    assert (outcome.code, outcome.out) == (0, "")
    assert "TUR" in file.read_text(encoding="utf-8")


def test_the_table_quotes_the_words_and_names_the_outlet(archive: Path) -> None:
    outcome = run("claims", "-a", archive)
    assert "“Sudanese forces attacked Chad”" in outcome.out
    assert "Levant Daily Review" in outcome.out
    assert "SDN/MIL → TCD" in outcome.out


def crowded(row: ClaimRow) -> ClaimRow:
    """The row with as much in every column as real news puts there."""
    parties = tuple(replace(row.claim.source[0], code=code, sector="GOV") for code in ("SDN", "TCD", "EGY"))
    said_by = Speaker(text="an official", start=0, end=1, verb="accuse", code="un-security-council", sector="IGO")
    when = When(start=date(1975, 1, 1), end=date(1990, 12, 31), precision=Precision.ERA, text="from 1975 to 1990")
    claim = replace(row.claim, type="SANCTION", mode="discontinue", source=parties, speaker=(said_by,), when=when)
    return replace(row, claim=claim)


@pytest.mark.parametrize(
    "width",
    [
        80,
        100,
        140,
    ],
)
def test_the_table_fits_the_terminal_and_cuts_no_word(archive: Path, width: int) -> None:
    screen = io.StringIO()
    with detente.open(archive, create=False) as record:
        rows = [crowded(row) for row in record.claims(type="ASSAULT").rows()]
    Console(file=screen, width=width).print(claims_table(rows))
    printed = screen.getvalue()
    assert max(map(len, printed.splitlines())) <= width
    shown = set(re.findall(r"\w+", printed))
    expected = {
        "Sudanese",
        "attacked",
        "Chad",
        "SANCTION",
        "discontinue",
        "SDN",
        "TCD",
        "EGY",
        "accuse",
        "1975",
        "1990",
    }
    assert expected <= shown


def test_nothing_found_is_said(archive: Path) -> None:
    outcome = run("claims", "-a", archive, "--between", "Peru", "Nepal")
    assert outcome.code == 0
    assert "no claims" in outcome.err


# -- filters ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [("Turkey", "Greece"), ("TUR", "GRC"), ("Türkiye", "Hellas"), ("greece", "turkey"), ("Ankara", "Athens")],
)
def test_between_takes_names_codes_and_aliases_in_either_order(archive: Path, one: str, other: str) -> None:
    assert ("CONSULT", "TUR", "GRC") in pairs(found(archive, "--between", one, other))


def test_an_unknown_name_gets_a_suggestion(archive: Path) -> None:
    outcome = run("claims", "-a", archive, "--between", "Turkey", "Greeece")
    assert outcome.code == 2
    assert outcome.out == ""
    assert "no actor is called 'Greeece'; did you mean" in outcome.err
    assert "Greece" in outcome.err.partition("did you mean")[2]


def test_one_actor_twice_is_refused(archive: Path) -> None:
    outcome = run("claims", "-a", archive, "--between", "Turkey", "TUR")
    assert outcome.code == 2
    assert "Turkey and TUR are the same actor (TUR)" in outcome.err


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--actor", "Kenya"), ("AID", "JPN", "KEN")),
        (("--kind", "tie"), ("alliance", "LBY", "SDN")),
        (("--type", "ASSAULT"), ("ASSAULT", "SDN", "TCD")),
        (("--status", "negated"), ("alliance", "LBY", "SDN")),
        (("--until", "1962"), ("COERCE", "USA", "CUB")),
        (("--sector", "MIL"), ("ASSAULT", "SDN", "TCD")),
        (("--outlet", "The Plateau Herald"), ("AID", "JPN", "KEN")),
        (("--text", "attacked chad"), ("ASSAULT", "SDN", "TCD")),
        (("--speaker", "LBY"), ("alliance", "LBY", "SDN")),
        (("--background",), ("COERCE", "USA", "CUB")),
        (("--issue", "trade_and_investment"), ("CONSULT", "TUR", "GRC")),
    ],
)
def test_a_filter_keeps_what_it_names_and_leaves_out_others(
    archive: Path, options: tuple[str, ...], expected: tuple[str, str, str]
) -> None:
    kept = found(archive, *options)
    assert expected in pairs(kept)
    assert len(kept) < len(found(archive))


def test_since_and_until_take_days_months_and_years(archive: Path) -> None:
    told = pairs(found(archive, "--since", "2024-03-04", "--until", "2024-03-06", "--kind", "event"))
    assert ("CONSULT", "TUR", "GRC") in told
    assert ("AID", "JPN", "KEN") not in told
    assert ("AID", "JPN", "KEN") in pairs(found(archive, "--since", "2024-04"))


def test_several_values_of_an_option_widen_the_choice(archive: Path) -> None:
    both = found(archive, "--type", "ASSAULT", "--type", "AID")
    assert {record["type"] for record in both} == {"ASSAULT", "AID"}


def test_the_claims_of_one_article(archive: Path) -> None:
    article = found(archive, "--type", "AID")[0]["article"]
    assert {record["article"] for record in found(archive, "--article", article[:9])} == {article}


def test_a_limit_is_kept(archive: Path) -> None:
    assert len(found(archive, "-n", "2")) == 2


def test_a_wrong_kind_or_status_lists_the_right_ones(archive: Path) -> None:
    for option, right in (("--kind", "stance"), ("--status", "possible")):
        outcome = run("claims", "-a", archive, option, "evnt")
        assert outcome.code == 2
        assert right in outcome.err


def test_a_day_that_is_none_is_refused(archive: Path) -> None:
    outcome = run("claims", "-a", archive, "--since", "lately")
    assert outcome.code == 2
    assert "not a year, a month or a day: 'lately'" in outcome.err


def test_the_archive_may_be_named_in_the_environment(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_ARCHIVE", str(archive))
    assert run("claims", "--type", "AID").code == 0


def test_a_project_and_a_flow_have_a_box_of_facts(archive: Path) -> None:
    with detente.open(archive, create=False) as record:
        row = next(iter(record.claims(kind="event").rows()))
    claim = replace(
        row.claim, kind=Kind.PROJECT, type="dam", context=("under_construction",), via=(),
        details=(("cost", "$4 billion"), ("due", "by 2030")),
    )  # fmt: skip
    assert box_words(claim) == "under construction · cost $4 billion · due by 2030"
    flow = replace(claim, kind=Kind.FLOW, type="arms", details=(("amount", "120 tanks"),), via=claim.source)
    assert box_words(flow) == f"through {side_words(claim.source)} · amount 120 tanks"
    assert box_words(replace(claim, kind=Kind.TIE)) == ""


def test_the_claims_of_one_work_are_put_into_one_box(archive: Path) -> None:
    with detente.open(archive, create=False) as record:
        row = next(iter(record.claims(kind="event").rows()))
    party = replace(row.claim.source[0], code="ETH", country="ETH", name="Ethiopia", sector="")
    claim = replace(
        row.claim, kind=Kind.PROJECT, type="dam", context=("under_construction",), source=(party,), target=(), via=(),
        speaker=(), details=(("name", "Tekeze dam"), ("cost", "$365 million"), ("roles", "ETH builder")),
    )  # fmt: skip
    later = replace(claim, details=(("name", "Tekeze dam"), ("due", "in 2009")))
    (box,) = boxes([replace(row, claim=claim), replace(row, claim=later)])
    assert box.title == "Tekeze dam"
    assert box_lines(box) == [
        "state: under construction", "taking part: Ethiopia (builder)", "cost: $365 million", "due: in 2009",
    ]  # fmt: skip

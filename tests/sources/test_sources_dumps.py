"""JSON Lines, JSON arrays, tables and Parquet: the same rows in any form, broken ones named."""

from __future__ import annotations

import csv
import json
from datetime import date, datetime
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from detente.model import Article, Dating, Refusal
from detente.sources import ReadOptions, count_sources, read_sources

PROSE = "Kenya and Somalia have agreed to reopen their border, the ministers said after the talks."
ROWS = [
    {
        "id": "k1",
        "headline": "Border to open",
        "body": f"NAIROBI (AFP) - {PROSE}",
        "date": "2019-03-03",
        "source": "Post",
    },
    {"id": "k2", "headline": "Second day", "body": f"{PROSE} (Reuters)", "date": "4 March 2019", "source": "Mail"},
]


def read(path: Path, options: ReadOptions | None = None) -> list[Article | Refusal]:
    return list(read_sources([str(path)], options or ReadOptions()))


def write(path: Path) -> Path:
    if path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    elif path.suffix == ".json":
        path.write_text(json.dumps(ROWS, indent=1))
    elif path.suffix == ".parquet":
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(ROWS), path)
    else:
        with path.open("w", newline="") as stream:
            table = csv.DictWriter(stream, list(ROWS[0]), delimiter="\t" if path.suffix == ".tsv" else ",")
            table.writeheader()
            table.writerows(ROWS)
    return path


@pytest.mark.parametrize("suffix", [".jsonl", ".json", ".csv", ".tsv", ".parquet"])
def test_rows_in_any_form(suffix: str, tmp_path: Path) -> None:
    first, second = read(write(tmp_path / f"dump{suffix}"))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.text == second.text == PROSE
    assert (first.title, first.outlet, first.agency, first.dateline, first.ref) == (
        "Border to open",
        "Post",
        "AFP",
        "NAIROBI",
        "k1",
    )
    assert (first.published, first.dating) == (date(2019, 3, 3), Dating.FIELD)
    assert (second.published, second.agency) == (date(2019, 3, 4), "Reuters")
    if suffix != ".json":
        assert count_sources([str(tmp_path)]) == 2


def test_ids_do_not_depend_on_the_form(tmp_path: Path) -> None:
    ids = {
        one.id
        for suffix in (".jsonl", ".csv", ".parquet")
        for one in read(write(tmp_path / f"d{suffix}"))
        if isinstance(one, Article)
    }
    assert len(ids) == 2


def test_broken_lines_are_named_and_passed_over(tmp_path: Path) -> None:
    good = json.dumps({"text": PROSE})
    lines = [
        "{broken",
        "[1]",
        good,
        '"words"',
        '{"text": ""}',
        "",
        "[" * 100_000,
        json.dumps({"text": "x" * 9000}),
        good,
    ]
    (tmp_path / "d.jsonl").write_text("\n".join(lines))
    found = read(tmp_path / "d.jsonl", ReadOptions(max_bytes=4000))
    assert [isinstance(one, Article) for one in found] == [False, False, True, False, False, False, False, True]
    reasons = [(one.origin.rpartition(":")[2], one.reason) for one in found if isinstance(one, Refusal)]
    assert [where for where, _ in reasons] == ["line 1", "line 2", "line 4", "line 5", "line 7", "line 8"]
    for (_, reason), words in zip(
        reasons, ["not JSON", "a list", "a string", "empty", "longer", "longer than 3.906 KB"], strict=True
    ):
        assert words in reason


def test_deep_json_on_a_line_is_refused(tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_text("[" * 200_000 + "\n" + json.dumps({"text": PROSE}))
    first, second = read(tmp_path / "d.jsonl")
    assert isinstance(first, Refusal)
    assert isinstance(second, Article)


def test_rows_without_text_are_told_of_once_and_counted(tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_text('{"headline": "a", "lede": "b"}\n' * 3)
    first, last = read(tmp_path / "d.jsonl")
    assert isinstance(first, Refusal)
    assert "headline, lede" in first.reason
    assert "--field text=NAME" in first.reason
    assert isinstance(last, Refusal)
    assert last.reason == "2 more without a text field"


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_tables_without_text_are_refused_once(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"d{suffix}"
    if suffix == ".csv":
        path.write_text("headline,lede\na,b\nc,d\n")
    else:
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist([{"headline": "a", "lede": "b"}]), path)
    (only,) = read(path)
    assert isinstance(only, Refusal)
    assert "headline, lede" in only.reason


def test_tables_of_coded_events_hold_no_articles(tmp_path: Path) -> None:
    (tmp_path / "d.tab").write_text("Event ID\tEvent Date\tEvent Text\tCAMEO Code\n1\t2018-06-01\tConsult\t040\n")
    (only,) = read(tmp_path / "d.tab")
    assert isinstance(only, Refusal)
    assert "Event Text" in only.reason


def test_fields_named_by_the_user(tmp_path: Path) -> None:
    row = {"lede": PROSE, "meta": {"when": "2019-03-03", "who": "Jane Doe"}, "text": "not this"}
    (tmp_path / "d.jsonl").write_text(json.dumps(row))
    (found,) = read(
        tmp_path / "d.jsonl", ReadOptions(fields={"text": "lede", "published": "meta.when", "byline": "meta.who"})
    )
    assert isinstance(found, Article)
    assert (found.text, found.published, found.byline) == (PROSE, date(2019, 3, 3), "Jane Doe")


def test_values_that_are_no_strings(tmp_path: Path) -> None:
    row = {
        "Full_Text": [PROSE, "They meet again in May."],
        "authors": ["Jane Doe", {"name": "Ann Other"}],
        "source": {"id": None, "name": "Post"},
        "publishedAt": 1551607200,
        "_id": {"$oid": "5c7"},
        "title": None,
        "lang": float("nan"),
    }
    (tmp_path / "d.jsonl").write_text(json.dumps(row))
    (found,) = read(tmp_path / "d.jsonl")
    assert isinstance(found, Article)
    assert found.text == f"{PROSE}\n\nThey meet again in May."
    assert (found.byline, found.outlet, found.ref, found.title) == ("Jane Doe, Ann Other", "Post", "5c7", "")
    assert found.published == date(2019, 3, 3)


def test_rows_have_no_title_guessed(tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_text(json.dumps({"text": f"A short first line\n\n{PROSE}"}))
    (found,) = read(tmp_path / "d.jsonl")
    assert isinstance(found, Article)
    assert (found.title, found.text) == ("", f"A short first line\n\n{PROSE}")


@pytest.mark.parametrize("name", ["articles", "results", "data"])
def test_answers_of_services(name: str, tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text(json.dumps({"status": "ok", name: [{"content": PROSE}, {"content": PROSE}]}))
    assert len([one for one in read(tmp_path / "d.json") if isinstance(one, Article)]) == 2


def test_a_long_array_is_read_piece_by_piece(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text(
        json.dumps([{"text": f"{PROSE} {n}"} for n in range(2000)] + [{"text": PROSE * 6000}])
    )
    found = read(tmp_path / "d.json", ReadOptions(max_bytes=3_000_000))
    assert len(found) == 2001
    assert all(isinstance(one, Article) for one in found)


def test_an_array_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text(json.dumps([{"text": PROSE}, {"text": PROSE}])[:-5])
    first, second = read(tmp_path / "d.json")
    assert isinstance(first, Article)
    assert isinstance(second, Refusal)
    assert "breaks off" in second.reason


def test_tables_with_an_index_column_and_lines_in_fields(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(f'"","date","text"\n"7",2019-03-03,"{PROSE}\n\nThey said ""no"" in May."\n')
    (found,) = read(tmp_path / "d.csv")
    assert isinstance(found, Article)
    assert (found.ref, found.text) == ("7", f'{PROSE}\n\nThey said "no" in May.')


def test_a_quote_that_is_never_closed_costs_one_row(tmp_path: Path) -> None:
    prose = PROSE.replace(",", "")
    rows = [f'"{prose}",2019-03-0{day}' for day in range(1, 8)]
    rows[2] = f'"{prose},2019-03-03'
    (tmp_path / "d.csv").write_text("text,date\n" + "\n".join(rows))
    found = read(tmp_path / "d.csv")
    assert [one.published.day for one in found if isinstance(one, Article) and one.published] == [1, 2, 4, 5, 6, 7]
    (refusal,) = (one for one in found if isinstance(one, Refusal))
    assert refusal.origin.endswith(":line 4")
    assert "quote" in refusal.reason


def test_quotes_in_tab_separated_text_are_letters(tmp_path: Path) -> None:
    (tmp_path / "d.tab").write_text(f'text\tdate\n"No," he said. {PROSE}\t2019-03-03\n')
    (found,) = read(tmp_path / "d.tab")
    assert isinstance(found, Article)
    assert found.text == f'"No," he said. {PROSE}'


def test_rows_of_the_wrong_length_and_long_lines(tmp_path: Path) -> None:
    prose = PROSE.replace(",", "")
    (tmp_path / "d.csv").write_text(f"text;date\n{prose};2019-03-03;x\n{'y' * 9000};z\n{prose};2019-03-04\n")
    wrong, long, good = read(tmp_path / "d.csv", ReadOptions(max_bytes=2000))
    assert isinstance(wrong, Refusal)
    assert "3 fields where the header has 2" in wrong.reason
    assert isinstance(long, Refusal)
    assert "longer than" in long.reason
    assert isinstance(good, Article)


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_dumps_in_utf16(suffix: str, tmp_path: Path) -> None:
    path = write(tmp_path / f"d{suffix}")
    path.write_text(path.read_text(), encoding="utf-16")
    assert [one.text for one in read(path) if isinstance(one, Article)] == [PROSE, PROSE]


def test_dates_of_parquet(tmp_path: Path) -> None:
    row = {"text": PROSE, "published_at": datetime(2019, 3, 3, 12)}
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([row]), tmp_path / "d.parquet")
    (found,) = read(tmp_path / "d.parquet")
    assert isinstance(found, Article)
    assert found.published == date(2019, 3, 3)


def test_damaged_parquet_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "d.parquet")
    path.write_bytes(path.read_bytes()[:-20])
    (only,) = read(path)
    assert isinstance(only, Refusal)
    assert "Parquet" in only.reason

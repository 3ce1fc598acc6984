from __future__ import annotations

from pathlib import Path

import pytest

from detente.knowledge.schema import ROOTS
from detente.training.labelled import LABELS, LabelError, read_labelled

LINE = "AID\tactive\t<s>Peru</s> sent wheat to <t>Haiti</t>.\n"


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_labels_are_the_roots_and_none() -> None:
    assert set(LABELS) == ROOTS | {"NONE"}


def test_a_table_is_read(tmp_path: Path) -> None:
    (row,) = read_labelled(put(tmp_path, "x.tsv", LINE + "\n"))
    assert (row.label, row.marked.text) == ("AID", "Peru sent wheat to Haiti.")
    assert row.marked.spans == (("s", 0, 4), ("t", 19, 24))


@pytest.mark.parametrize("field", ["root", "label", "gold_root", "type"])
def test_json_lines_are_read(tmp_path: Path, field: str) -> None:
    (row,) = read_labelled(put(tmp_path, "x.jsonl", f'{{"marked": "<s>Peru</s> left.", "{field}": "RETREAT"}}\n'))
    assert (row.label, row.marked.text) == ("RETREAT", "Peru left.")


def test_yield_teaches_both_roots_that_it_joins(tmp_path: Path) -> None:
    rows = read_labelled(put(tmp_path, "x.jsonl", '{"marked": "<s>Peru</s> left.", "root": "YIELD"}'))
    assert [row.label for row in rows] == ["CONCEDE", "RETREAT"]


def test_marks_of_other_people_may_be_nested(tmp_path: Path) -> None:
    (row,) = read_labelled(put(tmp_path, "x.jsonl", '{"marked": "<s><t>Iraqi</t> men</s> left.", "root": "RETREAT"}'))
    assert sorted(row.marked.spans) == [("s", 0, 9), ("t", 0, 5)]


def test_a_folder_is_read_whole(tmp_path: Path) -> None:
    put(tmp_path, "b.tsv", LINE)
    put(tmp_path, "a.jsonl", '{"marked": "<s>Peru</s> left.", "root": "RETREAT"}')
    put(tmp_path, "notes.txt", "nothing")
    assert [row.label for row in read_labelled(tmp_path)] == ["RETREAT", "AID"]


@pytest.mark.parametrize(
    ("name", "line", "reason"),
    [
        ("x.tsv", "AID\t<s>Peru</s> left.", "parted by tabs"),
        ("x.tsv", "HELP\tactive\t<s>Peru</s> left.", "no label is called 'HELP'"),
        ("x.tsv", "AID\tactive\tPeru left.", "neither a source nor a target"),
        ("x.tsv", "AID\tactive\t<s>Peru left.", "never closed"),
        ("x.jsonl", '{"root": "AID"}', "marked"),
        ("x.jsonl", '{"marked": "<s>Peru</s> left."}', "needs a label"),
        ("x.jsonl", '{"marked": "Peru left.", "root": "AID"}', "no party is marked"),
        ("x.jsonl", "[1, 2]", "marked"),
        ("x.jsonl", "{", "line 2"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, name: str, line: str, reason: str) -> None:
    good = LINE if name == "x.tsv" else '{"marked": "<s>Peru</s> left.", "root": "AID"}\n'
    with pytest.raises(LabelError, match=r"x\.(tsv|jsonl), line 2: ") as error:
        read_labelled(put(tmp_path, name, good + line))
    assert reason in str(error.value)


def test_other_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match=r"\.tsv or \.jsonl"):
        read_labelled(put(tmp_path, "x.xlsx", ""))

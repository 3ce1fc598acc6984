from __future__ import annotations

from pathlib import Path

import pytest

from detente.evaluating.records import Bad, Given, records_of


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_json_lines(tmp_path: Path) -> None:
    path = put(tmp_path, "x.jsonl", '{"a": 1}\n\n{"a"\n[1]\n{"a": 2}')
    assert list(records_of(path)) == [
        Given(f"{path}, line 1", {"a": 1}),
        Bad(f"{path}, line 3", "is no JSON: Expecting ':' delimiter"),
        Bad(f"{path}, line 4", "is no record with named fields"),
        Given(f"{path}, line 5", {"a": 2}),
    ]


@pytest.mark.parametrize("text", ['[{"a": 1}]', '{"a": 1}'])
def test_json_whole(tmp_path: Path, text: str) -> None:
    path = put(tmp_path, "x.json", text)
    assert list(records_of(path)) == [Given(f"{path}, entry 1", {"a": 1})]


def test_json_that_is_none_is_said_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"x\.json, line 2: is no JSON"):
        list(records_of(put(tmp_path, "x.json", '[\n{"a" 1}]')))


@pytest.mark.parametrize(("name", "between"), [("x.csv", ","), ("x.tsv", "\t")])
def test_tables(tmp_path: Path, name: str, between: str) -> None:
    lines = [["Text", "Root"], ['"one\ntwo"', "AID"], ["short"], ["a", "b", "c"]]
    path = put(tmp_path, name, "\ufeff" + "\n".join(between.join(line) for line in lines))
    reason = "has not as many fields as the first line"
    assert list(records_of(path)) == [
        Given(f"{path}, line 3", {"text": "one\ntwo", "root": "AID"}),
        Bad(f"{path}, line 4", reason),
        Bad(f"{path}, line 5", reason),
    ]


def test_other_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"come as \.jsonl"):
        list(records_of(put(tmp_path, "x.txt", "")))

"""Files, folders and standard input: every file is read or refused by name, whatever it holds."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.model import Article, Dating, Refusal
from detente.sources import ReadOptions, Unreadable, article_from_text, count_sources, read_sources

PROSE = "Kenya and Somalia have agreed to reopen their border, the ministers said after the talks."


def refusals(*inputs: Path | str, options: ReadOptions | None = None) -> dict[str, str]:
    found = read_sources([str(name) for name in inputs], options or ReadOptions())
    return {Path(one.origin).name: one.reason for one in found if isinstance(one, Refusal)}


def articles(*inputs: Path | str, options: ReadOptions | None = None) -> list[Article]:
    found = list(read_sources([str(name) for name in inputs], options or ReadOptions()))
    assert not [one for one in found if isinstance(one, Refusal)]
    return [one for one in found if isinstance(one, Article)]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder with one good text in the middle of all that can be wrong with files."""
    folder = tmp_path / "hostile"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "good.txt").write_text(PROSE)
    (folder / ".hidden.txt").write_text(PROSE)
    (folder / "random.txt").write_bytes(random.Random(7).randbytes(5000))
    (folder / "archive.zip").write_bytes(b"PK\x03\x04" + b"x" * 50)
    (folder / "letter.docx").write_bytes(b"PK\x03\x04" + b"\x00" * 20 + b"word/document.xml")
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7 ...")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"x" * 50)
    (folder / "deep.html").write_text("<html><body>" + "<div>" * 100_000 + PROSE)
    (folder / "many.html").write_text("<html><body>" + "<b></b>" * 100_000 + PROSE)
    (folder / "broken16.txt").write_bytes(b"\xff\xfe" + b"\x00\xd8" * 500)
    (folder / "bomb.xml").write_text(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>'
    )
    (folder / "other.xml").write_text('<?xml version="1.0"?><book><p>text</p></book>')
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_text(" \n\n ")
    (folder / "deep.json").write_text("[" * 100_000)
    (folder / "inner" / "loop").symlink_to(folder)
    (folder / "dangling").symlink_to(folder / "nothing")
    os.mkfifo(folder / "pipe")
    return folder


def test_a_hostile_folder_is_read_to_its_end(hostile: Path) -> None:
    found = list(read_sources([str(hostile)]))
    assert [one.text for one in found if isinstance(one, Article)] == [PROSE]
    reasons = {Path(one.origin).name: one.reason for one in found if isinstance(one, Refusal)}
    expected = {
        "random.txt": "binary",
        "archive.zip": "ZIP",
        "letter.docx": "Word",
        "paper.pdf": "PDF",
        "photo.jpg": "JPEG",
        "deep.html": "nested",
        "many.html": "tags",
        "broken16.txt": "not text",
        "bomb.xml": "entities",
        "other.xml": "no feed",
        "empty.txt": "empty",
        "blank.txt": "empty",
        "deep.json": "nested",
        "loop": "loop",
        "dangling": "no such",
        "pipe": "named pipe",
    }
    assert reasons.keys() == expected.keys()
    for name, words in expected.items():
        assert words in reasons[name], name


def test_folders_are_read_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/a.txt", "B.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PROSE)
    assert [Path(one.origin).relative_to(tmp_path).as_posix() for one in articles(tmp_path)] == [
        "B.txt",
        "a.txt",
        "b.txt",
        "c/a.txt",
    ]


def test_paths_that_cannot_be(tmp_path: Path) -> None:
    assert "no such" in refusals(tmp_path / "nothing")["nothing"]
    assert list(refusals("a\x00b").values())
    assert list(refusals("x" * 5000).values())
    assert list(refusals("gopher://example.org/").values())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_permission_is_named(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(PROSE)
    (tmp_path / "secret.txt").chmod(0)
    assert "permission" in refusals(tmp_path / "secret.txt")["secret.txt"]


def test_size_limit(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(PROSE * 100)
    assert "larger than 1 KB" in refusals(tmp_path, options=ReadOptions(max_bytes=1024))["long.txt"]


def test_another_language_is_passed_over_without_fault(tmp_path: Path) -> None:
    (tmp_path / "de.txt").write_text(
        "Der Minister hat gesagt, dass die beiden Länder nicht mit dem Vertrag zufrieden sind."
    )
    (found,) = read_sources([str(tmp_path)])
    assert isinstance(found, Refusal)
    assert (found.reason, found.fault) == ("not English (looks like German)", False)


def test_the_date_that_the_user_gives_serves_texts_without_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "b.txt").write_text(f"Border to open\n\n3 March 2019\n\n{PROSE}")
    first, second = articles(tmp_path, options=ReadOptions(published=date(2020, 1, 1), outlet="Example Post"))
    assert (first.published, first.dating, first.outlet) == (date(2020, 1, 1), Dating.GIVEN, "Example Post")
    assert (second.published, second.dating) == (date(2019, 3, 3), Dating.HEADER)


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (f"Border to open\n\n{PROSE}", "Border to open"),
        (json.dumps({"headline": "Border to open", "body": PROSE}) + "\n", "Border to open"),
        (f"<html><body><article><h1>Border to open</h1><p>{PROSE}</p></article></body></html>", "Border to open"),
    ],
)
def test_standard_input_and_files_without_a_suffix_are_told_by_content(
    content: str, title: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "noname").write_text(content)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    by_file, by_stdin = articles(tmp_path / "noname", "-")
    assert (by_file.title, by_file.text) == (by_stdin.title, by_stdin.text) == (title, PROSE)
    assert by_file.id == by_stdin.id


def test_a_reader_can_be_forced_and_must_exist(tmp_path: Path) -> None:
    (tmp_path / "x.dat").write_text(f"text,date\n{PROSE.replace(',', '')},2019-03-03\n")
    (found,) = articles(tmp_path, options=ReadOptions(format="csv"))
    assert found.published == date(2019, 3, 3)
    assert "no reader" in refusals(tmp_path, options=ReadOptions(format="runes"))["x.dat"]


def test_what_a_library_throws_is_told_and_the_next_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> Iterator[Article]:
        raise AssertionError("impossible state")
        yield

    (tmp_path / "a.jsonl").write_text("{}")
    (tmp_path / "b.txt").write_text(PROSE)
    monkeypatch.setattr("detente.sources.jsonlines.read", fails)
    first, second = read_sources([str(tmp_path)])
    assert isinstance(first, Refusal)
    assert "impossible state" in first.reason
    assert isinstance(second, Article)


def test_interruption_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> Iterator[Article]:
        raise KeyboardInterrupt
        yield

    (tmp_path / "a.jsonl").write_text("{}")
    monkeypatch.setattr("detente.sources.jsonlines.read", interrupted)
    with pytest.raises(KeyboardInterrupt):
        list(read_sources([str(tmp_path)]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    data=st.binary(max_size=400),
    suffix=st.sampled_from([".txt", ".json", ".jsonl", ".csv", ".tsv", ".xml", ".parquet", ""]),
)
def test_no_bytes_raise(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(data)
    assert all(isinstance(one, Article | Refusal) for one in read_sources([str(path)]))
    assert count_sources([str(path)]) is None or count_sources([str(path)]) >= 0  # type: ignore[operator]


@given(st.text())
def test_any_text_is_an_article_or_unreadable(text: str) -> None:
    try:
        article = article_from_text(text)
    except Unreadable:
        return
    assert article.text
    assert article_from_text(text).id == article.id


def test_counts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "b.jsonl").write_text("{}\n{}\n{}\n")
    (tmp_path / "c.csv").write_text('text,date\n"two\nlines",2019\nb,2019\n')
    assert count_sources([str(tmp_path)]) == 6
    assert count_sources(["-"]) is None
    assert count_sources(["https://example.org/"]) is None


def test_importing_loads_no_reader() -> None:
    heavy = "trafilatura", "feedparser", "httpx", "pyarrow", "lxml", "charset_normalizer"
    code = f"import sys, detente.sources; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.strip() == "[]"

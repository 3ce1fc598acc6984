"""Backgrounders written from the example dispatches: what they must hold whatever they say."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import detente
from detente.answers.briefs import Brief, Style
from detente.answers.verifying import Verifier
from detente.answers.voices import untagged
from detente.reading.read import Reader
from detente.record import Record

pytestmark = [pytest.mark.model, pytest.mark.slow]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAIRS = [("Ethiopia", "Eritrea"), ("Colombia", "Venezuela"), ("Turkey", "Armenia")]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    folder = tmp_path_factory.mktemp("briefs")
    with detente.open(folder / "examples.duckdb") as opened:
        for part in ("*ethiopia-eritrea*", "*colombia-venezuela*", "*turkey-armenia*"):
            opened.read(*sorted(EXAMPLES.glob(part)), jobs=1, coder="rules")
        yield opened


@pytest.fixture(scope="module")
def verifier(record: Record, reader: Reader) -> Verifier:
    return Verifier(record.knowledge, reader)


@pytest.fixture(scope="module", params=[(p, s) for p in PAIRS for s in Style], ids=str)
def brief(request: pytest.FixtureRequest, record: Record, verifier: Verifier) -> Brief:
    (one, other), style = request.param
    made = record.brief(one, other, style=style, verifier=verifier)
    assert made is not None
    return made


def test_every_footnote_is_in_its_article(brief: Brief, record: Record) -> None:
    assert brief.footnotes
    for note in brief.footnotes:
        text = " ".join(record.archive.article(note.citation.article_id).text.split())
        assert note.citation.quote in text


def test_every_statement_has_footnotes(brief: Brief) -> None:
    assert all(brief.numbers(statement) for statement in brief.statements())


def test_no_sentence_is_told_twice(brief: Brief) -> None:
    for section in brief.sections:
        told = [(line.label, line.statement.text) for line in section.lines]
        assert len(told) == len(set(told))
    prose = [untagged(s.text) for section in brief.sections for some in section.paragraphs for s in some]
    assert len(prose) == len(set(prose))


def test_sentences_are_whole(brief: Brief) -> None:
    for statement in brief.statements():
        assert statement.text[:1].isupper() or statement.text[0] in "“0123456789"
        assert statement.text.endswith((".", ".”", "?”", "”", "!”"))
        for broken in ("  ", " ,", "..", "{", "}", " of of ", " to to ", " the the ", " was were ", "None"):
            assert broken not in statement.text


def test_most_is_told_in_words_of_our_own(brief: Brief) -> None:
    assert brief.composed >= 3 * brief.quoted


def test_sources_are_those_of_the_footnotes(brief: Brief) -> None:
    assert {s.article_id for s in brief.sources} == {n.citation.article_id for n in brief.footnotes}


def test_html_is_one_whole_file(brief: Brief) -> None:
    page = brief.html()
    assert page.lstrip().startswith("<!doctype html>")
    assert "<link" not in page
    assert "<script" not in page
    assert "src=" not in page
    for note in brief.footnotes:
        assert f'id="n{note.number}"' in page
        assert f'href="#n{note.number}"' in page


def test_markdown_has_each_footnote_once(brief: Brief) -> None:
    text = brief.markdown()
    for note in brief.footnotes:
        assert text.count(f"[^{note.number}]: ") == 1
        assert text.count(f"[^{note.number}]") >= 2


@pytest.mark.parametrize("style", list(Style))
def test_only_what_was_published_until_then(style: Style, record: Record, verifier: Verifier) -> None:
    until = date(2000, 12, 31)
    made = record.brief("Ethiopia", "Eritrea", style=style, until=until, verifier=verifier)
    assert made is not None
    assert made.until == until
    assert all(note.citation.date is None or note.citation.date <= until for note in made.footnotes)
    assert "2018" not in made.markdown()


def test_of_strangers_nothing_is_written(record: Record, verifier: Verifier) -> None:
    assert record.brief("Fiji", "Malta", verifier=verifier) is None


def test_what_is_planned_is_marked(record: Record, verifier: Verifier) -> None:
    made = record.brief("Colombia", "Venezuela", style="chronology", verifier=verifier)
    assert made is not None
    marked = [line for section in made.sections for line in section.lines if "planned" in line.marks]
    assert any("would send" in line.statement.text for line in marked)
    for line in marked:
        assert any(word in line.statement.text for word in ("would", "is to", "are to", "was to", "were to", "“"))


def test_a_dossier_has_a_chart(record: Record, verifier: Verifier) -> None:
    made = record.brief("Ethiopia", "Eritrea", style="dossier", verifier=verifier)
    assert made is not None
    assert made.chart.startswith("<svg")
    assert "<svg" in made.html()


def test_pdf_is_written(record: Record, verifier: Verifier, tmp_path: Path) -> None:
    made = record.brief("Ethiopia", "Eritrea", style="dossier", verifier=verifier)
    assert made is not None
    written = made.pdf(tmp_path / "brief.pdf")
    assert written.read_bytes().startswith(b"%PDF")

"""Questions asked of a small record: what is said, in which words, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pytest

import detente
from detente.answers.verifying import Verdict, Verifier
from detente.model import Article, Claim
from detente.reading.digest import ruleset
from detente.reading.read import Reader
from detente.record import Record

DISPATCHES = (
    (
        "Gulf Post",
        date(2016, 3, 2),
        "Iran arms the Houthis. Saudi Arabia severed diplomatic relations with Iran on January 3, 2016. "
        "Egypt fears that Ethiopia will take its water. Iran denied the charge.",
    ),
    (
        "Nile Daily",
        date(2016, 3, 3),
        "Saudi Arabia cut diplomatic relations with Iran on January 3, 2016. Kuwait lent Iraq $5 billion in 1982. "
        "Turkey accuses Syria of arming the rebels. Jordan plans to recognise Kosovo.",
    ),
)


@pytest.fixture(scope="module")
def record(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    path = tmp_path_factory.mktemp("asked") / "small.duckdb"
    with detente.open(path) as opened:
        with opened.archive.writer(ruleset(opened.knowledge, None), keep_text=True) as writer:
            for outlet, published, text in DISPATCHES:
                writer.add(reader.read(Article(text=text, outlet=outlet, published=published)))
        yield opened


def said(record: Record, question: str) -> str:
    answer = record.ask(question)
    return " | ".join(line.text for line in answer.statements)


def test_every_line_is_cited_word_for_word(record: Record) -> None:
    texts = [text for _, _, text in DISPATCHES]
    for question in ("Who arms the Houthis?", "What happened between Saudi Arabia and Iran in 2016?"):
        answer = record.ask(question)
        assert answer.says
        for line in answer.statements:
            assert line.citations
            assert all(any(citation.quote in text for text in texts) for citation in line.citations)


def test_who_does_it(record: Record) -> None:
    assert "Iran" in said(record, "Who arms the Houthis?")
    assert "Ethiopia" in said(record, "What does Egypt fear?")


def test_two_reports_are_one_line(record: Record) -> None:
    answer = record.ask("When did Saudi Arabia cut ties with Iran?")
    (line,) = answer.statements
    assert {citation.outlet for citation in line.citations} == {"Gulf Post", "Nile Daily"}
    assert "2016" in line.text


def test_a_figure_is_told_in_the_words_of_the_report(record: Record) -> None:
    assert "“Kuwait lent Iraq $5 billion in 1982.”" in said(record, "How much did Kuwait lend Iraq?")


@pytest.mark.parametrize(
    "question",
    [
        "Who arms Djibouti?",
        "What does Ethiopia fear from Egypt?",
        "What happened between Saudi Arabia and Iran in 1975?",
        "Did Egypt bomb Ethiopia?",
        "What does Kuwait want from Iraq?",
        "How much did Iraq lend Jordan?",
    ],
)
def test_what_the_record_does_not_say_is_refused(question: str, record: Record) -> None:
    answer = record.ask(question)
    assert not answer.says
    assert answer.lead == "The record does not say."
    assert answer.statements == ()


def test_the_nearest_thing_is_offered(record: Record) -> None:
    answer = record.ask("What happened between Saudi Arabia and Iran in 1975?")
    assert any("relations" in line.text for line in answer.nearest)


def test_whether_it_is_told_for_a_fact(record: Record) -> None:
    assert record.ask("Did Saudi Arabia cut ties with Iran?").lead.startswith("Read as told for a fact")
    assert record.ask("Is it established that Syria arms the rebels?").lead.startswith("Said or charged")


def test_a_follow_up_leans_on_the_question_before(record: Record) -> None:
    first = record.ask("What does Egypt fear?")
    assert not record.ask("And Jordan?", first).says
    assert record.ask("And in 2016?", record.ask("What happened between Saudi Arabia and Iran in 1975?")).says


def test_an_answer_as_plain_values(record: Record) -> None:
    plain = record.ask("Who arms the Houthis?").record()
    assert plain["says"] is True
    assert plain["query"]["target"] == ["houthis"]
    assert plain["statements"][0]["citations"][0]["date"] == "2016-03-02"


def test_a_limit_is_kept(record: Record) -> None:
    assert len(record.ask("What happened in 2016?", limit=1).statements) <= 1


class Doubter(Verifier):
    """Finds another thing in every sentence."""

    def verdicts(self, texts: Sequence[str], claims: Sequence[Claim]) -> list[Verdict]:
        return [Verdict(("parties",)) for _ in texts]


def test_a_line_that_reads_otherwise_is_the_reports_quotation(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    question = "What happened between Saudi Arabia and Iran in 2016?"
    monkeypatch.setitem(record.__dict__, "verifier", Doubter(record.knowledge))
    doubted, unchecked = record.ask(question), record.ask(question, check=False)
    assert doubted.statements
    assert unchecked.statements
    for line in doubted.statements:
        assert any(citation.quote in line.text for citation in line.citations), line.text
    assert doubted.statements != unchecked.statements

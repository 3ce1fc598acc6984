"""Questions as they are understood: who does it to whom, when, and what is not known."""

from __future__ import annotations

from datetime import date

import pytest

from detente.answers.query import Asked, Named, Query
from detente.answers.questions import read_question
from detente.knowledge import Knowledge


def codes(some: tuple[Named, ...]) -> list[str]:
    return [named.code or named.text for named in some]


@pytest.mark.parametrize(
    ("question", "asks", "means", "source", "target"),
    [
        ("Who backs the Houthis?", Asked.DOER, "backs", [], ["houthis"]),
        ("Whom does Iran support?", Asked.RECEIVER, "backs", ["IRN"], []),
        ("What does Egypt fear from Ethiopia?", Asked.WHAT, "fears", ["EGY"], ["ETH"]),
        ("From whom did Egypt buy arms?", Asked.DOER, "arms", [], ["EGY"]),
        ("Which countries buy Iranian oil?", Asked.RECEIVER, "supplies", ["IRN"], []),
        ("Which groups are backed by Iran?", Asked.RECEIVER, "backs", ["IRN"], []),
        ("Is it established that Iran arms the Houthis?", Asked.WHETHER, "arms", ["IRN"], ["houthis"]),
        ("When did Turkey close its border with Armenia?", Asked.WHEN, "closes", ["TUR"], ["ARM"]),
        ("How much did Kuwait lend Iraq?", Asked.HOW_MUCH, "lends", ["KWT"], ["IRQ"]),
        ("what does iran want from saudi arabia", Asked.WHAT, "wants", ["IRN"], ["SAU"]),
    ],
)
def test_who_does_it_to_whom(
    question: str, asks: Asked, means: str, source: list[str], target: list[str], knowledge: Knowledge
) -> None:
    query = read_question(question, knowledge)
    assert (query.asks, query.means) == (asks, means)
    assert (codes(query.source), codes(query.target)) == (source, target)


@pytest.mark.parametrize(
    "question",
    [
        "What happened between Iran and Iraq?",
        "What is the history of Iran and Iraq?",
        "Who mediated between Iran and Iraq?",
        "When did ties between Iran and Iraq turn?",
        "What did Iran and Iraq agree?",
        "Where did Iran and Iraq hold talks?",
    ],
)
def test_equals_are_in_no_role(question: str, knowledge: Knowledge) -> None:
    query = read_question(question, knowledge)
    assert codes(query.among) == ["IRN", "IRQ"]
    assert query.source == query.target == ()


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("in 2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("in April 1988", date(1988, 4, 1), date(1988, 4, 30)),
        ("since 2018", date(2018, 1, 1), None),
        ("in the 1990s", date(1990, 1, 1), date(1999, 12, 31)),
        ("lately", None, None),
    ],
)
def test_when(words: str, since: date | None, until: date | None, knowledge: Knowledge) -> None:
    query = read_question(f"What happened between Iran and Iraq {words}?", knowledge)
    assert (query.since, query.until) == (since, until)
    assert query.lately is (words == "lately")
    assert query.words == ()


def test_a_party_after_in_is_a_place(knowledge: Knowledge) -> None:
    query = read_question("Who backed whom in Yemen after 2015?", knowledge)
    assert codes(query.places) == ["YEM"]
    assert query.target == ()


def test_other_words_are_kept(knowledge: Knowledge) -> None:
    query = read_question("Was there a deal between Brazil and Iran on fishing?", knowledge)
    assert query.words == ("fish",)


def test_a_verb_without_a_meaning_is_known_from_the_rules(knowledge: Knowledge) -> None:
    query = read_question("When did Iraq annex Kuwait?", knowledge)
    assert any(line.startswith("event.") for line in query.claims)
    assert "annexed" in query.verb


def test_a_question_needs_words(knowledge: Knowledge) -> None:
    with pytest.raises(ValueError, match="no question"):
        read_question("  ", knowledge)


def after(first: str, second: str, knowledge: Knowledge) -> Query:
    return read_question(second, knowledge, previous=read_question(first, knowledge))


def test_another_party_takes_the_place_of_the_one_asked_about(knowledge: Knowledge) -> None:
    query = after("What does Egypt fear from Ethiopia?", "And Sudan?", knowledge)
    assert (codes(query.source), codes(query.target), query.means) == (["SDN"], ["ETH"], "fears")
    query = after("Who arms the Houthis?", "What about Hezbollah?", knowledge)
    assert (query.source, codes(query.target), query.asks) == ((), ["hezbollah"], Asked.DOER)
    query = after("What happened between Iran and Iraq in 1980?", "And Kuwait?", knowledge)
    assert codes(query.among) == ["IRN", "KWT"]


def test_another_time_of_the_same(knowledge: Knowledge) -> None:
    query = after("What happened between Iran and Iraq in 1980?", "And in 1988?", knowledge)
    assert codes(query.among) == ["IRN", "IRQ"]
    assert query.since == date(1988, 1, 1)


def test_another_thing_of_the_same(knowledge: Knowledge) -> None:
    query = after("When did Turkey close its border with Armenia?", "Why?", knowledge)
    assert (query.asks, query.means, codes(query.source)) == (Asked.WHY, "closes", ["TUR"])


def test_it_is_whom_was_spoken_of(knowledge: Knowledge) -> None:
    query = after("What does Egypt want from Ethiopia?", "What does it fear?", knowledge)
    assert (codes(query.source), query.means) == (["EGY"], "fears")


def test_a_whole_question_takes_nothing_from_the_one_before(knowledge: Knowledge) -> None:
    query = after("Who arms the Houthis?", "What is the history of Iran and Iraq?", knowledge)
    assert (query.asks, query.means) == (Asked.HISTORY, "")

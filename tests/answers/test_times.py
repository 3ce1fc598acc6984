from datetime import date

import pytest

from detente.answers.times import day, month, time_words
from detente.model import Claim, Cue, Kind, Party, Precision, Span, Status, When

TEXT = "Egypt attacked Jordan."


def claim(when: When, *, binds: str = "at", kind: Kind = Kind.EVENT, status: Status = Status.ACTUAL) -> Claim:
    return Claim(
        article="a0", kind=kind, type="ASSAULT",
        source=(Party(text="Egypt", start=0, end=5, code="EGY"),),
        target=(Party(text="Jordan", start=15, end=21, code="JOR"),),
        sentence=Span(start=0, end=len(TEXT), text=TEXT), start=0, end=len(TEXT), rule="r", when=when, status=status,
        cues=(Cue(answers="time", value=binds, start=0, end=1, text="x"),),
    )  # fmt: skip


def span(start: date | None, end: date | None, precision: Precision, text: str = "") -> When:
    return When(start=start, end=end, precision=precision, text=text)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (span(date(2018, 3, 12), date(2018, 3, 12), Precision.DAY), "on 12 March 2018"),
        (span(date(2018, 3, 3), date(2018, 3, 5), Precision.DAY), "between 3 and 5 March 2018"),
        (span(date(2018, 3, 30), date(2018, 4, 1), Precision.DAY), "between 30 March and 1 April 2018"),
        (span(date(1988, 4, 18), date(1988, 4, 24), Precision.WEEK), "in the week from 18 April 1988"),
        (span(date(1998, 6, 6), date(1998, 6, 7), Precision.WEEK), "between 6 and 7 June 1998"),
        (span(date(2000, 5, 1), date(2000, 5, 31), Precision.MONTH), "in May 2000"),
        (span(date(2008, 1, 1), date(2008, 3, 31), Precision.MONTH), "between January 2008 and March 2008"),
        (span(date(2018, 6, 1), date(2018, 8, 31), Precision.SEASON, "last summer"), "in the summer of 2018"),
        (span(date(1975, 1, 1), date(1975, 12, 31), Precision.YEAR), "in 1975"),
        (span(date(1975, 1, 1), date(1990, 12, 31), Precision.YEAR), "between 1975 and 1990"),
        (span(date(1960, 1, 1), date(1969, 12, 31), Precision.DECADE, "in the 1960s"), "in the 1960s"),
        (span(date(1960, 1, 1), date(1963, 12, 31), Precision.DECADE, "the early 1960s"), "in the early 1960s"),
        (span(date(1964, 1, 1), date(1966, 12, 31), Precision.DECADE, "the mid 1960s"), "in the mid-1960s"),
        (span(date(1947, 1, 1), date(1991, 12, 31), Precision.ERA, "during the Cold War"), "between 1947 and 1991"),
    ],
)  # fmt: skip
def test_a_time_is_told_as_exactly_as_it_is_known(when: When, words: str) -> None:
    assert time_words(claim(when)) == words


def test_what_lasts_is_told_from_when_to_when() -> None:
    lasting = claim(span(date(1975, 1, 1), date(1990, 12, 31), Precision.YEAR), kind=Kind.TIE)
    assert time_words(lasting) == "from 1975 to 1990"


@pytest.mark.parametrize(
    ("binds", "start", "end", "words"),
    [
        ("since", date(1975, 1, 1), None, "since 1975"),
        ("after", date(1979, 1, 1), None, "after 1979"),
        ("until", None, date(1990, 12, 31), "until 1990"),
        ("by", None, date(2030, 12, 31), "by 2030"),
        ("before", None, date(2030, 12, 31), "before 2030"),
    ],
)
def test_an_open_time(binds: str, start: date | None, end: date | None, words: str) -> None:
    assert time_words(claim(span(start, end, Precision.YEAR), binds=binds)) == words


def test_no_time_is_made_up() -> None:
    dated = span(date(1998, 1, 1), date(2018, 7, 10), Precision.YEAR)
    assert time_words(claim(When())) == ""
    assert time_words(claim(dated, binds="first_since")) == ""
    assert time_words(claim(dated, binds="carried")) == ""
    assert time_words(claim(span(date(2008, 3, 2), None, Precision.DAY), status=Status.POSSIBLE)) == ""
    assert time_words(claim(span(date(2008, 3, 2), date(2008, 3, 2), Precision.DAY), kind=Kind.TIE)) == ""


def test_days_and_months() -> None:
    assert day(date(2018, 3, 12)) == "12 March 2018"
    assert month(date(2018, 3, 12)) == "March 2018"

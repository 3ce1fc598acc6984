from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model import Precision
from detente.reading.when import TimeWords, times

MONDAY = date(2015, 6, 15)
PERIODS: dict[str, tuple[date | None, date | None]] = {
    "cold war": (date(1947, 1, 1), date(1991, 12, 31)),
    "the cold war": (date(1947, 1, 1), date(1991, 12, 31)),
}


def read(text: str, published: date | None = MONDAY) -> list[TimeWords]:
    return times(text, published, PERIODS)


def only(text: str, published: date | None = MONDAY) -> tuple[str, str, str, bool]:
    """Start, end, how bound and whether ahead, of the only words of time in a text."""
    found = read(text, published)
    assert len(found) == 1, found
    (told,) = found
    assert told.when.text == text[told.start : told.end]
    start = told.when.start.isoformat() if told.when.start else ""
    end = told.when.end.isoformat() if told.when.end else ""
    return start, end, told.bound, told.ahead


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        # days
        ("They met on 3 May 2014.", "2014-05-03", "2014-05-03"),
        ("They met on May 3, 2014.", "2014-05-03", "2014-05-03"),
        ("They met on the 3rd of May 2014.", "2014-05-03", "2014-05-03"),
        ("They met on Sept. 11, 2001.", "2001-09-11", "2001-09-11"),
        ("They met on Feb. 29, 2012.", "2012-02-29", "2012-02-29"),
        ("They met on June 3.", "2015-06-03", "2015-06-03"),
        ("They met on 21st May.", "2015-05-21", "2015-05-21"),
        ("They met on December 24.", "2014-12-24", "2014-12-24"),
        ("They met today.", "2015-06-15", "2015-06-15"),
        ("They met yesterday.", "2015-06-14", "2015-06-14"),
        # weekdays of an article of a Monday
        ("They met on Monday.", "2015-06-15", "2015-06-15"),
        ("They met on Sunday.", "2015-06-14", "2015-06-14"),
        ("They met on Tuesday.", "2015-06-09", "2015-06-09"),
        ("They met this Friday.", "2015-06-12", "2015-06-12"),
        # months, seasons, years
        ("They met in May 2014.", "2014-05-01", "2014-05-31"),
        ("They met in February 2012.", "2012-02-01", "2012-02-29"),
        ("They met in May.", "2015-05-01", "2015-05-31"),
        ("They met in August.", "2014-08-01", "2014-08-31"),
        ("They met last May.", "2015-05-01", "2015-05-31"),
        ("They met in the spring of 2014.", "2014-03-01", "2014-05-31"),
        ("They met in autumn 1990.", "1990-09-01", "1990-11-30"),
        ("They met in the winter of 1999.", "1999-12-01", "2000-02-29"),
        ("They met last summer.", "2014-06-01", "2014-08-31"),
        ("They met in 1956.", "1956-01-01", "1956-12-31"),
        ("They met in early 1990.", "1990-01-01", "1990-04-30"),
        ("They met in mid-1990.", "1990-05-01", "1990-08-31"),
        ("They met in late 1990.", "1990-09-01", "1990-12-31"),
        ("They met at the end of 1990.", "1990-10-01", "1990-12-31"),
        ("They met at the beginning of 1990.", "1990-01-01", "1990-03-31"),
        # decades
        ("They met in the 1950s.", "1950-01-01", "1959-12-31"),
        ("They met in the early 1950s.", "1950-01-01", "1953-12-31"),
        ("They met in the mid-1950s.", "1954-01-01", "1956-12-31"),
        ("They met in the late 1950s.", "1957-01-01", "1959-12-31"),
        ("They met in the '90s.", "1990-01-01", "1999-12-31"),
        # counted from publication
        ("They met three days ago.", "2015-06-12", "2015-06-12"),
        ("They met two weeks ago.", "2015-06-01", "2015-06-07"),
        ("They met a month ago.", "2015-05-01", "2015-05-31"),
        ("They met ten years ago.", "2005-01-01", "2005-12-31"),
        ("They met 40 years ago.", "1975-01-01", "1975-12-31"),
        ("They met last week.", "2015-06-08", "2015-06-14"),
        ("They met last month.", "2015-05-01", "2015-05-31"),
        ("They met last year.", "2014-01-01", "2014-12-31"),
        ("They met the previous year.", "2014-01-01", "2014-12-31"),
        ("They met earlier this month.", "2015-06-01", "2015-06-15"),
        ("They met earlier this year.", "2015-01-01", "2015-06-15"),
        ("They have met over the past three years.", "2012-01-01", "2015-06-15"),
        ("They have met in recent years.", "2012-01-01", "2015-06-15"),
        ("They have met over the last two decades.", "1995-01-01", "2015-06-15"),
        ("They have met for the past two weeks.", "2015-06-01", "2015-06-15"),
        # ranges
        ("They fought from 1980 to 1988.", "1980-01-01", "1988-12-31"),
        ("They fought between 1980 and 1988.", "1980-01-01", "1988-12-31"),
        ("They fought from May 1980 until July 1982.", "1980-05-01", "1982-07-31"),
        ("They met from 3 May 2014 to 5 May 2014.", "2014-05-03", "2014-05-05"),
        # named periods
        ("They were rivals during the Cold War.", "1947-01-01", "1991-12-31"),
    ],
)
def test_what_was(text: str, start: str, end: str) -> None:
    assert only(text) == (start, end, "", False)


@pytest.mark.parametrize(
    ("text", "start", "end", "bound"),
    [
        ("They have been allies since 1956.", "1956-01-01", "", "since"),
        ("They have been allies since May 2014.", "2014-05-01", "", "since"),
        ("They have been allies since the 1950s.", "1950-01-01", "", "since"),
        ("They have been allies since the Cold War.", "1947-01-01", "", "since"),
        ("They have been allies since last year.", "2014-01-01", "", "since"),
        ("They have been allies since March.", "2015-03-01", "", "since"),
        ("They were allies until 1956.", "", "1956-12-31", "until"),
        ("They were allies till May 2014.", "", "2014-05-31", "until"),
        ("They were allies up to 1956.", "", "1956-12-31", "until"),
        ("They were allies by 1956.", "", "1956-12-31", "by"),
        ("They were allies before 1956.", "", "1956-01-01", "before"),
        ("They were allies prior to 1956.", "", "1956-01-01", "before"),
        ("They were allies after 1956.", "1956-12-31", "", "after"),
        ("They were allies after the Cold War.", "1991-12-31", "", "after"),
        ("They were allies from 1956.", "1956-01-01", "", "since"),
        ("They were allies as of 1956.", "1956-01-01", "", "since"),
    ],
)
def test_what_is_bound(text: str, start: str, end: str, bound: str) -> None:
    assert only(text) == (start, end, bound, False)


@pytest.mark.parametrize(
    ("text", "start", "end", "bound"),
    [
        ("They will meet tomorrow.", "2015-06-16", "2015-06-16", ""),
        ("They will meet next week.", "2015-06-22", "2015-06-28", ""),
        ("They will meet next month.", "2015-07-01", "2015-07-31", ""),
        ("They will meet next year.", "2016-01-01", "2016-12-31", ""),
        ("They will meet next Tuesday.", "2015-06-16", "2015-06-16", ""),
        ("They will meet next May.", "2016-05-01", "2016-05-31", ""),
        ("They will meet next spring.", "2016-03-01", "2016-05-31", ""),
        ("They will meet on 20 June.", "2015-06-20", "2015-06-20", ""),
        ("They will meet in 2030.", "2030-01-01", "2030-12-31", ""),
        ("They will leave by 2030.", "", "2030-12-31", "by"),
        ("They will stay until 2030.", "", "2030-12-31", "until"),
        ("They will meet over the next two years.", "2015-06-15", "2017-12-31", ""),
        ("They will meet later this year.", "2015-06-15", "2015-12-31", ""),
    ],
)
def test_what_lies_ahead(text: str, start: str, end: str, bound: str) -> None:
    assert only(text) == (start, end, bound, True)


@pytest.mark.parametrize(
    "text",
    [
        "They met on Monday.", "They met yesterday.", "They met last week.", "They met two years ago.",
        "They met in May.", "They met on June 3.", "They met last summer.", "They met over the past three years.",
        "They will meet next year.", "They met earlier this month.",
    ],
)  # fmt: skip
def test_without_a_publication_date_relative_times_stay_open(text: str) -> None:
    assert read(text, None) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("They met on 3 May 2014.", "2014-05-03", "2014-05-03"),
        ("They met in 1956.", "1956-01-01", "1956-12-31"),
        ("They met in the 1950s.", "1950-01-01", "1959-12-31"),
        ("They were rivals during the Cold War.", "1947-01-01", "1991-12-31"),
    ],
)
def test_without_a_publication_date_full_times_are_told(text: str, start: str, end: str) -> None:
    assert only(text, None) == (start, end, "", False)


@pytest.mark.parametrize(
    "text",
    [
        "They may march.", "Theresa May met them.", "It cost $1950 in all.", "The plane, a 747, left.",
        "1956% of them left.", "The year was hard.", "They met.", "",
    ],
)  # fmt: skip
def test_what_is_no_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("on 3 May 2014", Precision.DAY),
        ("last week", Precision.WEEK),
        ("in May 2014", Precision.MONTH),
        ("in the spring of 2014", Precision.SEASON),
        ("in early 2014", Precision.SEASON),
        ("in 2014", Precision.YEAR),
        ("in the 1950s", Precision.DECADE),
        ("during the Cold War", Precision.ERA),
        ("two years ago", Precision.YEAR),
        ("three days ago", Precision.DAY),
    ],
)
def test_how_exactly_it_is_told(text: str, precision: Precision) -> None:
    (told,) = read(text)
    assert told.when.precision is precision


def test_the_words_are_quoted_with_their_operator() -> None:
    (told,) = read("They have been allies since 1956.")
    assert told.when.text == "since 1956"


def test_several_times_come_from_left_to_right() -> None:
    found = read("They met in 1956, fought in 1967 and made peace on 17 September 1978.")
    assert [told.when.start.year for told in found if told.when.start] == [1956, 1967, 1978]


def test_a_day_that_never_was_is_told_by_its_month() -> None:
    assert only("They met on 31 February 2014.") == ("2014-02-01", "2014-02-28", "", False)


def test_a_range_that_ends_before_it_begins_has_no_beginning() -> None:
    (told,) = read("They fought from 1988 to 1980.")
    assert told.when.start is None


_WORDS = st.sampled_from(
    "in on since until from to between and by before after the last next early late May March Monday 1956 2030 3 12th "
    "1950s '90s years ago two week spring cold war tomorrow 31 , . - – é".split()
)


@given(st.lists(_WORDS, max_size=14), st.one_of(st.none(), st.dates(date(1950, 1, 1), date(2050, 1, 1))))
def test_any_words_are_read_without_fail_and_quoted(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    at = 0
    for told in read(text, published):
        assert told.when.text == text[told.start : told.end]
        assert told.start >= at
        at = told.end

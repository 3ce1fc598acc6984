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
def test_without_a_publication_date_relative_times_keep_their_words(text: str) -> None:
    (told,) = read(text, None)
    assert (told.when.start, told.when.end) == (None, None)
    assert told.when.precision is read(text)[0].when.precision
    assert told.when.text == read(text)[0].when.text


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("They met on 3 May 2014.", "2014-05-03", "2014-05-03"),
        ("They met in 1956.", "1956-01-01", "1956-12-31"),
        ("They met in the 1950s.", "1950-01-01", "1959-12-31"),
        ("They were rivals during the Cold War.", "1947-01-01", "1991-12-31"),
        ("They met in late 2014.", "2014-09-01", "2014-12-31"),
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
    ("text", "start", "end"),
    [
        # nights, mornings and weekdays; the article is of a Monday
        ("They met last night.", "2015-06-14", "2015-06-14"),
        ("They met overnight.", "2015-06-14", "2015-06-15"),
        ("They met the day before yesterday.", "2015-06-13", "2015-06-13"),
        ("They met yesterday morning.", "2015-06-14", "2015-06-14"),
        ("They met earlier today.", "2015-06-15", "2015-06-15"),
        ("They met last Monday.", "2015-06-08", "2015-06-08"),
        ("They met on Monday last week.", "2015-06-08", "2015-06-08"),
        ("They met on Friday morning.", "2015-06-12", "2015-06-12"),
        ("They met earlier on Thursday.", "2015-06-11", "2015-06-11"),
        ("They met late on Friday.", "2015-06-12", "2015-06-12"),
        ("They met on the night of 3 May.", "2015-05-03", "2015-05-03"),
        ("They met over the weekend.", "2015-06-13", "2015-06-14"),
        ("They met from Monday to Wednesday.", "2015-06-08", "2015-06-10"),
        # one day, one time
        ("They met on Tuesday, May 5.", "2015-05-05", "2015-05-05"),
        ("They met on Tuesday 5 May 2014.", "2014-05-05", "2014-05-05"),
        ("They met on Sunday, June 7, 2015.", "2015-06-07", "2015-06-07"),
        ("They met on 2014-05-05.", "2014-05-05", "2014-05-05"),
        ("They met on 5.6.2014.", "2014-06-05", "2014-06-05"),
        # stretches of days, months and years
        ("They met on May 5-7, 2014.", "2014-05-05", "2014-05-07"),
        ("They met on 5-7 May 2014.", "2014-05-05", "2014-05-07"),
        ("They met between 3 and 5 May.", "2015-05-03", "2015-05-05"),
        ("They met from 3 to 5 May 2014.", "2014-05-03", "2014-05-05"),
        ("They met from January 5 to March 3, 2014.", "2014-01-05", "2014-03-03"),
        ("They met in January and February 1990.", "1990-01-01", "1990-02-28"),
        ("They met in June and July.", "2014-06-01", "2014-07-31"),
        ("They met between April and May.", "2015-04-01", "2015-05-31"),
        ("They fought 1980-1988.", "1980-01-01", "1988-12-31"),
        ("They fought the 1948-49 war.", "1948-01-01", "1949-12-31"),
        ("They fought in 1980/81.", "1980-01-01", "1981-12-31"),
        ("They fought in the 1990s and 2000s.", "1990-01-01", "2009-12-31"),
        ("They met from late 2013 to early 2014.", "2013-09-01", "2014-04-30"),
        # parts
        ("They met in the last week of May.", "2015-05-25", "2015-05-31"),
        ("They met in the first week of May 2014.", "2014-05-01", "2014-05-07"),
        ("They met in the second week of May 2014.", "2014-05-08", "2014-05-14"),
        ("They met in the last days of 1999.", "1999-12-29", "1999-12-31"),
        ("They met in mid-May.", "2015-05-11", "2015-05-20"),
        ("They met in early March.", "2015-03-01", "2015-03-10"),
        ("They met in late 2014.", "2014-09-01", "2014-12-31"),
        ("They met in the first half of 2009.", "2009-01-01", "2009-06-30"),
        ("They met in the second quarter of 2010.", "2010-04-01", "2010-06-30"),
        ("They met in Q3 2010.", "2010-07-01", "2010-09-30"),
        ("They met late last year.", "2014-09-01", "2014-12-31"),
        ("They met at the end of last month.", "2015-05-21", "2015-05-31"),
        ("They met in March last year.", "2014-03-01", "2014-03-31"),
        ("They met this spring.", "2015-03-01", "2015-05-31"),
        ("They met in the spring.", "2015-03-01", "2015-05-31"),
        ("They met in winter.", "2014-12-01", "2015-02-28"),
        ("They met this month.", "2015-06-01", "2015-06-30"),
        # counted
        ("They have met over the past decade.", "2005-01-01", "2015-06-15"),
        ("They have met for the past 10 years.", "2005-01-01", "2015-06-15"),
        ("They met last decade.", "2000-01-01", "2009-12-31"),
        ("They met more than a decade ago.", "2005-01-01", "2005-12-31"),
        # centuries
        ("They met in the 19th century.", "1801-01-01", "1900-12-31"),
        ("They met in the nineteenth century.", "1801-01-01", "1900-12-31"),
        ("They met in the mid-20th century.", "1935-01-01", "1967-12-31"),
        ("They met at the turn of the 20th century.", "1898-01-01", "1902-12-31"),
        # operators that bind nothing
        ("They met as early as 1956.", "1956-01-01", "1956-12-31"),
        ("They met as recently as May 2014.", "2014-05-01", "2014-05-31"),
        # years that stand for something else as well
        ("They quoted a 1967 resolution.", "1967-01-01", "1967-12-31"),
        ("They returned to the 1967 borders.", "1967-01-01", "1967-12-31"),
        ("In 2014 people fled.", "2014-01-01", "2014-12-31"),
    ],
)
def test_the_many_ways_to_tell_what_was(text: str, start: str, end: str) -> None:
    assert only(text) == (start, end, "", False)


@pytest.mark.parametrize(
    ("text", "start", "end", "bound", "ahead"),
    [
        ("They meet next Monday.", "2015-06-22", "2015-06-22", "", True),
        ("They will meet on Friday.", "2015-06-19", "2015-06-19", "", True),
        ("They told them to leave by Friday.", "", "2015-06-19", "by", True),
        ("They will meet in the coming weeks.", "2015-06-15", "2015-07-12", "", True),
        ("They will meet over the next year.", "2015-06-15", "2016-12-31", "", True),
        ("They will meet in the next few months.", "2015-06-15", "2015-09-30", "", True),
        ("They meet later this month.", "2015-06-15", "2015-06-30", "", True),
        ("They meet early next year.", "2016-01-01", "2016-04-30", "", True),
        ("They stay until the end of the year.", "", "2015-12-31", "until", True),
        ("They leave by the end of 2025.", "", "2025-12-31", "by", True),
        ("They leave by year's end.", "", "2015-12-31", "by", True),
        ("They leave no later than 2030.", "", "2030-12-31", "by", True),
        ("They leave not before 2030.", "2030-01-01", "", "after", True),
        ("They met for the first time since 1988.", "1988-01-01", "2015-06-15", "first_since", False),
        ("It was the worst attack since May 2014.", "2014-05-01", "2015-06-15", "first_since", False),
        ("They have been allies since 1988, the first in the region.", "1988-01-01", "", "since", False),
        ("They have been allies since early 2014.", "2014-01-01", "", "since", False),
        ("They have been allies since the end of the Cold War.", "1991-12-31", "", "since", False),
        ("They have been allies since independence.", "", "", "since", False),
        ("They have since then been allies.", "", "", "since", False),
        ("They fought for ten years.", "", "", "for", False),
        ("They fought for centuries.", "", "", "for", False),
        ("They met two years later.", "", "", "", False),
        ("They met the following year.", "", "", "", False),
        ("They met at the turn of the century.", "", "", "", False),
        ("They met decades ago.", "", "", "", False),
    ],
)
def test_what_is_bound_or_ahead_or_words_alone(text: str, start: str, end: str, bound: str, ahead: bool) -> None:
    assert only(text) == (start, end, bound, ahead)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("They met in May 1990; two years later they fought.", "1992-01-01", "1992-12-31"),
        ("They met in 1990 and had fought a year earlier.", "1989-01-01", "1989-12-31"),
        ("They met in March 2003 and fought the following month.", "2003-04-01", "2003-04-30"),
        ("They met on 3 May 2014 and fought three days later.", "2014-05-06", "2014-05-06"),
        ("They met in 1990 and fought three days later.", "", ""),
    ],
)
def test_a_time_told_by_the_one_before(text: str, start: str, end: str) -> None:
    _, told = read(text)
    assert (told.when.start.isoformat() if told.when.start else "") == start
    assert (told.when.end.isoformat() if told.when.end else "") == end


@pytest.mark.parametrize(
    "text",
    [
        "They met after 10 years of war.", "They met on the eve of the Cold War.", "They left hours after the attack.",
        "They met the day after the vote.", "They adopted Resolution 1973.", "They quoted resolutions 1701 and 1559.",
        "They sent 1,200 troops.", "They sent 2000 troops.", "It cost $2000.", "Some 2,015 people fled.",
        "A Boeing 747 left.", "The G20 met.", "Flight 1549 left.", "He is in his 50s.", "In May 20 people died.",
        "They pray on Mondays.", "They remember Bloody Sunday.", "The fall of Saigon came.",
        "They made a three-day visit.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_time(text: str) -> None:
    found = read(text)
    assert [told for told in found if told.when.text != "In May"] == []


def test_a_said_weekday_is_past_and_the_promised_one_ahead() -> None:
    said, promised = read("The ministry said on Friday it will leave on Sunday.")
    assert (said.when.start, said.ahead) == (date(2015, 6, 12), False)
    assert (promised.when.start, promised.ahead) == (date(2015, 6, 21), True)


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
    "1950s '90s years ago two week spring cold war tomorrow 31 , . - – é half quarter "
    "of first for later earlier following century 19th weekend night 5-7 1948-49 will "
    "2014-05-05 99999 999 day decade millennium Q3 not eve May, İ".split()
)


@given(st.lists(_WORDS, max_size=14), st.one_of(st.none(), st.dates(date(1950, 1, 1), date(2050, 1, 1))))
def test_any_words_are_read_without_fail_and_quoted(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    at = 0
    for told in read(text, published):
        assert told.when.text == text[told.start : told.end]
        assert told.start >= at
        at = told.end

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.sources.dates import completed, field_date, full_date, month_and_year, yearless_date

DAY = date(2019, 3, 13)


@pytest.mark.parametrize(
    "words",
    [
        "13 March 2019",
        "March 13, 2019",
        "Mar. 13, 2019 5:05 p.m. ET",
        "13th of March, 2019 at 5pm",
        "Published: 13 March 2019",
        "Published on Wednesday, March 13th, 2019",
        "13 March 2019 14:05 GMT",
        "Wed, 13 Mar 2019 14:05:00 +0000",
        "Last modified on Wed 13 Mar 2019 12.05 GMT",
        "14:05, 13 March 2019",
        "2019-03-13",
        "2019-03-13T14:05:00+02:00",
        "2019-03-13 10:20:30.123456+00:00",
        "2019/03/13",
        "20190313",
        "20190313140500",
        "13/03/2019",
        "03/13/2019",
        "13.03.2019",
        "13-Mar-2019",
        "Published 13 March 2019 | Updated 14 March 2019",
        "Updated 14 March 2019, published 13 March 2019",
    ],
)
def test_full_dates(words: str) -> None:
    assert full_date(words) == DAY


@pytest.mark.parametrize(
    "words",
    [
        "February 2009",
        "2019",
        "March 13",
        "3/4/2019",
        "31 February 2019",
        "They met on 13 March 2019 in Paris",
        "13 March 2019 to talk",
        "tomorrow",
        "",
    ],
)
def test_no_day_is_made_up(words: str) -> None:
    assert full_date(words) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_every_day_in_every_form(day: date) -> None:
    for form in ("%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%Y%m%d", "%a, %d %b %Y 10:00:00 GMT"):
        assert full_date(day.strftime(form)) == day


@given(st.text(max_size=170))
def test_any_text_gives_a_day_or_none(text: str) -> None:
    assert full_date(text) is None or isinstance(full_date(text), date)
    assert field_date(text) is None or isinstance(field_date(text), date)


@pytest.mark.parametrize(
    "value",
    [
        1552485600,
        "1552485600000",
        1552485600.0,
        20190313,
        "20190313.0",
        "20190313140500",
        date(2019, 3, 13),
        datetime(2019, 3, 13, 23, 59, tzinfo=UTC),
        "13 March 2019",
    ],
)
def test_fields_of_dumps(value: object) -> None:
    assert field_date(value) == DAY


@pytest.mark.parametrize("value", [None, True, "", "2019", 2019, "2019-03", 7, float("nan"), "nan", 1e30])
def test_fields_without_a_day(value: object) -> None:
    assert field_date(value) is None


def test_parts_of_dates() -> None:
    assert month_and_year("February 2009") == (2009, 2)
    assert month_and_year("13 March 2019") is None
    assert yearless_date("Sunday, March 3") == (3, 3)
    assert yearless_date("30 February") is None


def test_a_dateline_is_completed_only_from_a_known_year() -> None:
    assert completed("March 13", None) is None
    assert completed("March 13", 2019) == DAY
    assert completed("13 March 2019", None) == DAY
    assert completed("Dec 31", None, date(2019, 1, 1)) == date(2018, 12, 31)
    assert completed("Jan 1", None, date(2019, 1, 1)) == date(2019, 1, 1)

from __future__ import annotations

from datetime import date

import pytest

from detente.knowledge.days import first_day, last_day


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1999", date(1999, 1, 1), date(1999, 12, 31)),
        (1999, date(1999, 1, 1), date(1999, 12, 31)),
        ("1999-02", date(1999, 2, 1), date(1999, 2, 28)),
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29)),
        ("1999-02-03", date(1999, 2, 3), date(1999, 2, 3)),
        (" 1999 ", date(1999, 1, 1), date(1999, 12, 31)),
        (date(1999, 2, 3), date(1999, 2, 3), date(1999, 2, 3)),
        ("", None, None),
        (None, None, None),
    ],
)
def test_dates_may_stop_at_the_year_or_month(value: object, first: date | None, last: date | None) -> None:
    assert (first_day(value), last_day(value)) == (first, last)


@pytest.mark.parametrize("value", ["99", "1999-2", "May 1999", "1999/02/03", "1999-02-30", "1999-13", "now"])
def test_other_dates_are_errors(value: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        first_day(value)

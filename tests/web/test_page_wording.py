from __future__ import annotations

from datetime import date

import pytest

from detente.model import Precision, When
from detente.web import addresses, wording


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        (date(2016, 1, 3), date(2016, 1, 3), Precision.DAY, "3 January 2016"),
        (date(2016, 1, 1), date(2016, 1, 31), Precision.MONTH, "January 2016"),
        (date(2016, 1, 1), date(2016, 12, 31), Precision.YEAR, "2016"),
        (date(1960, 1, 1), date(1969, 12, 31), Precision.DECADE, "1960s"),
        (date(1975, 1, 1), date(1990, 12, 31), Precision.YEAR, "1975 – 1990"),
        (date(1975, 1, 1), None, Precision.YEAR, "from 1975"),
        (None, date(1990, 6, 30), Precision.MONTH, "until June 1990"),
        (date(2016, 1, 3), date(2016, 1, 9), Precision.WEEK, "3 January 2016 – 9 January 2016"),
        (None, None, Precision.REPORTED, "time not told"),
    ],
)
def test_a_time_is_told_as_exactly_as_it_is_known(
    start: date | None, end: date | None, precision: Precision, words: str
) -> None:
    assert wording.when(When(start=start, end=end, precision=precision)) == words


def test_numbers() -> None:
    assert wording.number(1_234_567) == "1,234,567"
    assert wording.signed(-2.345) == "\u22122.3"
    assert wording.percent(0.784) == "78%"
    assert (wording.plural(1, "source"), wording.plural(2, "source")) == ("1 source", "2 sources")


def test_types_in_words() -> None:
    assert wording.type_words("CONSULT", "third-party") == "talks, third party"
    assert wording.type_words("trade_partner") == "trade partner"


def test_addresses_hold_any_name() -> None:
    assert addresses.pair("a/b", "c d") == "/pair/a%2Fb/c%20d"
    assert addresses.chronology(actor=["IRN", "SAU"], kind="", q=None) == "/chronology?actor=IRN&actor=SAU"
    assert addresses.ask("a&b?") == "/ask?q=a%26b%3F"

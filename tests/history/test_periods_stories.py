"""Ties make periods, articles make stories."""

from __future__ import annotations

from datetime import date

from history_samples import claim, told

from detente.history.happenings import happening
from detente.history.periods import periods
from detente.history.stories import stories
from detente.model import Claim, Kind, Precision, Status, When


def tie(article: str, start: int | None, end: int | None, **values: object) -> Claim:
    when = When(
        start=date(start, 1, 1) if start else None, end=date(end, 12, 31) if end else None, precision=Precision.YEAR
    )
    return claim(article=article, kind=Kind.TIE, type="alliance", when=when, **values)  # type: ignore[arg-type]


def made(*ties: Claim) -> list[tuple[str, Claim, date | None]]:
    return [(t.id, t, date(2020, 6, 1)) for t in ties]


def test_overlapping_claims_of_a_tie_are_one_period() -> None:
    (period,) = periods(made(tie("a1", 1975, 1990), tie("a2", 1980, 1995)))
    assert (period.first, period.last) == (date(1975, 1, 1), date(1995, 12, 31))
    assert len(period.claims) == 2


def test_a_long_gap_makes_two_periods() -> None:
    assert len(periods(made(tie("a1", 1950, 1955), tie("a2", 1975, 1990)))) == 2


def test_an_open_end_stays_open() -> None:
    (period,) = periods(made(tie("a1", 1975, None)))
    assert (period.last, period.told) == (None, date(2020, 6, 1))


def test_a_denied_tie_is_a_period_of_its_own() -> None:
    found = periods(made(tie("a1", 1975, 1990), tie("a2", 1980, 1985, status=Status.NEGATED)))
    assert sorted(p.negated for p in found) == [False, True]


def test_a_wish_is_no_tie() -> None:
    assert periods(made(tie("a1", 1975, 1990, status=Status.INTENDED))) == []


def test_articles_that_share_a_happening_are_one_story() -> None:
    shared = happening([told(article=f"a{n}") for n in range(2)], [], {})
    days: dict[str, date | None] = {"a0": date(2021, 3, 6), "a1": date(2021, 3, 7), "a2": date(2021, 3, 7)}
    assert [s.articles for s in stories(days, [(shared, ["a0", "a1"])])] == [("a0", "a1"), ("a2",)]


def test_what_is_told_again_years_later_is_another_story() -> None:
    shared = happening([told(article="a0"), told(article="a1")], [], {})
    days: dict[str, date | None] = {"a0": date(2021, 3, 6), "a1": date(2023, 3, 7)}
    assert len(stories(days, [(shared, ["a0", "a1"])])) == 2

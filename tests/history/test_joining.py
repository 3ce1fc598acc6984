"""Claims added one by one find their happenings."""

from __future__ import annotations

from datetime import UTC, datetime

from history_samples import RULES, on, told

from detente.history.joining import judged
from detente.history.judgements import grouped
from detente.history.mentions import Mention
from detente.model import Judgement

NOW = datetime(2024, 1, 1, tzinfo=UTC)


def judge(fresh: list[Mention], known: list[list[Mention]] | None = None) -> list[Judgement]:
    return judged(fresh, known or [], RULES, "rules test", NOW)


def test_a_claim_joins_the_happening_it_fits() -> None:
    one, two = told(when=on("2021-03-05")), told(article="a2", when=on("2021-03-05"))
    (found,) = judge([one, two])
    assert found.same
    assert {found.left, found.right} == {one.id, two.id}
    assert found.by == "rules test"


def test_a_claim_joins_what_an_archive_knows() -> None:
    known, fresh = told(when=on("2021-03-05")), told(article="a2", when=on("2021-03-05"))
    (found,) = judge([fresh], [[known]])
    assert found.same


def test_another_day_is_another_happening() -> None:
    assert judge([told(when=on("2021-03-05")), told(article="a2", when=on("2021-05-05"))]) == []


def test_order_of_reports_does_not_change_the_groups() -> None:
    days = ["2021-03-05"] * 3 + ["2021-04-09"] * 2
    claims = [told(article=f"a{n}", when=on(day)) for n, day in enumerate(days)]
    ids = [m.id for m in claims]
    sizes = [sorted(len(g) for g in grouped(ids, judge(order)).values()) for order in (claims, claims[::-1])]
    assert sizes == [[2, 3], [2, 3]]

"""A happening says what most independent sources say."""

from __future__ import annotations

from datetime import date

from history_samples import on, told

from detente.history.happenings import happening
from detente.model import Stage, Status


def test_reprints_do_not_outvote_independent_sources() -> None:
    wire = [told(article=f"a{n}", when=on("2021-03-04")) for n in range(3)]
    others = [told(article=f"b{n}", when=on("2021-03-05")) for n in range(2)]
    voice = {"a0": "a0", "a1": "a0", "a2": "a0", "b0": "b0", "b1": "b1"}
    found = happening([*wire, *others], [], voice)
    assert found.when.start == date(2021, 3, 5)
    assert (found.voices, found.articles) == (3, 5)


def test_stages_are_kept_and_the_furthest_counts() -> None:
    plan = told(published="2021-03-01", status=Status.PLANNED, when=on("2021-03-05"))
    done = told(article="a2", when=on("2021-03-05"))
    found = happening([plan, done], [], {})
    assert found.stage is Stage.DONE
    assert found.stages == ((Stage.ANNOUNCED, (plan.id,)), (Stage.DONE, (done.id,)))
    assert set(found.claims) == {plan.id, done.id}


def test_what_all_deny_is_denied() -> None:
    assert happening([told(status=Status.NEGATED)], [], {}).stage is Stage.DENIED


def test_history_is_no_news() -> None:
    found = happening([told(background=True, when=on("1962-03-18"))], [], {})
    assert found.background
    assert found.reported is None


def test_news_told_again_as_history_stays_news_of_its_day() -> None:
    news = told(published="2021-03-06", when=on("2021-03-05"))
    later = told(article="a2", published="2023-01-01", background=True, when=on("2021-03-05"))
    found = happening([news, later], [], {})
    assert not found.background
    assert found.reported == date(2021, 3, 6)


def test_the_report_is_no_date_of_the_event() -> None:
    assert happening([told()], [], {}).when.start is None


def test_the_id_follows_from_the_first_claim() -> None:
    first = told()
    assert happening([first], [], {}).id == "h" + first.id[1:]

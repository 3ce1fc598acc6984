from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evaluating.figures import NONE, Figures, Tally, figures_of, intervals, tally_of_label, tally_of_sets

LABELS = st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from(["A", "B", NONE])), min_size=1, max_size=40)


def figures(*pairs: tuple[str, str]) -> Figures:
    return figures_of([tally_of_label(gold, coded) for gold, coded in pairs])


def test_precision_recall_and_f1_of_a_class() -> None:
    found = figures(("A", "A"), ("A", "A"), ("A", "B"), ("B", "A"), ("B", NONE))
    by_name = {c.name: c for c in found.classes}
    assert [by_name["A"].precision, by_name["A"].recall, by_name["A"].f1] == [pytest.approx(2 / 3)] * 3
    assert (by_name["B"].precision, by_name["B"].recall, by_name["B"].f1) == (0, 0, 0)
    assert (by_name[NONE].coded, by_name[NONE].gold) == (1, 0)


def test_macro_is_the_mean_of_the_classes_of_the_gold() -> None:
    found = figures(("A", "A"), ("A", "C"), ("B", NONE))
    assert found.macro_f1 == pytest.approx((2 / 3 + 0) / 2)
    assert found.macro_precision == pytest.approx(0.5)
    assert found.macro_recall == pytest.approx(0.25)


def test_micro_leaves_out_what_was_not_coded_and_accuracy_does_not() -> None:
    found = figures(("A", "A"), ("A", NONE), (NONE, NONE), (NONE, "A"))
    assert (found.micro.right, found.micro.coded, found.micro.gold) == (1, 2, 2)
    assert found.accuracy == 0.5


def test_figures_of_nothing_are_nought() -> None:
    found = figures_of([])
    assert (found.macro_f1, found.micro.f1, found.accuracy, found.classes) == (0, 0, 0, ())


def test_sets_of_codes_are_compared_as_sets() -> None:
    gold = {("AID", "PER", "HTI"), ("CONSULT", "PER", "HTI")}
    coded = {("AID", "PER", "HTI"), ("AID", "PER", "CUB")}
    assert tally_of_sets(gold, coded) == (("AID", 1, 2, 1), ("CONSULT", 0, 0, 1))
    assert tally_of_sets(gold, coded, lambda _: "any") == (("any", 1, 2, 2),)
    assert tally_of_sets(set(), set()) == ()


@given(LABELS)
def test_sums_do_not_depend_on_the_order(pairs: list[tuple[str, str]]) -> None:
    assert figures(*pairs) == figures(*reversed(pairs))


@given(LABELS)
def test_figures_are_shares(pairs: list[tuple[str, str]]) -> None:
    found = figures(*pairs)
    assert sum(c.gold for c in found.classes) == len(pairs) == sum(c.coded for c in found.classes)
    for value in (found.macro_f1, found.micro.f1, found.accuracy, *(c.f1 for c in found.classes)):
        assert 0 <= value <= 1


# -- intervals -------------------------------------------------------------------------------------------

MEASURES = {"accuracy": lambda f: f.accuracy, "macro F1": lambda f: f.macro_f1}


def tallies(right: int, wrong: int) -> list[Tally]:
    return [tally_of_label("A", "A")] * right + [tally_of_label("A", "B")] * wrong


def test_an_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    found = intervals(tallies(80, 20), MEASURES)
    low, high = found["accuracy"]
    assert low < 0.8 < high
    assert high - low == pytest.approx(2 * 1.96 * 0.04, abs=0.02)  # the standard error of 80 in 100 is 0.04
    assert found == intervals(tallies(80, 20), MEASURES)
    assert found != intervals(tallies(80, 20), MEASURES, seed=1)


def test_more_gold_makes_an_interval_narrower() -> None:
    (few_low, few_high), (low, high) = (intervals(tallies(8 * n, 2 * n), MEASURES)["accuracy"] for n in (2, 50))
    assert high - low < few_high - few_low


def test_where_all_is_right_so_is_every_resample() -> None:
    assert intervals(tallies(30, 0), MEASURES) == {"accuracy": (1.0, 1.0), "macro F1": (1.0, 1.0)}


def test_nothing_has_no_interval() -> None:
    assert intervals([], MEASURES) == {}

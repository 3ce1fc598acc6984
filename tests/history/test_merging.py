"""Two claims: one happening or two, and the reasons that are given."""

from __future__ import annotations

from dataclasses import replace

import pytest
from history_samples import RULES, claim, on, told

from detente.history.mentions import Mention, mention
from detente.history.merging import SAME, likeness
from detente.model import Kind, Status


def same(one: Mention, two: Mention) -> bool:
    return likeness(one, two, RULES).score >= SAME


def test_two_reports_of_one_day_are_of_one_meeting() -> None:
    one = told(when=on("2021-03-05"), symmetric=True)
    other = told(article="a2", when=on("2021-03-05"), text="Paris and Algiers talked.", source="DZA", target="FRA")
    found = likeness(one, other, RULES)
    assert found.score >= SAME
    assert "both on 2021-03-05 +1.5" in found.reason
    assert "parties: the same (DZA, FRA) +2.0" in found.reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"target": "TUN"}, "DZA and TUN have no party in common"),
        ({"when": on("2021-03-15")}, "10 days lie between their times"),
        ({"type": "ASSAULT"}, "CONSULT and ASSAULT are different deeds"),
        ({"source": "DZA", "target": "FRA"}, "no party in common"),
    ],
)
def test_what_rules_it_out_is_said(changes: dict[str, object], reason: str) -> None:
    values = {"article": "a2", "when": on("2021-03-05")} | changes
    found = likeness(told(when=on("2021-03-05")), told(**values), RULES)  # type: ignore[arg-type]
    assert found.score == 0
    assert reason in found.reason


def test_a_plan_and_its_fulfilment_are_one_happening() -> None:
    plan = told(published="2021-03-01", when=on("2021-03-05"), status=Status.PLANNED)
    assert same(plan, told(article="a2", when=on("2021-03-05")))


def test_an_undated_report_fits_a_day_shortly_before_it() -> None:
    assert same(told(when=on("2021-03-05")), told(article="a2", published="2021-03-06"))
    assert not same(told(when=on("2021-03-05")), told(article="a2", published="2021-03-20"))


def test_history_without_a_date_joins_nothing() -> None:
    assert not same(told(when=on("2021-03-05")), told(article="a2", background=True))


def test_different_towns_speak_against_one_attack() -> None:
    one = told(type="ASSAULT", place="Oran", text="Shells fell on the port of Oran.", cameo="190")
    two = told(article="a2", type="ASSAULT", place="Setif", text="A market in Setif was burned.", cameo="190")
    assert not same(one, two)


def test_accusations_must_be_on_the_same_matter() -> None:
    one = told(type="ACCUSE", text="France accused Algeria of holding back the gas.", cameo="112")
    other = told(article="a2", type="ACCUSE", text="France accused Algeria of spying on exiles.", cameo="112")
    again = told(article="a3", type="ACCUSE", text="France accused Algeria of holding back gas.", cameo="112")
    assert not same(one, other)
    assert same(one, again)


def test_an_army_and_a_crowd_are_not_one_party() -> None:
    army = told(when=on("2021-03-05"), sector="MIL")
    crowd = told(article="a2", when=on("2021-03-05"), sector="CVL")
    assert "but state and others" in likeness(army, crowd, RULES).reason


def test_only_events_that_are_told_are_mentioned() -> None:
    assert mention("c1", replace(claim(), status=Status.ASKED), None) is None
    assert mention("c1", replace(claim(), kind=Kind.STANCE), None) is None

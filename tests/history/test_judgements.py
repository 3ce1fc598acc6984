"""Groups follow from judgements, and a user's come first."""

from __future__ import annotations

from datetime import UTC, datetime

from detente.history.judgements import grouped, standing
from detente.model import Judgement


def made(left: str, right: str, same: bool = True, score: float = 0.8, by: str = "rules 1", day: int = 1) -> Judgement:
    then = datetime(2024, 1, day, tzinfo=UTC)
    return Judgement(left=left, right=right, same=same, score=score, reason="", by=by, made=then)


def test_judgements_chain() -> None:
    assert grouped("abc", [made("a", "b"), made("b", "c")]) == {"a": ["a", "b", "c"]}


def test_without_judgements_each_stands_alone() -> None:
    assert grouped("ab", []) == {"a": ["a"], "b": ["b"]}


def test_a_user_splits_at_the_weakest_link() -> None:
    told_apart = made("a", "c", same=False, by="user")
    found = grouped("abc", [made("a", "b", score=0.9), made("b", "c", score=0.6), told_apart])
    assert found == {"a": ["a", "b"], "c": ["c"]}


def test_a_user_joins_what_the_rules_keep_apart() -> None:
    assert grouped("ab", [made("a", "b", same=False), made("a", "b", by="user")]) == {"a": ["a", "b"]}


def test_the_latest_of_a_user_counts() -> None:
    second = made("b", "a", same=False, by="user", day=2)
    assert standing([made("a", "b", by="user", day=1), second, made("a", "b", day=3)]) == [second]


def test_judgements_on_others_are_left_out() -> None:
    assert grouped("a", [made("a", "z")]) == {"a": ["a"]}

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from hand_parsed import parsed, small_world

from detente.model import Status
from detente.reading.marked_pair import unmark_pair
from detente.reading.parse import Given, Parser
from detente.reading.rule_coder import BOTH, RuleAnswer, RuleCoder
from detente.reading.tokens import Tokens


class HandParser(Parser):
    """Parses only what is in parses.txt."""

    def __init__(self) -> None:
        pass

    def parse(self, sentences: Iterable[Given | tuple[str, int]]) -> Iterator[Tokens]:
        return (parsed(given[0]) for given in sentences)


def answers(sentence: str) -> tuple[RuleAnswer, ...]:
    (found,) = RuleCoder(small_world(), HandParser()).answers([unmark_pair(sentence)])
    return found


@pytest.mark.parametrize(
    ("sentence", "root", "fit"),
    [
        ("<s>Iran</s> attacked <t>Iraq</t>.", "ASSAULT", BOTH),
        ("<t>Iraq</t> was attacked by <s>Iran</s>.", "ASSAULT", BOTH),
        ("The <s>Israeli</s> attack on <t>Syria</t> failed.", "ASSAULT", BOTH),
        ("<s>Iran</s> and <t>Iraq</t> met in Paris.", "CONSULT", BOTH),
        ("<t>Iran</t> and <s>Iraq</s> met in Paris.", "CONSULT", BOTH),
        ("<s>France</s> struck a deal with <t>Turkey</t>.", "AGREE", BOTH),
        ("<s>A storm</s> attacked <t>a town</t>.", "ASSAULT", BOTH),
    ],
)
def test_the_best_answer(sentence: str, root: str, fit: int) -> None:
    best = answers(sentence)[0]
    assert (best.root, best.fit) == (root, fit)


def test_an_answer_says_why() -> None:
    best = answers("<s>Iran</s> attacked <t>Iraq</t>.")[0]
    assert (best.rule, best.trigger, best.pattern, best.mode) == (
        "event.ASSAULT.attack", "attacked", "S attack|invade T", "attack",
    )  # fmt: skip
    assert best.status is Status.ACTUAL


def test_a_deed_the_other_way_round_is_no_answer() -> None:
    assert answers("<t>Iran</t> attacked <s>Iraq</s>.") == ()


def test_two_way_deeds_may_be_turned_round() -> None:
    assert answers("<t>France</t> struck a deal with <s>Turkey</s>.")[0].root == "AGREE"


def test_a_deed_not_done_fits_less() -> None:
    done, planned = (answers(f"<s>Iran</s> {verb} <t>Iraq</t>.")[0] for verb in ("attacked", "will attack"))
    assert planned.status is Status.PLANNED
    assert planned.fit < done.fit


def test_the_verb_that_the_pair_share_comes_first() -> None:
    sentence = "<s>Iran</s> attacked Iraq and threatened to invade <t>Syria</t>."
    best, *_ = answers(sentence)
    assert best.trigger == "invade"


def test_answers_are_in_order_of_fit() -> None:
    fits = [a.fit for a in answers("<s>Iran</s> attacked Iraq and threatened to invade <t>Syria</t>.")]
    assert fits == sorted(fits, reverse=True)
    assert min(fits) > 0


def test_nothing_fits_where_no_rule_has_the_verb() -> None:
    assert answers("<s>Turkey</s>'s relations with <t>Greece</t> improved.") == ()

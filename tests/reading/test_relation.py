from __future__ import annotations

from dataclasses import replace

import pytest
from second_opinions import ToldCoder, told

from detente.knowledge import Knowledge
from detente.model import Status
from detente.reading.marked_pair import unmark_pair
from detente.reading.relation import Coder, Relations, decide, relate
from detente.reading.rule_coder import BOTH, RuleAnswer
from detente.reading.second_coder import NOTHING, ModelAnswer

RULES = RuleAnswer(
    root="ASSAULT", mode="", cameo="190", rule="event.ASSAULT.attack", pattern="S attack T", trigger="attacked",
    status=Status.ACTUAL, fit=BOTH, weight=10,
)  # fmt: skip


def test_the_rules_alone_have_no_probability(knowledge: Knowledge) -> None:
    found = decide(RULES, None, knowledge)
    assert (found.root, found.quad, found.probability, found.agreed) == ("ASSAULT", 4, None, False)


def test_where_nobody_answers_nothing_is_coded(knowledge: Knowledge) -> None:
    found = decide(None, None, knowledge)
    assert (found.root, found.quad) == ("", None)


def test_the_model_alone_decides_where_no_rule_fits(knowledge: Knowledge) -> None:
    found = decide(None, told("AID", 0.7), knowledge)
    assert (found.root, found.quad) == ("AID", 2)
    assert found.probability == pytest.approx(0.7)


def test_agreement_makes_surer(knowledge: Knowledge) -> None:
    found = decide(RULES, told("ASSAULT", 0.6), knowledge)
    assert found.agreed
    assert found.root == "ASSAULT"
    assert found.probability is not None
    assert 0.6 < found.probability < 1


def test_a_rule_that_fits_well_outweighs_a_doubtful_model(knowledge: Knowledge) -> None:
    weight = knowledge.conventions.weight(BOTH)
    doubtful = 0.9 * weight / (1 + weight)
    assert decide(RULES, told("COERCE", doubtful, other="ASSAULT"), knowledge).root == "ASSAULT"


def test_a_sure_model_outweighs_the_rules(knowledge: Knowledge) -> None:
    weight = knowledge.conventions.weight(BOTH)
    sure = 1 - 0.5 / (1 + weight)
    found = decide(RULES, told("COERCE", sure, other="ASSAULT"), knowledge)
    assert (found.root, found.agreed) == ("COERCE", False)
    assert (found.rules, found.model and found.model.root) == (RULES, "COERCE")


def test_a_rule_that_hardly_fits_counts_less(knowledge: Knowledge) -> None:
    hardly = replace(RULES, fit=2)
    model = told("COERCE", 0.75, other="ASSAULT")
    assert decide(RULES, model, knowledge).root == "ASSAULT"
    assert decide(hardly, model, knowledge).root == "COERCE"


def test_a_root_is_named_even_where_the_model_sees_nothing(knowledge: Knowledge) -> None:
    answer = ModelAnswer(root=NOTHING, probability=0.9, likelihoods={NOTHING: 0.9, "AID": 0.06, "AGREE": 0.04})
    found = decide(None, answer, knowledge)
    assert found.root == "AID"
    assert found.probability == pytest.approx(0.6)


def test_pairs_are_read_in_order_by_the_model_alone(knowledge: Knowledge) -> None:
    model = ToldCoder("AID")
    pairs = [unmark_pair(f"<s>Peru</s> sent {n} tons of wheat to <t>Haiti</t>.") for n in range(600)]
    found = list(Relations(knowledge, Coder.MODEL, model).read(pairs))
    assert [pair.text for pair in model.asked] == [pair.text for pair in pairs]
    assert {relation.root for relation in found} == {"AID"}
    assert all(relation.rules is None for relation in found)


@pytest.mark.model
def test_both_coders_read_a_pair(knowledge: Knowledge) -> None:
    pair = unmark_pair("<s>Sudanese forces</s> attacked <t>Chad</t> on Wednesday.")
    (found,) = Relations(knowledge, Coder.BOTH, ToldCoder("ASSAULT")).read([pair])
    assert found.agreed
    assert found.rules is not None
    assert (found.root, found.rules.trigger) == ("ASSAULT", "attacked")


@pytest.mark.model
def test_words_of_a_sentence_are_related() -> None:
    found = relate("Sudanese forces attacked Chad.", "Sudanese forces", "Chad", (), "rules", None)
    assert (found.root, found.model) == ("ASSAULT", None)


@pytest.mark.parametrize(("source", "target"), [("Mali", "Chad"), ("Sudan", ""), ("", "Chad")])
def test_words_must_stand_in_the_sentence(source: str, target: str) -> None:
    with pytest.raises(ValueError, match="does not stand in the sentence"):
        relate("Sudan attacked Chad.", source, target, (), "rules", None)

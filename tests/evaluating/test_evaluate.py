from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from coding_samples import HAITI, PERU, TEXT, claim, reading

from detente.evaluating.classes import Classes
from detente.evaluating.evaluate import compare_events, compare_labels, evaluate_pairs, evaluate_sentences
from detente.evaluating.gold import GoldEvent, GoldPair, GoldSentence
from detente.evaluating.report import Level, Report, confusion_rows
from detente.knowledge import Knowledge
from detente.model import Status
from detente.reading.marked import Marked
from detente.reading.marked_pair import unmark_pair
from detente.reading.read import Reader
from detente.reading.relation import Relation, Relations, decide
from detente.reading.rule_coder import RuleAnswer
from detente.reading.second_coder import ModelAnswer


def level_of(report: Report, name: str) -> Level:
    (found,) = (level for level in report.levels if level.name == name)
    return found


def share(report: Report, name: str) -> tuple[int, int]:
    (found,) = (s for s in report.shares if s.name == name)
    return found.count, found.of


def test_labels_are_compared_at_three_levels(knowledge: Knowledge) -> None:
    gold, coded = ["AID", "AID", "ASSAULT", "ACCUSE"], ["AID", "COOPERATE", "COERCE", ""]
    report = compare_labels(gold, coded, Classes(knowledge, as_one=True), "pairs")
    accuracies = [level.measures["accuracy"] for level in report.levels]
    assert accuracies == [0.25, 0.75, 0.75]
    assert share(report, "coded") == (3, 4)
    assert report.confusion["ACCUSE", "NONE"] == 1
    low, high = level_of(report, "root").intervals["accuracy"]
    assert low <= 0.25 <= high


# -- pairs -----------------------------------------------------------------------------------------------


class SaidRelations(Relations):
    """Says what it was told to, pair by pair."""

    def __init__(self, said: Sequence[Relation]) -> None:
        self.said = said

    def read(self, pairs: Sequence[Marked]) -> Iterator[Relation]:
        assert len(pairs) == len(self.said)
        return iter(self.said)


def rules(root: str) -> RuleAnswer:
    return RuleAnswer(
        root=root, mode="", cameo="", rule=f"event.{root}.x", pattern="S x T", trigger="sent", status=Status.ACTUAL,
        fit=10, weight=1,
    )  # fmt: skip


def model(root: str) -> ModelAnswer:
    return ModelAnswer(root=root, probability=0.99, likelihoods={root: 0.99, "ACCUSE": 0.01})


def pair(root: str) -> GoldPair:
    return GoldPair("gold.jsonl, line 1", "p1", unmark_pair("<s>Peru</s> sent wheat to <t>Haiti</t>."), root)


def test_pairs_are_judged_and_errors_kept_with_both_answers(knowledge: Knowledge) -> None:
    answers = [(rules("AID"), model("AID")), (rules("AID"), model("COOPERATE")), (None, model("RETREAT"))]
    said = [decide(r, m, knowledge) for r, m in answers]
    gold = [pair("AID"), pair("AID"), pair("YIELD")]
    report = evaluate_pairs(gold, SaidRelations(said), Classes(knowledge, as_one=True))
    assert level_of(report, "root").measures["accuracy"] == pytest.approx(2 / 3)
    assert share(report, "both coders agree") == (1, 3)
    assert share(report, "right where they agree") == (1, 1)
    (error,) = report.errors
    assert (error["gold"], error["coded"], error["rules"], error["model"]) == ("AID", "COOPERATE", "AID", "COOPERATE")
    assert error["text"] == "<s>Peru</s> sent wheat to <t>Haiti</t>."
    assert (error["id"], error["where"], error["rule"]) == ("p1", "gold.jsonl, line 1", "event.AID.x")


def test_one_coder_alone_has_nobody_to_agree_with(knowledge: Knowledge) -> None:
    said = [decide(rules("AID"), None, knowledge), decide(None, None, knowledge)]
    report = evaluate_pairs([pair("AID"), pair("AID")], SaidRelations(said), Classes(knowledge, as_one=True))
    assert [s.name for s in report.shares] == ["coded"]
    assert report.errors[0]["coded"] == "NONE"
    assert report.errors[0]["rule"] is None


# -- sentences -------------------------------------------------------------------------------------------


def sentence(*events: GoldEvent) -> GoldSentence:
    return GoldSentence("gold.jsonl, line 1", "s1", TEXT, None, events)


def test_sentences_are_judged_by_root_and_both_countries(knowledge: Knowledge) -> None:
    gold = [
        sentence(GoldEvent("AID", "PER", "HTI")),
        sentence(GoldEvent("COOPERATE", "PER", "HTI"), GoldEvent("CONSULT", "PER", "CHL")),
        sentence(),
        sentence(),
    ]
    readings = [reading(claim()), reading(claim()), reading(claim(source=(HAITI,), target=(PERU,))), reading()]
    report = compare_events(gold, readings, Classes(knowledge, as_one=False))
    whole = level_of(report, "root and both countries").figures.micro
    assert (whole.right, whole.coded, whole.gold) == (1, 3, 3)
    quads = level_of(report, "quad class and both countries").figures.micro
    assert (quads.right, quads.coded, quads.gold) == (2, 3, 3)
    dyad = level_of(report, "both countries").figures.micro
    assert (dyad.right, dyad.coded, dyad.gold) == (2, 3, 3)
    assert share(report, "sentences with events coded") == (2, 2)
    assert share(report, "sentences without events coded all the same") == (1, 2)
    assert share(report, "sentences exactly right") == (2, 4)
    assert report.confusion == {
        ("AID", "AID"): 1, ("COOPERATE", "AID"): 1, ("CONSULT", "NONE"): 1, ("NONE", "AID"): 1,
    }  # fmt: skip


def test_errors_of_a_sentence_say_what_was_missed_and_what_is_too_many(knowledge: Knowledge) -> None:
    gold = [sentence(GoldEvent("CONSULT", "PER", ""))]
    report = compare_events(gold, [reading(claim())], Classes(knowledge, as_one=False))
    (error,) = report.errors
    assert error["missed"] == ["CONSULT PER ---"]
    assert error["too many"] == ["AID PER HTI (event.AID.give)"]
    assert error["text"] == TEXT


@pytest.mark.model
def test_sentences_are_read_end_to_end(knowledge: Knowledge, reader: Reader) -> None:
    told = replace(sentence(GoldEvent("ASSAULT", "SDN", "TCD")), text="Sudanese forces attacked Chad on Wednesday.")
    report = evaluate_sentences([told], reader, Classes(knowledge, as_one=False))
    assert share(report, "sentences exactly right") == (1, 1)
    assert report.errors == []


def test_a_confusion_table_has_the_gold_in_rows_and_none_last(knowledge: Knowledge) -> None:
    report = compare_labels(["AID", "", "AID"], ["COERCE", "", ""], Classes(knowledge, as_one=False), "pairs")
    assert confusion_rows(report.confusion) == (
        ["gold", "COERCE", "NONE"], [["AID", 1, 1], ["NONE", 0, 1]],
    )  # fmt: skip

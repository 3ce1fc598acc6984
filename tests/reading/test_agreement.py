from __future__ import annotations

from dataclasses import replace

import pytest
from hand_parsed import actors_of, parsed, small_world
from second_opinions import ToldCoder, told

from detente.knowledge import Knowledge
from detente.knowledge.entries import Conventions
from detente.model import Claim, Kind, Status
from detente.reading.agreement import Draft, agreed, alone, ask, marked_parties, pair_of
from detente.reading.build import Sentence
from detente.reading.marked_pair import SOURCE, TARGET
from detente.reading.match import matches
from detente.reading.near import near_misses
from detente.reading.rule_index import RuleIndex
from detente.reading.second_coder import NOTHING

CONVENTIONS = Conventions(trust=((10, 4.0),), nothing_above=0.6, alone_above=0.55)


def world() -> Knowledge:
    return replace(small_world(), conventions=CONVENTIONS)


def draft(sentence: str) -> Draft:
    tokens = parsed(sentence)
    actors = actors_of(tokens)
    built = Sentence(tokens, actors, [], world(), None)
    claims = [c for m in matches(tokens, actors, RuleIndex(world().rules)) if (c := built.claim(m, "a1"))]
    return Draft("a1", built, claims, list(near_misses(tokens, actors, claims)))


def claim_of(sentence: str) -> Claim:
    return draft(sentence).claims[0]


def test_an_event_is_shown_to_the_model_with_its_parties_marked() -> None:
    pair = pair_of(claim_of("Iraq was attacked by Iran."))
    assert pair is not None
    assert [pair.text[a:b] for mark in (SOURCE, TARGET) for a, b in pair.of(mark)] == ["Iran", "Iraq"]


@pytest.mark.parametrize("sentence", ["Iran may attack Iraq.", "Turkey is an ally of France."])
def test_what_is_not_told_as_done_or_no_event_is_not_shown(sentence: str) -> None:
    assert pair_of(claim_of(sentence)) is None


def test_parties_in_one_another_cannot_be_marked() -> None:
    claim = claim_of("Iran attacked Iraq.")
    assert marked_parties(claim.sentence.text, 0, claim.source[0], claim.source[0]) is None


def test_where_both_agree_the_claim_stays_and_is_surer() -> None:
    claim = claim_of("Iran attacked Iraq.")
    found = agreed(claim, told("ASSAULT", 0.8), CONVENTIONS, world().roots)
    assert found is not None
    assert (found.type, found.rule, found.mode) == (claim.type, claim.rule, claim.mode)
    assert found.confidence == pytest.approx(3.2 / 3.4, abs=0.001)
    assert [(o.coder, o.root, o.probability) for o in found.coders] == [
        ("rules", "ASSAULT", None), ("model", "ASSAULT", 0.8),
    ]  # fmt: skip


def test_a_sure_model_recodes_the_claim_and_says_so() -> None:
    claim = claim_of("Iran attacked Iraq.")
    found = agreed(claim, told("CONSULT", 0.95, other="ASSAULT"), CONVENTIONS, world().roots)
    assert found is not None
    assert (found.type, found.quad, found.mode, found.rule) == (
        "CONSULT", 1, "", "model.CONSULT (event.ASSAULT.attack)",
    )  # fmt: skip
    assert [o.root for o in found.coders] == ["ASSAULT", "CONSULT"]


def test_a_doubtful_model_does_not() -> None:
    found = agreed(claim_of("Iran attacked Iraq."), told("CONSULT", 0.7, other="ASSAULT"), CONVENTIONS, world().roots)
    assert found is not None
    assert found.type == "ASSAULT"


@pytest.mark.parametrize(("probability", "kept"), [(0.95, False), (0.7, True), (0.5, True)])
def test_what_the_model_takes_for_nothing_is_dropped_if_it_is_sure(probability: float, kept: bool) -> None:
    answer = told(NOTHING, probability, other="ASSAULT")
    found = agreed(claim_of("Iran attacked Iraq."), answer, CONVENTIONS, world().roots)
    assert (found is not None) is kept


@pytest.mark.parametrize(
    ("root", "probability", "coded"), [("AGREE", 0.6, "AGREE"), ("AGREE", 0.5, None), (NOTHING, 0.9, None)]
)
def test_the_model_alone_codes_what_it_is_sure_of(root: str, probability: float, coded: str | None) -> None:
    rule = alone(told(root, probability), CONVENTIONS, world().roots)
    assert (rule.type if rule else None) == coded


def test_all_claims_and_near_misses_are_asked_about_at_once() -> None:
    drafts = [draft("Iran attacked Iraq."), draft("China gave Pakistan aid."), draft("Turkey is an ally of France.")]
    second = ToldCoder("AGREE", 0.97, other="ASSAULT")
    ask(drafts, second, world())
    assert [pair.text for pair in second.asked] == ["Iran attacked Iraq.", "China gave Pakistan aid."]
    recoded, entered, tie = (d.claims[0] for d in drafts)
    assert (recoded.type, entered.type, tie.kind) == ("AGREE", "AGREE", Kind.TIE)
    assert (entered.confidence, [o.coder for o in entered.coders]) == (0.97, ["model"])
    assert tie.coders == ()


def test_a_near_miss_that_is_not_done_is_not_entered() -> None:
    found = draft("Iran refused to attack Iraq.")
    found.claims.clear()
    found.near = [(found.sentence.tokens.words.index("attack"), 0, found.sentence.tokens.words.index("Iraq"))]
    ask([found], ToldCoder("ASSAULT", 0.9), world())
    assert all(claim.status in (Status.ACTUAL, Status.ONGOING) for claim in found.claims)
    assert found.claims == []

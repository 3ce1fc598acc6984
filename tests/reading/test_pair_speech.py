from __future__ import annotations

import pytest

from detente.knowledge import Knowledge
from detente.reading.marked import unmark
from detente.reading.marked_pair import unmark_pair
from detente.reading.pair_words import without_dateline
from detente.reading.parse import Parser
from detente.reading.rule_coder import RuleCoder


@pytest.fixture(scope="module")
def coder(knowledge: Knowledge) -> RuleCoder:
    return RuleCoder(knowledge, Parser())


def root(coder: RuleCoder, sentence: str) -> str:
    """The root of the best answer, "" where there is none."""
    answers = next(iter(coder.answers([unmark_pair(sentence)])))
    return answers[0].root if answers else ""


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        ("ACCUSE", "QUITO, May 3 (Agency) - <s>Ecuador's coalition</s> blamed <t>the electoral board</t> for delays."),
        ("ACCUSE", "<s>The Maltese premier</s> says that <t>Libyan gunmen</t> kidnapped two fishermen."),
        ("THREATEN", "<s>Athens</s> warned <t>Skopje</t> that its trucks would be turned round at the border."),
        ("THREATEN", "<s>The dockers</s> said they would empty the port if <t>the ministry</t> cut their pay."),
        ("THREATEN", "<s>Chad</s> threatened to expel <t>the French ambassador</t>."),
        ("AGREE", "<s>Norway</s> agreed to lend <t>Iceland</t> two icebreakers."),
        ("CONSULT", "<s>The Nepali premier</s> flew to Delhi to meet <t>his Indian counterpart</t>."),
        ("AGREE", "<s>The Nepali premier</s> plans to meet <t>his Indian counterpart</t>."),
        ("REQUEST", "<s>Iceland</s> wants <t>Denmark</t> to hand over the manuscripts."),
        ("AID", "<s>Chile</s> sent nine tonnes of rice to <t>Haiti</t>."),
        ("MOBILIZE", "<s>Peru</s> rushed a pair of corvettes to <t>the Chilean coast</t>."),
    ],
)
def test_a_pair_gets_the_root_that_the_words_say(coder: RuleCoder, expected: str, sentence: str) -> None:
    assert root(coder, sentence) == expected


def test_a_pronoun_stands_for_the_source(coder: RuleCoder) -> None:
    assert root(coder, "<s>The Kenyan army</s> said it suspected <t>Somali traders</t> of smuggling.") == "ACCUSE"


def test_what_is_said_without_a_condition_is_no_threat(coder: RuleCoder) -> None:
    assert root(coder, "<s>Athens</s> said the weather would change in <t>Skopje</t>.") != "THREATEN"


def test_nobody_is_coded_where_nothing_passes(coder: RuleCoder) -> None:
    assert root(coder, "<s>Norway</s> lies north of <t>Denmark</t>.") == ""


def test_a_dateline_is_cut_and_the_marks_moved() -> None:
    cut = without_dateline(unmark("ACCRA, June 9 (Agency) - <s>Ghana</s> thanked <t>Togo</t>."))
    assert cut.text == "Ghana thanked Togo."
    assert [cut.text[a:b] for _, a, b in cut.spans] == ["Ghana", "Togo"]


def test_a_mark_in_the_dateline_keeps_it() -> None:
    marked = unmark("<s>ACCRA</s>, June 9 (Agency) - Ghana thanked <t>Togo</t>.")
    assert without_dateline(marked) == marked

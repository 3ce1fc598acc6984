import pytest

from detente.answers.forms import a_or_an, gerund, listed, participle, past, plural, third
from detente.knowledge import Knowledge


@pytest.mark.parametrize(
    ("verb", "was", "been", "does", "doing"),
    [
        ("attack", "attacked", "attacked", "attacks", "attacking"),
        ("accuse", "accused", "accused", "accuses", "accusing"),
        ("deny", "denied", "denied", "denies", "denying"),
        ("ban", "banned", "banned", "bans", "banning"),
        ("sign", "signed", "signed", "signs", "signing"),
        ("stop", "stopped", "stopped", "stops", "stopping"),
        ("expel", "expelled", "expelled", "expels", "expelling"),
        ("visit", "visited", "visited", "visits", "visiting"),
        ("break", "broke", "broken", "breaks", "breaking"),
        ("withdraw", "withdrew", "withdrawn", "withdraws", "withdrawing"),
        ("destroy", "destroyed", "destroyed", "destroys", "destroying"),
        ("pledge", "pledged", "pledged", "pledges", "pledging"),
        ("agree", "agreed", "agreed", "agrees", "agreeing"),
        ("be", "was", "been", "is", "being"),
        ("have", "had", "had", "has", "having"),
        ("veto", "vetoed", "vetoed", "vetoes", "vetoing"),
        ("tie", "tied", "tied", "ties", "tying"),
    ],
)
def test_the_forms_of_verbs(verb: str, was: str, been: str, does: str, doing: str, knowledge: Knowledge) -> None:
    grammar = knowledge.wording.grammar
    assert (past(verb, grammar), participle(verb, grammar)) == (was, been)
    assert (third(verb, grammar), gerund(verb, grammar)) == (does, doing)


@pytest.mark.parametrize(
    ("one", "many"), [("ally", "allies"), ("crisis", "crises"), ("march", "marches"), ("ban", "bans")]
)
def test_more_than_one(one: str, many: str, knowledge: Knowledge) -> None:
    assert plural(one, knowledge.wording.grammar) == many


def test_names_in_a_row() -> None:
    assert listed([]) == ""
    assert listed(["Egypt"]) == "Egypt"
    assert listed(["Egypt", "Jordan"]) == "Egypt and Jordan"
    assert listed(["Egypt", "Jordan", "Syria"]) == "Egypt, Jordan and Syria"


@pytest.mark.parametrize(
    ("word", "article"),
    [("envoy", "an"), ("US citizen", "a"), ("union", "a"), ("hour", "an"), ("FBI agent", "an"), ("deal", "a")],
)
def test_the_indefinite_article(word: str, article: str) -> None:
    assert a_or_an(word) == article

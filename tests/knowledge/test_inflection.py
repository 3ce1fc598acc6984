from __future__ import annotations

import re

import pytest

from detente.knowledge import Knowledge
from detente.knowledge.folder import read_folder
from detente.knowledge.inflection import forms
from detente.knowledge.load import DATA
from detente.knowledge.text import fold
from detente.reading.marked import unmark


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("attack", "attacked attacking attacks"),
        ("strike", "struck striking strikes stricken"),
        ("invade", "invaded invading invades"),
        ("deny", "denied denies denying"),
        ("deploy", "deployed deploying deploys"),
        ("ban", "banned banning bans"),
        ("clash", "clashed clashes clashing"),
        ("veto", "vetoes vetoed vetoing"),
        ("withdraw", "withdrew withdrawn withdrawing"),
        ("overthrow", "overthrew overthrown"),
        ("rebuild", "rebuilt rebuilding"),
        ("crisis", "crises"),
        ("army", "armies"),
        ("talk", "talk talks"),
    ],
)
def test_the_forms_of_a_word(word: str, told: str) -> None:
    assert set(told.split()) <= set(forms(word))


def test_every_example_holds_a_word_that_some_rule_needs(knowledge: Knowledge) -> None:
    examples = [unmark(e).text for t in read_folder(DATA).types for g in t.groups for e in g.examples]
    passed_over = [e for e in examples if knowledge.triggers.isdisjoint(re.findall(r"[a-z][a-z'-]*", fold(e).lower()))]
    assert passed_over == []

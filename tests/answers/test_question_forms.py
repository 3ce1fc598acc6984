"""The data of questions: every form and meaning proves itself by its examples, and mistakes are named."""

from __future__ import annotations

import pytest

from detente.answers.query import Asked
from detente.answers.question_forms import BadForms, Forms, checked, question_forms, selects, types_of
from detente.answers.questions import read_question
from detente.knowledge import Knowledge

FORMS = question_forms()
MEANINGS = list(FORMS.meanings.values())
FORM = {
    "form": "who",
    "asks": "doer",
    "openings": ["who"],
    "examples": ["Who backs Iran?"],
    "counter": ["What does Iran want?"],
}
MEANING = {"name": "backs", "verbs": ["back"], "claims": ["tie.patronage"], "near": [], "examples": [], "counter": []}


@pytest.mark.parametrize("form", FORMS.forms, ids=lambda form: form.form)
def test_a_form_reads_its_examples_and_not_its_counter_examples(form, knowledge: Knowledge) -> None:  # type: ignore[no-untyped-def]
    assert form.examples
    for example in form.examples:
        assert read_question(example, knowledge).form == form.form, example
    for example in form.counter:
        assert read_question(example, knowledge).form != form.form, example


def meaning_of(words: str, forms: Forms) -> str:
    """The meaning of the longest phrase with which some words begin."""
    parts = words.split()
    sizes = range(len(parts), 0, -1)
    return next((forms.phrases[key].meaning.name for n in sizes if (key := tuple(parts[:n])) in forms.phrases), "")


@pytest.mark.parametrize("meaning", MEANINGS, ids=lambda meaning: meaning.name)
def test_a_meaning_has_its_examples_and_not_its_counter_examples(meaning) -> None:  # type: ignore[no-untyped-def]
    assert meaning.examples
    assert [meaning_of(words, FORMS) for words in meaning.examples] == [meaning.name] * len(meaning.examples)
    assert meaning.name not in [meaning_of(words, FORMS) for words in meaning.counter]


@pytest.mark.parametrize("meaning", MEANINGS, ids=lambda meaning: meaning.name)
def test_a_meaning_selects_types_that_rules_can_read(meaning, knowledge: Knowledge) -> None:  # type: ignore[no-untyped-def]
    known = {f"{r.kind}.{r.type}".lower() for heads in knowledge.rules.values() for rs in heads.values() for r in rs}
    assert set(types_of(meaning.claims + meaning.near)) <= known


@pytest.mark.parametrize(
    ("forms", "meanings", "says"),
    [
        ([FORM | {"opens": ["who"]}], [MEANING], "there is no opens"),
        ([FORM | {"asks": "whence"}], [MEANING], "whence"),
        ([FORM | {"means": "arms"}], [MEANING], "no meaning is called 'arms'"),
        ([FORM], [MEANING | {"claims": ["patronage"]}], "'patronage' selects no claims"),
        ([{"asks": "doer"}], [MEANING], "an entry without a name"),
    ],
)
def test_mistakes_are_named(forms: list[dict[str, object]], meanings: list[dict[str, object]], says: str) -> None:
    with pytest.raises(BadForms, match=says):
        checked(forms, meanings)


def test_sound_data_is_taken() -> None:
    forms = checked([FORM], [MEANING])
    assert forms.forms[0].asks is Asked.DOER
    assert forms.phrases[("backed",)].meaning.name == "backs"


def test_a_selection_looks_at_mode_and_issue() -> None:
    lines = ("event.SANCTION:discontinue", "tie.supply/arms")
    assert selects(lines, "event", "SANCTION", "discontinue", ())
    assert not selects(lines, "event", "SANCTION", "", ())
    assert selects(lines, "tie", "supply", "", ("security", "arms"))
    assert not selects(lines, "tie", "supply", "", ("energy",))

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge.patterns import ADPOSITIONS, Complement, Filler, Form, Pattern, PatternError, compile_pattern

CLASSES = {"deal": ("deal", "peace accord"), "talks": ("talk",)}
T, S, C, X = Filler(slot="T"), Filler(slot="S"), Filler(slot="C"), Filler(slot="X")


def verb(line: str) -> Pattern:
    return compile_pattern(line, Form.VERB, CLASSES)


def noun(line: str) -> Pattern:
    return compile_pattern(line, Form.NOUN, CLASSES)


def copula(line: str) -> Pattern:
    return compile_pattern(line, Form.COPULA, CLASSES)


def test_a_verb_with_an_object() -> None:
    found = verb("S attack T")
    assert (found.form, found.lead, found.heads) == (Form.VERB, "S", frozenset({("attack", "")}))
    assert found.complements == (Complement(T),)
    assert found.slots == {"S", "T"}
    assert found.line == "S attack T"


def test_alternatives_of_heads_and_prepositions() -> None:
    found = verb("S attack|hit T with|by X")
    assert found.heads == {("attack", ""), ("hit", "")}
    assert found.complements[1] == Complement(X, frozenset({"with", "by"}))


def test_a_literal_object_with_a_preposition() -> None:
    found = verb("S strike bargain with T")
    assert found.complements == (
        Complement(Filler(nouns=frozenset({("bargain", "")}))),
        Complement(T, frozenset({"with"})),
    )


def test_a_class_of_nouns_and_a_modified_noun() -> None:
    found = verb("S strike <deal>|trade+pact with T")
    assert found.complements[0] == Complement(
        Filler(nouns=frozenset({("deal", ""), ("accord", "peace"), ("pact", "trade")}))
    )


def test_an_optional_slot_takes_its_preposition_along() -> None:
    assert verb("S open fire on T?").complements[1] == Complement(T, frozenset({"on"}), optional=True)


def test_an_optional_noun() -> None:
    assert verb("S strike <talks>? with T").complements[0].optional


def test_a_particle_and_a_trailing_one() -> None:
    assert verb("S call off X").complements == (Complement(X, frozenset({"off"})),)
    assert verb("S fight back").complements == (Complement(None, frozenset({"back"})),)


def test_two_adpositions_in_a_row() -> None:
    assert verb("S pull out of T").complements == (
        Complement(None, frozenset({"out"})),
        Complement(T, frozenset({"of"})),
    )


def test_a_slot_of_a_sort() -> None:
    for sort in ("state", "organisation", "group", "company", "person"):
        assert verb(f"S attack T:{sort}").complements == (Complement(Filler(slot="T", sort=sort)),)
    assert verb("S join T:state?").complements == (Complement(Filler(slot="T", sort="state"), optional=True),)


def test_an_infinitive_and_the_slot_it_goes_through() -> None:
    found = verb("S call on T to C through V")
    assert [c.filler.slot for c in found.complements if c.filler] == ["T", "C", "V"]
    assert found.slots == {"S", "T", "C", "V"}


def test_reversed_roles() -> None:
    found = verb("T come under attack from|by S")
    assert found.lead == "T"
    assert found.complements[-1] == Complement(S, frozenset({"from", "by"}))


def test_a_noun_without_a_lead() -> None:
    found = noun("assassination of T by S?")
    assert (found.lead, found.heads) == ("", frozenset({("assassination", "")}))


def test_a_noun_under_some_verbs() -> None:
    found = noun("S relation with T [sour|worsen]")
    assert found.governors == {"sour", "worsen"}
    assert found.weight == noun("S relation with T").weight + 9


def test_a_copula_loses_its_be() -> None:
    found = copula("S be close+ally|friend of T")
    assert found.heads == {("ally", "close"), ("friend", "")}
    assert found.complements == (Complement(T, frozenset({"of"})),)


def test_a_copula_with_a_phrase() -> None:
    assert copula("S be at odds|war with T").heads == {("odds", "@at"), ("war", "@at")}
    assert copula("S be on good+terms with T").heads == {("terms", "@on+good")}


def test_a_copula_with_a_bare_preposition() -> None:
    found = copula("S be against T")
    assert found.heads == {("against", "@")}
    assert found.complements == (Complement(T, frozenset({"@head"})),)


def test_accents_and_curly_quotes_are_folded() -> None:
    assert verb("S détente T").heads == {("detente", "")}


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("S strike <deal> with T", "S strike T"),
        ("S strike trade+pact with T", "S strike pact with T"),
        ("S strike with T", "S strike T?"),
        ("S attack T with X", "S attack T"),
        ("S attack T:state", "S attack T"),
        ("S attack T", "S attack X"),
        ("S call off X", "S call X"),
        ("S give up", "S give"),
    ],
)
def test_what_says_more_weighs_more(more: str, less: str) -> None:
    assert verb(more).weight > verb(less).weight


@pytest.mark.parametrize(
    ("form", "line", "message"),
    [
        (Form.VERB, "", "an empty pattern"),
        (Form.VERB, "   ", "an empty pattern"),
        (Form.VERB, "attack T", "a verb pattern starts with a slot"),
        (Form.COPULA, "be ally of T", "a copula pattern starts with a slot"),
        (Form.VERB, "S", "no head word"),
        (Form.NOUN, "S", "no head word"),
        (Form.VERB, "S T attack", "a head word must follow the leading slot"),
        (Form.VERB, "S attack T T", "a slot stands twice"),
        (Form.VERB, "S attack T with T?", "a slot stands twice"),
        (Form.VERB, "S strike <bargain> with T", "no class of nouns is called <bargain>"),
        (Form.VERB, "S <bargain> T", "no class of nouns is called <bargain>"),
        (Form.VERB, "S Attack T", "cannot read 'Attack'"),
        (Form.VERB, "S attack| T", "cannot read ''"),
        (Form.VERB, "S attack T!", "cannot read 'T!'"),
        (Form.VERB, "S attack T:planet", "cannot read 'T:planet'"),
        (Form.VERB, "S attack T [start]", "[verbs] end a noun pattern"),
        (Form.COPULA, "S be ally of T [start]", "[verbs] end a noun pattern"),
        (Form.NOUN, "S attack on T [Start]", "[verbs] end a noun pattern"),
        (Form.NOUN, "S attack on T []", "[verbs] end a noun pattern"),
        (Form.COPULA, "S ally of T", "a copula pattern reads 'S be ...'"),
        (Form.COPULA, "S be", "a copula pattern reads 'S be ...'"),
        (Form.COPULA, "S", "a copula pattern reads 'S be ...'"),
    ],
)
def test_broken_lines_are_errors_that_quote_them(form: Form, line: str, message: str) -> None:
    with pytest.raises(PatternError) as error:
        compile_pattern(line, form, CLASSES)
    assert message in str(error.value)
    if line.strip():
        assert repr(line) in str(error.value)


_PIECES = st.sampled_from(
    [
        "S",
        "T",
        "T?",
        "V",
        "X",
        "C",
        "T:state",
        "attack",
        "be",
        "a|b",
        "x+y",
        "<deal>",
        "<no>",
        "with",
        "on|by",
        "out",
        "[v]",
        "?",
        "|",
        "É",
    ]
)


@given(st.lists(_PIECES, max_size=7), st.sampled_from(list(Form)))
def test_any_line_compiles_or_is_a_pattern_error(pieces: list[str], form: Form) -> None:
    try:
        found = compile_pattern(" ".join(pieces), form, CLASSES)
    except PatternError:
        return
    assert found.heads
    assert all(head for head, _ in found.heads)
    assert found.form is form


def test_adpositions_are_lower_case_words() -> None:
    assert all(word == word.lower() and " " not in word for word in ADPOSITIONS)


def test_a_line_led_by_a_thing() -> None:
    found = compile_pattern("<deal> come from S? to T", Form.VERB, CLASSES)
    assert (found.lead, found.heads) == ("", frozenset({("come", "")}))
    assert found.lead_nouns == {("deal", ""), ("accord", "peace")}
    assert found.slots == {"S", "T"}
    assert frozenset({"deal", "accord"}) in found.needs
    with pytest.raises(PatternError):
        compile_pattern("deal come from S to T", Form.VERB, CLASSES)


def test_by_way_of_counts_as_via() -> None:
    assert frozenset({"via", "way"}) in verb("S send goods via V").needs

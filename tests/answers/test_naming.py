from datetime import date

import pytest

from detente.answers.naming import name_of, names_of
from detente.knowledge import Knowledge
from detente.model import Claim, Kind, Party, Span, When

SENTENCE = "The guerrilla commander and Egyptian jets and troops of Tehran met marchers."


def claim(type_: str = "CONSULT", when: When | None = None, *parties: Party) -> Claim:
    return Claim(
        article="a0", kind=Kind.EVENT, type=type_, source=parties, target=(),
        sentence=Span(start=0, end=len(SENTENCE), text=SENTENCE), start=0, end=5, rule="r", when=when or When(),
    )  # fmt: skip


def party(text: str, code: str = "", sector: str = "", name: str = "", start: int = 0) -> Party:
    country = code if code.isupper() else ""
    return Party(text=text, start=start, end=start + len(text), code=code, country=country, sector=sector, name=name)


@pytest.mark.parametrize(
    ("told", "called"),
    [
        (party("Washington", "USA", "GOV", "United States"), "the United States"),
        (party("Tehran", "IRN", "GOV", "Iran"), "Iran"),
        (party("troops of Tehran", "IRN", "MIL", "Iran"), "Iranian forces"),
        (party("Egyptian jets", "EGY", "MIL", "Egypt"), "Egyptian jets"),
        (party("rebels", "ETH", "REB", "Ethiopia"), "Ethiopian rebels"),
        (party("its", "EGY", "", "Egypt"), "Egypt"),
        (party("OAU", "oau", "IGO", "Organization of African Unity"), "the Organisation of African Unity"),
        (party("Chavez", "VEN", "GOV", "Hugo Chávez"), "Hugo Chávez"),
        (party("marchers", "", "CVL"), "marchers"),
        (party("guerrilla commander", "", "REB", start=4), "the guerrilla commander"),
    ],
)
def test_what_a_party_is_called(told: Party, called: str, knowledge: Knowledge) -> None:
    name = name_of(told, claim(), knowledge)
    assert name is not None
    assert name.text == called


def test_words_that_only_point_name_nobody(knowledge: Knowledge) -> None:
    assert name_of(party("they", sector="CVL"), claim(), knowledge) is None
    assert names_of([party("Egypt", "EGY", name="Egypt"), party("them")], claim(), knowledge) == []


def test_a_person_has_the_title_of_the_time(knowledge: Knowledge) -> None:
    chavez = party("Chavez", "VEN", "GOV", "Hugo Chávez")
    for day, called in ((date(2008, 3, 2), "President Hugo Chávez"), (date(1990, 3, 2), "Hugo Chávez")):
        name = name_of(chavez, claim("CONSULT", When(start=day, end=day)), knowledge)
        assert name is not None
        assert name.text == called


def test_a_town_that_is_attacked_keeps_its_name(knowledge: Knowledge) -> None:
    mekele = party("Mekele", "ETH", name="Mekele")
    name = name_of(mekele, claim("ASSAULT"), knowledge)
    assert name is not None
    assert name.text == "Mekele"


def test_each_is_named_once(knowledge: Knowledge) -> None:
    twice = [party("Cairo", "EGY", "GOV", "Egypt"), party("Egypt", "EGY", "", "Egypt")]
    assert [name.text for name in names_of(twice, claim(), knowledge)] == ["Egypt"]


def test_of_two_named_together_both_are_states(knowledge: Knowledge) -> None:
    both = (party("the two", "ERI", "GOV", "Eritrea"), party("the two", "ETH", "GOV", "Abiy Ahmed"))
    assert [n.text for n in names_of(both, claim("AGREE", None, *both), knowledge)] == ["Eritrea", "Ethiopia"]


@pytest.mark.parametrize(
    ("told", "many"),
    [
        (party("marchers", "", "CVL"), True),
        (party("Egyptian jets", "EGY", "MIL", "Egypt"), True),
        (party("United States", "USA", "", "United States"), False),
        (party("19 American airmen", "USA", "MIL", "United States"), True),
        (party("Muslims", "", "REL"), True),
        (party("Houthis", "houthis", "REB", "Houthis"), True),
    ],
)
def test_who_is_many(told: Party, many: bool, knowledge: Knowledge) -> None:
    name = name_of(told, claim(), knowledge)
    assert name is not None
    assert name.plural is many

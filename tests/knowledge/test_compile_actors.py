from __future__ import annotations

from datetime import date

import pytest

from detente.knowledge import How, Knowledge, Sort
from detente.knowledge.compile import compile_folders

FILES = {
    "actors/states.yml": """
- id: FRA
  name: France
  names: [French Republic]
  abbreviations: [FR]
  adjectives: [French]
  people: [Frenchman]
  prefixes: [Franco]
  capital: Paris
  seats: [Elysée]
- {id: TAH, name: Tahiti, part_of: FRA}
- {id: SUN, name: Soviet Union, to: 1991-12-25, successor: RUS}
- {id: RUS, name: Russia}
- {id: MMR, name: Myanmar, former_names: [{name: Burma, until: 1989-06-18, adjectives: [Burman]}]}
""",
    "actors/organisations/a.yml": """
- {id: un, name: United Nations, abbreviations: [UN, UNESCO, CARE], members: [{state: FRA, from: 1945-10-24}]}
""",
    "actors/people/a.csv": """state,office,title,name,aliases,from,to,confidence
FRA,head_of_state,President,Anne Dupont,Dupont;?Anne;A. Dupont,2001,2010,medium
FRA,military,General,Jean Petit,Petit,1990,2000,medium
""",
    "actors/people/b.csv": """state,office,title,name,aliases,from,to,confidence
FRA,minister,Minister,Anne Dupont,Dupont,1995,2000,medium
""",
    "actors/outlets.yml": "- {name: Le Monde, country: FRA}",
    "actors/roles.yml": """
roles: [{sector: GOV, kind: office, nouns: [president, prime minister]}]
offices: {president: head_of_state, king: head_of_state}
exceptions: {FRA: {president: head_of_government}}
""",
    "places/regions.yml": "- {id: baltic, name: Baltic states, adjectives: [Baltic], states: [RUS]}",
    "places/cities.csv": "name,state,latitude,longitude\nLyon,FRA,45.7,4.8\nParis,FRA,48.9,2.4\n",
}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    root = tmp_path_factory.mktemp("known")
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    compiled, mistakes = compile_folders([root])
    assert mistakes == []
    return compiled


@pytest.mark.parametrize(
    ("words", "entry", "how"),
    [
        ("France", "FRA", How.NAME),
        ("French Republic", "FRA", How.NAME),
        ("FR", "FRA", How.ABBREVIATION),
        ("French", "FRA", How.ADJECTIVE),
        ("Frenchman", "FRA", How.PEOPLE),
        ("Franco", "FRA", How.PREFIX),
        ("Paris", "FRA", How.SEAT),
        ("Elysee", "FRA", How.SEAT),
        ("FRANCE", "FRA", How.NAME),
        ("FRENCH", "FRA", How.ADJECTIVE),
        ("PARIS", "FRA", How.SEAT),
        ("UNESCO", "un", How.ABBREVIATION),
        ("Unesco", "un", How.ABBREVIATION),
        ("Burma", "MMR", How.FORMER),
        ("Burman", "MMR", How.ADJECTIVE),
        ("Anne Dupont", "person:anne-dupont", How.NAME),
        ("Dupont", "person:anne-dupont", How.SURNAME),
        ("A. Dupont", "person:anne-dupont", How.NAME),
        ("Lyon", "city:lyon", How.CITY),
        ("Baltic states", "region:baltic", How.NAME),
        ("Le Monde", "outlet:le-monde", How.NAME),
    ],
)
def test_each_way_to_name_an_entry(known: Knowledge, words: str, entry: str, how: How) -> None:
    assert [(naming.entry, naming.how) for naming in known.namings[words]] == [(entry, how)]


@pytest.mark.parametrize("words", ["Un", "Care", "Fr", "ANNE DUPONT", "DUPONT", "LYON", "BALTIC STATES"])
def test_other_spellings_name_nobody(known: Knowledge, words: str) -> None:
    assert words not in known.namings


def test_a_question_mark_makes_a_name_shy(known: Knowledge) -> None:
    assert [naming.shy for naming in known.namings["Anne"]] == [True]
    assert [naming.shy for naming in known.namings["Dupont"]] == [False]


def test_a_former_name_keeps_its_last_day(known: Knowledge) -> None:
    assert known.namings["Burma"][0].until == date(1989, 6, 18)


def test_a_seat_of_government_goes_before_the_city_of_that_name(known: Knowledge) -> None:
    assert "city:paris" not in known.entries
    assert known.entries["city:lyon"].coordinates == (45.7, 4.8)


def test_a_territory_belongs_to_its_state(known: Knowledge) -> None:
    assert known.entries["TAH"].country == "FRA"


def test_terms_of_a_person_from_all_files_stand_in_order_of_time(known: Knowledge) -> None:
    person = known.entries["person:anne-dupont"]
    assert person.sort is Sort.PERSON
    assert [(term.office, term.start) for term in person.terms] == [
        ("minister", date(1995, 1, 1)), ("head_of_state", date(2001, 1, 1)),
    ]  # fmt: skip


def test_an_office_lists_its_holders_with_their_own_terms(known: Knowledge) -> None:
    ((holder, term),) = known.offices["FRA", "head_of_state"]
    assert (holder, term.office, term.start) == ("person:anne-dupont", "head_of_state", date(2001, 1, 1))


def test_officers_are_of_the_military(known: Knowledge) -> None:
    assert [term.sector for term in known.entries["person:jean-petit"].terms] == ["MIL"]


def test_members_and_roles_and_exceptions(known: Knowledge) -> None:
    ((state, term),) = known.entries["un"].members
    assert (state, term.start) == ("FRA", date(1945, 10, 24))
    assert known.roles["prime", "minister"].sector == "GOV"
    assert known.roles["president",].office == "head_of_state"
    assert known.roles["king",].office == "head_of_state"
    assert known.office_exceptions["FRA"] == {"president": "head_of_government"}


def test_the_words_of_a_dissolved_state_mean_its_successor(known: Knowledge) -> None:
    assert known.entry_on("SUN", date(1991, 12, 25)).id == "SUN"
    assert known.entry_on("SUN", date(1991, 12, 26)).id == "RUS"
    assert known.entry_on("SUN", None).id == "SUN"
    assert known.entry_on("FRA", date(2020, 1, 1)).id == "FRA"

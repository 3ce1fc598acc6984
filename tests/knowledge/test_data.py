from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date

import pytest

from detente.knowledge import Knowledge, check
from detente.knowledge.folder import Folder, read_folder
from detente.knowledge.load import DATA
from detente.reading.marked import unmark
from detente.reading.meaning import party_of
from detente.reading.phrase import Phrases

#: offices that one person holds at a time
SINGLE = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")


@pytest.fixture(scope="module")
def folder() -> Folder:
    return read_folder(DATA)


def test_the_shipped_data_is_sound() -> None:
    assert check([DATA]) == []


def test_the_whole_world_is_there(folder: Folder) -> None:
    assert len(folder.states) >= 200
    assert len(folder.actors["organisations"]) >= 250
    assert len(folder.actors["groups"]) >= 400
    assert len(folder.actors["companies"]) >= 200
    assert len({holder.name for holder in folder.holders}) >= 2000
    assert len(folder.types) >= 90


def test_every_plover_root_and_kind_has_rules(folder: Folder) -> None:
    assert len({t.type for t in folder.types if t.kind == "event"}) == 16
    assert {t.kind for t in folder.types} == {"event", "tie", "stance", "flow", "project", "statement", "trait"}


def test_every_rule_group_has_an_example_and_no_example_breaks_the_marks(folder: Folder) -> None:
    without = [f"{t.type}.{g.name}" for t in folder.types for g in t.groups if not g.examples]
    assert without == []
    for claim_type in folder.types:
        for group in claim_type.groups:
            for sentence in (*group.examples, *group.counter):
                assert unmark(sentence).text


def test_every_example_marks_somebody(folder: Folder) -> None:
    bare = [e for t in folder.types for g in t.groups for e in g.examples if not unmark(e).spans]
    assert bare == []


def _terms() -> dict[tuple[str, str], list[dict[str, str]]]:
    """Rows with their dates as written, by state and office."""
    terms: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for path in sorted((DATA / "actors" / "people").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["office"] in SINGLE and row["confidence"] in ("high", "medium"):
                    terms[row["state"], row["office"]].append(row)
    return terms


def _overlap(earlier: dict[str, str], later: dict[str, str]) -> bool:
    """Whether two terms overlap by more than a boundary that is the same as exactly as both are told."""
    if not later["from"] or earlier["name"] == later["name"]:
        return False
    length = min(len(earlier["to"]), len(later["from"]))
    return not earlier["to"] or earlier["to"][:length] > later["from"][:length]


def test_no_two_people_hold_one_office_at_a_time() -> None:
    overlaps = []
    for (state, office), rows in _terms().items():
        rows.sort(key=lambda row: row["from"])
        for n, earlier in enumerate(rows):
            overlaps += [
                f"{state} {office}: {earlier['name']} {earlier['from']}..{earlier['to']}"
                f" and {later['name']} {later['from']}..{later['to']}"
                for later in rows[n + 1 :]
                if _overlap(earlier, later)
            ]
    assert overlaps == []


def _sector(knowledge: Knowledge, words: str, on: date) -> tuple[str, str]:
    naming = knowledge.namings[words][0]
    party = party_of(naming, knowledge, on, text=words, start=0, end=len(words))
    return party.code, party.sector


@pytest.mark.parametrize(
    ("words", "year", "code", "sector"),
    [
        ("Soviet Union", 1980, "SUN", ""),
        ("Soviet Union", 1995, "RUS", ""),
        ("Taliban", 1999, "taliban", "GOV"),
        ("Taliban", 2011, "taliban", "REB"),
        ("Taliban", 2022, "taliban", "GOV"),
        ("East Germany", 1980, "DDR", ""),
        ("East Germany", 1995, "DEU", ""),
        ("Czechoslovakia", 1980, "CSK", ""),
        ("Zaire", 1980, "ZAR", ""),
        ("Zaire", 2000, "COD", ""),
    ],
)
def test_names_mean_what_they_meant_then(knowledge: Knowledge, words: str, year: int, code: str, sector: str) -> None:
    assert _sector(knowledge, words, date(year, 6, 15)) == (code, sector)


@pytest.mark.model
@pytest.mark.parametrize(
    ("phrase", "year", "code", "surname"),
    [
        ("German Chancellor", 1990, "DEU", "Kohl"),
        ("German Chancellor", 2004, "DEU", "Schr"),
        ("German Chancellor", 2019, "DEU", "Merkel"),
        ("German Chancellor", 2024, "DEU", "Scholz"),
        ("the German chancellor", 2019, "DEU", "Merkel"),
        ("the British prime minister", 1985, "GBR", "Thatcher"),
        ("the British prime minister", 2000, "GBR", "Blair"),
        ("the US president", 1962, "USA", "Kennedy"),
        ("the US president", 2010, "USA", "Obama"),
        ("the Soviet leader", 1970, "SUN", ""),
        ("the French president", 1965, "FRA", "Gaulle"),
    ],
)
def test_offices_mean_who_held_them(phrases: Phrases, phrase: str, year: int, code: str, surname: str) -> None:
    (party,) = phrases.resolve(phrase, date(year, 6, 15))
    assert (party.code, party.sector) == (code, "GOV")
    assert surname in party.name


@pytest.mark.model
def test_a_phrase_on_no_day_names_nobody_of_the_day(phrases: Phrases) -> None:
    (party,) = phrases.resolve("German Chancellor")
    assert (party.code, party.name) == ("DEU", "Germany")
    assert phrases.resolve("") == ()
    assert phrases.resolve("the weather") == ()

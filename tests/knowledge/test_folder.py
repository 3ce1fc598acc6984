from __future__ import annotations

from pathlib import Path

import pytest

from detente.knowledge.compile import compile_folders
from detente.knowledge.digest import digest_of, knowledge_files
from detente.knowledge.folder import read_folder

TYPE = "kind: event\ntype: ASSAULT\ndefinition: x\nquad: 4\ngroups:\n  - {name: attack, verbs: [S attack T]}\n"
PEOPLE = "state,office,title,name,aliases,from,to,confidence\n"


def put(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def mistakes(root: Path, **files: str) -> list[str]:
    for name, text in files.items():
        put(root, name, text)
    return read_folder(root).mistakes


@pytest.mark.parametrize(
    ("name", "text", "parts"),
    [
        ("events/assault.yml", "kind: [", ["while parsing"]),
        ("events/assault.yml", "kind: event\n\tquad: 4", ["line 2"]),
        ("events/assault.yml", "", ["empty"]),
        ("events/assault.yml", "# only a remark\n", ["empty"]),
        ("events/assault.yml", TYPE.replace("quad: 4", "quad: 9"), ["ASSAULT", "quad", "less than or equal to 4"]),
        ("events/assault.yml", "[1, 2]", ["entry 1", "valid dictionary"]),
        ("ties/x.yml", TYPE + "colour: red\n", ["ASSAULT", "colour", "Extra inputs"]),
        ("actors/states.yml", "{id: FRA, name: France}", ["must be a list of entries"]),
        ("actors/states.yml", "- {id: FRA}", ["FRA", "name", "Field required"]),
        ("actors/states.yml", "- {name: France}", ["France", "id", "Field required"]),
        ("actors/states.yml", "- {nmae: France}", ["entry 1", "nmae", "Extra inputs"]),
        ("actors/groups/a.yml", "- {id: x, name: X, sector: REBEL}", ["x", "sector"]),
        ("actors/organisations/a.yml", "- {id: x, name: X, members: [FRA]}", ["x", "members.0"]),
        ("actors/outlets.yml", "- {title: Le Monde}", ["entry 1", "name"]),
        ("actors/roles.yml", "roles: [{sector: GOV, kind: x, nouns: []}]", ["kind"]),
        ("actors/people/france.csv", PEOPLE + "FRA,king,King,Louis,,1959,,high\n", ["Louis", "office"]),
        ("actors/people/france.csv", PEOPLE + "FRA,leader,L,Louis,,1959,1958,high\n", ["Louis", "before it starts"]),
        ("actors/people/france.csv", PEOPLE + "FRA,leader,L,Louis\n", ["Louis", "confidence"]),
        ("places/cities.csv", "name,state,latitude,longitude\nBasra,IRQ,300,4\n", ["Basra", "latitude"]),
        ("places/regions.yml", "- {id: x}", ["x", "name"]),
        ("places/rivers.yml", "- {id: x}", ["no kind of knowledge is kept in a file of this name"]),
        ("notes.yml", "a: 1", ["no kind of knowledge is kept in a file of this name"]),
        ("actors/planets.yml", "a: 1", ["no kind of knowledge is kept in a file of this name"]),
        ("cues/moods.yml", "a: 1", ["no kind of knowledge is kept in a file of this name"]),
        ("cues/status.yml", "- {status: maybe, cue: x}", ["status"]),
        ("classes/core.yml", "- deal", ["must map names to lists of words"]),
        ("classes/core.yml", "deal: pact", ["deal", "must be a list of words"]),
        ("classes/core.yml", "deal: [1]", ["deal", "must be a list of words"]),
        ("issues.yml", "nuclear: {}", ["nuclear", "must be a list of words"]),
        ("time/periods.yml", "- {name: x, from: 1990, to: 1980}", ["x", "before it starts"]),
    ],
)
def test_a_mistake_names_its_file_and_entry(tmp_path: Path, name: str, text: str, parts: list[str]) -> None:
    found = mistakes(tmp_path, **{name: text})
    assert found
    assert all(mistake.startswith(f"{tmp_path / name}: ") for mistake in found)
    assert any(all(part in mistake for part in parts) for mistake in found), found
    assert all("\n" not in mistake for mistake in found)


def test_a_file_in_another_encoding_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "issues.yml").write_bytes("café: [x]".encode("latin-1"))
    (found,) = read_folder(tmp_path).mistakes
    assert found.startswith(str(tmp_path / "issues.yml"))


def test_a_class_that_stands_in_two_files_is_a_mistake(tmp_path: Path) -> None:
    found = mistakes(tmp_path, **{"classes/a.yml": "deal: [deal]", "classes/b.yml": "deal: [pact]"})
    assert found == [f"{tmp_path / 'classes/b.yml'}: deal: stands twice"]


def test_a_folder_that_is_none_is_a_mistake(tmp_path: Path) -> None:
    assert read_folder(tmp_path / "none").mistakes == [f"{tmp_path / 'none'}: not a folder"]


def test_one_mistake_does_not_hide_the_rest(tmp_path: Path) -> None:
    put(tmp_path, "actors/states.yml", "- {id: FRA, name: France}\n- {id: XXX}\n- {id: DEU, name: Germany}\n")
    put(tmp_path, "events/assault.yml", "kind: [")
    folder = read_folder(tmp_path)
    assert [state.id for state in folder.states] == ["FRA", "DEU"]
    assert len(folder.mistakes) == 2


def compiled_mistakes(root: Path, **files: str) -> list[str]:
    for name, text in files.items():
        put(root, name, text)
    return compile_folders([root])[1]


def test_a_broken_pattern_names_file_type_and_group(tmp_path: Path) -> None:
    (found,) = compiled_mistakes(tmp_path, **{"events/assault.yml": TYPE.replace("S attack T", "attack T")})
    assert "assault.yml" in found
    assert "ASSAULT" in found
    assert "attack: a verb pattern starts with a slot" in found


@pytest.mark.parametrize(
    ("files", "parts"),
    [
        ({"actors/states.yml": "- {id: FRA, name: France, successor: XYZ}"}, ["FRA", "successor", "XYZ"]),
        ({"actors/states.yml": "- {id: FRA, name: France, part_of: XYZ}"}, ["FRA", "part_of", "XYZ"]),
        ({"actors/groups/a.yml": "- {id: x, name: X, country: XYZ}"}, ["a.yml", "x", "XYZ"]),
        ({"actors/groups/a.yml": "- {id: x, name: X, part_of: XYZ}"}, ["a.yml", "x", "XYZ"]),
        ({"actors/groups/a.yml": "- {id: x, name: X, operates_in: [XYZ]}"}, ["a.yml", "x", "XYZ"]),
        ({"actors/organisations/a.yml": "- {id: x, name: X, members: [{state: XYZ}]}"}, ["a.yml", "a member", "XYZ"]),
        ({"actors/people/a.csv": PEOPLE + "XYZ,leader,L,Louis,,1959,,high\n"}, ["a.csv", "Louis", "XYZ"]),
        ({"places/cities.csv": "name,state,latitude,longitude\nBasra,XYZ,30,4\n"}, ["cities.csv", "Basra", "XYZ"]),
        ({"places/regions.yml": "- {id: x, name: X, states: [XYZ]}"}, ["regions.yml", "x", "XYZ"]),
        (
            {"actors/groups/a.yml": "- {id: x, name: X}", "actors/groups/b.yml": "- {id: x, name: Y}"},
            ["b.yml", "the id x stands twice"],
        ),
        (
            {"actors/groups/a.yml": "- {id: x, name: X}", "actors/companies/b.yml": "- {id: x, name: Y}"},
            ["the id x stands twice"],
        ),
        ({"places/regions.yml": "- {id: x, name: X}\n- {id: x, name: Y}"}, ["regions.yml", "x", "stands twice"]),
    ],
)
def test_mistakes_between_entries_are_told(tmp_path: Path, files: dict[str, str], parts: list[str]) -> None:
    (found,) = compiled_mistakes(tmp_path, **files)
    assert all(part in found for part in parts), found


def test_the_digest_is_of_names_and_contents(tmp_path: Path) -> None:
    put(tmp_path, "issues.yml", "a: [b]")
    first = digest_of([tmp_path])
    assert digest_of([tmp_path]) == first
    put(tmp_path, "notes.txt", "not knowledge")
    assert digest_of([tmp_path]) == first
    put(tmp_path, "issues.yml", "a: [c]")
    changed = digest_of([tmp_path])
    (tmp_path / "issues.yml").rename(tmp_path / "other.yml")
    assert len({first, changed, digest_of([tmp_path])}) == 3


def test_files_are_read_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("events/b.yml", "actors/states.yml", "events/a.yml", "readme.md"):
        put(tmp_path, name, "x")
    assert [p.relative_to(tmp_path).as_posix() for p in knowledge_files(tmp_path)] == [
        "actors/states.yml", "events/a.yml", "events/b.yml",
    ]  # fmt: skip

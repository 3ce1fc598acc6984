from __future__ import annotations

from pathlib import Path

import pytest

from detente.knowledge import Knowledge, Sort
from detente.knowledge.codes import UnknownCode, country_named, looks_like_a_code, root_named
from detente.knowledge.entries import Conventions, Undone
from detente.knowledge.folder import read_folder
from detente.knowledge.load import DATA


@pytest.mark.parametrize(
    ("label", "root"),
    [
        ("ASSAULT", "ASSAULT"),
        ("assault ", "ASSAULT"),
        ("YIELD", "YIELD"),
        ("DEMAND", "REQUEST"),
        ("042", "CONSULT"),
        ("42", "CONSULT"),
        ("20", "ASSAULT"),
        ("0872", "RETREAT"),
        ("18231", "ASSAULT"),
        ("1712", "ASSAULT"),
        ("171", "COERCE"),
        ("023", "REQUEST"),
        ("013", ""),
        ("NONE", ""),
        ("", ""),
    ],
)
def test_labels_and_cameo_codes_name_roots(knowledge: Knowledge, label: str, root: str) -> None:
    assert root_named(knowledge, label) == root


@pytest.mark.parametrize("label", ["ATTACKS", "99", "420", "MASS-KILLING"])
def test_unknown_labels_are_said(knowledge: Knowledge, label: str) -> None:
    with pytest.raises(UnknownCode, match=label):
        root_named(knowledge, label)


@pytest.mark.parametrize(
    ("given", "country"),
    [
        ("IRQ", "IRQ"),
        ("GUYJUD", "GUY"),
        ("PAL", "PSE"),
        ("PSEGZACVL", "PSE"),
        ("ROMGOV", "ROU"),
        ("IGOEUREEC", "IGO"),
        ("IGOUNO", "IGO"),
        ("NGOHRI", "NGO"),
        ("IMGMUSISI", ""),
        ("---GOV", ""),
        ("---", ""),
        ("", ""),
        ("France", "FRA"),
        ("South Korea", "KOR"),
        ("NATO", "IGO"),
    ],
)
def test_codes_and_names_mean_countries(knowledge: Knowledge, given: str, country: str) -> None:
    assert country_named(knowledge, given) == country


def test_a_name_of_no_country_is_said(knowledge: Knowledge) -> None:
    with pytest.raises(UnknownCode, match="Ruritania"):
        country_named(knowledge, "Ruritania")


@pytest.mark.parametrize(("given", "code"), [("USA", True), ("USAGOV", True), ("---MIL", True), ("The army", False)])
def test_codes_are_told_from_words(given: str, code: bool) -> None:
    assert looks_like_a_code(given) is code


# -- the tables ------------------------------------------------------------------------------------------


def test_every_cameo_code_is_part_of_a_known_one(knowledge: Knowledge) -> None:
    assert {code[:2] for code in knowledge.cameo} == {f"{n:02}" for n in range(1, 21)}
    orphans = [code for code in knowledge.cameo if len(code) > 2 and code[:-1] not in knowledge.cameo]
    assert orphans == []


def test_a_code_without_a_score_has_that_of_its_root(knowledge: Knowledge) -> None:
    scores = {code: knowledge.cameo[code].goldstein for code in ("04", "040", "042", "1823", "18", "130", "138")}
    assert scores == {"04": 1, "040": 1, "042": 1.9, "1823": -9, "18": -9, "130": -4.4, "138": -6}


def test_modes_of_codes_are_modes_of_their_roots(knowledge: Knowledge) -> None:
    modes: dict[str, set[str]] = {}
    for heads in knowledge.rules.values():
        for rule in (r for rules in heads.values() for r in rules):
            modes.setdefault(rule.type, set()).add(rule.mode)
    strange = {code: c.mode for code, c in knowledge.cameo.items() if c.mode and c.mode not in modes[c.root]}
    assert strange == {}


def test_every_cameo_code_of_a_rule_is_known(knowledge: Knowledge) -> None:
    used = {r.cameo for heads in knowledge.rules.values() for rules in heads.values() for r in rules if r.cameo}
    assert sorted(used - set(knowledge.cameo)) == []


def test_classes_of_codes_are_those_of_cameo(knowledge: Knowledge) -> None:
    firsts = {code: knowledge.cameo[code].quad for code in knowledge.cameo if len(code) == 2}
    assert [firsts[f"{n:02}"] for n in range(1, 21)] == [0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 3, 4, 4, 4, 4]
    assert all(c.quad == firsts[code[:2]] for code, c in knowledge.cameo.items())


def test_country_codes_mean_states_that_are_known(knowledge: Knowledge) -> None:
    states = {id_ for id_, entry in knowledge.entries.items() if entry.sort is Sort.STATE}
    assert set(knowledge.country_codes.values()) - states == {"IGO", "NGO", ""}
    assert not states & set(knowledge.country_codes)


def test_no_code_stands_twice() -> None:
    folder = read_folder(DATA)
    for codes in ([c.code for c in folder.cameo], [c.code for c in folder.countries]):
        assert len(codes) == len(set(codes))


def test_what_no_code_may_be_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "codes").mkdir()
    lines = [
        "code,root,mode,quad,goldstein,says",
        "4x,CONSULT,,1,,talks",
        "040,TALK,,1,,talks",
        "041,CONSULT,,7,,talks",
    ]
    (tmp_path / "codes" / "cameo.csv").write_text("\n".join(lines), "utf-8")
    assert len(read_folder(tmp_path).mistakes) == 3


# -- claims as coded events ------------------------------------------------------------------------------

CONVENTIONS = Conventions(
    undone=(
        Undone(frozenset({"ACCUSE"}), frozenset(), frozenset({"possible"}), ""),
        Undone(frozenset(), frozenset({1, 2}), frozenset({"negated"}), "REJECT"),
    )
)


@pytest.mark.parametrize(
    ("root", "quad", "status", "coded", "counted"),
    [
        ("AID", 2, "actual", "AID", "AID"),
        ("AID", 2, "ongoing", "AID", "AID"),
        ("AID", 2, "negated", "REJECT", "REJECT"),
        ("AID", 2, "possible", "", "AID"),
        ("ACCUSE", 3, "possible", "ACCUSE", "ACCUSE"),
        ("ASSAULT", 4, "asked", "", "ASSAULT"),
    ],
)
def test_what_is_not_done_codes_what_the_conventions_say(
    root: str, quad: int, status: str, coded: str, counted: str
) -> None:
    assert CONVENTIONS.coded(root, quad, status) == coded
    assert CONVENTIONS.root(root, quad, status) == counted

from __future__ import annotations

import importlib
import pickle
from pathlib import Path

import pytest

from detente.knowledge import Knowledge, KnowledgeError, check, load
from detente.knowledge.patterns import Form

ASSAULT = """
kind: event
type: ASSAULT
definition: x
quad: 4
score: -9
groups:
  - {name: attack, verbs: [S attack T, S strike T, "S strike blow against T"]}
"""


def put(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small folder in place of the package's data, and a cache of its own."""
    root = tmp_path / "shipped"
    put(root, "actors/states.yml", "- {id: FRA, name: France}\n- {id: DEU, name: Germany, capital: Bonn}\n")
    put(root, "actors/groups/a.yml", "- {id: x, name: Xists, sector: REB}\n- {id: y, name: Yists, sector: REB}\n")
    put(root, "events/assault.yml", ASSAULT)
    put(root, "classes/core.yml", "deal: [deal]")
    module = importlib.import_module("detente.knowledge.load")  # the package names its function like the module
    monkeypatch.setattr(module, "DATA", root)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return root


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return tmp_path / "mine"


def kept(root: Path) -> list[Path]:
    return sorted((root.parent / "cache").rglob("*.pickle"))


def lines(knowledge: Knowledge, head: str) -> list[str]:
    return [rule.pattern.line for rule in knowledge.rules[Form.VERB].get(head, ())]


def test_the_most_specific_rules_come_first(shipped: Path) -> None:
    assert lines(load(), "strike") == ["S strike blow against T", "S strike T"]


def test_rules_have_the_codes_of_their_group_and_type(shipped: Path) -> None:
    (rule,) = load().rules[Form.VERB]["attack"]
    assert (rule.id, rule.type, rule.quad, rule.score, rule.symmetric) == (
        "event.ASSAULT.attack",
        "ASSAULT",
        4,
        -9,
        False,
    )


def test_a_users_folder_adds_actors_and_rules(shipped: Path, mine: Path) -> None:
    put(mine, "actors/groups/z.yml", "- {id: z, name: Zists, sector: OPP, country: FRA}")
    put(
        mine,
        "ties/alliance.yml",
        "kind: tie\ntype: alliance\ndefinition: x\ngroups: [{name: own, verbs: [S befriend T]}]",
    )
    knowledge = load([mine])
    assert {"x", "y", "z", "FRA"} <= knowledge.entries.keys()
    assert lines(knowledge, "befriend") == ["S befriend T"]
    assert lines(knowledge, "attack") == ["S attack T"]
    assert {"befriend", "attack", "strike"} <= knowledge.vocabulary


def test_a_users_entry_replaces_the_one_of_the_same_id(shipped: Path, mine: Path) -> None:
    put(mine, "actors/states.yml", "- {id: DEU, name: Germany, capital: Berlin}")
    put(mine, "actors/organisations/a.yml", "- {id: x, name: Xists, sector: PTY}")
    knowledge = load([mine])
    assert knowledge.entries["DEU"].capital == "Berlin"
    assert (knowledge.entries["x"].sector, knowledge.entries["x"].sort) == ("PTY", "organisation")
    assert "Bonn" not in knowledge.namings
    assert knowledge.entries["y"].sector == "REB"


def test_a_users_class_replaces_the_one_of_the_same_name(shipped: Path, mine: Path) -> None:
    put(mine, "classes/mine.yml", "deal: [bargain]")
    put(
        mine,
        "ties/alliance.yml",
        "kind: tie\ntype: alliance\ndefinition: x\ngroups: [{name: own, verbs: [S strike <deal> with T]}]",
    )
    (rule,) = [r for r in load([mine]).rules[Form.VERB]["strike"] if r.kind == "tie"]
    filler = rule.pattern.complements[0].filler
    assert filler is not None
    assert filler.nouns == {("bargain", "")}


def test_mistakes_of_a_users_folder_are_told_line_by_line(shipped: Path, mine: Path) -> None:
    put(mine, "actors/states.yml", "- {id: ZZZ}")
    put(mine, "notes.yml", "a: 1")
    with pytest.raises(KnowledgeError) as error:
        load([mine])
    told = str(error.value).splitlines()
    assert len(told) == 2
    assert all(line.startswith(str(mine)) for line in told)
    assert kept(shipped) == []
    assert len(check([shipped, mine])) == 2


def test_a_missing_folder_is_an_error(shipped: Path, mine: Path) -> None:
    with pytest.raises(KnowledgeError, match="not a knowledge folder: .*mine"):
        load([mine])


def test_sound_folders_have_no_mistakes(shipped: Path) -> None:
    assert check([shipped]) == []


def test_the_digest_changes_with_the_content(shipped: Path, mine: Path) -> None:
    first = load().digest
    assert load().digest == first
    put(mine, "issues.yml", "trade: [tariff]")
    second = load([mine]).digest
    put(mine, "issues.yml", "trade: [duty]")
    assert len({first, second, load([mine]).digest}) == 3
    assert load().digest == first


def test_what_was_compiled_is_kept_and_used(shipped: Path) -> None:
    first = load()
    (path,) = kept(shipped)
    assert first.digest in path.name
    path.write_bytes(pickle.dumps(pickle.loads(path.read_bytes())))
    changed = path.stat().st_mtime_ns
    assert load() == first
    assert path.stat().st_mtime_ns == changed
    assert len(kept(shipped)) == 1


@pytest.mark.parametrize(
    "content", [b"", b"nonsense", b"\x80\x05K", pickle.dumps({"not": "knowledge"}), b"cno.such.module\nThing\n."]
)
def test_a_corrupt_cache_is_compiled_anew(shipped: Path, content: bytes) -> None:
    first = load()
    (path,) = kept(shipped)
    path.write_bytes(content)
    assert load() == first
    assert isinstance(pickle.loads(path.read_bytes()), Knowledge)


def test_a_truncated_cache_is_compiled_anew(shipped: Path) -> None:
    first = load()
    (path,) = kept(shipped)
    path.write_bytes(path.read_bytes()[:200])
    assert load() == first


def test_a_cache_that_cannot_be_written_only_costs_time(shipped: Path) -> None:
    (shipped.parent / "cache").write_text("a file where the folder should be")
    assert "FRA" in load().entries


def test_without_a_cache_nothing_is_kept(shipped: Path) -> None:
    load(cache=False)
    assert kept(shipped) == []


def test_nothing_unfinished_is_left_behind(shipped: Path) -> None:
    load()
    assert [p.suffix for p in (shipped.parent / "cache" / "detente").iterdir()] == [".pickle"]


def test_knowledge_survives_pickling(shipped: Path) -> None:
    knowledge = load(cache=False)
    assert pickle.loads(pickle.dumps(knowledge)) == knowledge

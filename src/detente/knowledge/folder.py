"""Read a folder of knowledge files: each checked against its schema, each mistake named."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from detente.knowledge import schema, schema_history, wording_schema
from detente.knowledge.digest import knowledge_files

_GAZETTEERS = frozenset({("places", "cities"), ("places", "provinces"), ("places", "towns")})
M = TypeVar("M", bound=BaseModel)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

TYPE_FOLDERS = ("events", "ties", "stances", "flows", "projects", "statements", "traits")
ACTOR_FOLDERS = ("organisations", "groups", "companies")


@dataclass(slots=True)
class Folder:
    """The checked content of one knowledge folder, with the mistakes found in it."""

    states: list[schema.State] = field(default_factory=list)
    actors: dict[str, list[schema.Actor]] = field(default_factory=dict)
    outlets: list[schema.Outlet] = field(default_factory=list)
    roles: list[schema.Roles] = field(default_factory=list)
    holders: list[schema.Holder] = field(default_factory=list)
    regions: list[schema.Region] = field(default_factory=list)
    cities: list[schema.City] = field(default_factory=list)
    types: list[schema.ClaimType] = field(default_factory=list)
    classes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    effects: list[schema.EffectGroup] = field(default_factory=list)
    speech: list[schema.SpeechGroup] = field(default_factory=list)
    issues: dict[str, tuple[str, ...]] = field(default_factory=dict)
    elected: list[schema.ElectedTerm] = field(default_factory=list)
    independence: list[schema.Independence] = field(default_factory=list)
    combine: list[schema.CombineLine] = field(default_factory=list)
    antecedents: list[schema.AntecedentCue] = field(default_factory=list)
    works: list[schema.Works] = field(default_factory=list)
    periods: list[schema.Period] = field(default_factory=list)
    reliability: list[schema.Reliability] = field(default_factory=list)
    coding: list[schema.Coding] = field(default_factory=list)
    merging: list[schema_history.MergingFile] = field(default_factory=list)
    courses: list[schema_history.CoursesFile] = field(default_factory=list)
    cameo: list[schema.CameoCode] = field(default_factory=list)
    countries: list[schema.CountryCode] = field(default_factory=list)
    framed: list[wording_schema.Framed] = field(default_factory=list)
    grammar: list[wording_schema.GrammarFile] = field(default_factory=list)
    names: list[wording_schema.NamesFile] = field(default_factory=list)
    said: list[wording_schema.SpeechWords] = field(default_factory=list)
    briefs: list[wording_schema.BriefFile] = field(default_factory=list)
    where: dict[int, str] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)


def read_folder(root: Path) -> Folder:
    """The content of a knowledge folder; mistakes are collected in it, each with its file."""
    folder = Folder()
    if not root.is_dir():
        folder.mistakes.append(f"{root}: not a folder")
        return folder
    for path in knowledge_files(root):
        try:
            _read_file(folder, root, path)
        except (yaml.YAMLError, UnicodeDecodeError, csv.Error) as error:
            folder.mistakes.append(f"{path}: {' '.join(str(error).split())}")
    return folder


def _read_file(folder: Folder, root: Path, path: Path) -> None:
    parts = path.relative_to(root).with_suffix("").parts
    if path.suffix == ".csv":
        _read_table(folder, path, parts)
        return
    content = yaml.load(path.read_text("utf-8"), Loader=_Loader)
    if content is None:
        folder.mistakes.append(f"{path}: empty")
    elif parts[0] in TYPE_FOLDERS:
        folder.types.extend(_checked(folder, path, schema.ClaimType, [content]))
    elif parts[0] == "actors":
        _read_actors(folder, path, parts[1:], content)
    elif parts[0] == "cues":
        _read_cues(folder, path, parts[1], content)
    elif parts[0] == "wording":
        _read_wording(folder, path, parts[1], content)
    elif parts[0] == "classes":
        _read_lists(folder, path, folder.classes, content)
    else:
        _read_single(folder, path, parts, content)


def _read_single(folder: Folder, path: Path, parts: tuple[str, ...], content: Any) -> None:
    """Read a file of which there is one."""
    if parts == ("issues",):
        _read_lists(folder, path, folder.issues, content)
    elif parts == ("merging",):
        folder.merging.extend(_checked(folder, path, schema_history.MergingFile, [content]))
    elif parts == ("courses",):
        folder.courses.extend(_checked(folder, path, schema_history.CoursesFile, [content]))
    elif parts == ("coding",):
        folder.coding.extend(_checked(folder, path, schema.Coding, [content]))
    elif parts == ("places", "regions"):
        folder.regions.extend(_checked(folder, path, schema.Region, content))
    elif parts == ("time", "terms"):
        folder.elected.extend(_checked(folder, path, schema.ElectedTerm, content))
    elif parts == ("time", "independence"):
        folder.independence.extend(_checked(folder, path, schema.Independence, content))
    elif parts[0] == "time":
        folder.periods.extend(_checked(folder, path, schema.Period, content))
    else:
        _unknown_file(folder, path)


def _unknown_file(folder: Folder, path: Path) -> None:
    folder.mistakes.append(f"{path}: no kind of knowledge is kept in a file of this name")


def _read_table(folder: Folder, path: Path, parts: tuple[str, ...]) -> None:
    if parts in _GAZETTEERS:
        folder.cities.extend(_checked(folder, path, schema.City, _table(path)))
    elif parts == ("codes", "reliability"):
        folder.reliability.extend(_checked(folder, path, schema.Reliability, _table(path)))
    elif parts[:2] == ("actors", "people"):
        folder.holders.extend(_checked(folder, path, schema.Holder, _table(path)))
    elif parts == ("codes", "cameo"):
        folder.cameo.extend(_checked(folder, path, schema.CameoCode, _table(path)))
    elif parts == ("codes", "countries"):
        folder.countries.extend(_checked(folder, path, schema.CountryCode, _table(path)))
    else:
        _unknown_file(folder, path)


def _read_actors(folder: Folder, path: Path, parts: tuple[str, ...], content: Any) -> None:
    if parts == ("states",):
        folder.states.extend(_checked(folder, path, schema.State, content))
    elif parts[0] == "roles":
        folder.roles.extend(_checked(folder, path, schema.Roles, [content]))
    elif parts == ("outlets",):
        folder.outlets.extend(_checked(folder, path, schema.Outlet, content))
    elif parts[0] in ACTOR_FOLDERS:
        folder.actors.setdefault(parts[0], []).extend(_checked(folder, path, schema.Actor, content))
    else:
        _unknown_file(folder, path)


def _read_cues(folder: Folder, path: Path, name: str, content: Any) -> None:
    if name == "status":
        folder.effects.extend(_checked(folder, path, schema.EffectGroup, content))
    elif name == "antecedents":
        folder.antecedents.extend(_checked(folder, path, schema.AntecedentCue, content))
    elif name == "combine":
        folder.combine.extend(_checked(folder, path, schema.CombineLine, content))
    elif name == "works":
        folder.works.extend(_checked(folder, path, schema.Works, [content]))
    elif name == "speech":
        folder.speech.extend(_checked(folder, path, schema.SpeechGroup, content))
    else:
        _unknown_file(folder, path)


def _read_wording(folder: Folder, path: Path, name: str, content: Any) -> None:
    if name == "grammar":
        folder.grammar.extend(_checked(folder, path, wording_schema.GrammarFile, [content]))
    elif name == "names":
        folder.names.extend(_checked(folder, path, wording_schema.NamesFile, [content]))
    elif name == "speech":
        folder.said.extend(_checked(folder, path, wording_schema.SpeechWords, [content]))
    elif name == "brief":
        folder.briefs.extend(_checked(folder, path, wording_schema.BriefFile, [content]))
    else:
        folder.framed.extend(_checked(folder, path, wording_schema.Framed, content))


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _read_lists(folder: Folder, path: Path, into: dict[str, tuple[str, ...]], content: Any) -> None:
    if not isinstance(content, dict):
        folder.mistakes.append(f"{path}: must map names to lists of words")
        return
    for name, words in content.items():
        if not isinstance(words, list) or not all(isinstance(w, str) for w in words):
            folder.mistakes.append(f"{path}: {name}: must be a list of words")
        elif name in into:
            folder.mistakes.append(f"{path}: {name}: stands twice")
        else:
            into[name] = tuple(words)


def _checked(folder: Folder, path: Path, kind: type[M], content: Any) -> Iterator[M]:
    if not isinstance(content, list):
        folder.mistakes.append(f"{path}: must be a list of entries")
        return
    for number, raw in enumerate(content, 1):
        try:
            entry = kind.model_validate(raw)
        except ValidationError as error:
            for problem in error.errors():
                place = ".".join(str(p) for p in problem["loc"])
                folder.mistakes.append(f"{path}: {_label(raw, number)}: {place}: {problem['msg']}")
            continue
        folder.where[id(entry)] = f"{path}: {_label(raw, number)}"
        yield entry


def _label(raw: object, number: int) -> str:
    if isinstance(raw, dict):
        for key in ("id", "name", "type"):
            if raw.get(key):
                return str(raw[key])
    return f"entry {number}"

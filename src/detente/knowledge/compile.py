"""Compile checked folders of knowledge files into what the reader looks things up in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.knowledge.compile_actors import compile_actors
from detente.knowledge.compile_rules import compile_rules
from detente.knowledge.entries import Conventions, Knowledge, Merging, Undone
from detente.knowledge.folder import Folder, read_folder
from detente.knowledge.inflection import forms, trigger_forms


def compile_folders(folders: Sequence[Path], digest: str = "") -> tuple[Knowledge, list[str]]:
    """The knowledge of some folders, later ones mending earlier ones, and all mistakes found in them."""
    read = [read_folder(folder) for folder in folders]
    mistakes = [mistake for folder in read for mistake in folder.mistakes]
    merged = _merge(read)
    actors = compile_actors(merged)
    rules = compile_rules(merged)
    knowledge = Knowledge(
        digest=digest,
        entries=actors.entries,
        namings=actors.namings,
        roles=actors.roles,
        offices=actors.offices,
        office_exceptions=actors.office_exceptions,
        genders=actors.genders,
        rules=rules.rules,
        effects=rules.effects,
        speech=rules.speech,
        issues=merged.issues,
        periods=rules.periods,
        conventions=_conventions(merged),
        merging=_merging(merged),
        reliability={line.rule: (line.right + 1) / (line.asked + 2) for line in merged.reliability},
        roots=rules.roots,
        vocabulary=rules.vocabulary,
        triggers=trigger_forms(rules.rules),
    )
    return knowledge, mistakes + actors.mistakes + rules.mistakes


def _conventions(folder: Folder) -> Conventions:
    """The lines of all coding files; those of the user's own folder are asked first."""
    files = folder.coding[::-1]
    lines = [line for coding in files for line in coding.undone]
    trust = next((coding.trust for coding in files if coding.trust), {})
    return Conventions(
        undone=tuple(Undone(frozenset(u.roots), frozenset(u.quads), frozenset(u.status), u.root) for u in lines),
        trust=tuple(sorted(trust.items(), reverse=True)),
        nothing_above=next((c.nothing_above for c in files if c.nothing_above is not None), 1.0),
        sure_from=next((c.sure_from for c in files if c.sure_from is not None), 1.0),
        alone_above=next((c.alone_above for c in files if c.alone_above is not None), 1.0),
    )


def _merging(folder: Folder) -> Merging:
    """The lines of all merging files, later ones replacing earlier ones of the same types or units."""
    degrees = {frozenset(line.types): line.degree for file in folder.merging for line in file.compatible}
    units = {unit: words for file in folder.merging for unit, words in file.figures.items()}
    return Merging(
        compatible=degrees,
        recurring={root: doubt for file in folder.merging for root, doubt in file.recurring.items()},
        spoken=frozenset(root for file in folder.merging for root in file.spoken),
        figures={form: unit for unit, words in units.items() for word in words for form in forms(word)},
        turns={form: turn for file in folder.merging for turn, words in file.turns.items() for form in words},
    )


def _merge(read: list[Folder]) -> Folder:
    """One folder out of several: later entries replace earlier ones of the same id, types are added to."""
    whole = Folder()
    for folder in read:
        states = {s.id: s for s in whole.states} | {s.id: s for s in folder.states}
        whole.states = list(states.values())
        replaced = {a.id for actors in folder.actors.values() for a in actors}
        for sort in {*whole.actors, *folder.actors}:
            kept = [a for a in whole.actors.get(sort, []) if a.id not in replaced]
            whole.actors[sort] = kept + folder.actors.get(sort, [])
        whole.outlets += folder.outlets
        whole.roles += folder.roles
        whole.holders += folder.holders
        whole.regions += folder.regions
        whole.cities += folder.cities
        whole.types += folder.types
        whole.effects += folder.effects
        whole.speech += folder.speech
        whole.periods += folder.periods
        whole.coding += folder.coding
        whole.merging += folder.merging
        whole.reliability += folder.reliability
        whole.classes |= folder.classes
        whole.issues |= folder.issues
        whole.where |= folder.where
    return whole

"""From the words of works (cues/works.yml) to what the reader looks up."""

from __future__ import annotations

from collections import defaultdict

from detente.knowledge.entries import Rule, Works
from detente.knowledge.folder import Folder
from detente.knowledge.schema import StateOfPlay


def compile_works(folder: Folder, rules: dict[tuple[str, str], Rule]) -> tuple[Works, list[str]]:
    """How works are told of, and the mistakes found; nothing is known of them without the file."""
    if not folder.works:
        return Works(), []
    told = folder.works[-1]
    types = {t.type for t in folder.types if t.kind == "project"}
    mistakes = [f"cues/works.yml: no type of project is called {name!r}" for name in told.nouns if name not in types]
    meant = {name for names in (told.linear, *told.same_again.values()) for name in names}
    mistakes += [f"cues/works.yml: no type of project is called {name!r}" for name in sorted(meant - types)]
    mistakes += [f"cues/works.yml: no class is called {c!r}" for c in told.nouns.values() if c not in folder.classes]
    mistakes += [f"cues/works.yml: no project has a group {s!r}" for s in told.states if s not in {g for _, g in rules}]
    parts = StateOfPlay.model_fields
    states = {part: {w: state for state, words in told.states.items() for w in getattr(words, part)} for part in parts}
    works = Works(
        nouns=_nouns(told.nouns, folder.classes),
        again=told.same_again,
        linear=frozenset(told.linear),
        states=states,
        building=frozenset(told.building),
        labour=frozenset(told.labour),
        roles={verb: role for role, verbs in told.roles.items() for verb in verbs},
        rules=rules,
    )
    return works, mistakes


def _nouns(classes_of: dict[str, str], classes: dict[str, tuple[str, ...]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """For each noun its modifiers with the type they make of it: those that ask for one first."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for project, name in classes_of.items():
        for member in classes.get(name, ()):
            modifier, _, noun = member.replace(" ", "+").rpartition("+")
            found[noun].append((modifier.rpartition("+")[2], project))
    return {noun: tuple(sorted(options, key=lambda option: not option[0])) for noun, options in found.items()}

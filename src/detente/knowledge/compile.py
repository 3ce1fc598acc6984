"""Compile checked folders of knowledge files into what the reader looks things up in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from detente.knowledge.compile_actors import compile_actors
from detente.knowledge.compile_rules import compile_rules
from detente.knowledge.compile_wording import compile_wording
from detente.knowledge.compile_works import compile_works
from detente.knowledge.entries import Cameo, Conventions, Courses, EventKind, Knowledge, Merging, Salience, Undone
from detente.knowledge.folder import Folder, read_folder
from detente.knowledge.inflection import forms, trigger_forms
from detente.knowledge.schema_history import EventLine


def compile_folders(folders: Sequence[Path], digest: str = "") -> tuple[Knowledge, list[str]]:
    """The knowledge of some folders, later ones mending earlier ones, and all mistakes found in them."""
    read = [read_folder(folder) for folder in folders]
    mistakes = [mistake for folder in read for mistake in folder.mistakes]
    merged = _merge(read)
    actors = compile_actors(merged)
    rules = compile_rules(merged)
    works, strange = compile_works(merged, rules.states_of_play)
    wording, unworded = compile_wording(merged)
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
        terms=_terms(merged),
        independence=_independence(merged),
        combine=rules.combine,
        salience=Salience()._replace(**{line.cue: line.weight for line in merged.antecedents}),
        conventions=_conventions(merged),
        reliability=_reliability(merged),
        merging=_merging(merged),
        courses=_courses(merged),
        roots=rules.roots,
        cameo=_cameo(merged),
        country_codes={c.code: c.means for c in merged.countries},
        works=works,
        vocabulary=rules.vocabulary,
        wording=wording,
        triggers=trigger_forms(rules.rules),
    )
    return knowledge, mistakes + actors.mistakes + rules.mistakes + strange + unworded


def _terms(folder: Folder) -> dict[str, tuple[tuple[date, int], ...]]:
    """For each state since when it elects for how many years, the earliest first."""
    found: dict[str, list[tuple[date, int]]] = {}
    for line in folder.elected:
        found.setdefault(line.state, []).append((line.start or date.min, line.years))
    return {state: tuple(sorted(terms)) for state, terms in found.items()}


def _independence(folder: Folder) -> dict[str, date]:
    """Since when each state has been free: the day it began, unless the file of independence says otherwise."""
    began = {state.id: state.start for state in folder.states if state.start}
    return began | {line.state: line.since for line in folder.independence if line.since}


#: how much the other lines of a rule count for one line
_FOR_THE_RULE = 2


def _reliability(folder: Folder) -> dict[tuple[str, str], float]:
    """How likely each line is right, drawn towards its rule, and under an empty line how likely the rule is."""
    found: dict[tuple[str, str], float] = {}
    for rule in {row.rule for row in folder.reliability}:
        rows = [row for row in folder.reliability if row.rule == rule]
        whole = (sum(r.right for r in rows) + 1) / (sum(r.asked for r in rows) + 2)  # Laplace's rule of succession
        found[rule, ""] = whole
        for row in rows:
            found[rule, row.line] = (row.right + _FOR_THE_RULE * whole) / (row.asked + _FOR_THE_RULE)
    return found


def _conventions(folder: Folder) -> Conventions:
    """The lines of all coding files; those of the user's own folder are asked first."""
    files = folder.coding[::-1]
    lines = [line for coding in files for line in coding.undone]
    trust = next((coding.trust for coding in files if coding.trust), {})
    return Conventions(
        undone=tuple(Undone(frozenset(u.roots), frozenset(u.quads), frozenset(u.status), u.root) for u in lines),
        spoken=tuple({kind: root for coding in files[::-1] for kind, root in coding.spoken.items()}.items()),
        trust=tuple(sorted(trust.items(), reverse=True)),
        nothing_above=next((c.nothing_above for c in files if c.nothing_above is not None), 1.0),
        sure_from=next((c.sure_from for c in files if c.sure_from is not None), 1.0),
        unsure_below=next((c.unsure_below for c in files if c.unsure_below is not None), 0.0),
        alone_above=next((c.alone_above for c in files if c.alone_above is not None), 1.0),
        recoded_above=next((c.recoded_above for c in files if c.recoded_above is not None), 0.0),
        wished_by=frozenset(form for c in files for word in c.wished_by for form in forms(word)),
        doerless=frozenset(root for c in files for root in c.doerless),
        one_sided=frozenset(root for c in files for root in c.one_sided),
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


def _courses(folder: Folder) -> Courses:
    """What the last file that gives something says of it."""
    files = folder.courses[::-1]
    ruptures: tuple[EventLine, ...] = next((f.ruptures for f in files if f.ruptures), ())
    mended: tuple[EventLine, ...] = next((f.mended for f in files if f.mended), ())
    return Courses(
        ruptures=tuple(EventKind(line.type, line.mode, line.cameo) for line in ruptures),
        mended=tuple(EventKind(line.type, line.mode, line.cameo) for line in mended),
        mended_after_days=next((f.mended_after_days for f in files if f.mended_after_days is not None), 0),
        talked_of={t.deed: (t.words, t.score) for t in next((f.talked_of for f in files if f.talked_of), ())},
    )


def _cameo(folder: Folder) -> dict[str, Cameo]:
    """All CAMEO codes; one without a score has that of the code that it is part of."""
    given = {c.code: c for c in folder.cameo}
    found: dict[str, Cameo] = {}
    for code, c in sorted(given.items()):
        scores = (given[code[:n]].goldstein for n in (4, 3, 2) if code[:n] in given)
        score = next((s for s in scores if s is not None), 0.0)
        found[code] = Cameo(root=c.root, mode=c.mode, quad=c.quad, goldstein=score, says=c.says)
    return found


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
        whole.works += folder.works
        whole.roles += folder.roles
        whole.holders += folder.holders
        whole.regions += folder.regions
        whole.cities += folder.cities
        whole.types += folder.types
        whole.effects += folder.effects
        whole.speech += folder.speech
        whole.periods += folder.periods
        whole.elected += folder.elected
        whole.independence += folder.independence
        whole.antecedents += folder.antecedents
        whole.combine = folder.combine or whole.combine
        whole.coding += folder.coding
        whole.merging += folder.merging
        whole.courses += folder.courses
        whole.cameo += folder.cameo
        whole.countries += folder.countries
        whole.reliability += folder.reliability
        whole.classes |= folder.classes
        whole.issues |= folder.issues
        whole.framed += folder.framed
        whole.grammar += folder.grammar
        whole.names += folder.names
        whole.said += folder.said
        whole.briefs += folder.briefs
        whole.where |= folder.where
    return whole

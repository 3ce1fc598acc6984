"""Pages made from the knowledge files: kinds of claims with their types, and cues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from page_text import page, sentence, table

from detente.knowledge import schema
from detente.knowledge.folder import Folder
from detente.knowledge.load import DATA
from detente.model import Kind

KIND_PAGES = {
    Kind.EVENT: "events",
    Kind.TIE: "ties",
    Kind.STANCE: "stances",
    Kind.FLOW: "flows",
    Kind.PROJECT: "projects",
    Kind.STATEMENT: "statements",
    Kind.TRAIT: "traits",
}
_QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
_MARKS = {"s": "**", "t": "*", "v": "***"}
_CUE_PARTS = ("verbs", "nouns", "adjectives", "adverbs", "modals", "marks", "prepositions")
_SOURCE_LINK = "../../src/detente/knowledge/data"


def ontology_index(folder: Folder) -> str:
    """The page that lists every type of every kind."""
    lines = [
        "What Detente can say about actors. Each kind has a page with the definition of every type, what it is not,",
        "its codes, and the sentences that the tests hold it to. The patterns themselves are in",
        f"[the knowledge files]({_SOURCE_LINK}), their grammar in [knowledge.md](../knowledge.md).",
        "",
    ]
    for kind, name in KIND_PAGES.items():
        types = _types(kind, folder)
        patterns = sum(_patterns(group) for t in types for group in t.groups)
        lines += [f"## [{name.capitalize()}]({name}.md)", "", f"{len(types)} types, {patterns} patterns.", ""]
        rows = ((f"[`{t.type}`]({name}.md#{t.type.lower()})", sentence(t.definition)) for t in types)
        lines += table(("type", "what it is"), rows)
    return page("Kinds and types of claims", "src/detente/knowledge/data", lines)


def kind_page(kind: Kind, folder: Folder) -> str:
    """The page of one kind of claim: each type with its groups, codes and sentences."""
    name = KIND_PAGES[kind]
    lines = [
        "In the examples the **source** is bold, the *target* is in italics, and ***whom it goes through*** is both.",
        "The crossed-out sentences must not be read as an actual claim of the type.",
        "",
    ]
    for claim_type in _types(kind, folder):
        lines += _type_lines(claim_type, _file_of(claim_type, folder))
    return page(name.capitalize(), f"src/detente/knowledge/data/{name}", lines)


def _types(kind: Kind, folder: Folder) -> list[schema.ClaimType]:
    return sorted((t for t in folder.types if t.kind is kind), key=lambda t: t.type)


def _file_of(claim_type: schema.ClaimType, folder: Folder) -> str:
    """The file that a type stands in, as a path under the knowledge folder."""
    path, _, _ = folder.where[id(claim_type)].rpartition(": ")
    return Path(path).relative_to(DATA).as_posix()


def _type_lines(claim_type: schema.ClaimType, file: str) -> Iterator[str]:
    patterns = sum(_patterns(group) for group in claim_type.groups)
    yield from (f"## {claim_type.type}", "", sentence(claim_type.definition), "")
    if claim_type.boundaries:
        yield from (f"**Not this:** {sentence(claim_type.boundaries)}", "")
    yield from (f"{_codes(claim_type)} {patterns} patterns in [{file}]({_SOURCE_LINK}/{file}).", "")
    if claim_type.near:
        yield from (f"Near: {'; '.join(claim_type.near)}.", "")
    for group in claim_type.groups:
        yield from _group_lines(claim_type, group)


def _codes(claim_type: schema.ClaimType) -> str:
    said = [claim_type.sign.value, "symmetric" if claim_type.symmetric else "directed"]
    if claim_type.quad:
        said.append(f"quad {claim_type.quad} ({_QUADS[claim_type.quad]})")
    if claim_type.score is not None:
        said.append(f"score {claim_type.score:g}")
    return f"{', '.join(said).capitalize()}."


def _group_lines(claim_type: schema.ClaimType, group: schema.Group) -> Iterator[str]:
    yield from (f"### {claim_type.type}: {group.name}", "")
    codes = [f"rule `{claim_type.kind}.{claim_type.type}.{group.name}`", *_group_codes(group)]
    yield from (f"{', '.join(codes)}; {_patterns(group)} patterns.", "")
    if group.note:
        yield from (sentence(group.note), "")
    yield from (f"* {_marked(example)}" for example in group.examples)
    yield from (f"* ~~{_marked(example)}~~" for example in group.counter)
    yield ""


def _group_codes(group: schema.Group) -> Iterator[str]:
    """What a group says of itself, where it differs from its type."""
    if group.mode:
        yield f"mode `{group.mode}`"
    if group.cameo:
        yield f"CAMEO `{group.cameo}`"
    if group.context:
        yield f"context {', '.join(group.context)}"
    if group.issue:
        yield f"issue {', '.join(group.issue)}"
    if group.score is not None:
        yield f"score {group.score:g}"
    if group.quad is not None:
        yield f"quad {group.quad}"
    if group.sign is not None:
        yield group.sign.value
    if group.symmetric is not None:
        yield "symmetric" if group.symmetric else "directed"
    if group.background is not None:
        yield "history" if group.background else "news"


def _patterns(group: schema.Group) -> int:
    return len(group.verbs) + len(group.nouns) + len(group.copulas)


def _marked(sentence: str) -> str:
    """A sentence whose marks have become bold and italics."""
    return re.sub(r"</?([stv])>", lambda mark: _MARKS[mark.group(1)], sentence)


def cues_page(folder: Folder) -> str:
    """The page of the words that decide status and speaker, of issues and of named times."""
    lines = [
        "The words that change how real a thing is, that report it, that say what it is about, and that name a time.",
        "All are lemmas. They are kept in `cues/`, `issues.yml` and `time/` of the knowledge folder.",
        "",
        "## Status",
        "",
        "A word gives its status to what it governs: verbs to their infinitives, gerunds and clauses, nouns to what",
        "hangs on them. What is governed by a word of `actual: done` is as real as that word; what is governed by one",
        "of `actual: fact` is so, whatever becomes of that word. The first line of this table that fits the cues of a",
        "claim gives its status; what fits none is actual.",
        "",
    ]
    rows = ((", ".join(c.has), c.negations, c.status, c.note) for c in folder.combine)
    lines += table(("cues or statuses among the cues", "negations", "status", "as in"), rows)
    for effect in folder.effects:
        rows = ((part, _words(getattr(effect, part))) for part in _CUE_PARTS if getattr(effect, part))
        lines += [f"### {effect.status}: {effect.cue}", "", *table(("words", "which"), rows)]
    lines += ["## Saying", "", "How a word of saying puts what is said.", ""]
    spoken = [(s.stance, _words(s.verbs), _words(s.nouns), _words(s.prepositions)) for s in folder.speech]
    lines += table(("puts it as", "verbs", "nouns", "prepositions"), spoken)
    lines += ["## Issues", "", *table(("issue", "words"), ((name, _words(w)) for name, w in folder.issues.items()))]
    periods = ((p.name, f"{p.start or '…'} to {p.end or '…'}", "; ".join(p.aliases)) for p in folder.periods)
    lines += ["## Named times", "", *table(("name", "from and to", "also"), periods)]
    return page("Cues", "src/detente/knowledge/data/cues, issues.yml and time", lines)


def _words(words: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(words))

"""A dossier: phases with what carries them, ties, stances, projects, flows, differences, open questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from detente.answers.briefs import Line, Section
from detente.answers.composing import Desk, line, marks
from detente.answers.material import Matter
from detente.answers.prose import Told
from detente.answers.statements import Statement, citation
from detente.answers.times import day, month
from detente.answers.voices import outlet
from detente.archive import ClaimRow
from detente.history.phases import Phase
from detente.model import Difference, Kind, Status
from detente.relations import PairCourse

_MOST_OF_A_KIND, _CARRIERS_TOLD, _MOST_DIFFERENCES = 14, 2, 8
#: how far from a phase something may be told that carries it
_NEAR_DAYS = 366
_SURE = (Status.ACTUAL, Status.ONGOING, Status.NEGATED)
_OPEN = (Status.POSSIBLE, Status.ASKED, Status.PLANNED)
_LISTED = (
    (Kind.TIE, "ties", "Ties"),
    (Kind.STANCE, "stances", "What each side wants, fears and suspects"),
    (Kind.PROJECT, "projects", "Projects"),
    (Kind.FLOW, "flows", "What moves between them"),
)


def dossier(desk: Desk, course: PairCourse | None) -> list[Section]:
    """The parts of a dossier that statements make; those without any are left out, but named at the end."""
    found = [phases(desk, course)] if course is not None else []
    for kind, id_, heading in _LISTED:
        found.append(_listed(desk, [m for m in desk.material.matters if m.claim.kind is kind], id_, heading))
    opened = [m for m in desk.material.matters if m.claim.status in _OPEN and m.claim.kind is Kind.EVENT]
    found.append(_listed(desk, opened, "open", "Open questions"))
    empty = [section.heading.lower() for section in found if not section.lines]
    kept = [section for section in found if section.lines]
    if empty:
        kept.append(Section(id="silent", heading="What the record does not hold", note=_silent(empty)))
    return kept


def _silent(headings: Sequence[str]) -> str:
    listed = "; ".join(headings)
    return f"The record says nothing of these two under: {listed}."


def phases(desk: Desk, course: PairCourse) -> Section:
    """The phases of a course, each with the sentences that carry it."""
    by_claim = {claim.id: matter for matter in desk.material.matters for claim in matter.claims}
    lines: list[Line] = []
    known: set[int] = set()
    for phase in course.phases:
        carriers = list(dict.fromkeys(id(by_claim[c]) for c in course.claims_of(phase) if c in by_claim))
        fresh = [m for m in desk.material.matters if id(m) in carriers and id(m) not in known and _is_of(phase, m)]
        sure = [m for m in fresh if m.claim.status in _SURE] or fresh
        matters = sorted(sorted(sure, key=lambda m: -m.weight)[:_CARRIERS_TOLD], key=lambda m: m.day)
        known.update(map(id, matters))
        for number, told in enumerate(desk.told(matters)):
            label, marked = ("", ()) if number else (_phase_label(phase), (str(phase.standing),))
            lines.append(Line(statement=told.statement, label=label, marks=marked))
    return Section(id="phases", heading="Phases", lines=tuple(lines))


def _is_of(phase: Phase, matter: Matter) -> bool:
    """Whether the day that a matter is told under is in or near a phase; what is told later as history has none."""
    early, late = (phase.start - matter.day).days, (matter.day - phase.end).days
    return max(early, late) <= _NEAR_DAYS or (matter.background and not matter.dated)


def _phase_label(phase: Phase) -> str:
    start, end = month(phase.start), month(phase.end)
    if phase.start.month == 1 and phase.end.month == 12:
        start, end = str(phase.start.year), str(phase.end.year)
    return start if start == end else f"{start} to {end}"


def _listed(desk: Desk, matters: Sequence[Matter], id_: str, heading: str) -> Section:
    best = sorted(sorted(matters, key=lambda m: -m.weight)[:_MOST_OF_A_KIND], key=lambda m: m.day)
    by_claim = {claim.id: matter for matter in best for claim in matter.claims}
    lines = [_bullet(told, by_claim[told.statement.claim_ids[0]], desk) for told in desk.told(best)]
    return Section(id=id_, heading=heading, lines=tuple(lines))


def _bullet(told: Told, matter: Matter, desk: Desk) -> Line:
    """A line of a list by kind: the day of the report before it, the whole sentence, and its marks."""
    made = line(told, matter, desk.knowledge)
    return Line(statement=made.statement, label=made.label, marks=marks(matter, desk.knowledge))


def differences(found: Iterable[Difference], rows: Mapping[str, ClaimRow], desk: Desk) -> Section:
    """Where reports of one happening differ, each side in its own words."""
    lines = []
    for one in found:
        left, right = rows.get(one.left), rows.get(one.right)
        if left is None or right is None or left.article.outlet == right.article.outlet:
            continue
        heads = {row.article.id: row.article for row in (left, right)}
        papers = [outlet(row.article.outlet or "one report", desk.knowledge) for row in (left, right)]
        text = _parting(one, papers)
        cited = {row.claim.id: citation(row.claim, heads) for row in (left, right)}
        statement = Statement(text=text, claim_ids=tuple(cited), citations=tuple(cited.values()))
        label = day(left.article.published) if left.article.published else ""
        lines.append(Line(statement=statement, label=label, marks=(one.turn,) if one.turn else ()))
    unique = {entry.statement.text: entry for entry in lines}
    return Section(id="differ", heading="Where reports differ", lines=tuple(unique.values())[:_MOST_DIFFERENCES])


def _parting(one: Difference, papers: Sequence[str]) -> str:
    """Where two papers part, in a sentence."""
    (left, unit), (right, _) = (_with_unit(value) for value in one.values)
    if one.what == "figure":
        first = f"{papers[0][:1].upper()}{papers[0][1:]} speaks of “{left}” {unit}".rstrip()
        return f"{first}, {papers[1]} of “{right}”."
    return f"On the {_WHAT.get(one.what, one.what)}, {papers[0]} has “{left}”, {papers[1]} has “{right}”."


def _with_unit(value: str) -> tuple[str, str]:
    """A value and the unit that stands in brackets behind it."""
    words, bracket, unit = value.strip().partition(" (")
    if not bracket or not unit.endswith(")"):
        return value.strip(), ""
    return words[:1].lower() + words[1:], "" if "$" in words else unit.removesuffix(")")


_WHAT = {
    "figure": "figure", "date": "date", "party": "parties", "order": "order of events",
    "certainty": "certainty of it", "silence": "whole of it",
}  # fmt: skip

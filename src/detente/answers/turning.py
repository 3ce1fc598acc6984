"""When and through what the relation of two actors turned, and how it stands: from the course of the pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from detente import relations
from detente.answers.evidence import ordered, told
from detente.answers.merging import Told, chosen, merged
from detente.answers.query import Asked, Order, Query
from detente.answers.question_forms import selects
from detente.answers.weighing import Level, Weighed
from detente.archive import Archive
from detente.archive.evidence import Candidate, Sought, candidates, placed
from detente.history.phases import Phase
from detente.knowledge import Knowledge
from detente.model import Status

#: what makes a turn stands so near to its day
_AROUND = timedelta(days=200)
_A_TURN = 2
_MOST = 8
#: of so many happenings those that are turns are taken
_LOOKED_AT = 60
#: deeds that by themselves are turns: relations broken off, restored, war that is waged or ended
_TURNING = (
    "event.SANCTION:discontinue",
    "event.AGREE/diplomacy",
    "event.AGREE/war_and_peace",
    "event.SUPPORT/diplomacy",
)
#: violence is a turn only where it is as grave as this
_GRAVE = -8.5


def turns(archive: Archive, knowledge: Knowledge, query: Query, limit: int | None) -> tuple[list[Told], str]:
    """What carried the turns of a pair in order of time, and a line that names the turns; [] where there is none."""
    course = relations.pair_course(archive, knowledge, *_codes(query), since=query.since, until=query.until)
    turned = {phase: course.claims_of(phase) for phase in course.phases if phase.turn} if course else {}
    ids = [claim for claims in turned.values() for claim in claims]
    rows = {c.id: c for c in candidates(archive.path, Sought(ids=ids))} if ids else {}
    held = [w for phase, claims in turned.items() for w in _carriers(phase, [rows[c] for c in claims if c in rows])]
    groups = chosen(merged(held, placed(archive.path, [w.found.id for w in held])), _MOST, 0.0)
    weighty = [t for t in told(_as_history(query), archive.path, knowledge) if _is_turn(t)]
    seen = {claim.id for group in groups for claim in group.claims}
    further = [t for t in _weightiest(weighty) if not any(claim.id in seen for claim in t.claims)]
    lines = ordered([*further[:_MOST], *groups][: limit or _MOST + _A_TURN], Order.TIME)
    words = ", ".join(f"{phase.start:%B %Y} for the {phase.turn}" for phase in turned)
    return lines, f"Turns by the record: {words}." if words and lines else ""


def _codes(query: Query) -> tuple[str, str]:
    one, other = (named.code for named in query.among[:2])
    return one, other


def _as_history(query: Query) -> Query:
    """The same pair asked for what happened."""
    return replace(query, asks=Asked.HISTORY, order=Order.TIME, most=_LOOKED_AT, claims=(), near=(), cues=(), words=())


def _is_turn(line: Told) -> bool:
    """Whether a line tells of a deed that was done on a day and is by itself a turn."""
    claim = line.claims[0]
    if claim.kind != "event" or claim.status != Status.ACTUAL or claim.undated:
        return False
    grave = claim.type == "ASSAULT" and (claim.score or 0.0) <= _GRAVE
    return grave or selects(_TURNING, claim.kind, claim.type, claim.mode, claim.issue)


def _weightiest(lines: Sequence[Told]) -> list[Told]:
    """The lines that break or mend relations before deeds of war, both by their weight."""
    return sorted(lines, key=lambda t: (t.claims[0].type == "ASSAULT", -t.weight))


def _carriers(phase: Phase, claims: Sequence[Candidate]) -> list[Weighed]:
    """Those of the claims that carry a phase that stand nearest to its turn and are of its sign."""
    worse = phase.turn == "worse"
    fitting = [row for row in claims if row.score and (row.score < 0) == worse and _near(row, phase)]
    best = sorted(fitting, key=lambda row: -abs(row.score or 0.0))[:_A_TURN]
    return [Weighed(row, 1.0, Level.PLAIN) for row in best]


def _near(row: Candidate, phase: Phase) -> bool:
    day = row.published if row.undated else row.when_start or row.when_end
    return day is not None and abs(day - phase.start) <= _AROUND


def standing_lead(archive: Archive, knowledge: Knowledge, query: Query) -> str:
    """How a pair stands by its last phase, "" where that cannot be told."""
    if len(query.among) != 2 or not all(named.code for named in query.among):
        return ""
    course = relations.pair_course(archive, knowledge, *_codes(query), since=query.since, until=query.until)
    if course is None or not course.phases:
        return ""
    last = course.phases[-1]
    return f"By what the record tells, {last.standing} since {last.start:%B %Y}."

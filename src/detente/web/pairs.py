"""What the page shows of two actors, gathered from the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from detente.archive import ClaimRow
from detente.history.edges import Edge
from detente.history.network import HALF_LIFE_DAYS, NEUTRAL_EVENTS, TIE, WINDOW_DAYS, Network
from detente.history.periods import periods
from detente.history.telling import TIE_HOLDS_ON_DAYS
from detente.history.triads import ThirdParties, balance_on
from detente.history.triads import third_parties as third_parties_of
from detente.linking import all_differences
from detente.model import Difference, Happening
from detente.relations import TIES_HOLD_ON, PairCourse, codes_of
from detente.web import addresses, rows, wording
from detente.web.charts.course import MOST_POINTS
from detente.web.narrowing import Time
from detente.web.tables import Column, Table
from detente.web.view import View

_LISTED, _OF_A_KIND = 30, 10
#: Happenings told by several articles whose reports are compared.
_COMPARED, _MOST_DIFFERENCES = 20, 20
_QUOTED = 120
_CHARACTERS = 160
KINDS = ("tie", "stance", "project", "flow", "statement")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors and the time in which they are looked at."""

    view: View
    one: str
    other: str
    time: Time
    by: str = ""
    known_on: date | None = None

    @property
    def names(self) -> tuple[str, str]:
        """What the two are called."""
        return self.view.name(self.one), self.view.name(self.other)

    @property
    def address(self) -> str:
        """The address of the view, without what narrows it."""
        return addresses.pair(self.one, self.other)

    @property
    def keys(self) -> list[str]:
        """How the archive writes this pair and those of states that the two followed."""
        ones, others = (codes_of(self.view.knowledge, code) for code in (self.one, self.other))
        return [f"{min(a, b)}|{max(a, b)}" for a in ones for b in others if a != b]

    def course(self) -> PairCourse | None:
        """How the two stood over time, None where nothing of that is told."""
        time = self.time
        key = ("course", self.one, self.other, time.since, time.until, self.by, self.known_on)
        return self.view.held.remember(
            key,
            lambda: self.view.record.pair(
                self.one, self.other, since=time.since, until=time.until, by=self.by or None, known_on=self.known_on
            ),
        )

    def events(self, limit: int = _LISTED) -> list[dict[str, Any]]:
        """The latest happenings between the two, in short."""
        time = self.time
        return self.view.snapshot.ask(
            "page_pair_events", pairs=self.keys, since=time.since, until=time.until, limit=limit
        )

    def happenings(self, limit: int = _LISTED) -> list[Happening]:
        """The latest happenings between the two."""
        return self.view.snapshot.happenings_of(row["happening"] for row in self.events(limit))

    def told(self) -> dict[str, tuple[int, list[ClaimRow]]]:
        """By kind how many claims there are besides events, and the latest of them."""
        time = self.time
        found = self.view.snapshot.ask(
            "page_pair_told", pairs=self.keys, since=time.since, until=time.until, limit=_OF_A_KIND
        )
        held = {row.claim.id: row for row in self.view.snapshot.lines(row["claim"] for row in found)}
        told: dict[str, tuple[int, list[ClaimRow]]] = {}
        for row in found:
            if row["claim"] in held:
                told.setdefault(row["kind"], (row["number"], []))[1].append(held[row["claim"]])
        return told


# -- tables ----------------------------------------------------------------------------------------------


def happenings_table(pair: Pair) -> Table:
    """The happenings between the two, as a table."""
    return Table(
        name="happenings",
        title="What happened between them",
        columns=(
            Column(key="when", label="when"),
            Column(key="what", label="what", link="to_happening"),
            Column(key="source", label="by"),
            Column(key="target", label="to"),
            Column(key="place", label="place"),
            Column(key="stage", label="stage", kind="status"),
            Column(key="voices", label="sources", kind="number"),
        ),
        rows=[rows.happening(pair.view, found) for found in pair.happenings(2000)],
    )


def claims_table(kind: str, found: Sequence[ClaimRow]) -> Table:
    """Claims of one kind as a table."""
    return Table(
        name=kind,
        title=f"{kind.capitalize()}s",
        columns=(
            Column(key="when", label="when"),
            Column(key="type", label="what", kind="type"),
            Column(key="source", label="of"),
            Column(key="target", label="towards"),
            Column(key="object", label="about"),
            Column(key="status", label="status", kind="status"),
            Column(key="words", label="words", kind="quote", link="to_article"),
            Column(key="outlet", label="outlet"),
            Column(key="published", label="published", kind="day"),
        ),
        rows=rows.claims(found),
    )


def course_table(course: PairCourse) -> Table:
    """The level and the counts in each stretch, as a table."""
    columns = {name: values.tolist() for name, values in course.columns().items()}
    found = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    # what is not known is nothing, in every format
    plain = [{k: None if isinstance(v, float) and v != v else v for k, v in row.items()} for row in found]
    signed = ("level", "low", "high", "score")
    return Table(
        name="stretches",
        title=f"Level and counts by {course.by}",
        columns=tuple(
            Column(key=key, label=key.replace("_", " "), kind="signed" if key in signed else "number")
            if key != "start"
            else Column(key=key, label="from", kind="day")
            for key in columns
        ),
        rows=plain,
    )


def phases_table(course: PairCourse) -> Table:
    """The phases as a table."""
    return Table(
        name="phases",
        title="Phases",
        columns=(
            Column(key="standing", label="standing"),
            Column(key="start", label="from", kind="day"),
            Column(key="end", label="to", kind="day"),
            Column(key="level", label="level", kind="signed"),
            Column(key="confidence", label="sure of the name", kind="percent"),
            Column(key="turn", label="turned"),
            Column(key="sureness", label="sure of the turn", kind="percent"),
        ),
        rows=[
            {
                "standing": phase.standing.value,
                "start": phase.start,
                "end": phase.end,
                "level": phase.level,
                "confidence": phase.confidence,
                "turn": phase.turn,
                "sureness": phase.sureness,
                "carriers": list(phase.carriers),
            }
            for phase in course.phases
        ],
    )


def ties_table(pair: Pair, found: Sequence[ClaimRow]) -> Table:
    """The ties that reports bear out, put together to periods."""
    held = periods((row.claim.id, row.claim, row.article.published) for row in found)
    return Table(
        name="ties",
        title="Ties",
        note="Claims of one tie put together: from when to when reports bear it out.",
        columns=(
            Column(key="tie", label="tie", kind="type"),
            Column(key="source", label="of"),
            Column(key="target", label="with"),
            Column(key="held", label="told to hold"),
            Column(key="claims", label="claims", kind="number"),
            Column(key="words", label="words", kind="quote", link="to_article"),
        ),
        rows=list(rows.ties(pair.view, reversed(held), {row.claim.id: row for row in found})),
    )


# -- parts of the view -----------------------------------------------------------------------------------


def points(pair: Pair, course: PairCourse) -> list[dict[str, Any]]:
    """The single events that the chart has room for, the strongest first, with words for those that matter most."""
    events = course.observed.events
    order = sorted(range(len(events)), key=lambda n: (-abs(events.score[n]) * events.sources[n], str(events.id[n])))
    chosen = order[:MOST_POINTS]
    words = _words(pair, [str(events.id[n]) for n in chosen[:_QUOTED]])
    return [
        {
            "start": str(events.start[n]),
            "score": round(float(events.score[n]), 1),
            "sign": _sign(events.score[n]),
            "sources": int(events.sources[n]),
            "later": bool(events.background[n]),
            "what": wording.type_words(str(events.type[n]), str(events.mode[n])),
            "when": wording.between(events.start[n].astype(date), events.end[n].astype(date)),
            "level": f"{events.score[n]:+.1f}",
            "told_by": wording.plural(int(events.sources[n]), "source") + (", later" if events.background[n] else ""),
            "words": words.get(str(events.id[n]), ""),
            "to": addresses.happening(str(events.id[n])),
            "show": evidence_address(pair, events.start[n].astype(date), events.end[n].astype(date)),
        }
        for n in chosen
    ]


def evidence_address(pair: Pair, first: date, last: date) -> str:
    """Where to see what is told of a stretch of time."""
    return addresses.with_query(f"{pair.address}/evidence", since=first, until=last)


def _words(pair: Pair, ids: Sequence[str]) -> dict[str, str]:
    """By the id of an event the words of a claim that tells it."""
    of_happening = [id_ for id_ in ids if not id_.startswith("c")]
    first = {h.id: h.claims[0] for h in pair.view.snapshot.happenings_of(of_happening) if h.claims}
    claims = {row.claim.id: row for row in pair.view.snapshot.lines(first.get(id_, id_) for id_ in ids)}
    return {id_: _short(claims[first.get(id_, id_)]) for id_ in ids if first.get(id_, id_) in claims}


def _short(row: ClaimRow) -> str:
    text = row.claim.sentence.text
    cut = text if len(text) <= _CHARACTERS else text[: _CHARACTERS - 1].rsplit(" ", 1)[0] + " …"
    return f"“{cut}” {wording.outlet(row.article)}"


def _sign(score: float) -> int:
    return int(score > 0) - int(score < 0)


def third_parties(pair: Pair) -> ThirdParties | None:
    """Who else is in the picture on the last day of the pair's course, None where it has none."""
    course = pair.course()
    if course is None or not course.phases:
        return None
    day = course.phases[-1].end
    key = ("thirds", pair.one, pair.other, day)
    return pair.view.held.remember(key, lambda: _thirds(pair, day))


def _thirds(pair: Pair, day: date) -> ThirdParties:
    since = day - timedelta(days=WINDOW_DAYS)
    rows = pair.view.snapshot.ask(
        "page_edges_on", actors=[pair.one, pair.other], day=day, since=since, ties_since=since - TIES_HOLD_ON,
        holds_on=TIE_HOLDS_ON_DAYS, tie=TIE, half_life=float(HALF_LIFE_DAYS), neutral=NEUTRAL_EVENTS,
    )  # fmt: skip
    edges = tuple(Edge(**row | {"ties": tuple(row["ties"]), "evidence": tuple(row["evidence"])}) for row in rows)
    names = {end: pair.view.name(end) for edge in edges for end in (edge.one, edge.other)}
    balance = balance_on(pair.one, pair.other, day, edges)
    return third_parties_of(
        pair.one, pair.other, Network(day=day, edges=edges), [balance] if balance.triads else [], names
    )


def differences(pair: Pair) -> list[Difference]:
    """Where reports of what happened between the two part, figures first."""

    def found() -> list[Difference]:
        ids = [row["happening"] for row in pair.events(1000) if row["articles"] > 1][:_COMPARED]
        told = pair.view.snapshot.happenings_of(ids)
        parted = all_differences(pair.view.record.archive.derived, told, pair.view.knowledge.merging)
        return sorted(parted, key=lambda d: d.what != "figure")[:_MOST_DIFFERENCES]

    return pair.view.held.remember(("differences", pair.one, pair.other, pair.time), found)

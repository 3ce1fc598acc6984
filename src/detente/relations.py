"""How actors stand: the archive asked for a pair or a day, and the answer with its evidence in words and charts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from detente.archive import Archive, ClaimRow
from detente.archive.relations import links, pair_claims, volume
from detente.charts.displayed import Displayed
from detente.history.calendar import By, calendar, fitting
from detente.history.course import Course, course
from detente.history.network import WINDOW_DAYS, Edge, Network, edges_on, network
from detente.history.observations import from_claims
from detente.history.triads import Balance, ThirdParties, balance_on, third_parties
from detente.knowledge import Knowledge
from detente.knowledge.entries import Sort
from detente.model import Precision, When

#: A tie of which nothing newer is told still counts on a day so long after it was told.
TIES_HOLD_ON = timedelta(days=120)
_MOST_BALANCES = 12
_MARKED_A_PHASE, _MOST_MARKED = 2, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a reader can check: the words of a claim, where they stood, and whether they told of news or history."""

    claim: str
    day: date
    when: str
    told: str
    quote: str
    outlet: str
    published: date | None
    later: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PairCourse(Course, Displayed):
    """The course of a pair of an archive: as in history, with names and with the evidence of its phases by claim."""

    names: tuple[str, str]
    evidence: Mapping[str, Evidence] = field(default_factory=dict)

    def chart(self) -> Any:
        """The course with its band, phases, turns, marked happenings, and counts by quad class."""
        from detente.charts.courses import Marked, course_chart

        return course_chart(self, self.names, [Marked(**m) for m in self._marked()])

    def _marked(self) -> list[dict[str, Any]]:
        """The carriers that the chart has room for: the strongest of each phase, then the second strongest."""
        scores = dict(zip(map(str, self.observed.id), self.observed.score, strict=True))
        chosen: dict[tuple[date, float], Evidence] = {}
        for rank in range(_MARKED_A_PHASE):
            for phase in self.phases:
                own = [e for c in phase.carriers if (e := self.evidence.get(c)) and e.day >= phase.start]
                for e in sorted(own, key=lambda e: -abs(scores[e.claim]))[rank : rank + 1]:
                    if len(chosen) < _MOST_MARKED:
                        chosen.setdefault((e.day, scores[e.claim]), e)
        return [
            {"day": day, "when": e.when, "score": score, "told": f"{e.told}: {e.quote}"}
            for (day, score), e in chosen.items()
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNetwork(Network, Displayed):
    """The network of an archive on a day, with the names of its actors."""

    names: Mapping[str, str] = field(default_factory=dict)

    def chart(self) -> Any:
        """The weightiest relations, actors coloured by bloc."""
        from detente.charts.networks import network_chart

        return network_chart(self, self.names)

    def write(self, path: str | Path) -> Path:
        """Write the whole network as GraphML or GEXF, by the end of the name; ValueError for another."""
        import networkx

        file = Path(path)
        writers = {".graphml": networkx.write_graphml, ".gexf": networkx.write_gexf}
        if file.suffix.lower() not in writers:
            raise ValueError(f"{file.name}: a network is written as {' or '.join(writers)}")
        with file.open("wb") as opened:
            writers[file.suffix.lower()](self.graph(self.names), opened)
        return file


def pair_course(
    archive: Archive,
    knowledge: Knowledge,
    one: str,
    other: str,
    *,
    since: date | None = None,
    until: date | None = None,
    by: By | None = None,
    known_on: date | None = None,
) -> PairCourse | None:
    """The course of two codes, None where the archive tells nothing of them in that time."""
    told = pair_claims(archive.path, codes_of(knowledge, one), codes_of(knowledge, other), known_on)
    published = volume(archive.path)
    days = np.asarray(published["day"], dtype="datetime64[D]"), np.asarray(published["articles"], dtype=float)
    found = course(one, other, from_claims(told), first=since, last=until, by=by, volume=days if len(days[0]) else None)
    if found is None:
        return None
    carriers = dict.fromkeys(c for phase in found.phases for c in phase.carriers)
    own = {f.name: getattr(found, f.name) for f in fields(found)}
    names = (name_of(knowledge, one), name_of(knowledge, other))
    return PairCourse(**own, names=names, evidence=evidence(archive, carriers))


def evidence(archive: Archive, claims: Iterable[str]) -> dict[str, Evidence]:
    """The words of claims by their ids."""
    return {row.claim.id: found for row in archive.claims_of(claims) if (found := _evidence(row))}


def _evidence(row: ClaimRow) -> Evidence | None:
    claim, article = row.claim, row.article
    day = article.published if claim.when.precision == "reported" else claim.when.start or claim.when.end
    if day is None:
        return None
    start = claim.sentence.start
    sides = [", ".join(dict.fromkeys(party.label for party in side)) for side in (claim.source, claim.target)]
    kind = claim.type.lower().replace("_", " ") + (f" ({claim.mode})" if claim.mode else "")
    return Evidence(
        claim=claim.id,
        day=day,
        when=_when_words(claim.when, day),
        told=f"{kind}, {(' and ' if claim.symmetric else ' → ').join(side for side in sides if side)}",
        quote=f"“{claim.sentence.text[claim.start - start : claim.end - start]}”",
        outlet=article.outlet or article.agency or article.title,
        published=article.published,
        later=claim.background,
    )


def _when_words(when: When, day: date) -> str:
    """A time in as few words as it is known exactly."""
    lengths = {Precision.YEAR: 4, Precision.DECADE: 4, Precision.ERA: 4, Precision.SEASON: 7, Precision.MONTH: 7}
    return str(day)[: lengths.get(when.precision, 10)]


def day_network(
    archive: Archive,
    knowledge: Knowledge,
    day: date,
    *,
    actors: Iterable[str] | None = None,
    known_on: date | None = None,
) -> DayNetwork:
    """The network on a day: of all actors, or of the relations of some."""
    found = network(day, _edges(archive, day, actors, known_on))
    ends = {end for edge in found.edges for end in (edge.one, edge.other)}
    names = {code: name_of(knowledge, code) for code in ends}
    return DayNetwork(day=found.day, edges=found.edges, blocs=found.blocs, names=names)


def thirds(archive: Archive, knowledge: Knowledge, found: Course, day: date | None = None) -> ThirdParties:
    """The third parties of a course on a day, by default its last, and the balance of its triads over its time."""
    first, last = found.phases[0].start, found.phases[-1].end
    on = day or last
    pair = (found.one, found.other)
    told = _links(archive, on, pair, None, since=first - timedelta(days=WINDOW_DAYS))
    balance = [balance_on(*pair, moment, edges_on(told, moment)) for moment in _moments(first, on)]
    edges = edges_on(told, on)
    names = {end: name_of(knowledge, end) for edge in edges for end in (edge.one, edge.other)}
    return third_parties(*pair, network(on, edges), [b for b in balance if b.triads], names)


def _moments(first: date, last: date) -> list[date]:
    """The last day of each stretch, a dozen of them at most."""
    span = np.datetime64(first, "D"), np.datetime64(last, "D")
    edges = calendar(*span, max(fitting(*span), By.QUARTER, key=list(By)[::-1].index)).edges[1:]
    ends = [min((edge - np.timedelta64(1, "D")).astype(date), last) for edge in edges]
    return ends[:: -max(-(-len(ends) // _MOST_BALANCES), 1)][::-1]


def _edges(archive: Archive, day: date, actors: Iterable[str] | None, known_on: date | None) -> tuple[Edge, ...]:
    return edges_on(_links(archive, day, actors, known_on, since=day - timedelta(days=WINDOW_DAYS)), day)


def _links(
    archive: Archive, day: date, actors: Iterable[str] | None, known_on: date | None, *, since: date
) -> Mapping[str, object]:
    return links(archive.path, day, since=since, ties_since=since - TIES_HOLD_ON, actors=actors, known_on=known_on)


def codes_of(knowledge: Knowledge, code: str) -> list[str]:
    """A code and those of the states that it followed, if it is a state."""
    followed = [e.id for e in knowledge.entries.values() if e.successor == code and e.sort is Sort.STATE]
    return [code, *followed]


def name_of(knowledge: Knowledge, code: str) -> str:
    """The name of a code, or the code itself."""
    entry = knowledge.entries.get(code)
    return entry.name if entry else code


__all__ = ["Balance", "By", "DayNetwork", "Evidence", "PairCourse", "day_network", "evidence", "pair_course", "thirds"]

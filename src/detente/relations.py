"""How actors stand: the archive asked for a pair or a day, and the answer with its evidence in words and charts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from detente.archive import Archive, ClaimRow
from detente.archive.relations import links, volume
from detente.charts.displayed import Displayed
from detente.history.calendar import By, calendar, fitting
from detente.history.course import Course, course
from detente.history.edges import Edge
from detente.history.network import WINDOW_DAYS, Network, edges_on, network
from detente.history.phases import Phase
from detente.history.telling import claims_behind, from_claims
from detente.history.triads import Balance, ThirdParties, balance_on, third_parties
from detente.knowledge import Knowledge
from detente.knowledge.entries import Sort
from detente.model import Claim, Happening, Precision, When

#: A tie of which nothing newer is told still counts on a day so long after it was told.
TIES_HOLD_ON = timedelta(days=120)
_MOST_BALANCES = 12
_MARKED_A_PHASE, _MOST_MARKED = 2, 10
#: Claims of one happening that are read to find the one that speaks for it, and characters that are quoted of it.
_MOST_READ, _GLANCE = 12, 170


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a reader can check: the words of a claim, where they stood, and whether they told of news or history.

    Where the claim speaks for a happening, `happening` is its id, `claims` are all of its claims on the pair and
    `voices` its independent sources.  `words` are those of the claim alone, `quote` also those around them.
    """

    claim: str
    day: date
    when: str
    told: str
    quote: str
    outlet: str
    published: date | None
    later: bool
    words: str = ""
    happening: str = ""
    claims: tuple[str, ...] = ()
    voices: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PairCourse(Course, Displayed):
    """The course of a pair of an archive: as in history, with names and with the evidence of its phases by carrier.

    `uncompared` counts articles of the archive that have not been compared with the others: their claims count by
    themselves, those of one type and day as one event.
    """

    names: tuple[str, str]
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    uncompared: int = 0

    def claims_of(self, phase: Phase) -> tuple[str, ...]:
        """The ids of the claims that carry a phase: of each carrier the one that speaks for it, then its others."""
        carried = [found for carrier in phase.carriers if (found := self.evidence.get(carrier))]
        return tuple(dict.fromkeys(claim for found in carried for claim in (found.claim, *found.claims)))

    def chart(self, theme: str = "light") -> Any:
        """The course with its band, phases, turns, marked happenings, counts; for a light or a dark page."""
        from detente.charts.courses import Marked, course_chart

        return course_chart(self, self.names, [Marked(**m) for m in self._marked()], theme)

    def _marked(self) -> list[dict[str, Any]]:
        """The carriers that the chart has room for: the strongest of each phase, then the second strongest."""
        scores = dict(zip(map(str, self.observed.id), self.observed.score, strict=True))
        chosen: dict[tuple[date, float], Evidence] = {}
        for rank in range(_MARKED_A_PHASE):
            for phase in self.phases:
                own = [(scores[c], e) for c in phase.carriers if (e := self.evidence.get(c)) and e.day >= phase.start]
                for score, e in sorted(own, key=lambda of: -abs(of[0]))[rank : rank + 1]:
                    if len(chosen) < _MOST_MARKED:
                        chosen.setdefault((e.day, score), e)
        return [
            {"day": day, "when": e.when, "score": score, "told": f"{e.told}: {e.words}"}
            for (day, score), e in chosen.items()
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNetwork(Network, Displayed):
    """The network of an archive on a day, with the names of its actors."""

    names: Mapping[str, str] = field(default_factory=dict)

    def chart(self, theme: str = "light") -> Any:
        """The weightiest relations, actors coloured by bloc; for a light or a dark page."""
        from detente.charts.networks import network_chart

        return network_chart(self, self.names, theme)

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


def pair_course(  # noqa: PLR0913 - each is a filter of its own, given by name
    archive: Archive,
    knowledge: Knowledge,
    one: str,
    other: str,
    *,
    since: date | None = None,
    until: date | None = None,
    by: By | None = None,
    known_on: date | None = None,
    uncompared: int = 0,
) -> PairCourse | None:
    """The course of two codes from happenings and ties, None where the archive tells nothing of them in that time.

    `uncompared` is passed on: how many articles have not been compared yet.
    """
    told = archive.pair_claims(codes_of(knowledge, one), codes_of(knowledge, other), known_on)
    published = volume(archive.path)
    days = np.asarray(published["day"], dtype="datetime64[D]"), np.asarray(published["articles"], dtype=float)
    observed = from_claims(told, knowledge.courses)
    found = course(one, other, observed, first=since, last=until, by=by, volume=days if len(days[0]) else None)
    if found is None:
        return None
    carriers = dict.fromkeys(c for phase in found.phases for c in phase.carriers)
    own = {f.name: getattr(found, f.name) for f in fields(found)}
    names = (name_of(knowledge, one), name_of(knowledge, other))
    carried = _carried(archive, claims_behind(told, carriers))
    return PairCourse(**own, names=names, evidence=carried, uncompared=uncompared)


def evidence(archive: Archive, claims: Iterable[str]) -> dict[str, Evidence]:
    """The words of claims by their ids."""
    return {row.claim.id: found for row in archive.claims_of(claims) if (found := _evidence(row))}


def _carried(archive: Archive, behind: Mapping[str, Sequence[str]]) -> dict[str, Evidence]:
    """The evidence of happenings and of claims that belong to none, by their ids, from the claims behind each."""
    read = [claim for claims in behind.values() for claim in claims[:_MOST_READ]]
    rows = {row.claim.id: row for row in archive.claims_of(read)}
    happenings = {h.id: h for h in archive.derived.happenings(ids=[id_ for id_ in behind if id_.startswith("h")])}
    found: dict[str, Evidence] = {}
    for id_, claims in behind.items():
        held = [rows[claim] for claim in claims if claim in rows]
        if not held:
            continue
        happening = happenings.get(id_)
        said = _evidence(min(held, key=lambda row: _speaks_ill(row, happening)), happening)
        if said:
            found[id_] = replace(said, claims=tuple(claims))
    return found


def _speaks_ill(row: ClaimRow, happening: Happening | None) -> tuple[bool, bool, bool]:
    """How ill a claim speaks for its happening: of another type, told later, or without a day of its own."""
    claim = row.claim
    other = happening is not None and (claim.type, claim.mode) != (happening.type, happening.mode)
    return other, claim.background, claim.when.start is None or claim.when.start != claim.when.end


def _evidence(row: ClaimRow, happening: Happening | None = None) -> Evidence | None:
    claim, article = row.claim, row.article
    when = happening.when if happening and happening.when.start else claim.when
    day = article.published if when.precision == "reported" else when.start or when.end
    if day is None:
        return None
    start = claim.sentence.start
    return Evidence(
        claim=claim.id,
        day=day,
        when=_when_words(when, day),
        told=f"{type_words(claim)}, {_sides(claim)}",
        quote=f"“{_excerpt(claim.sentence.text, claim.start - start, claim.end - start).strip('“”')}”",
        words=f"“{claim.sentence.text[claim.start - start : claim.end - start]}”",
        outlet=article.outlet or article.agency or article.title,
        published=article.published,
        later=claim.background if happening is None else happening.background,
        happening=happening.id if happening else "",
        claims=(claim.id,),
        voices=happening.voices if happening else 1,
    )


def _sides(claim: Claim) -> str:
    """Who did it to whom, by name; all in one where each did it to the others."""
    source, target = (list(dict.fromkeys(party.label for party in side)) for side in (claim.source, claim.target))
    if claim.symmetric and set(source) <= set(target):
        source, target = target[:-1], target[-1:]
    return (" and " if claim.symmetric else " → ").join(", ".join(side) for side in (source, target) if side)


def type_words(claim: Claim) -> str:
    """The type of a claim in words: consult (visit), diplomatic relations."""
    return claim.type.lower().replace("_", " ") + (f" ({claim.mode.replace('_', ' ')})" if claim.mode else "")


def _excerpt(sentence: str, start: int, end: int) -> str:
    """So much of a sentence as can be read at a glance: all, or the words from `start` to `end` and some around."""
    if len(sentence) <= _GLANCE:
        return sentence
    room = max(_GLANCE - (end - start), 0) // 2
    first, last = max(start - room, 0), min(max(end + room, _GLANCE), len(sentence))
    # whole words only
    first = sentence.rfind(" ", 0, first) + 1 if first else 0
    last = sentence.find(" ", last) if last < len(sentence) and " " in sentence[last:] else len(sentence)
    return ("… " if first else "") + sentence[first:last] + (" …" if last < len(sentence) else "")


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
    found = network(day, _edges(archive, knowledge, day, actors, known_on))
    ends = {end for edge in found.edges for end in (edge.one, edge.other)}
    names = {code: name_of(knowledge, code) for code in ends}
    return DayNetwork(day=found.day, edges=found.edges, blocs=found.blocs, names=names)


def thirds(archive: Archive, knowledge: Knowledge, found: Course, day: date | None = None) -> ThirdParties:
    """The third parties of a course on a day, by default its last, and the balance of its triads over its time."""
    first, last = found.phases[0].start, found.phases[-1].end
    on = day or last
    pair = (found.one, found.other)
    told = _links(archive, on, pair, None, since=first - timedelta(days=WINDOW_DAYS))
    balance = [balance_on(*pair, moment, edges_on(told, moment, knowledge.courses)) for moment in _moments(first, on)]
    edges = edges_on(told, on, knowledge.courses)
    names = {end: name_of(knowledge, end) for edge in edges for end in (edge.one, edge.other)}
    return third_parties(*pair, network(on, edges), [b for b in balance if b.triads], names)


def _moments(first: date, last: date) -> list[date]:
    """The last day of each stretch, a dozen of them at most."""
    span = np.datetime64(first, "D"), np.datetime64(last, "D")
    edges = calendar(*span, max(fitting(*span), By.QUARTER, key=list(By)[::-1].index)).edges[1:]
    ends = [min((edge - np.timedelta64(1, "D")).astype(date), last) for edge in edges]
    return ends[:: -max(-(-len(ends) // _MOST_BALANCES), 1)][::-1]


def _edges(
    archive: Archive, knowledge: Knowledge, day: date, actors: Iterable[str] | None, known_on: date | None
) -> tuple[Edge, ...]:
    told = _links(archive, day, actors, known_on, since=day - timedelta(days=WINDOW_DAYS))
    return edges_on(told, day, knowledge.courses)


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

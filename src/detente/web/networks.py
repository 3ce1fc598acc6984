"""Who stands how with whom on a day, narrowed by issue, tie and actor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from detente.history.edges import Edge
from detente.history.network import WINDOW_DAYS, Network, edges_on, network
from detente.relations import TIES_HOLD_ON
from detente.web import addresses, wording
from detente.web.tables import Column, Table
from detente.web.view import View

#: So many pairs, those that most is told of, are looked at.
MOST_PAIRS = 400
_MOST_ACTORS = 40
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """By what a network can be narrowed: ties and issues by frequency, years with how much is told of each."""

    ties: tuple[tuple[str, int], ...]
    issues: tuple[tuple[str, int], ...]
    years: tuple[tuple[int, int], ...]


class Web:
    """The network that a request asks for."""

    def __init__(self, view: View, on: date | None, issue: str, tie: str, actor: str) -> None:
        self.view, self.issue, self.tie, self.actor = view, issue, tie, actor
        self.choices = view.held.remember("network choices", self._choices)
        self.on = on or self._latest()

    def address(self, on: date | None = None, **more: object) -> str:
        """The address of the network, on another day for instance."""
        chosen = {"on": on or self.on, "issue": self.issue, "tie": self.tie, "actor": self.actor, **more}
        return addresses.network(**chosen)

    @property
    def key(self) -> tuple[object, ...]:
        """By what the network is remembered."""
        return ("network", self.on, self.issue, self.tie, self.actor)

    def network(self) -> Network:
        """The relations on the day."""
        return self.view.held.remember(self.key, self._network)

    def _network(self) -> Network:
        since = self.on - timedelta(days=WINDOW_DAYS)
        told = self.view.snapshot.columns(
            "page_links_on", day=self.on, since=since, ties_since=since - TIES_HOLD_ON, actor=self.actor or None,
            issue=self.issue or None, tie=self.tie or None, most=MOST_PAIRS,
        )  # fmt: skip
        return network(self.on, edges_on(told, self.on, self.view.knowledge.courses, most=MOST_PAIRS))

    def steps(self) -> list[tuple[str, date]]:
        """Days before and after, with what they are called."""
        found = [("a year before", -12), ("a month before", -1), ("a month after", 1), ("a year after", 12)]
        return [(words, _months_on(self.on, months)) for words, months in found]

    def _latest(self) -> date:
        """The last day of the last year of which something is told, or of the last publication."""
        last = self.view.held.remember("holdings", self.view.snapshot.info).last
        years = [year for year, _ in self.choices.years]
        return last or date(max(years, default=2000), 12, 31)

    def _choices(self) -> Choices:
        found: dict[str, list[tuple[str, int]]] = {}
        for row in self.view.snapshot.ask("page_link_facets"):
            found.setdefault(row["facet"], []).append((row["value"], row["number"]))
        years = sorted((int(year), number) for year, number in found.get("year", []))
        return Choices(ties=tuple(found.get("tie", [])), issues=tuple(found.get("issue", [])), years=tuple(years))


def _months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    month = day.year * 12 + day.month - 1 + months
    first = date(month // 12, month % 12 + 1, 1)
    after = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    return first + timedelta(days=min(day.day, (after - first).days) - 1)


def relations_table(web: Web, found: Network) -> Table:
    """The relations on the day, the weightiest first."""
    columns = (
        Column(key="pair", label="pair", link="to_pair"), Column(key="level", label="level", kind="signed"),
        Column(key="cooperative", label="for", kind="number"), Column(key="hostile", label="against", kind="number"),
        Column(key="ties", label="ties that hold"), Column(key="weight", label="weight", kind="number"),
        Column(key="why", label="most of it", link="to_evidence"),
    )  # fmt: skip
    names = web.view.held.remember((*web.key, "pairs"), lambda: _named(web, found))
    rows = [_relation(web, edge, names) for edge in found.edges]
    note = (
        "Level from −10, war, to +10, help, from the events of three years before, older ones counting for less, and "
        "from the ties that hold on the day. Weight: how much that rests on."
    )
    return Table(name="relations", title="Relations", columns=columns, rows=rows, note=note if rows else "")


def _named(web: Web, found: Network) -> dict[str, str]:
    return {end: web.view.name(end) for edge in found.edges for end in (edge.one, edge.other)}


def _relation(web: Web, edge: Edge, names: Mapping[str, str]) -> Row:
    first = edge.evidence[0] if edge.evidence else ""
    return {
        "pair": f"{names[edge.one]} and {names[edge.other]}", "level": round(edge.level, 2),
        "cooperative": edge.cooperative, "hostile": edge.hostile, "ties": ", ".join(map(wording.type_words, edge.ties)),
        "weight": round(edge.weight, 1), "why": first[:9], "one": edge.one, "other": edge.other,
        "evidence": list(edge.evidence), "to_pair": addresses.pair(edge.one, edge.other),
        "to_evidence": addresses.happening(first) if first and not edge.ties else "",
    }  # fmt: skip


def actors_table(web: Web, found: Network) -> Table:
    """The actors of the day, the most central first."""
    columns = (
        Column(key="actor", label="actor", link="to_actor"),
        Column(key="friends", label="stands well with", kind="number"),
        Column(key="adversaries", label="ill with", kind="number"),
        Column(key="between", label="lies between", kind="percent"),
        Column(key="weight", label="weight", kind="number"), Column(key="bloc", label="bloc"),
    )  # fmt: skip
    bloc = {actor: number for number, members in enumerate(found.blocs, 1) for actor in members}
    central = web.view.held.remember((*web.key, "central"), lambda: found.central()[:_MOST_ACTORS])
    rows = [
        {
            "actor": web.view.name(c.actor), "friends": c.friends, "adversaries": c.adversaries,
            "between": round(c.between, 3), "weight": round(c.weight, 1), "bloc": bloc.get(c.actor), "code": c.actor,
            "to_actor": addresses.actor(c.actor),
        }
        for c in central
    ]  # fmt: skip
    note = (
        "“Lies between”: on which share of the ways along friendly relations an actor lies. Blocs stand well together."
    )
    return Table(name="actors", title="Actors", columns=columns, rows=rows, note=note if rows else "")

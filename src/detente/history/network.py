"""The network of relations on a day: who stands how with whom, who is central, what that rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.history.observations import Observations, from_claims

if TYPE_CHECKING:
    import networkx

#: Half of what an event counts for has gone after so many days; events older than the window are left out.
HALF_LIFE_DAYS = 365
WINDOW_DAYS = 1095
#: A tie that holds counts as much as so many events, each by one source.
_TIE = 3.0
#: A level is drawn to neutral as if so many events that say nothing had been told as well.
_NEUTRAL_EVENTS = 1.0
#: From which level on a tie is called friendly, and to which hostile.
SIGNED = 1.0
_EVIDENCE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """How two actors stand on a day: `level` from -10 to 10 and the `weight` of what it rests on.

    `cooperative` and `hostile` count events of the window, `ties` names the ties that hold, `evidence` the
    ids of the claims that say most.
    """

    one: str
    other: str
    level: float
    weight: float
    cooperative: int
    hostile: int
    ties: tuple[str, ...]
    evidence: tuple[str, ...]

    @property
    def sign(self) -> int:
        """1 for friendly, -1 for hostile, 0 for neither."""
        return (self.level >= SIGNED) - (self.level <= -SIGNED)

    def beyond(self, actor: str) -> str:
        """The other end."""
        return self.other if actor == self.one else self.one


@dataclass(frozen=True, slots=True, kw_only=True)
class Central:
    """An actor's place: how many it stands well and ill with, and how often it lies between others."""

    actor: str
    friends: int
    adversaries: int
    weight: float
    between: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """All relations on a day, the weightiest first."""

    day: date
    edges: tuple[Edge, ...]
    blocs: tuple[tuple[str, ...], ...] = ()

    def of(self, actor: str) -> dict[str, Edge]:
        """The relations of one actor by the other's code."""
        return {edge.beyond(actor): edge for edge in self.edges if actor in (edge.one, edge.other)}

    def between(self, one: str, other: str) -> Edge | None:
        """The relation of two actors, None where nothing is told of it."""
        return self.of(one).get(other)

    def graph(self, names: Mapping[str, str] | None = None) -> networkx.Graph[str]:
        """A networkx graph with level, sign, weight, counts and ties on its edges, names and blocs on its nodes."""
        import networkx  # here, so that other commands do not wait for it

        graph: networkx.Graph[str] = networkx.Graph(day=str(self.day))
        bloc = {actor: number for number, bloc in enumerate(self.blocs, 1) for actor in bloc}
        for actor in sorted({end for edge in self.edges for end in (edge.one, edge.other)}):
            graph.add_node(actor, label=(names or {}).get(actor, actor), bloc=bloc.get(actor, 0))
        for edge in self.edges:
            graph.add_edge(
                edge.one,
                edge.other,
                level=round(edge.level, 3),
                sign=edge.sign,
                weight=round(edge.weight, 3),
                cooperative=edge.cooperative,
                hostile=edge.hostile,
                ties="; ".join(edge.ties),
                evidence="; ".join(edge.evidence),
            )
        return graph

    def central(self) -> list[Central]:
        """Every actor, the most central first: by how often it lies between others on friendly relations."""
        import networkx

        graph = self.graph()
        friendly = networkx.Graph([(e.one, e.other) for e in self.edges if e.sign > 0])
        friendly.add_nodes_from(graph)
        between = networkx.betweenness_centrality(friendly)
        found = [
            Central(
                actor=actor,
                friends=sum(data["sign"] > 0 for data in graph.adj[actor].values()),
                adversaries=sum(data["sign"] < 0 for data in graph.adj[actor].values()),
                weight=sum(data["weight"] for data in graph.adj[actor].values()),
                between=between[actor],
            )
            for actor in graph
        ]
        return sorted(found, key=lambda c: (-c.between, -c.weight, c.actor))


def edges_on(links: Mapping[str, Any], day: date) -> tuple[Edge, ...]:
    """How pairs stand on a day, by what an archive gives for all pairs; the weightiest first."""
    edges = [edge for pair, columns in _by_pair(links) if (edge := _edge(*pair, from_claims(columns), day))]
    return tuple(sorted(edges, key=lambda edge: (-edge.weight, edge.one, edge.other)))


def _by_pair(links: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    """The rows of each pair; rows come in order of pairs."""
    ones, others = np.asarray(links["one"], dtype=str), np.asarray(links["other"], dtype=str)
    if not len(ones):
        return
    new = np.flatnonzero((ones[1:] != ones[:-1]) | (others[1:] != others[:-1])) + 1
    for start, end in zip([0, *new], [*new, len(ones)], strict=True):
        pair = (str(ones[start]), str(others[start]))
        yield pair, {name: values[start:end] for name, values in links.items()}


def _edge(one: str, other: str, observed: Observations, day: date) -> Edge | None:
    """The relation of a pair on a day, None where nothing that is told of it reaches to that day."""
    today = np.datetime64(day, "D")
    age = (today - observed.start).astype(np.int64)
    fresh = ~observed.tie & (age >= 0) & (age <= WINDOW_DAYS)
    holds = observed.tie & (observed.start <= today) & (observed.end >= today)
    telling = fresh & (observed.quad > 0)
    weight = np.where(telling, 0.5 ** (age / HALF_LIFE_DAYS), np.where(holds, _TIE, 0.0)) * np.sqrt(observed.sources)
    if not weight.sum() > 0:
        return None
    said = weight * observed.score
    first = np.argsort(-np.abs(said), kind="stable")[:_EVIDENCE]
    return Edge(
        one=one,
        other=other,
        level=float(said.sum() / (weight.sum() + _NEUTRAL_EVENTS)),
        weight=float(weight.sum()),
        cooperative=int((fresh & np.isin(observed.quad, (1, 2))).sum()),
        hostile=int((fresh & np.isin(observed.quad, (3, 4))).sum()),
        ties=tuple(sorted(set(map(str, observed.type[holds])))),
        evidence=tuple(str(observed.id[place]) for place in first if weight[place] > 0),
    )


def network(day: date, edges: Iterable[Edge]) -> Network:
    """The network of some relations, with its blocs."""
    from detente.history.blocs import blocs

    kept = tuple(edges)
    return Network(day=day, edges=kept, blocs=blocs(kept))

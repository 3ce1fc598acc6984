"""The network of relations on a day: who stands how with whom, who is central, what that rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.history.blocs import blocs
from detente.history.edges import Edge
from detente.history.observations import Flags, Numbers, Observations, Strings
from detente.history.telling import from_claims
from detente.knowledge import Courses

if TYPE_CHECKING:
    import networkx

#: Half of what an event counts for has gone after so many days; events older than the window are left out.
HALF_LIFE_DAYS = 365
WINDOW_DAYS = 1095
#: A tie that holds counts as much as so many events, each by one source.
TIE = 3.0
#: A level is drawn to neutral as if so many events that say nothing had been told as well.
NEUTRAL_EVENTS = 1.0
_EVIDENCE = 3


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


def edges_on(
    links: Mapping[str, Any], day: date, rules: Courses | None = None, *, most: int | None = None
) -> tuple[Edge, ...]:
    """How pairs stand on a day, by what an archive gives for all pairs; the weightiest first, `most` of them.

    `rules` say what breaks relations off.
    """
    ones, others = np.asarray(links["one"], dtype=str), np.asarray(links["other"], dtype=str)
    if not len(ones):
        return ()
    pairs, number = np.unique(np.stack([ones, others]), axis=1, return_inverse=True)
    observed = from_claims({**links, "pair": number.reshape(-1)}, rules or Courses())
    weight, fresh = _weights(observed, day)
    edges = _edges(observed.only(weight > 0), weight[weight > 0], fresh[weight > 0], pairs, most)
    return tuple(sorted(edges, key=lambda edge: (-edge.weight, edge.one, edge.other)))


def _weights(observed: Observations, day: date) -> tuple[Numbers, Flags]:
    """How much each observation counts on a day, and whether it is an event of the window."""
    today = np.datetime64(day, "D")
    age = (today - observed.start).astype(np.int64)
    fresh = ~observed.tie & (age >= 0) & (age <= WINDOW_DAYS)
    holds = observed.tie & (observed.start <= today) & (observed.end >= today)
    counts = np.where(fresh & (observed.quad > 0), 0.5 ** (np.maximum(age, 0) / HALF_LIFE_DAYS), 0.0)
    return np.where(holds, TIE, counts) * np.sqrt(observed.sources), fresh


def _edges(observed: Observations, weight: Numbers, fresh: Flags, pairs: Strings, most: int | None) -> list[Edge]:
    """The relation of each pair, from all that counts; of the weightiest pairs if only so many are wanted."""
    number = pairs.shape[1]
    said = weight * observed.score
    total = np.bincount(observed.pair, weight, number)
    level = np.bincount(observed.pair, said, number) / (total + NEUTRAL_EVENTS)
    cooperative = np.bincount(observed.pair[fresh & np.isin(observed.quad, (1, 2))], minlength=number)
    hostile = np.bincount(observed.pair[fresh & np.isin(observed.quad, (3, 4))], minlength=number)
    # by pair, in a pair what says most first
    order = np.lexsort((-np.abs(said), observed.pair))
    ends = np.cumsum(np.bincount(observed.pair, minlength=number))
    starts = np.concatenate([[0], ends[:-1]])
    return [
        Edge(
            one=str(pairs[0, p]),
            other=str(pairs[1, p]),
            level=float(level[p]),
            weight=float(total[p]),
            cooperative=int(cooperative[p]),
            hostile=int(hostile[p]),
            ties=tuple(sorted({str(observed.type[n]) for n in own if observed.tie[n]})),
            evidence=tuple(dict.fromkeys(str(observed.claim[n]) for n in own[: 2 * _EVIDENCE]))[:_EVIDENCE],
        )
        for p in np.argsort(-total, kind="stable")[:most]
        if len(own := order[starts[p] : ends[p]])
    ]


def network(day: date, edges: Iterable[Edge]) -> Network:
    """The network of some relations, with its blocs."""
    kept = tuple(edges)
    return Network(day=day, edges=kept, blocs=blocs(kept))

"""Where actors are drawn in a network: friends near one another, adversaries apart."""

from __future__ import annotations

from collections.abc import Sequence

import networkx

from detente.history.edges import Edge

#: How long a friendly and a hostile relation are drawn.
_NEAR, _APART = 1.0, 2.2


def places(drawn: Sequence[Edge]) -> dict[str, tuple[float, float]]:
    """A place between -1 and 1 for each actor, by the length of the way between each two."""
    graph: networkx.Graph[str] = networkx.Graph()
    for edge in drawn:
        graph.add_edge(edge.one, edge.other, length=_NEAR if edge.sign > 0 else _APART)
    ways = {one: dict(to) for one, to in networkx.all_pairs_dijkstra_path_length(graph, weight="length")}
    farthest = max((length for to in ways.values() for length in to.values()), default=1.0)
    distances = {one: {other: to.get(other, farthest + 1) for other in graph} for one, to in ways.items()}
    circle = networkx.circular_layout(sorted(graph))
    found = networkx.kamada_kawai_layout(graph, dist=distances, pos=circle)
    return {actor: (float(x), float(y)) for actor, (x, y) in found.items()}

"""The network on a day as a chart: actors by bloc, friendly relations in teal, hostile ones in brick."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import pandas as pd

from detente.charts.colours import BLOCS, FONT, FRIENDLY, HOSTILE, INK, MUTED, themed
from detente.charts.layout import places
from detente.history.edges import Edge
from detente.history.network import Network

#: More relations than this make a tangle; the weightiest are drawn.
MOST_EDGES = 120
_SIDE = 680


def network_chart(network: Network, names: Mapping[str, str], theme: str = "light") -> alt.LayerChart:
    """The chart of the weightiest relations of a network, on a light or a dark page."""
    drawn = [edge for edge in network.edges if edge.sign][:MOST_EDGES]
    found = places(drawn)
    frame = pd.DataFrame([_edge_row(edge, found, names) for edge in drawn])
    nodes = pd.DataFrame(_node_rows(network, drawn, found, names))
    left_out = sum(1 for edge in network.edges if edge.sign) - len(drawn)
    more = f"; {left_out} weaker ones are left out" if left_out else ""
    title = alt.TitleParams(
        f"Relations on {network.day:%-d %B %Y}",
        subtitle=[f"{len(drawn)} relations with a sign{more}. Teal: friendly, brick: hostile; actors by bloc"],
        anchor="start", fontSize=19, color=INK, subtitleColor=MUTED, subtitleFontSize=12, offset=10,
    )  # fmt: skip
    layers = [_edges(frame), *_nodes(nodes)] if len(frame) else [alt.Chart(pd.DataFrame({"x": []})).mark_point()]
    chart = (
        alt.layer(*layers)
        .resolve_scale(color="independent", size="independent")
        .properties(width=_SIDE, height=_SIDE, title=title)
        .configure(font=FONT, background="white", padding=14)
        .configure_view(stroke=None)
    )
    return chart if theme == "light" else alt.LayerChart.from_dict(themed(chart.to_dict(), theme))


def _edge_row(edge: Edge, at: Mapping[str, tuple[float, float]], names: Mapping[str, str]) -> dict[str, object]:
    (x, y), (x2, y2) = at[edge.one], at[edge.other]
    return {
        "x": x, "y": y, "x2": x2, "y2": y2, "sign": "friendly" if edge.sign > 0 else "hostile",
        "between": f"{names.get(edge.one, edge.one)} and {names.get(edge.other, edge.other)}",
        "level": edge.level, "weight": edge.weight, "events": edge.cooperative + edge.hostile,
        "ties": ", ".join(edge.ties),
    }  # fmt: skip


def _node_rows(
    network: Network, drawn: list[Edge], at: Mapping[str, tuple[float, float]], names: Mapping[str, str]
) -> list[dict[str, object]]:
    bloc = {actor: number for number, bloc in enumerate(network.blocs, 1) for actor in bloc}
    weight: dict[str, float] = {}
    for edge in drawn:
        for actor in (edge.one, edge.other):
            weight[actor] = weight.get(actor, 0.0) + edge.weight
    return [
        {"x": x, "y": y, "name": names.get(actor, actor), "bloc": f"bloc {bloc[actor]}" if actor in bloc else "none",
         "weight": weight[actor]}
        for actor, (x, y) in at.items()
    ]  # fmt: skip


def _edges(frame: pd.DataFrame) -> alt.Chart:
    return (
        alt.Chart(frame)
        .mark_rule(opacity=0.55)
        .encode(
            alt.X("x:Q", axis=None, scale=alt.Scale(zero=False, padding=50)),
            alt.Y("y:Q", axis=None, scale=alt.Scale(zero=False, padding=30)),
            alt.X2("x2:Q"),
            alt.Y2("y2:Q"),
            alt.Color(
                "sign:N", legend=None, scale=alt.Scale(domain=["friendly", "hostile"], range=[FRIENDLY, HOSTILE])
            ),
            alt.StrokeDash(
                "sign:N", legend=None, scale=alt.Scale(domain=["friendly", "hostile"], range=[[1, 0], [6, 3]])
            ),
            alt.Size("weight:Q", legend=None, scale=alt.Scale(type="sqrt", domain=[0, 30], range=[0.8, 5], clamp=True)),
            tooltip=["between:N", alt.Tooltip("level:Q", format="+.1f"), "events:Q", "ties:N"],
        )
    )


def _nodes(frame: pd.DataFrame) -> list[alt.Chart]:
    blocs = sorted({str(b) for b in frame["bloc"] if b != "none"}, key=lambda b: int(b.split()[1]))
    colours = [BLOCS[n % len(BLOCS)] for n in range(len(blocs))]
    base = alt.Chart(frame).encode(alt.X("x:Q"), alt.Y("y:Q"), tooltip=["name:N", "bloc:N"])
    discs = base.mark_circle(opacity=1, stroke="white", strokeWidth=1.5).encode(
        alt.Color("bloc:N", legend=None, scale=alt.Scale(domain=[*blocs, "none"], range=[*colours, "#9aa5ad"])),
        alt.Size("weight:Q", legend=None, scale=alt.Scale(type="sqrt", range=[90, 700])),
    )
    halo = base.mark_text(dy=-15, fontSize=11, stroke="white", strokeWidth=3.5, color="white").encode(text="name:N")
    return [discs, halo, base.mark_text(dy=-15, fontSize=11, color=INK).encode(text="name:N")]

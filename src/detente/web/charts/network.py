"""The network of a day: actors by bloc, friendly relations full and teal, hostile ones dashed and brick."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detente.charts.colours import BLOCS, FRIENDLY, HOSTILE, INK, MUTED
from detente.charts.layout import places
from detente.history.edges import Edge
from detente.web import addresses, wording
from detente.web.charts import Chart
from detente.web.charts.style import styled
from detente.web.networks import Web

#: More relations than these make a tangle.
MOST_DRAWN = 90
_HEIGHT = 620
Row = dict[str, Any]
Places = Mapping[str, tuple[float, float]]


def network_chart(web: Web) -> Chart:
    """The weightiest relations that are friendly or hostile."""
    found = web.network()
    signed = [edge for edge in found.edges if edge.sign]
    drawn = signed[:MOST_DRAWN]
    at = places(drawn) if drawn else {}
    more = f"; {len(signed) - len(drawn)} weaker ones are left out" if len(signed) > len(drawn) else ""
    return Chart(
        name="network",
        says=f"{wording.plural(len(drawn), 'relation')} on {wording.day(found.day)}: friendly full and teal, hostile "
        f"dashed and brick, actors coloured by bloc{more}",
        spec=styled({
            "width": "container", "height": _HEIGHT, "layer": _layers(web, drawn, at),
            "resolve": {"scale": {"color": "independent", "size": "independent"}},
        }),
        rows=[_data(edge) for edge in drawn],
        width=_HEIGHT + 160,
    )  # fmt: skip


def _layers(web: Web, drawn: list[Edge], at: Places) -> list[Row]:
    nodes = {"values": _nodes(web, drawn, at)}
    names: Row = {"field": "name", "type": "nominal"}
    text = {"type": "text", "dy": -15, "fontSize": 11}
    return [
        _lines(web, drawn, at),
        _discs(nodes),
        {"data": nodes, "mark": {**text, "stroke": "white", "strokeWidth": 3.5, "color": "white"},
         "encoding": {**_xy(), "text": names}},
        {"data": nodes, "mark": {**text, "color": INK}, "encoding": {**_xy(), "text": names}},
    ]  # fmt: skip


def _xy() -> Row:
    return {
        axis: {"field": axis, "type": "quantitative", "axis": None, "scale": {"domain": [-1.12, 1.12], "nice": False}}
        for axis in ("x", "y")
    }


def _lines(web: Web, drawn: list[Edge], at: Places) -> Row:
    values = [_line(web, edge, at) for edge in drawn]
    tooltip = [{"field": name, "type": "nominal", "title": name} for name in ("between", "level", "events", "ties")]
    return {
        "data": {"values": values},
        "mark": {"type": "rule", "opacity": 0.6, "cursor": "pointer"},
        "encoding": {
            **_xy(), "x2": {"field": "x2"}, "y2": {"field": "y2"},
            "color": {"field": "sign", "type": "nominal", "legend": None,
                      "scale": {"domain": ["friendly", "hostile"], "range": [FRIENDLY, HOSTILE]}},
            "strokeDash": {"field": "sign", "type": "nominal", "legend": None,
                           "scale": {"domain": ["friendly", "hostile"], "range": [[1, 0], [6, 3]]}},
            "size": {"field": "weight", "type": "quantitative", "legend": None,
                     "scale": {"type": "sqrt", "domain": [0, 30], "range": [1, 6], "clamp": True}},
            "tooltip": tooltip,
        },
    }  # fmt: skip


def _line(web: Web, edge: Edge, at: Places) -> Row:
    (x, y), (x2, y2) = at[edge.one], at[edge.other]
    return {
        "x": round(x, 4), "y": round(y, 4), "x2": round(x2, 4), "y2": round(y2, 4),
        "sign": "friendly" if edge.sign > 0 else "hostile", "weight": round(edge.weight, 2),
        "between": f"{web.view.name(edge.one)} and {web.view.name(edge.other)}", "level": f"{edge.level:+.1f}",
        "events": f"{edge.cooperative} for, {edge.hostile} against",
        "ties": ", ".join(map(wording.type_words, edge.ties)), "to": addresses.pair(edge.one, edge.other),
    }  # fmt: skip


def _discs(nodes: Row) -> Row:
    blocs = sorted({row["bloc"] for row in nodes["values"]})
    colours = [MUTED if not bloc else BLOCS[(bloc - 1) % len(BLOCS)] for bloc in blocs]
    most = max((row["weight"] for row in nodes["values"]), default=1)
    return {
        "data": nodes,
        "mark": {"type": "circle", "opacity": 1, "stroke": "white", "strokeWidth": 1.5, "cursor": "pointer"},
        "encoding": {
            **_xy(),
            "color": {"field": "bloc", "type": "ordinal", "legend": None, "scale": {"domain": blocs, "range": colours}},
            "size": {"field": "weight", "type": "quantitative", "legend": None,
                     "scale": {"type": "sqrt", "domain": [0, most], "range": [70, 700]}},
            "tooltip": [{"field": key, "type": "nominal", "title": key} for key in ("name", "bloc_name", "relations")],
        },
    }  # fmt: skip


def _nodes(web: Web, drawn: list[Edge], at: Places) -> list[Row]:
    bloc = {actor: number for number, members in enumerate(web.network().blocs, 1) for actor in members}
    own: dict[str, list[Edge]] = {actor: [] for actor in at}
    for edge in drawn:
        own[edge.one].append(edge)
        own[edge.other].append(edge)
    return [
        {
            "x": round(x, 4), "y": round(y, 4), "name": web.view.name(actor), "bloc": bloc.get(actor, 0),
            "bloc_name": f"bloc {bloc[actor]}" if actor in bloc else "no bloc", "relations": len(own[actor]),
            "weight": round(sum(edge.weight for edge in own[actor]), 2), "to": addresses.actor(actor),
        }
        for actor, (x, y) in at.items()
    ]  # fmt: skip


def _data(edge: Edge) -> Row:
    return {
        "one": edge.one, "other": edge.other, "level": round(edge.level, 3), "weight": round(edge.weight, 3),
        "cooperative": edge.cooperative, "hostile": edge.hostile, "ties": "; ".join(edge.ties),
        "evidence": "; ".join(edge.evidence),
    }  # fmt: skip

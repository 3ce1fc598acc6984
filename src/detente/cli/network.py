"""`detente network`: who stands how with whom on a day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

import detente
from detente.cli.listing import console, plain_table, print_rows
from detente.cli.options import DEFAULT_ARCHIVE, ArchivePath, Format, FormatOption, Knowledge, Limit, Output
from detente.knowledge.days import last_day

if TYPE_CHECKING:
    from detente.relations import DayNetwork

_SHOWN = 40
_CENTRAL = 10
_IDS = 2


def network(
    on: Annotated[str, typer.Option(metavar="DAY", help="The day; of a month or a year, the last one.")],
    actor: Annotated[
        list[str] | None, typer.Option(help="Only the relations of this actor; may be given several times.")
    ] = None,
    known_on: Annotated[
        str | None, typer.Option("--known-on", metavar="DAY", help="Only by what had been published up to this day.")
    ] = None,
    graph: Annotated[Path | None, typer.Option(help="Write all of it to a file ending in .graphml or .gexf.")] = None,
    chart: Annotated[
        Path | None, typer.Option(help="Save the chart: a file ending in .html, .svg, .png or .json.")
    ] = None,
    limit: Limit = None,
    archive: ArchivePath = DEFAULT_ARCHIVE,
    form: FormatOption = Format.TABLE,
    output: Output = None,
    knowledge: Knowledge = None,
) -> None:
    """List relations on a day with their level and evidence, central actors and blocs."""
    day = last_day(on)
    if day is None:
        raise typer.BadParameter("--on takes a year, a month or a day")
    with detente.open(archive, knowledge=knowledge or (), create=False) as record:
        found = record.network(day, actors=actor, known_on=last_day(known_on))
    for path, write in ((graph, found.write), (chart, found.save)):
        if path:
            typer.echo(f"wrote {write(path)}", err=True)
    rows = list(_rows(found, limit if limit or form is not Format.TABLE else _SHOWN))
    if not rows:
        typer.echo(f"nothing is told of relations on {day}", err=True)
        raise typer.Exit(1)
    layout = plain_table(
        *((name, {"justify": "right"} if name in _NUMBERS else {}) for name in rows[0] if name not in _CODES)
    )
    columns = [name for name in rows[0] if form is not Format.TABLE or name not in _CODES]
    print_rows(rows, columns, form, output, layout)
    if form is Format.TABLE and not output:
        _print_actors(found, len(rows))


_NUMBERS = ("level", "weight", "cooperative", "hostile")
_CODES = ("one_code", "other_code")


def _rows(found: DayNetwork, limit: int | None) -> Iterator[dict[str, object]]:
    for edge in found.edges[:limit]:
        yield {
            "one": found.names[edge.one], "one_code": edge.one, "other": found.names[edge.other],
            "other_code": edge.other, "level": round(edge.level, 1), "weight": round(edge.weight, 1),
            "cooperative": edge.cooperative, "hostile": edge.hostile, "ties": ", ".join(edge.ties),
            "evidence": ", ".join(claim[:9] for claim in edge.evidence[:_IDS]),
        }  # fmt: skip


def _print_actors(found: DayNetwork, shown: int) -> None:
    out = console()
    if shown < len(found.edges):
        out.print(f"[dim]{shown} of {len(found.edges)} relations, the best attested first[/]")
    central = [c for c in found.central()[:_CENTRAL] if c.friends or c.adversaries]
    out.print("\n[bold]Central actors[/]")
    for place in central:
        out.print(
            f"  {escape(found.names[place.actor])}: stands well with {place.friends}, ill with {place.adversaries}, "
            f"between others {place.between:.2f}"
        )
    out.print("\n[bold]Blocs[/]")
    for number, bloc in enumerate(found.blocs, 1):
        out.print(f"  {number}  {escape(', '.join(found.names[actor] for actor in bloc))}")

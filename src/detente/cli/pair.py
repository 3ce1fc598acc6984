"""`detente pair`: the course of two actors, its phases with their evidence, and the third parties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

import detente
from detente.cli.listing import console, plain_table, print_rows
from detente.cli.options import DEFAULT_ARCHIVE, ArchivePath, Format, FormatOption, Knowledge, Output
from detente.history.names import By, Standing
from detente.knowledge.days import first_day, last_day

if TYPE_CHECKING:
    from detente.history.phases import Phase
    from detente.history.triads import Strain, ThirdParties
    from detente.relations import Evidence, PairCourse

_COLOURS = {
    Standing.ALLIED: "green", Standing.CORDIAL: "green", Standing.NEUTRAL: "white", Standing.STRAINED: "yellow",
    Standing.HOSTILE: "red", Standing.AT_WAR: "bold red",
}  # fmt: skip
_HALF = 12
_THIRDS, _STRAINS = 6, 4
_MOST_ROWS = 60


def pair(
    one: Annotated[str, typer.Argument(help="An actor: a name, a code or an alias.")],
    other: Annotated[str, typer.Argument(help="Another actor.")],
    since: Annotated[str | None, typer.Option("--from", metavar="DAY", help="From this year, month or day on.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Up to this year, month or day.")] = None,
    by: Annotated[By | None, typer.Option(help="How long the stretches are; by default what suits the time.")] = None,
    known_on: Annotated[
        str | None, typer.Option("--known-on", metavar="DAY", help="Only by what had been published up to this day.")
    ] = None,
    chart: Annotated[
        Path | None, typer.Option(help="Save the chart: a file ending in .html, .svg, .png or .json.")
    ] = None,
    archive: ArchivePath = DEFAULT_ARCHIVE,
    form: FormatOption = Format.TABLE,
    output: Output = None,
    knowledge: Knowledge = None,
) -> None:
    """Show how two actors stand over time: phases with their evidence, level and counts, third parties."""
    with detente.open(archive, knowledge=knowledge or (), create=False) as record:
        found = record.pair(
            one, other, since=first_day(since), until=last_day(until), by=by, known_on=last_day(known_on)
        )
        if found is None:
            typer.echo(f"nothing is told of {one} and {other} in that time", err=True)
            raise typer.Exit(1)
        if chart:
            typer.echo(f"wrote {found.save(chart)}", err=True)
        if form is not Format.TABLE:
            columns = found.columns()
            print_rows(_rows(columns), list(columns), form, output, plain_table())
            return
        print_course(console(), found)
        if found.phases:
            thirds = record.third_parties(found)
            print_thirds(console(), found, thirds, evidence_of(record, thirds))


def _rows(columns: dict[str, Any]) -> Iterator[dict[str, object]]:
    """One row a stretch, of plain values."""
    lists = {name: values.tolist() for name, values in columns.items()}
    for values in zip(*lists.values(), strict=True):
        # what is not known is nothing, in every format
        yield {n: None if isinstance(v, float) and v != v else v for n, v in zip(lists, values, strict=True)}


def print_course(out: Console, found: PairCourse) -> None:
    """Print phases with their evidence, then the level and the counts in every stretch of which anything is told."""
    out.print(f"[bold]{escape(' and '.join(found.names))}[/]  [dim]{escape(_based_on(found))}[/]")
    if found.turns:
        turns = ", ".join(f"{t.day} {'worse' if t.worse else 'better'} ({t.confidence:.0%})" for t in found.turns)
        out.print(f"turns told by counts: {turns}")
    for phase in found.phases:
        print_phase(out, found, phase)
    out.print()
    out.print(course_table(found))


def _based_on(found: PairCourse) -> str:
    events, ties = len(found.observed.events), len(found.observed.ties)
    later = int(found.observed.background.sum())
    told = f", {later} of them told later as history" if later else ""
    told += f"; {found.uncompared:,} articles not compared yet" if found.uncompared else ""
    return f"{events} events, {ties} tie{'s' * (ties != 1)}{told}"


def print_phase(out: Console, found: PairCourse, phase: Phase) -> None:
    """Print one phase in a line, and what carries it below."""
    turn = f"  turned {phase.turn} ({phase.sureness:.0%})" if phase.turn else ""
    out.print(
        f"\n[{_COLOURS[phase.standing]}]{phase.standing}[/]  {phase.start} to {phase.end}  "
        f"[dim]level {phase.level:+.1f}, {phase.confidence:.0%} sure of the name{turn}[/]"
    )
    for carrier in phase.carriers:
        if said := found.evidence.get(carrier):
            later = f", told {said.published}" if said.later else ""
            sources = f"  {said.voices} sources" if said.voices > 1 else ""
            out.print(f"  {said.when:<10}  {escape(said.told)}  [dim]{carrier[:9]}{sources}[/]")
            out.print(f"  {'':<10}  [dim]{escape(said.quote)} {escape(said.outlet)}{later}[/]")


def course_table(found: PairCourse) -> Table:
    """The level with its band as a bar, and counts by quad class, for stretches of which anything is told."""
    table = plain_table(
        (str(found.by), {"no_wrap": True}),
        ("worse  level and band  better", {"no_wrap": True}),
        ("level", {"justify": "right"}),
        ("sources", {"justify": "right"}),
        ("words+", {"justify": "right"}),
        ("deeds+", {"justify": "right"}),
        ("words-", {"justify": "right"}),
        ("deeds-", {"justify": "right"}),
        ("told later", {"justify": "right"}),
    )
    told = [row for row in _rows(found.columns()) if row["score"] is not None or _events(row)]
    for row in told[-_MOST_ROWS:]:
        counts = [row[q] for q in _QUADS]
        table.add_row(
            _stretch(found.by, row["start"]),
            _bar(row),
            f"{row['level']:+.1f}",
            f"{row['sources']:.0f}",
            *(str(count or "") for count in (*counts, row["told_later"])),
        )
    return table


_QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")


def _events(row: dict[str, Any]) -> int:
    return sum(row[q] for q in _QUADS)


def _stretch(by: By, start: Any) -> str:
    return str(start)[: {By.YEAR: 4, By.QUARTER: 7, By.MONTH: 7, By.WEEK: 10}[by]]


def _bar(row: dict[str, Any]) -> str:
    """The band as a line of dashes with the level as a mark in it, and a stroke at neutral."""
    cells = [" "] * (2 * _HALF + 1)
    low, high, level = (_HALF + round(row[name] / 10 * _HALF) for name in ("low", "high", "level"))
    cells[low : high + 1] = "-" * (high + 1 - low)
    cells[_HALF] = "|"
    cells[level] = "#"
    return "".join(cells)


def print_thirds(out: Console, found: PairCourse, thirds: ThirdParties, said: Mapping[str, Evidence]) -> None:
    """Print who shares friends and adversaries with the pair, and what would come under strain if it warmed.

    `said` has the words of the claims that these relations rest on.
    """
    names = dict(thirds.names) | dict(zip((thirds.one, thirds.other), found.names, strict=True))
    if not (thirds.shared_friends or thirds.shared_adversaries or thirds.strains or thirds.balance):
        return
    out.print(f"\n[bold]Third parties on {thirds.day}[/]")
    for heading, some in (("friends of both", thirds.shared_friends), ("at odds with both", thirds.shared_adversaries)):
        if some:
            out.print(f"  {heading}")
        for third in some[:_THIRDS]:
            ids = ", ".join(c[:9] for c in (*third.with_one.evidence[:1], *third.with_other.evidence[:1]))
            out.print(
                f"    {escape(names.get(third.actor, third.actor))}  [dim]{third.with_one.level:+.1f} with "
                f"{escape(found.names[0])}, {third.with_other.level:+.1f} with {escape(found.names[1])}  {ids}[/]"
            )
    for strain in thirds.strains[:_STRAINS]:
        _print_strain(out, strain, names, said)
    if thirds.balance:
        years = [b.day.year for b in thirds.balance]
        days = [str(b.day)[:4] if years.count(b.day.year) == 1 else str(b.day)[:7] for b in thirds.balance]
        told = ", ".join(f"{day} {b.balanced} of {b.triads}" for day, b in zip(days, thirds.balance, strict=True))
        out.print(f"  balanced triads: {told}  [dim](a description: relations do not move towards balance by law)[/]")


def _print_strain(out: Console, strain: Strain, names: Mapping[str, str], said: Mapping[str, Evidence]) -> None:
    actor, partner, third = (escape(names.get(a, a)) for a in (strain.actor, strain.partner, strain.third))
    out.print(
        f"  if the two warm, {actor} and {third} ({strain.friendly.level:+.1f}) come under strain: "
        f"{third} and {partner} are at odds ({strain.hostile.level:+.1f})"
    )
    for edge in (strain.friendly, strain.hostile):
        for claim in edge.evidence[:1]:
            if words := said.get(claim):
                out.print(f"    {words.when:<10}  {escape(words.told)}  [dim]{claim[:9]}[/]")
                out.print(f"    {'':<10}  [dim]{escape(words.quote)} {escape(words.outlet)}[/]")


def evidence_of(record: detente.Record, thirds: ThirdParties) -> Mapping[str, Evidence]:
    """The words of the claims that the strains of third parties rest on."""
    from detente.relations import evidence

    edges = [edge for strain in thirds.strains[:_STRAINS] for edge in (strain.friendly, strain.hostile)]
    return evidence(record.archive, [claim for edge in edges for claim in edge.evidence[:1]])

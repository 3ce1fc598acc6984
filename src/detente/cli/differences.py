"""`detente differences`: where reports of the same thing part."""

from __future__ import annotations

from typing import Annotated

import typer

import detente
from detente.cli.happenings import print_difference
from detente.cli.listing import console, plain_table, print_rows
from detente.cli.options import DEFAULT_ARCHIVE, ArchivePath, Format, FormatOption, Knowledge, Limit, Output
from detente.knowledge.days import first_day, last_day

_COLUMNS = ("what", "left_value", "right_value", "turn", "happening", "left", "right", "left_quote", "right_quote")
_SHOWN = 30


def differences(
    between: Annotated[
        tuple[str, str] | None, typer.Option(help="Both are parties: names, codes or aliases.", metavar="A B")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Then or later: 2016, 2016-05, 2016-05-17.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Then or earlier.")] = None,
    what: Annotated[list[str] | None, typer.Option(help="figure, date, party, order, certainty or silence.")] = None,
    limit: Limit = None,
    archive: ArchivePath = DEFAULT_ARCHIVE,
    form: FormatOption = Format.TABLE,
    output: Output = None,
    knowledge: Knowledge = None,
) -> None:
    """Show where reports differ: in figures, dates, parties, order or certainty, or because one is silent.

    Both are quoted, and neither is preferred.

    Examples: detente differences --between Colombia Venezuela; detente differences --what figure --since 2010
    """
    with detente.open(archive, knowledge=knowledge or (), create=False) as record:
        found = record.differences(between=between, since=first_day(since), until=last_day(until))
    found = [d for d in found if not what or d.what in what][:limit]
    if not found:
        typer.echo("no differences", err=True)
        return
    if form is not Format.TABLE:
        rows = (
            {name: getattr(d, name) for name in ("what", "turn", "happening", "left", "right")}
            | {"left_value": d.values[0], "right_value": d.values[1]}
            | {"left_quote": d.quotes[0], "right_quote": d.quotes[1]}
            for d in found
        )
        print_rows(rows, _COLUMNS, form, output, plain_table())
        return
    out = console()
    for difference in found[:_SHOWN]:
        print_difference(out, difference)
    if len(found) > _SHOWN:
        typer.echo(f"{_SHOWN} of {len(found)} differences; --format csv, jsonl or parquet gives them all", err=True)

"""`detente who`: whom a phrase means, on a day, and why."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer
from rich.markup import escape

from detente.cli.listing import console
from detente.cli.options import Knowledge
from detente.knowledge import load


def who(
    phrase: Annotated[
        str, typer.Argument(help="A name or a phrase: Foggy Bottom, the Egyptian president, French troops.")
    ],
    on: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d", "%Y"], help="On this day; without it, as last known.")
    ] = None,
    knowledge: Knowledge = None,
) -> None:
    """Say whom a phrase means: code, country, sector and name, with the reason."""
    from detente.reading.phrase import Phrases  # here, so that other commands do not load the reader

    day = on.date() if on else None
    parties = Phrases(load(knowledge or ())).resolve(phrase, day)
    out = console()
    if not parties:
        out.print(f"no actor is known in {escape(repr(phrase))}")
        raise typer.Exit(1)
    for party in parties:
        out.print(f"[bold]{escape(party.code or '(no code)')}[/] {party.sector or '-'}  {escape(party.name)}")
        out.print(f"  country {party.country or '-'}; {escape(party.reason)}")

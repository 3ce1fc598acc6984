"""`detente archive`: the archive itself."""

from __future__ import annotations

import typer
from rich.markup import escape

import detente
from detente.cli.listing import console
from detente.cli.options import DEFAULT_ARCHIVE, ArchivePath
from detente.model import CONTRACT_VERSION

app = typer.Typer(help="Look at the archive itself.", no_args_is_help=True)
_SHOWN = 8


@app.callback()
def _archive() -> None:
    """Commands about the archive file."""


@app.command()
def info(archive: ArchivePath = DEFAULT_ARCHIVE) -> None:
    """Say what an archive holds: articles, claims by kind, outlets, dates, and the rules that made them."""
    with detente.open(archive, create=False) as record:
        found = record.archive.info()
    out = console()
    out.print(
        f"[bold]{escape(str(found.path))}[/]  {found.size / 1e6:.1f} MB, "
        f"schema {found.schema}, contract {CONTRACT_VERSION}"
    )
    out.print(f"articles  {found.articles}, published {found.first or '?'} to {found.last or '?'}")
    out.print(
        f"claims    {found.claims}: " + ", ".join(f"{n} {kind}{'s' * (n != 1)}" for kind, n in found.kinds.items())
    )
    out.print(f"unread    {found.unread} sentences")
    outlets = sorted(found.outlets.items(), key=lambda o: -o[1])
    more = f" and {len(outlets) - _SHOWN} more" if len(outlets) > _SHOWN else ""
    out.print("outlets   " + ", ".join(f"{escape(name or '(unknown)')} {n}" for name, n in outlets[:_SHOWN]) + more)
    for used in found.rules:
        out.print(
            f"rules     {used.ruleset.digest} (version {used.ruleset.version}): "
            f"{used.articles} articles, {used.claims} claims"
        )
    if found.waiting_parts:
        out.print(f"waiting   {found.waiting_parts} parts, absorbed by the next reading run")

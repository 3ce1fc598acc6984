"""`detente serve`: the page to look at a record."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import DEFAULT_ARCHIVE, Knowledge


def serve(
    archive: Annotated[Path, typer.Argument(help="The archive file.", envvar="DETENTE_ARCHIVE")] = DEFAULT_ARCHIVE,
    host: Annotated[
        str, typer.Option(help="Who may look: this machine alone by default; 0.0.0.0 for all that reach it.")
    ] = "127.0.0.1",
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="The port; by default a free one.")] = None,
    token: Annotated[
        str | None,
        typer.Option(envvar="DETENTE_TOKEN", help="Show nothing without it; made up where others can reach the page."),
    ] = None,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
    knowledge: Knowledge = None,
) -> None:
    """Open a page to look at the record: pairs, happenings, actors, articles, each line with its source.

    It only reads; nothing leaves this machine. While a read is running, the page shows the record as of its last copy.
    """
    run(archive, host, port, token, open_browser, knowledge or [])


def run(
    archive: Path, host: str, port: int | None, token: str | None, open_browser: bool, knowledge: list[Path]
) -> None:
    """Say where the page is, and serve it until stopped."""
    from detente.web import serving  # here, so that other commands do not wait for a web framework

    where = serving.address(host, port, token)
    if where.is_open:
        typer.secho(
            "Others who can reach this machine can reach the page. It speaks plain HTTP: put it behind a proxy with "
            "TLS on a network that you do not trust.",
            fg="yellow", err=True,
        )  # fmt: skip
    typer.echo(f"preparing a copy of {archive} to look things up in ...", err=True)

    def ready() -> None:
        typer.echo(f"{where.url}  (Ctrl-C stops it)")
        if open_browser:
            webbrowser.open(where.url)

    serving.serve(archive, where, knowledge, ready)

"""The command line: parse options, call one function, print."""

from __future__ import annotations

import sys

import typer

from detente.archive import ArchiveError
from detente.cli import (
    archive,
    articles,
    ask,
    brief,
    claims,
    demo,
    differences,
    evaluate,
    happenings,
    network,
    pair,
    read,
    relation,
    reuse,
    serve,
    train,
    unread,
    who,
)
from detente.knowledge import KnowledgeError
from detente.knowledge.lookup import UnknownActor
from detente.version import VERSION

app = typer.Typer(
    name="detente",
    help="Read news and keep an auditable record of how states and other political actors deal with each other.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command()(read.read)
app.command()(claims.claims)
app.command()(articles.show)
app.command()(articles.explain)
app.command()(happenings.happenings)
app.command()(happenings.happening)
app.command()(reuse.reuse)
app.command()(differences.differences)
app.command()(unread.unread)
app.command()(who.who)
app.command()(relation.relation)
app.command()(evaluate.evaluate)
app.command()(train.train)
app.command()(ask.ask)
app.command()(pair.pair)
app.command()(network.network)
app.command()(brief.brief)
app.command()(serve.serve)
app.command()(demo.demo)
app.add_typer(archive.app, name="archive")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"detente {VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    """Options of the program as a whole."""


def main() -> None:
    """Run the command line; errors that a user can mend are said in one line, with exit code 2."""
    try:
        app()
    except (ArchiveError, KnowledgeError, UnknownActor, ValueError, OSError) as error:
        typer.secho(f"detente: {error}", fg="red", err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        typer.secho("detente: stopped", err=True)
        sys.exit(130)

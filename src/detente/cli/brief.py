"""`detente brief`: a backgrounder on two actors, written from the record with footnoted quotations."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import detente
from detente.answers.briefs import Brief, Style
from detente.cli.options import DEFAULT_ARCHIVE, ArchivePath, Knowledge
from detente.knowledge.days import last_day


class Written(StrEnum):
    """What a backgrounder is written as."""

    MD = "md"
    HTML = "html"
    PDF = "pdf"


def brief(
    one: Annotated[str, typer.Argument(help="An actor: a name, a code or an alias.")],
    other: Annotated[str, typer.Argument(help="Another actor.")],
    style: Annotated[Style, typer.Option(help="Questions and answers, a chronology, or a dossier.")] = Style.QA,
    form: Annotated[
        Written | None, typer.Option("--as", help="What to write; by default by the end of --out, else Markdown.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DAY", help="By what had been published up to this year, month or day.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Write to this file instead of the terminal (needed for PDF).")
    ] = None,
    archive: ArchivePath = DEFAULT_ARCHIVE,
    knowledge: Knowledge = None,
) -> None:
    """Write a backgrounder on two actors; every sentence has footnotes that quote the reports."""
    written = form or _by_name(out)
    if written is Written.PDF and out is None:
        raise ValueError("a PDF needs --out FILE")
    with detente.open(archive, knowledge=knowledge or (), create=False) as record:
        found = record.brief(one, other, style=style, until=last_day(until))
    if found is None:
        typer.echo(f"nothing is told of {one} and {other} in that time", err=True)
        raise typer.Exit(1)
    _write(found, written, out)


def _by_name(out: Path | None) -> Written:
    """What a file is written as, by the end of its name."""
    ending = out.suffix.lower().removeprefix(".") if out else ""
    return Written(ending) if ending in list(Written) else Written.MD


def _write(found: Brief, written: Written, out: Path | None) -> None:
    if written is Written.PDF and out is not None:
        found.pdf(out)
    else:
        text = found.html() if written is Written.HTML else found.markdown()
        if out is None:
            typer.echo(text)
            return
        out.write_text(text, "utf-8")
    typer.echo(f"wrote {out}", err=True)

"""`detente read`: code articles into an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

import detente
from detente.cli.options import DEFAULT_ARCHIVE, ArchivePath, CoderOption, Knowledge, Model
from detente.record import ReadProgress, ReadSummary
from detente.sources import FIELD_NAMES, ReadOptions, count_sources

_SHOWN_REFUSALS = 20


def read(
    inputs: Annotated[
        list[str],
        typer.Argument(help="Files, folders, http(s) addresses, or - for standard input.", metavar="SOURCE..."),
    ],
    archive: ArchivePath = DEFAULT_ARCHIVE,
    field: Annotated[
        list[str] | None,
        typer.Option("--field", help="Where a dump keeps a field: --field text=body.", metavar="OURS=THEIRS"),
    ] = None,
    published: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="Date of texts that have none of their own."),
    ] = None,
    outlet: Annotated[str, typer.Option(help="Outlet of texts that name none.")] = "",
    source_format: Annotated[
        str, typer.Option("--as", help="Read everything as text, html, feed, jsonl, json, csv or parquet.")
    ] = "",
    linked: Annotated[bool, typer.Option("--linked", help="Fetch the pages that a feed links to.")] = False,
    no_text: Annotated[bool, typer.Option("--no-text", help="Keep only the sentences that claims quote.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let addresses lead into private networks.")
    ] = False,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Processes; all cores by default.")] = None,
    coder: CoderOption = "both",
    model: Model = None,
    knowledge: Knowledge = None,
) -> None:
    """Code articles into an archive.

    What the same rules have read before is skipped, so a run that was stopped can simply be started again.
    The exit code is 1 when something could not be read; each such thing is named with the reason.
    """
    options = ReadOptions(
        fields=_fields(field or []), allow_private=allow_private, linked=linked,
        published=published.date() if published else None, outlet=outlet, format=source_format,
    )  # fmt: skip
    with detente.open(archive, knowledge=knowledge or ()) as record, _progress(inputs, options) as update:
        try:
            summary = record.read(
                *inputs, options=options, jobs=jobs, keep_text=not no_text, coder=coder, model=model, progress=update
            )
        except KeyboardInterrupt:
            typer.echo(
                "detente: stopped; what was read so far is kept, and the same command goes on from there", err=True
            )
            raise typer.Exit(130) from None
    print_summary(summary, archive)
    if summary.faults:
        raise typer.Exit(1)


def _fields(pairs: list[str]) -> dict[str, str]:
    named: dict[str, str] = {}
    for pair in pairs:
        ours, separator, theirs = pair.partition("=")
        if not separator or not ours or not theirs:
            raise typer.BadParameter(f"--field takes OURS=THEIRS, for instance text=body, not {pair!r}")
        if ours not in FIELD_NAMES:
            raise typer.BadParameter(f"an article has no field {ours!r}; there are {', '.join(FIELD_NAMES)}")
        named[ours] = theirs
    return named


@contextmanager
def _progress(inputs: list[str], options: ReadOptions) -> Iterator[Callable[[ReadProgress], None] | None]:
    """A bar on a terminal, nothing when piped."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=count_sources(inputs, options), rate="")

        def update(progress: ReadProgress) -> None:
            elapsed = bar.tasks[0].elapsed or 1.0
            rate = f"{progress.articles / elapsed:.1f} articles/s, {progress.claims / elapsed:.0f} claims/s"
            done = progress.articles + progress.skipped + progress.refused
            total = bar.tasks[0].total
            bar.update(task, completed=done, total=None if total is None else max(total, done), rate=rate)

        yield update


def print_summary(summary: ReadSummary, archive: Path) -> None:
    """Say what was read, what was there already, and what was refused and why."""
    faults = summary.faults
    passed_over = [r for r in summary.refusals if not r.fault]
    typer.echo(
        f"read {summary.articles} articles into {archive}: {summary.claims} claims "
        f"from {summary.sentences} sentences, {summary.parsed} of them parsed"
    )
    if summary.skipped:
        typer.echo(f"{summary.skipped} articles had been read before by the same rules")
    for heading, refusals in (("passed over", passed_over), ("could not be read", faults)):
        if refusals:
            typer.secho(f"{len(refusals)} {heading}:", err=True, fg="red" if refusals is faults else None)
            for refusal in refusals[:_SHOWN_REFUSALS]:
                typer.echo(f"  {refusal.origin}: {refusal.reason}", err=True)
            if len(refusals) > _SHOWN_REFUSALS:
                typer.echo(f"  ... and {len(refusals) - _SHOWN_REFUSALS} more", err=True)

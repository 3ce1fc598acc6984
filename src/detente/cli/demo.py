"""`detente demo`: read the shipped examples and show what was found."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

import detente
from detente.cli.claims import claims_table
from detente.cli.happenings import print_difference
from detente.cli.listing import console
from detente.cli.pair import print_course
from detente.cli.read import print_summary
from detente.cli.serve import run

_BY_KIND = 5
_DIFFERENCES = 2


def demo(
    examples: Annotated[Path, typer.Argument(help="The folder of example dispatches.")] = Path("examples"),
    archive: Annotated[Path, typer.Option("--archive", "-a", help="Where to put the demo archive.")] = Path(
        "demo/detente.duckdb"
    ),
    serve: Annotated[bool, typer.Option("--serve", help="Then open the page on them, until stopped.")] = False,
) -> None:
    """Read the example dispatches into an archive of their own and show what was found."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    out = console()
    with detente.open(archive) as record:
        summary = record.read(examples)
        print_summary(summary, archive)
        found = record.archive.info()
        out.print(f"\n{found.claims} claims: " + ", ".join(f"{n} {kind}s" for kind, n in found.kinds.items()))
        out.rule("[bold]Saudi Arabia and Iran: ties")
        pair = record.claims(between=("Saudi Arabia", "Iran"), kind=["tie", "stance"], limit=_BY_KIND)
        out.print(claims_table(pair.rows()))
        out.rule("[bold]Saudi Arabia and Iran: what happened, as reported")
        events = record.claims(between=("Saudi Arabia", "Iran"), kind="event", order="time", limit=2 * _BY_KIND)
        out.print(claims_table(events.rows()))
        _show_differences(record, out)
        first = next(iter(record.claims(between=("Saudi Arabia", "Iran"), kind="event", limit=1)), None)
        out.rule("[bold]Saudi Arabia and Iran: the course of their relation")
        course = record.pair("Saudi Arabia", "Iran")
        if course:
            print_course(out, course)
            out.print(f"\nchart: {escape(str(course.save(archive.with_name('saudi-arabia-iran.html'))))}")
    out.print()
    out.print("Try next:")
    where = f"--archive {escape(str(archive))}"
    out.print(f"  detente claims --between Ethiopia Eritrea {where}")
    if first:
        out.print(f"  detente explain {first.id[:9]} {where}")
        out.print(f"  detente show {first.article[:9]} {where}")
    out.print(f"  detente pair Ethiopia Eritrea {where}")
    out.print(f"  detente happenings --between Colombia Venezuela {where}")
    out.print(f"  detente reuse {where}")
    out.print(f"  detente unread {where}")
    if serve:
        run(archive, "127.0.0.1", None, None, True, [])
    else:
        out.print("\nTo look at it all in a browser:")
        out.print(f"  {escape(_program())} serve {escape(str(archive))} --open")


def _program() -> str:
    """How the user calls the program: by its path, where it was called so."""
    called = Path(sys.argv[0])
    return str(called) if called.name == "detente" and not called.is_absolute() else "detente"


def _show_differences(record: detente.Record, out: Console) -> None:
    """Two places where reports of the same thing part, figures first."""
    found = sorted(record.differences(), key=lambda d: d.what != "figure")
    if found:
        out.rule("[bold]Where reports differ")
    for difference in found[:_DIFFERENCES]:
        print_difference(out, difference)

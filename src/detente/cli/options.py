"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_ARCHIVE = Path("detente.duckdb")


class Format(StrEnum):
    """How a listing is printed."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


ArchivePath = Annotated[
    Path, typer.Option("--archive", "-a", help="The archive file.", envvar="DETENTE_ARCHIVE", show_default=True)
]
Knowledge = Annotated[
    list[Path] | None,
    typer.Option("--knowledge", help="A folder of your own actors and patterns; may be given several times."),
]
CoderOption = Annotated[str, typer.Option("--coder", help="Who codes events: both coders, or rules alone.")]
Model = Annotated[
    Path | None, typer.Option("--model", help="A folder with a second coder of your own (`detente train`).")
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to print it.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file instead of the terminal (needed for parquet).")
]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, help="At most so many.")]

"""`detente reuse`: what one article took from another, side by side with the edits marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table
from rich.text import Text

import detente
from detente.archive import ArticleHead, NoSuchRecord
from detente.cli.listing import console, plain_table, print_rows
from detente.cli.options import DEFAULT_ARCHIVE, ArchivePath, Format, FormatOption, Limit, Output
from detente.history.reuse import edits
from detente.model import Reuse

_COLUMNS = (
    *("left_article", "right_article", "left_outlet", "right_outlet", "left_published", "right_published"),
    *("manner", "similarity", "giver", "reason", "left_text", "right_text"),
)
_SHOWN = 20
_LEAST = 60


def reuse(
    article: Annotated[str | None, typer.Argument(metavar="ARTICLE", help="Only what this article shares.")] = None,
    least: Annotated[int, typer.Option("--least", min=1, help="Passages of at least so many characters.")] = _LEAST,
    limit: Limit = None,
    archive: ArchivePath = DEFAULT_ARCHIVE,
    form: FormatOption = Format.TABLE,
    output: Output = None,
) -> None:
    """Show passages that articles took from one another or from a common agency.

    Words that only one side has are marked: [red]gone[/] on the left, [green]new[/] on the right.

    Examples: detente reuse; detente reuse a66c6833a; detente reuse --format csv --output reuse.csv
    """
    with detente.open(archive, create=False) as record:
        found = record.reuse(article, least=least, limit=limit)
        heads = {id_: _head(record, id_) for r in found for id_ in (r.left.article, r.right.article)}
    if not found:
        typer.echo("no copied passages", err=True)
        return
    if form is not Format.TABLE:
        print_rows((_row(r, heads) for r in found), _COLUMNS, form, output, plain_table())
        return
    out = console()
    for passage in found[:_SHOWN]:
        out.print(side_by_side(passage, heads))
    if len(found) > _SHOWN:
        typer.echo(f"{_SHOWN} of {len(found)} passages; --format csv, jsonl or parquet gives them all", err=True)


def _head(record: detente.Record, id_: str) -> ArticleHead | None:
    try:
        return record.archive.head(id_)
    except NoSuchRecord:
        return None


def _row(passage: Reuse, heads: dict[str, ArticleHead | None]) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(passage, name) for name in ("manner", "similarity", "giver", "reason")}
    for side, held in (("left", passage.left), ("right", passage.right)):
        head = heads[held.article]
        row |= {f"{side}_article": held.article, f"{side}_text": held.span.text}
        row |= {f"{side}_outlet": head.outlet if head else "", f"{side}_published": head.published if head else None}
    return row


def side_by_side(passage: Reuse, heads: dict[str, ArticleHead | None]) -> Table:
    """Two passages beside one another, the earlier on the left."""
    left, right = Text(), Text()
    for edit in edits(passage.left.span.text, passage.right.span.text):
        left.append(f"{edit.left} " if edit.left else "", style=None if edit.kept else "red")
        right.append(f"{edit.right} " if edit.right else "", style=None if edit.kept else "bold green")
    table = plain_table(
        (_title(passage.left.article, heads), {"ratio": 1}), (_title(passage.right.article, heads), {"ratio": 1})
    )
    table.expand = True
    table.add_row(left, right)
    table.add_row(Text(_about(passage, heads), style="dim"), "")
    table.add_row("", "")
    return table


def _title(article: str, heads: dict[str, ArticleHead | None]) -> str:
    head = heads[article]
    known: Sequence[str] = () if head is None else (head.outlet, head.agency, str(head.published or ""))
    return escape(" · ".join([*filter(None, known), article[:9]]))


def _about(passage: Reuse, heads: dict[str, ArticleHead | None]) -> str:
    likely = ""
    if passage.giver:
        head = heads.get(passage.giver)
        likely = f"likely from {head.outlet if head and head.outlet else passage.giver[:9]}: "
    return f"{passage.manner}, {passage.similarity:.0%} of the shorter; {likely}{passage.reason}"

"""`detente unread`: what was seen and not understood."""

from __future__ import annotations

from typing import Annotated

import typer

import detente
from detente.cli.listing import plain_table, print_rows
from detente.cli.options import DEFAULT_ARCHIVE, ArchivePath, Format, FormatOption, Limit, Output


def unread(
    verbs: Annotated[
        bool, typer.Option("--verbs", help="List the verbs that no rule knows, most frequent first.")
    ] = False,
    article: Annotated[str | None, typer.Option(help="Only of this article.")] = None,
    limit: Limit = 50,
    archive: ArchivePath = DEFAULT_ARCHIVE,
    form: FormatOption = Format.TABLE,
    output: Output = None,
) -> None:
    """List sentences with two known actors and no claim, or the verbs that no rule knows."""
    with detente.open(archive, create=False) as record:
        if verbs:
            rows = [
                {"verb": v.verb, "times": v.count, "example": v.example} for v in record.archive.unread_verbs(limit)
            ]
            layout = plain_table(("verb", {}), ("times", {"justify": "right"}), ("example", {"ratio": 1}))
        else:
            found = record.archive.unread(limit, article)
            rows = [
                {
                    "article": u.article.id[:9], "actors": ", ".join(u.unread.actors),
                    "verbs": ", ".join(u.unread.verbs), "sentence": u.unread.sentence.text,
                }
                for u in found
            ]  # fmt: skip
            layout = plain_table(
                ("article", {"style": "dim"}),
                ("actors", {"max_width": 22}),
                ("verbs", {"max_width": 18}),
                ("sentence", {"ratio": 1}),
            )
    columns = list(rows[0]) if rows else [str(c.header) for c in layout.columns]
    count = print_rows(rows, columns, form, output, layout)
    if not count:
        typer.echo("nothing was left unread", err=True)

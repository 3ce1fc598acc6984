"""`detente claims`: list what the record holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

import detente
from detente.archive import ClaimRow, Claims
from detente.cli.listing import console, destination, needs_file, plain_table
from detente.cli.options import DEFAULT_ARCHIVE, ArchivePath, Format, FormatOption, Knowledge, Limit, Output
from detente.cli.wording import COLOURS, arrow, speaker_words, type_words, when_words
from detente.exchange import claim_record, write_csv, write_jsonl

_DAY = ["%Y-%m-%d", "%Y-%m", "%Y"]
_TABLE_ROWS = 50
_ID = 9


def claims(
    between: Annotated[
        tuple[str, str] | None, typer.Option(help="Both are parties: names, codes or aliases.", metavar="A B")
    ] = None,
    actor: Annotated[str | None, typer.Option(help="Is a party.")] = None,
    kind: Annotated[
        list[str] | None, typer.Option(help="event, tie, stance, flow, project, statement or trait.")
    ] = None,
    claim_type: Annotated[
        list[str] | None, typer.Option("--type", help="A PLOVER root, or a tie, stance, ... type.")
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option(help="actual, ongoing, planned, possible, intended, negated, asked.")
    ] = None,
    since: Annotated[datetime | None, typer.Option(formats=_DAY, help="It happened or held then or later.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=_DAY, help="It happened or held then or earlier.")] = None,
    issue: Annotated[list[str] | None, typer.Option(help="For instance energy or territory.")] = None,
    sector: Annotated[list[str] | None, typer.Option(help="A PLOVER sector of a party, for instance MIL.")] = None,
    outlet: Annotated[list[str] | None, typer.Option(help="Published there.")] = None,
    speaker: Annotated[str | None, typer.Option(help="Said by this code or name.")] = None,
    text: Annotated[str | None, typer.Option(help="These words stand in the sentence.")] = None,
    article: Annotated[str | None, typer.Option(help="Read in this article.")] = None,
    background: Annotated[bool | None, typer.Option("--background/--news", help="Only history, or only news.")] = None,
    limit: Limit = None,
    archive: ArchivePath = DEFAULT_ARCHIVE,
    form: FormatOption = Format.TABLE,
    output: Output = None,
    knowledge: Knowledge = None,
) -> None:
    """List claims with the words they were read from."""
    with detente.open(archive, knowledge=knowledge or (), create=False) as record:
        article_id = record.archive.head(article).id if article else None
        found = record.claims(
            between=between, actor=actor, kind=kind, type=claim_type, status=status, sector=sector,
            since=since.date() if since else None, until=_last_day(until), issue=issue, outlet=outlet,
            speaker=speaker, text=text, article=article_id, background=background, limit=limit,
        )  # fmt: skip
        print_claims(found, form, output)


def _last_day(until: datetime | None) -> str | None:
    """The day itself: "until 2019" means up to its first day only when nothing less was said."""
    return until.date().isoformat() if until else None


def print_claims(found: Claims, form: Format, output: Path | None) -> None:
    """Print claims in a format; a table shows the first fifty and says how many there are."""
    if form is Format.PARQUET:
        count = found.to_parquet(needs_file(output))
        typer.echo(f"wrote {count} claims to {output}", err=True)
        return
    with destination(output) as file:
        if form is Format.TABLE:
            total = len(found)
            console(file).print(claims_table(_first(found.rows(), _TABLE_ROWS)))
            if total > _TABLE_ROWS:
                typer.echo(f"{_TABLE_ROWS} of {total} claims; --format csv, jsonl or parquet gives them all", err=True)
            elif not total:
                typer.echo("no claims", err=True)
            return
        records = (claim_record(row.claim, row.article) for row in found.rows())
        write = write_csv if form is Format.CSV else write_jsonl
        write(records, file)


def _first(rows: Iterable[ClaimRow], number: int) -> Iterator[ClaimRow]:
    for n, row in enumerate(rows):
        if n >= number:
            return
        yield row


def claims_table(rows: Iterable[ClaimRow]) -> object:
    """Claims as a table that fits the terminal: who, what, when, how sure, who says so, and the words."""
    table = plain_table(
        ("claim", {"no_wrap": True, "style": "dim"}),
        ("when", {"max_width": 12}),
        ("what", {"max_width": 22}),
        ("who", {"max_width": 26}),
        ("status", {}),
        ("says", {"max_width": 18}),
        ("words", {"ratio": 1, "min_width": 24}),
    )
    table.expand = True
    for row in rows:
        claim = row.claim
        first, last = claim.start - claim.sentence.start, claim.end - claim.sentence.start
        source = row.article.outlet or row.article.title
        words = escape(claim.sentence.text[first:last])
        said = f"“{words}” [dim]{escape(source)} {row.article.published or ''}[/]"
        colour = COLOURS[claim.sign]
        table.add_row(
            claim.id[:_ID], when_words(claim.when), f"[{colour}]{type_words(claim)}[/]", escape(arrow(claim)),
            str(claim.status), escape(speaker_words(claim.speaker)), said,
        )  # fmt: skip
    return table

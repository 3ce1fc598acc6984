"""`detente claims`: list what the record holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

import detente
from detente.archive import ClaimRow, Claims
from detente.cli.boxes import box_lines, boxes
from detente.cli.listing import console, destination, needs_file, plain_table
from detente.cli.options import DEFAULT_ARCHIVE, ArchivePath, Format, FormatOption, Knowledge, Limit, Output
from detente.cli.wording import COLOURS, arrow, box_words, speaker_words, type_words, when_words
from detente.exchange import claim_record, write_csv, write_jsonl
from detente.knowledge.days import first_day, last_day
from detente.model import Claim, Kind

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
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="It happened or held then or later: 2016, 2016-05, 2016-05-17.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="It happened or held then or earlier.")] = None,
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
            since=first_day(since), until=last_day(until), issue=issue, outlet=outlet,
            speaker=speaker, text=text, article=article_id, background=background, limit=limit,
        )  # fmt: skip
        print_claims(found, form, output)


def print_claims(found: Claims, form: Format, output: Path | None) -> None:
    """Print claims in a format; a table shows the first fifty and says how many there are."""
    if form is Format.PARQUET:
        count = found.to_parquet(needs_file(output))
        typer.echo(f"wrote {count} claims to {output}", err=True)
        return
    with destination(output) as file:
        if form is Format.TABLE:
            total = len(found)
            if not total:
                typer.echo("no claims", err=True)
                return
            shown = list(_first(found.rows(), _TABLE_ROWS))
            boxed = all(row.claim.kind in (Kind.PROJECT, Kind.FLOW) for row in shown)
            console(file).print(boxes_table(shown) if boxed else claims_table(shown))
            if total > _TABLE_ROWS:
                typer.echo(f"{_TABLE_ROWS} of {total} claims; --format csv, jsonl or parquet gives them all", err=True)
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
    """Claims for a terminal of any width: what is claimed in one line, the words and their source below."""
    table = plain_table(("claim", {"no_wrap": True, "style": "dim"}), ("what was read", {"ratio": 1}))
    table.expand = True
    for row in rows:
        lines = [_said_shortly(row.claim), escape(box_words(row.claim)), _quoted(row)]
        table.add_row(row.claim.id[:_ID], "\n".join(line for line in lines if line))
    return table


def boxes_table(rows: Iterable[ClaimRow]) -> object:
    """Projects and flows as boxes beside the story: the facts of each, then the words and their source."""
    table = plain_table(("claim", {"no_wrap": True, "style": "dim"}), ("what was read", {"ratio": 1}))
    table.expand = True
    for box in boxes(rows):
        ids = "\n".join(claim.id[:_ID] for claim in box.claims)
        lines = [f"[bold]{escape(box.title)}[/]", *map(escape, box_lines(box)), *map(_quoted, box.rows)]
        table.add_row(ids, "\n".join(lines))
    return table


def _said_shortly(claim: Claim) -> str:
    """When, what, who, how sure, and who says so."""
    told = f"{when_words(claim.when)}  [{COLOURS[claim.sign]}]{type_words(claim)}[/]  [bold]{escape(arrow(claim))}[/]"
    says = f"  says {escape(speaker_words(claim.speaker))}" if claim.speaker else ""
    return f"{told}  {claim.status}{says}"


def _quoted(row: ClaimRow) -> str:
    """The words of a claim and where they stood."""
    start = row.claim.sentence.start
    words = row.claim.sentence.text[row.claim.start - start : row.claim.end - start]
    source = f"{row.article.outlet or row.article.title}, {row.article.published or 'date unknown'}"
    return f"“{escape(words)}” [dim]{escape(source)}[/]"

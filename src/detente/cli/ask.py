"""`detente ask`: questions in plain English, answered in cited sentences."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape

import detente
from detente.cli.listing import console
from detente.cli.options import DEFAULT_ARCHIVE, ArchivePath, Knowledge, Limit

if TYPE_CHECKING:
    from detente.answers.answer import Answer
    from detente.answers.statements import Citation, Statement

_PROMPT = "? "


def ask(
    questions: Annotated[
        list[str] | None, typer.Argument(metavar="QUESTION...", help="Questions; each may lean on the one before.")
    ] = None,
    follow: Annotated[bool, typer.Option("--follow", help="Go on with questions from standard input.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a question, with the query as read.")
    ] = False,
    check: Annotated[
        bool,
        typer.Option("--check/--no-check", help="Read each sentence again; quote the report where it differs."),
    ] = True,
    limit: Limit = None,
    archive: ArchivePath = DEFAULT_ARCHIVE,
    knowledge: Knowledge = None,
) -> None:
    """Answer questions from the record, each line with its sources; where it does not say, say so.

    Examples: detente ask "Who backed whom in Yemen after 2015?"; detente ask "What does Egypt fear from Ethiopia?"
    "And Sudan?" "Why?"; detente ask --follow
    """
    if not questions and not follow:
        raise typer.BadParameter("ask something, or add --follow to be asked")
    with detente.open(archive, knowledge=knowledge or (), create=False) as record:
        previous: Answer | None = None
        for question in _questions(questions or [], follow):
            previous = record.ask(question, previous, limit=limit, check=check)
            if as_json:
                typer.echo(json.dumps(previous.record(), ensure_ascii=False))
            else:
                print_answer(console(), previous)


def _questions(given: Iterable[str], follow: bool) -> Iterator[str]:
    yield from given
    if not follow:
        return
    while True:
        if sys.stdin.isatty():
            typer.echo(_PROMPT, nl=False)
        line = sys.stdin.readline()
        if not line:
            return
        if line.strip():
            yield line.strip()


def print_answer(out: Console, answer: Answer) -> None:
    """Print an answer: its lines with numbered sources, then the sources with their quotes."""
    cited: list[Citation] = []
    out.print(f"[bold]{escape(answer.query.question)}[/]", soft_wrap=True)
    if answer.lead:
        out.print(escape(answer.lead), soft_wrap=True)
    _print_lines(out, answer.statements, cited)
    if answer.differences:
        out.print("[dim]Where reports differ:[/]")
        _print_lines(out, answer.differences, cited)
    if answer.nearest:
        out.print("[dim]The nearest thing that it has:[/]")
        _print_lines(out, answer.nearest, cited)
    for number, citation in enumerate(cited, 1):
        head = ", ".join(filter(None, (citation.outlet or "outlet unknown", str(citation.date or "undated"))))
        out.print(
            f"  [dim]{number:>3}  {escape(head)}: “{escape(citation.quote)}” {citation.claim_id[:9]}[/]", soft_wrap=True
        )
    out.print()


def _print_lines(out: Console, lines: Iterable[Statement], cited: list[Citation]) -> None:
    for line in lines:
        numbers = []
        for citation in line.citations:
            same = next(
                (n for n, c in enumerate(cited, 1) if (c.article_id, c.quote) == (citation.article_id, citation.quote)),
                0,
            )
            if not same:
                cited.append(citation)
            numbers.append(same or len(cited))
        marks = "".join(f"[{n}]" for n in dict.fromkeys(numbers))
        out.print(f"  • {escape(line.text)} [dim]{escape(marks)}[/]", soft_wrap=True)

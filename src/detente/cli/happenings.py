"""`detente happenings` and `detente happening`: what happened, put together from all that reports it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape

import detente
from detente.cli.listing import console, plain_table, print_rows
from detente.cli.options import DEFAULT_ARCHIVE, ArchivePath, Format, FormatOption, Knowledge, Limit, Output
from detente.cli.wording import when_words
from detente.knowledge.days import first_day, last_day
from detente.linking import Account, Report
from detente.model import Difference, Happening, Judgement, Precision

_ID = 9
_COLUMNS = (
    *("id", "type", "mode", "cameo", "quad", "score", "source", "target", "start", "end", "precision", "place"),
    *("stage", "background", "reported", "voices", "articles", "likeness", "claims"),
)


def happenings(
    between: Annotated[
        tuple[str, str] | None, typer.Option(help="Both are parties: names, codes or aliases.", metavar="A B")
    ] = None,
    actor: Annotated[str | None, typer.Option(help="Is a party.")] = None,
    event_type: Annotated[list[str] | None, typer.Option("--type", help="A PLOVER root, for instance CONSULT.")] = None,
    stage: Annotated[list[str] | None, typer.Option(help="announced, under way, done or denied.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Then or later: 2016, 2016-05, 2016-05-17.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Then or earlier.")] = None,
    background: Annotated[
        bool | None, typer.Option("--background/--news", help="Only what is told as history, or only news.")
    ] = None,
    voices: Annotated[int, typer.Option(min=1, help="Told by at least so many independent sources.")] = 1,
    articles: Annotated[int, typer.Option(min=1, help="Told in at least so many articles.")] = 1,
    same: Annotated[
        tuple[str, str] | None, typer.Option(metavar="ID ID", help="Say that two happenings or claims are one event.")
    ] = None,
    different: Annotated[
        tuple[str, str] | None, typer.Option(metavar="ID ID", help="Say that two happenings or claims are two events.")
    ] = None,
    reason: Annotated[str, typer.Option(help="Why you say so; kept with the judgement.")] = "",
    limit: Limit = None,
    archive: ArchivePath = DEFAULT_ARCHIVE,
    form: FormatOption = Format.TABLE,
    output: Output = None,
    knowledge: Knowledge = None,
) -> None:
    """List what happened: one line an event, however many articles report it.

    With --same or --different you put two together or tell them apart; the judgement is dated, kept beside
    those of the rules, and goes before them.

    Examples: detente happenings --between Ethiopia Eritrea --since 1998 --until 2000;
    detente happenings --voices 2 --news; detente happenings --different cd9dd0441 c3e2b6f10 --reason "two visits"
    """
    with detente.open(archive, knowledge=knowledge or (), create=False) as record:
        if same or different:
            left, right = same or different or ("", "")
            found = record.judge(left, right, same=bool(same), reason=reason)
        else:
            found = record.happenings(
                between=between, actor=actor, type=event_type, stage=stage, background=background,
                since=first_day(since), until=last_day(until), least_voices=voices, least_articles=articles,
                limit=limit,
            )  # fmt: skip
    if not found:
        typer.echo("no happenings", err=True)
        return
    print_happenings(found, form, output)


def print_happenings(found: Iterable[Happening], form: Format, output: Path | None) -> int:
    """Print happenings in a format; how many there were."""
    table = plain_table(
        ("happening", {"no_wrap": True, "style": "dim"}), ("when", {"no_wrap": True}), ("what", {"ratio": 1}),
        ("told by", {"no_wrap": True}),
    )  # fmt: skip
    if form is Format.TABLE:
        rows: Iterator[dict[str, Any]] = (_line(h) for h in found)
        return print_rows(rows, ("happening", "when", "what", "told by"), form, output, table)
    return print_rows((_row(h, form) for h in found), _COLUMNS, form, output, table)


def _line(happening: Happening) -> dict[str, Any]:
    stage = "" if happening.stage == "done" else f", {happening.stage}"
    place = f" in {happening.place}" if happening.place else ""
    return {
        "happening": happening.id[:_ID],
        "when": time_words(happening),
        "what": escape(f"{what_words(happening)}{place}{stage}"),
        "told by": sources_words(happening),
    }


def what_words(happening: Happening) -> str:
    """What was done, by whom and to whom, in one line."""
    name = f"{happening.type}:{happening.mode}" if happening.mode else happening.type
    source, target = (", ".join(side) or "?" for side in (happening.source, happening.target))
    arrow = "↔" if happening.symmetric else "→"
    return f"{name}  {source} {arrow} {target}" if happening.target else f"{name}  {source}"


def time_words(happening: Happening) -> str:
    """When it was, or when it was reported where no report gives a time."""
    if happening.when.precision is Precision.REPORTED:
        return f"told {happening.reported}" if happening.reported else "undated"
    return when_words(happening.when)


def sources_words(happening: Happening) -> str:
    """How many independent sources tell of it, and in how many articles."""
    voices = f"{happening.voices} source{'s' * (happening.voices != 1)}"
    told = voices if happening.articles == happening.voices else f"{voices}, {happening.articles} articles"
    return f"{told}, as history" if happening.background else told


def _row(happening: Happening, form: Format) -> dict[str, Any]:
    many = {"source": happening.source, "target": happening.target, "claims": happening.claims}
    return {
        **{name: getattr(happening, name) for name in _COLUMNS if hasattr(happening, name)},
        **{name: "; ".join(values) if form is Format.CSV else list(values) for name, values in many.items()},
        "start": happening.when.start,
        "end": happening.when.end,
        "precision": str(happening.when.precision),
        "stage": str(happening.stage),
    }


def happening(
    happening_id: Annotated[
        str, typer.Argument(metavar="ID", help="The id of a happening or of one of its claims, or its beginning.")
    ],
    archive: ArchivePath = DEFAULT_ARCHIVE,
    knowledge: Knowledge = None,
) -> None:
    """Show one happening: its reports by source, where they differ, and why they were put together.

    Example: detente happening he7f93221
    """
    with detente.open(archive, knowledge=knowledge or (), create=False) as record:
        account = record.happening(happening_id)
    out = console()
    out.print(f"[bold]{escape(what_words(account.happening))}[/]  [dim]{account.happening.id}[/]")
    for label, words in _facts(account):
        out.print(f"  {label:<9} {words}")
    _print_reports(out, account.reports)
    if account.differences:
        out.print("\n[bold]Where they differ[/]")
        for difference in account.differences:
            print_difference(out, difference)
    _print_judgements(out, account)


def _facts(account: Account) -> list[tuple[str, str]]:
    found = account.happening
    rows = [("when", escape(time_words(found))), ("stage", str(found.stage)), ("told by", sources_words(found))]
    if found.cameo:
        rows.append(("codes", f"CAMEO {found.cameo}, quad {found.quad}, score {found.score}"))
    if found.place:
        rows.append(("place", escape(found.place)))
    if len(account.story.articles) > 1:
        rows.append(("story", f"{len(account.story.articles)} articles, {account.story.first} to {account.story.last}"))
    return rows


def _print_reports(out: Console, reports: Iterable[Report]) -> None:
    shown: dict[str, list[Report]] = {}
    for report in reports:
        shown.setdefault(report.voice, []).append(report)
    for number, held in enumerate(shown.values(), 1):
        out.print(
            f"\n[bold]Source {number}[/]" + (" [dim](reprints and copies of one another)[/]" if len(held) > 1 else "")
        )
        for report in held:
            article, claim = report.row.article, report.row.claim
            head = " · ".join(filter(None, (article.outlet, article.agency, str(article.published or "date unknown"))))
            told = f"{claim.status}, {when_words(claim.when)}" + (", as history" if claim.background else "")
            out.print(f"  “{escape(claim.sentence.text)}”")
            out.print(f"  [dim]{escape(head)} · {report.id[:_ID]} · {escape(told)}[/]")


def print_difference(out: Console, difference: Difference) -> None:
    """Print where two reports part, with both quotes."""
    turn = f" ({difference.turn})" if difference.turn else ""
    left, right = difference.values
    out.print(f"[bold]{difference.what}[/]{turn}: {escape(left)} [dim]or[/] {escape(right)}")
    for claim, quote in ((difference.left, difference.quotes[0]), (difference.right, difference.quotes[1])):
        out.print(f"  “{escape(quote)}”" + (f" [dim]{claim[:_ID]}[/]" if claim else ""))


def _print_judgements(out: Console, account: Account) -> None:
    inside = set(account.happening.claims)
    together = [j for j in account.judgements if j.same and {j.left, j.right} <= inside]
    apart = [j for j in account.judgements if not j.same]
    for heading, judgements in (("Why they are put together", together), ("What was kept apart", apart)):
        if judgements:
            out.print(f"\n[bold]{heading}[/]")
        for j in judgements:
            out.print(f"  {_judged(j)}\n    [dim]{escape(j.reason)}[/]" if j.reason else f"  {_judged(j)}")


def _judged(judgement: Judgement) -> str:
    verb = "and" if judgement.same else "not"
    who = judgement.by.partition(" ")[0]
    return (
        f"{judgement.left[:_ID]} {verb} {judgement.right[:_ID]}: {judgement.score:.2f}, "
        f"by {who} on {judgement.made:%Y-%m-%d}"
    )

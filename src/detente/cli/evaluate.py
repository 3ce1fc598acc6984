"""`detente evaluate`: gold that people have coded, compared with what ours make of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from detente.cli.listing import console, plain_table
from detente.cli.options import Knowledge, Model
from detente.knowledge import load

if TYPE_CHECKING:
    from detente.evaluating.gold import Gold
    from detente.evaluating.report import Level, Report

_SHOWN_BAD = 20


class ReportFormat(StrEnum):
    """How a report is printed."""

    TABLE = "table"
    JSONL = "jsonl"


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Sentences coded by people: .jsonl, .json, .csv or .tsv.")],
    coder: Annotated[str, typer.Option(help="Who codes: both, rules or model.")] = "both",
    model: Model = None,
    as_one: Annotated[
        bool | None,
        typer.Option("--yield/--no-yield", help="Count CONCEDE and RETREAT as one root; by default if the gold does."),
    ] = None,
    errors: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|N", help="Write all errors to this file, or print so many of them.", show_default=False
        ),
    ] = None,
    form: Annotated[ReportFormat, typer.Option("--format", "-f", help="How to print it.")] = ReportFormat.TABLE,
    knowledge: Knowledge = None,
) -> None:
    """Compare sentences that people have coded with what Detente makes of them.

    Lines with `marked` are coded as pairs; lines with `text` and events are read end to end and compared by root and
    the countries of both parties. The exit code is 1 when a line could not be used; each such line is named.
    """
    from detente.evaluating.gold import read_gold  # here, so that other commands do not load the reader

    known = load(knowledge or ())
    given = read_gold(gold, known)
    reports = _reports(given, coder, model, as_one, knowledge or [])
    for report in reports:
        if form is ReportFormat.JSONL:
            _print_lines(report)
        else:
            print_tables(report)
    _tell_errors(reports, errors)
    for bad in given.bad[:_SHOWN_BAD]:
        typer.echo(f"not used: {bad.where}: {bad.reason}", err=True)
    if len(given.bad) > _SHOWN_BAD:
        typer.echo(f"... and {len(given.bad) - _SHOWN_BAD} more lines that were not used", err=True)
    if given.bad:
        raise typer.Exit(1)


def _reports(given: Gold, coder: str, model: Path | None, as_one: bool | None, folders: list[Path]) -> list[Report]:
    """A report on the pairs and one on the sentences, whichever there are."""
    from detente.evaluating.classes import Classes
    from detente.evaluating.evaluate import evaluate_pairs, evaluate_sentences
    from detente.reading.read import Reader
    from detente.reading.relation import Coder, Relations
    from detente.reading.second_coder import SecondCoder

    if coder not in list(Coder):
        raise typer.BadParameter(f"{coder!r} is none of {', '.join(Coder)}", param_hint="--coder")
    if as_one is False and given.uses_yield:
        raise ValueError("the gold has YIELD, which is CONCEDE and RETREAT in one: it cannot be told apart (--yield)")
    if given.sentences and coder == Coder.MODEL:
        raise ValueError("whole sentences are read by both coders or by rules; the model alone codes marked pairs only")
    known = load(folders)
    classes = Classes(known, given.uses_yield if as_one is None else as_one)
    second = None if coder == Coder.RULES else SecondCoder(model) if model else SecondCoder()
    reports = []
    if given.pairs:
        reports.append(evaluate_pairs(given.pairs, Relations(known, Coder(coder), second), classes))
    if given.sentences:
        reports.append(evaluate_sentences(given.sentences, Reader(known, second), classes))
    return reports


# -- printing --------------------------------------------------------------------------------------------


def print_tables(report: Report) -> None:
    """Print a report as tables: shares, the figures at each level, which root was coded for which."""
    from detente.evaluating.report import confusion_rows

    out = console()
    out.print(f"\n[bold]{report.what}: {report.units}[/bold]")
    for share in report.shares:
        out.print(f"{share.name}: {share.count} of {share.of} ({_percent(share.count / share.of if share.of else 0)}%)")
    for level in report.levels:
        out.print(f"\n[bold]{level.name}[/bold]")
        out.print(_summary(level))
        if len(level.figures.classes) > 1:
            out.print(_classes(level))
    head, rows = confusion_rows(report.confusion)
    out.print("\n[bold]which root was coded for which[/bold]")
    out.print(_filled([(head[0], {}), *((name[:9], {"justify": "right"}) for name in head[1:])], rows))


def _summary(level: Level) -> Table:
    rows = []
    for name, value in level.measures.items():
        low, high = level.intervals.get(name, (value, value))
        rows.append((name, _percent(value), f"{_percent(low)} to {_percent(high)}"))
    return _filled([("%", {}), ("", {"justify": "right"}), ("95% interval", {})], rows)


def _classes(level: Level) -> Table:
    figures, right = level.figures, {"justify": "right"}
    rows: list[tuple[Any, ...]] = [
        (c.name, _percent(c.precision), _percent(c.recall), _percent(c.f1), c.gold, c.coded, c.right)
        for c in figures.classes
    ]
    mean = (figures.macro_precision, figures.macro_recall, figures.macro_f1)
    rows.append(("macro", *map(_percent, mean), "", "", ""))
    micro = figures.micro
    rows.append(
        ("micro", *map(_percent, (micro.precision, micro.recall, micro.f1)), micro.gold, micro.coded, micro.right)
    )
    names = ("class", "precision", "recall", "F1", "gold", "coded", "right")
    return _filled([(name, {} if name == "class" else right) for name in names], rows)


def _filled(columns: Iterable[tuple[str, dict[str, Any]]], rows: Iterable[Iterable[Any]]) -> Table:
    table = plain_table(*columns)
    for row in rows:
        table.add_row(*map(str, row))
    return table


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _print_lines(report: Report) -> None:
    """One line of JSON for each share, measure, class and cell of the confusion table."""
    rows: list[dict[str, Any]] = [{"row": "share", "name": s.name, "count": s.count, "of": s.of} for s in report.shares]
    for level in report.levels:
        for name, value in level.measures.items():
            interval = [round(end, 4) for end in level.intervals.get(name, (value, value))]
            rows.append(
                {"row": "measure", "level": level.name, "name": name, "value": round(value, 4), "interval": interval}
            )
        rows += [
            {
                "row": "class", "level": level.name, "name": c.name, "precision": round(c.precision, 4),
                "recall": round(c.recall, 4), "f1": round(c.f1, 4), "gold": c.gold, "coded": c.coded, "right": c.right,
            }
            for c in level.figures.classes
        ]  # fmt: skip
    rows += [{"row": "confusion", "gold": g, "coded": c, "count": n} for (g, c), n in sorted(report.confusion.items())]
    for row in rows:
        typer.echo(json.dumps({"what": report.what, "units": report.units, **row}, ensure_ascii=False))


def _tell_errors(reports: Iterable[Report], errors: str | None) -> None:
    """Errors to a file, one line of JSON each, or the first few of them to the terminal."""
    rows = [json.dumps(error, ensure_ascii=False) for report in reports for error in report.errors]
    if errors is None:
        return
    if errors.isdecimal():
        for row in rows[: int(errors)]:
            typer.echo(row)
        return
    Path(errors).write_text("".join(f"{row}\n" for row in rows), "utf-8")
    typer.echo(f"{len(rows)} errors written to {errors}", err=True)

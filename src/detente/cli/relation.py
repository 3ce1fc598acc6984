"""`detente relation`: what passes between two marked parties, sentence by sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from detente.cli.listing import plain_table, print_rows
from detente.cli.options import Format, FormatOption, Knowledge, Model, Output
from detente.knowledge import load

_COLUMNS = (
    "id",
    "root",
    "probability",
    "quad",
    "rules",
    "model",
    "agreed",
    "rule",
    "trigger",
    "mode",
    "cameo",
    "marked",
)


def relation(
    file: Annotated[
        Path,
        typer.Argument(
            help="Lines with `marked` (.jsonl), or one marked sentence a line; - reads standard input.",
            allow_dash=True,
        ),
    ],
    coder: Annotated[str, typer.Option(help="Who answers: both, rules or model.")] = "both",
    model: Model = None,
    form: FormatOption = Format.JSONL,
    output: Output = None,
    knowledge: Knowledge = None,
) -> None:
    """Code what a source does to a target where both are marked: <s>France</s> recognised <t>Bangladesh</t>.

    Prints for each sentence the root, its probability, what each coder answered, and the rule.
    """
    from detente.reading.relation import Coder, Relations  # here, so that other commands do not load the reader
    from detente.reading.second_coder import SecondCoder

    if coder not in list(Coder):
        raise typer.BadParameter(f"{coder!r} is none of {', '.join(Coder)}", param_hint="--coder")
    rows = list(_rows(file))
    relations = Relations(load(knowledge or ()), Coder(coder), SecondCoder(model) if model else None)
    found = relations.read([row["_marked"] for row in rows])
    answered = ({**_row(r), "id": row["id"], "marked": row["marked"]} for row, r in zip(rows, found, strict=True))
    shown = ({c: row[c] for c in _COLUMNS} for row in answered)
    table = plain_table(*((c, {"overflow": "fold"}) for c in _COLUMNS))
    print_rows(shown, _COLUMNS, form, output, table)


def _row(relation: Any) -> dict[str, Any]:
    rules, model = relation.rules, relation.model
    return {
        "root": relation.root or None, "quad": relation.quad,
        "probability": None if relation.probability is None else round(relation.probability, 4),
        "rules": rules.root if rules else None, "rule": rules.rule if rules else None,
        "trigger": rules.trigger if rules else None, "mode": (rules.mode or None) if rules else None,
        "cameo": (rules.cameo or None) if rules else None,
        "model": None if model is None else {"root": model.root, "probability": round(model.probability, 4)},
        "agreed": relation.agreed,
    }  # fmt: skip


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    """The marked sentences of a file; ValueError that names the line where one is not marked as it should be."""
    from detente.reading.marked import MarkError
    from detente.reading.marked_pair import unmark_pair

    text = typer.get_text_stream("stdin").read() if str(file) == "-" else file.read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            given = json.loads(line) if line.lstrip().startswith("{") else {"marked": line}
            yield {"id": given.get("id", number), "marked": given["marked"], "_marked": unmark_pair(given["marked"])}
        except KeyError:
            raise ValueError(f"{file}, line {number}: has no `marked`") from None
        except (MarkError, json.JSONDecodeError, TypeError) as error:
            raise ValueError(f"{file}, line {number}: {error}") from error

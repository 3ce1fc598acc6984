"""`detente train`: a second coder of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.knowledge import load

if TYPE_CHECKING:
    from detente.training.course import Told


def train(
    labels: Annotated[
        Path, typer.Argument(help="Labelled sentences: .jsonl with `marked` and `root`, .tsv, or a folder of them.")
    ],
    out: Annotated[
        Path | None, typer.Option("--out", help="The folder to write the model to; may be left out with --folds.")
    ] = None,
    layers: Annotated[int, typer.Option(min=1, max=6, help="Layers: 3 is twice as fast, 6 a little better.")] = 3,
    rounds: Annotated[int, typer.Option(min=1, help="How often to go through the sentences.")] = 5,
    own: Annotated[
        bool, typer.Option("--own/--no-own", help="Learn from the project's own sentences before yours.")
    ] = True,
    folds: Annotated[
        int, typer.Option(min=0, help="Say how good it gets on labels it has not seen, in so many folds.")
    ] = 0,
    seed: Annotated[int, typer.Option(help="What chance starts from.")] = 0,
) -> None:
    """Train a second coder on labels of your own, to be used with --model.

    It learns from the project's own sentences first, then goes on with your labels and as many of ours among them. With
    --folds N the first part is done once; for each fold a copy goes on with the labels of the other folds and is asked
    for those of this one, which it has not seen. Needs torch: pip install 'detente[train]'.
    """
    from detente.training.labelled import read_labelled
    from detente.training.own import check_installed, own_sentences

    if out is None and not folds:
        raise typer.BadParameter("say where the model goes", param_hint="--out")
    if folds == 1:
        raise typer.BadParameter("needs at least 2", param_hint="--folds")
    check_installed()
    rows = read_labelled(labels)
    if not rows:
        raise ValueError(f"{labels}: holds no labelled sentences")
    known = {row.marked for row in rows}
    ours = [row for row in own_sentences() if row.marked not in known] if own else []

    from detente.training.course import base, cross_validated, go_on  # here, for they need torch
    from detente.training.export import export
    from detente.training.fit import Plan

    plan = Plan(layers=layers, rounds=rounds, seed=seed)
    told = _telling(rounds)
    typer.echo(f"{len(ours)} sentences of our own, {len(rows)} labels of {labels}", err=True)
    start = base(ours, plan, told)
    if folds:
        _print_figures(*cross_validated(start, rows, ours, plan, folds, told), folds)
    if out is not None:
        export(go_on(start, rows, ours, plan, told), out, sentences=len(ours) + len(rows))
        typer.echo(f"model written to {out}")


def _telling(rounds: int) -> Told:
    """Says on the terminal how each round went."""

    def tell(what: str, number: int, loss: float) -> None:
        typer.echo(f"{what}: round {number} of {rounds}, mean loss {loss:.3f}", err=True)

    return tell


def _print_figures(gold: Sequence[str], said: Sequence[str], folds: int) -> None:
    from detente.cli.evaluate import print_tables
    from detente.evaluating.classes import Classes
    from detente.evaluating.evaluate import compare_labels

    classes = Classes(load(), as_one="YIELD" in gold)
    report = compare_labels(_roots(gold), _roots(said), classes, f"labels not seen in training ({folds} folds)")
    print_tables(report)


def _roots(labels: Sequence[str]) -> list[str]:
    return ["" if label == "NONE" else label for label in labels]

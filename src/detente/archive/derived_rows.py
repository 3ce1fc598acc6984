"""Happenings, judgements and copied passages as rows of the derived tables, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from typing import Any

from detente.model import Happening, Judgement, Passage, Precision, Reuse, Span, Stage, When

Row = Mapping[str, Any]

#: Fields of a happening that a row holds as they are.
_PLAIN = (
    *("id", "type", "mode", "cameo", "quad", "score", "symmetric", "place", "background", "reported"),
    *("voices", "articles", "likeness", "reason"),
)
_LISTS = ("source", "target", "source_countries", "target_countries")


def happening_row(happening: Happening) -> dict[str, Any]:
    """A happening as a row of `happenings`."""
    row = {name: getattr(happening, name) for name in _PLAIN}
    row |= {name: list(getattr(happening, name)) for name in _LISTS}
    row |= {
        "when_start": happening.when.start,
        "when_end": happening.when.end,
        "when_precision": str(happening.when.precision),
        "when_text": happening.when.text,
        "stage": str(happening.stage),
        "stages": [{"stage": str(stage), "claims": list(claims)} for stage, claims in happening.stages],
    }
    return row


def happening_from(row: Row) -> Happening:
    """The happening that a row of `happenings` holds."""
    values: dict[str, Any] = {name: row[name] for name in _PLAIN} | {name: tuple(row[name]) for name in _LISTS}
    return Happening(
        **values,
        when=When(
            start=row["when_start"],
            end=row["when_end"],
            precision=Precision(row["when_precision"]),
            text=row["when_text"],
        ),
        stage=Stage(row["stage"]),
        stages=tuple((Stage(told["stage"]), tuple(told["claims"])) for told in row["stages"]),
    )


def judgement_row(judgement: Judgement) -> dict[str, Any]:
    """A judgement as a row of `judgements`; times are kept in UTC without saying so."""
    return {
        "left_claim": judgement.left,
        "right_claim": judgement.right,
        "same": judgement.same,
        "score": judgement.score,
        "reason": judgement.reason,
        "made_by": judgement.by,
        "made": judgement.made.astimezone(UTC).replace(tzinfo=None),
    }


def judgement_from(row: Row) -> Judgement:
    """The judgement that a row of `judgements` holds."""
    return Judgement(
        left=row["left_claim"],
        right=row["right_claim"],
        same=row["same"],
        score=row["score"],
        reason=row["reason"],
        by=row["made_by"],
        made=row["made"].replace(tzinfo=UTC),
    )


def reuse_row(reuse: Reuse) -> dict[str, Any]:
    """A copied passage as a row of `reuses`."""
    row: dict[str, Any] = {
        "similarity": reuse.similarity,
        "manner": reuse.manner,
        "giver": reuse.giver,
        "reason": reuse.reason,
    }
    for side, passage in (("left", reuse.left), ("right", reuse.right)):
        row |= {
            f"{side}_article": passage.article,
            f"{side}_start": passage.span.start,
            f"{side}_end": passage.span.end,
            f"{side}_text": passage.span.text,
        }
    return row


def reuse_from(row: Row) -> Reuse:
    """The copied passage that a row of `reuses` holds."""
    left, right = (
        Passage(
            article=row[f"{side}_article"],
            span=Span(start=row[f"{side}_start"], end=row[f"{side}_end"], text=row[f"{side}_text"]),
        )
        for side in ("left", "right")
    )
    return Reuse(
        left=left,
        right=right,
        similarity=row["similarity"],
        manner=row["manner"],
        giver=row["giver"],
        reason=row["reason"],
    )

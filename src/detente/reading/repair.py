"""Mend what the parser is known to get wrong, before any question is asked of the parse."""

from __future__ import annotations

from detente.reading.tokens import SUBJECTS, Row

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BETWEEN = frozenset({"aux", "auxpass", "neg", "advmod"})


def repaired(rows: list[Row]) -> list[Row]:
    """The rows of a parse with subjects restored to the second of two joined clauses.

    In "Iraq attacked Iran and Syria closed its border" the parser often joins Syria to Iran and leaves
    "closed" without a subject.
    """
    for verb, row in enumerate(rows):
        if row.dep == "conj" and row.tag in _FINITE and row.head < verb and rows[row.head].tag[:2] == "VB":
            noun = _stranded_subject(rows, verb)
            if noun is not None:
                rows[noun] = rows[noun]._replace(head=verb, dep="nsubj")
    return rows


def _stranded_subject(rows: list[Row], verb: int) -> int | None:
    """The noun joined to another right before a verb that lacks a subject, None where there is none."""
    if any(r.head == verb and r.dep in SUBJECTS for r in rows):
        return None
    before = verb - 1
    while before >= 0 and rows[before].head == verb and rows[before].dep in _BETWEEN:
        before -= 1
    if before < 0 or rows[before].dep != "conj" or rows[before].tag[:2] not in ("NN", "PR"):
        return None
    joined_to = rows[rows[before].head]
    object_of_first = joined_to.dep in ("dobj", "pobj") and rows[before].head > rows[verb].head
    return before if object_of_first else None

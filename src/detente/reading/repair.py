"""Mend what the parser is known to get wrong, before any question is asked of the parse."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.calendar_words import WEEKDAYS
from detente.reading.tokens import SUBJECTS, Row

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BETWEEN = frozenset({"aux", "auxpass", "neg", "advmod"})


def repaired(rows: list[Row], names: Sequence[tuple[int, int]] = ()) -> list[Row]:
    """The rows of a parse, mended; `names` are the stretches of characters that known names cover."""
    for start, end in names:
        _keep_name_whole(rows, start, end)
    for i, row in enumerate(rows):
        if row.word.lower() in WEEKDAYS and i and rows[i - 1].head == i and rows[i - 1].dep == "compound":
            _part_from_weekday(rows, i)
    _restore_subjects(rows)
    return rows


def _keep_name_whole(rows: list[Row], start: int, end: int) -> None:
    """Make the last word of a known name its head, and the others parts of it."""
    inside = [i for i, row in enumerate(rows) if start <= row.start < end]
    if len(inside) < 2:
        return
    outer = [i for i in inside if rows[i].head not in inside or rows[i].head == i]
    last = inside[-1]
    if len(outer) == 1 and outer[0] == last and rows[last].tag[:2] == "NN":
        return
    head = rows[outer[0]].head if outer else last
    dep = rows[outer[0]].dep if outer else rows[last].dep
    is_root = bool(outer) and rows[outer[0]].head == outer[0]
    for i in inside:
        rows[i] = rows[i]._replace(head=last, dep="compound", tag="NNP")
    rows[last] = rows[last]._replace(head=last if is_root else head, dep=dep)
    for i, row in enumerate(rows):
        if i not in inside and row.head in inside:
            rows[i] = row._replace(head=last)


def _part_from_weekday(rows: list[Row], day: int) -> None:
    """Give "Assad Tuesday" its parts: the name takes the place of the phrase, the day hangs on the verb."""
    name = day - 1
    rows[name] = rows[name]._replace(head=rows[day].head, dep=rows[day].dep)
    for i, row in enumerate(rows):
        if row.head == day and i != day:
            rows[i] = row._replace(head=name)
    verb = rows[name].head
    while rows[verb].tag[:2] not in ("VB", "MD") and rows[verb].head != verb:
        verb = rows[verb].head
    rows[day] = rows[day]._replace(head=verb, dep="npadvmod")


def _restore_subjects(rows: list[Row]) -> None:
    """Give the second of two joined clauses its subject back.

    In "Iraq attacked Iran and Syria closed its border" the parser often joins Syria to Iran and leaves
    "closed" without a subject.
    """
    for verb, row in enumerate(rows):
        if row.dep == "conj" and row.tag in _FINITE and row.head < verb and rows[row.head].tag[:2] == "VB":
            noun = _stranded_subject(rows, verb)
            if noun is not None:
                rows[noun] = rows[noun]._replace(head=verb, dep="nsubj")


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

"""Where somebody goes, where the parser read it as who is to do something there."""

from __future__ import annotations

from detente.reading.tokens import Row

#: verbs with "for" that say where somebody goes
_LEAVING = frozenset("leave depart head sail travel fly embark march decamp go quit".split())


def where_to(rows: list[Row]) -> None:
    """Make Libya the goal in "left for Libya to join", where it was read as who is to join."""
    for i, row in enumerate(rows):
        verb = row.head
        above = rows[verb].head
        if row.dep != "nsubj" or rows[verb].dep not in ("advcl", "xcomp") or rows[above].lemma not in _LEAVING:
            continue
        led = min((j for j, r in enumerate(rows) if r.head == i), default=i)
        before = min(led, i) - 1
        if before > above and rows[before].word.lower() == "for" and rows[before].head == verb:
            rows[before] = rows[before]._replace(head=above, dep="prep", tag="IN")
            rows[i] = row._replace(head=before, dep="pobj")

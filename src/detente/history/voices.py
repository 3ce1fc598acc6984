"""Independent sources: articles that copy one another, credit one agency or are an outlet's own are one voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.model import Reuse

#: a copied passage of so many characters makes two articles one voice on everything in it
LEAST_COPIED = 60


@dataclass(frozen=True, slots=True)
class Report:
    """An article as a source: who published it, whose copy it is, where it tells of the matter in hand."""

    article: str
    outlet: str
    agency: str
    #: offsets of the sentences in question
    spans: tuple[tuple[int, int], ...] = ()


def voices(reports: Sequence[Report], reuses: Iterable[Reuse]) -> dict[str, str]:
    """For each article the one that stands for its voice.

    Copying counts where it covers a sentence in question on either side, or where no sentence is given.
    """
    head = {report.article: report.article for report in reports}
    for one, two in _bound(reports, reuses):
        first, second = sorted((_top(head, one), _top(head, two)))
        head[second] = first
    return {article: _top(head, article) for article in head}


def _bound(reports: Sequence[Report], reuses: Iterable[Reuse]) -> Iterable[tuple[str, str]]:
    first: dict[str, str] = {}
    for report in reports:
        if name := (report.agency or report.outlet).casefold():
            yield first.setdefault(name, report.article), report.article
    by_id = {report.article: report for report in reports}
    for reuse in reuses:
        left, right = by_id.get(reuse.left.article), by_id.get(reuse.right.article)
        if left and right and _matters(reuse, left, right):
            yield left.article, right.article


def _matters(reuse: Reuse, left: Report, right: Report) -> bool:
    if len(reuse.left.span.text) < LEAST_COPIED:
        return False
    if not left.spans and not right.spans:
        return True
    ours = any(start < reuse.left.span.end and reuse.left.span.start < end for start, end in left.spans)
    theirs = any(start < reuse.right.span.end and reuse.right.span.start < end for start, end in right.spans)
    return ours or theirs


def _top(head: Mapping[str, str], article: str) -> str:
    while head[article] != article:
        article = head[article]
    return article

"""What the page shows of one happening: its reports by source, in whole sentences, with what was copied marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.archive import ClaimRow
from detente.linking import Account, Report, account
from detente.model import Happening, Reuse, Stage
from detente.web.view import View


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence; `copied` says that they stand in another report too, `told` that they are the claim's."""

    text: str
    copied: bool
    told: bool


@dataclass(frozen=True, slots=True)
class Source:
    """One independent source with its reports, the first of them first."""

    number: int
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A report's sentence in pieces."""

    report: Report
    pieces: tuple[Piece, ...]


def account_of(view: View, id_: str) -> Account:
    """The account of a happening, or of the happening of a claim; errors as of `Archive.happening_id`."""
    full = view.snapshot.happening_id(id_)
    derived = view.record.archive.derived
    return view.held.remember(("account", full), lambda: account(derived, full, view.knowledge.merging))


def sources_of(found: Account) -> list[Source]:
    """The independent sources, in the order of their first report."""
    held: dict[str, list[Report]] = {}
    for report in found.reports:
        held.setdefault(report.voice, []).append(report)
    return [Source(number, tuple(reports)) for number, reports in enumerate(held.values(), 1)]


def stages_of(found: Happening, reports: Sequence[Report]) -> list[tuple[Stage, list[Report]]]:
    """What is told of each stage, in the order in which a thing comes about."""
    by_id = {report.id: report for report in reports}
    return [(stage, [by_id[c] for c in claims if c in by_id]) for stage, claims in found.stages]


def reuses_of(view: View, found: Account) -> list[Reuse]:
    """Passages that the reports' articles took from one another."""
    articles = {report.row.article.id for report in found.reports}
    return view.record.archive.derived.reuses_among(articles) if len(articles) > 1 else []


def sentences_of(reports: Iterable[Report], reuses: Sequence[Reuse]) -> list[Sentence]:
    """Each report's sentence, cut where its claim begins and ends and where copied words do."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for reuse in reuses:
        for passage in (reuse.left, reuse.right):
            spans.setdefault(passage.article, []).append((passage.span.start, passage.span.end))
    return [Sentence(report, _pieces(report.row, spans.get(report.row.article.id, []))) for report in reports]


def _pieces(row: ClaimRow, copied: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    claim, sentence = row.claim, row.claim.sentence
    edges = {sentence.start, sentence.end, claim.start, claim.end, *(edge for span in copied for edge in span)}
    cuts = sorted(edge for edge in edges if sentence.start <= edge <= sentence.end)
    return tuple(
        Piece(
            text=sentence.text[start - sentence.start : end - sentence.start],
            copied=any(first <= start and end <= last for first, last in copied),
            told=claim.start <= start and end <= claim.end,
        )
        for start, end in zip(cuts, cuts[1:], strict=False)
    )

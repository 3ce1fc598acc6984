"""A backgrounder on two actors: its parts, its footnotes, and what it is written as."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from detente.answers.statements import Citation, Statement


class Style(StrEnum):
    """How a backgrounder is laid out."""

    QA = "qa"
    CHRONOLOGY = "chronology"
    DOSSIER = "dossier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a list: a label such as a day, words that mark it ("planned"), and what it states."""

    statement: Statement
    label: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a backgrounder: paragraphs of statements or a list of lines; a note is said by the program itself."""

    id: str
    heading: str
    paragraphs: tuple[tuple[Statement, ...], ...] = ()
    lines: tuple[Line, ...] = ()
    note: str = ""

    def statements(self) -> Iterator[Statement]:
        """All statements in order."""
        for some in self.paragraphs:
            yield from some
        for line in self.lines:
            yield line.statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A numbered citation."""

    number: int
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article that a backgrounder rests on."""

    outlet: str
    agency: str
    title: str
    published: date | None
    url: str
    article_id: str


@dataclass(frozen=True, kw_only=True)
class Brief:
    """A backgrounder: every statement in it has footnotes that quote the reports.

    `chart` is SVG, "" where there is none.  `composed` counts its sentences in words of our own, `quoted` those where a
    report speaks because no sentence was found that reads as its claims do.
    """

    style: Style
    names: tuple[str, str]
    until: date
    sections: tuple[Section, ...]
    sources: tuple[Source, ...] = ()
    chart: str = ""
    composed: int = 0
    quoted: int = 0

    @property
    def title(self) -> str:
        """The names of the two actors."""
        return " and ".join(self.names)

    def statements(self) -> Iterator[Statement]:
        """All statements in order."""
        for section in self.sections:
            yield from section.statements()

    @cached_property
    def footnotes(self) -> tuple[Footnote, ...]:
        """The citations in the order in which they are first needed; the same words of an article have one number."""
        found: dict[tuple[str, str], Footnote] = {}
        for statement in self.statements():
            for citation in statement.citations:
                key = (citation.article_id, citation.quote)
                found.setdefault(key, Footnote(number=len(found) + 1, citation=citation))
        return tuple(found.values())

    @cached_property
    def _numbers(self) -> dict[tuple[str, str], int]:
        return {(f.citation.article_id, f.citation.quote): f.number for f in self.footnotes}

    def numbers(self, statement: Statement) -> tuple[int, ...]:
        """The numbers of a statement's footnotes."""
        return tuple(sorted({self._numbers[c.article_id, c.quote] for c in statement.citations}))

    def markdown(self) -> str:
        """The backgrounder as Markdown with footnotes."""
        from detente.answers.rendering import markdown

        return markdown(self)

    def html(self) -> str:
        """The backgrounder as one self-contained page."""
        from detente.answers.rendering import html

        return html(self)

    def pdf(self, path: str | Path) -> Path:
        """Write the backgrounder as PDF; OSError says what is missing where the system cannot."""
        from detente.answers.rendering import pdf

        return pdf(self, Path(path))

"""Write a backgrounder: gather what an archive holds of two actors, compose it, check each sentence."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

from detente.answers.briefs import Brief, Section, Source, Style
from detente.answers.composing import Desk, answers, chronology, desk
from detente.answers.dossier import differences, dossier
from detente.answers.material import Material, gather
from detente.answers.verifying import Verifier
from detente.archive import Archive, ClaimRow
from detente.knowledge import Knowledge
from detente.model import Difference, Happening
from detente.relations import PairCourse, pair_course


def write(
    archive: Archive,
    knowledge: Knowledge,
    verifier: Verifier,
    pair: tuple[str, str],
    *,
    happenings: Sequence[Happening] = (),
    differing: Sequence[Difference] = (),
    style: Style = Style.QA,
    until: date | None = None,
) -> Brief | None:
    """The backgrounder on two codes by what was published up to a day; None where the archive holds nothing of them."""
    material = gather(archive, knowledge, happenings, *pair, until)
    if material is None:
        return None
    at = desk(material, knowledge, verifier)
    course = None
    if style is Style.DOSSIER:
        course = pair_course(archive, knowledge, *pair, until=until, known_on=until)
    differ = differences(differing, _rows(archive, differing, material), at)
    sections = _sections(at, style, course, differ)
    return _brief(at, style, sections, _svg(course) if course else "")


def _sections(at: Desk, style: Style, course: PairCourse | None, differ: Section) -> list[Section]:
    if style is Style.CHRONOLOGY:
        return chronology(at)
    found = dossier(at, course) if style is Style.DOSSIER else answers(at)
    silent = [section for section in found if section.id == "silent"]
    told = [section for section in found if section.id != "silent"]
    return [*told, *([differ] if differ.lines else []), *silent]


def _rows(archive: Archive, differing: Sequence[Difference], material: Material) -> dict[str, ClaimRow]:
    """The claims that reports differ in, as far as their articles had been published."""
    ids = {claim for one in differing for claim in (one.left, one.right)}
    return {
        row.claim.id: row
        for row in archive.claims_of(ids)
        if row.article.published is None or row.article.published <= material.until
    }


def _brief(at: Desk, style: Style, sections: Sequence[Section], chart: str) -> Brief:
    cited = {c.article_id for section in sections for s in section.statements() for c in s.citations}
    heads = [at.material.articles[id_] for id_ in cited if id_ in at.material.articles]
    statements = [s for section in sections for s in section.statements()]
    names = (at.pair[0].text, at.pair[1].text)
    return Brief(
        style=style,
        names=(_capital(names[0]), names[1]),
        until=at.material.until,
        sections=tuple(sections),
        sources=tuple(
            Source(
                outlet=h.outlet, agency=h.agency, title=h.title, published=h.published, url=h.url, article_id=h.id
            )
            for h in sorted(heads, key=lambda h: (h.published or date.min, h.outlet))
        ),
        chart=chart,
        quoted=sum(s.text[:1] == "“" or ": “" in s.text for s in statements),
        composed=sum(s.text[:1] != "“" and ": “" not in s.text for s in statements),
    )  # fmt: skip


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _svg(course: PairCourse) -> str:
    """The chart of a course as SVG."""
    drawn = io.StringIO()
    course.chart().save(drawn, format="svg")
    return drawn.getvalue()

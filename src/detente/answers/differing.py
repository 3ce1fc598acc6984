"""Where reports differ, as sentences with both quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from detente import linking
from detente.answers.lexicon import stems
from detente.answers.merging import Told
from detente.answers.query import Query
from detente.answers.statements import Citation, Statement
from detente.archive import Archive
from detente.archive.evidence import placed
from detente.knowledge import Knowledge
from detente.model import Difference

_MOST_BESIDE = 3
_WORDS = {"figure": "on a figure", "date": "on the day", "party": "on who it was", "order": "on what came first",
          "certainty": "on whether it is certain", "silence": "in what they leave out"}  # fmt: skip


def differences_of(archive: Archive, knowledge: Knowledge, lines: Sequence[Told]) -> list[Statement]:
    """Where the reports of what is told part from one another."""
    ids = [claim.id for line in lines for claim in line.claims]
    places = sorted(set(placed(archive.path, ids).values()))
    if not places:
        return []
    derived = archive.derived
    told_often = [h for h in derived.happenings(ids=places) if h.articles > 1]
    found = linking.all_differences(derived, told_often, knowledge.merging) if told_often else []
    return list(_said(archive, [d for d in found if d.what != "silence"]))[:_MOST_BESIDE]


def differences_asked(archive: Archive, knowledge: Knowledge, query: Query, most: int) -> list[Statement]:
    """Where reports of what a query names part: of happenings, then of whole articles on the same matter."""
    codes = [named.code for named in query.among + query.source + query.target if named.code][:2]
    between, actor = (codes, None) if len(codes) == 2 else (None, codes[0] if codes else None)
    derived, rules = archive.derived, knowledge.merging
    told = derived.happenings(between=between, actor=actor, since=query.since, until=query.until, least_articles=2)
    found = linking.all_differences(derived, told, rules)
    if between:
        found += linking.differences_in_texts(derived, between, query.since, query.until, rules)
    return list(_said(archive, _fitting(found, query)))[:most]


def _fitting(found: Iterable[Difference], query: Query) -> list[Difference]:
    """Each pair of values once, figures first; of those on what is asked for, where some are."""
    once = list({d.values: d for d in found}.values())
    asked = set(query.words)
    near = [d for d in once if asked & {word for quote in d.quotes for word in stems(quote)}]
    return sorted(near or once, key=lambda d: (d.what != "figure", d.what == "silence"))


def _said(archive: Archive, found: Iterable[Difference]) -> Iterator[Statement]:
    held = [d for d in found if d.left and d.right and all(quote.strip() for quote in d.quotes)]
    rows = {row.claim.id: row for row in archive.claims_of([i for d in held for i in (d.left, d.right)])}
    for difference in held:
        sides = [rows.get(id_) for id_ in (difference.left, difference.right)]
        if difference.left == difference.right or None in sides:
            continue
        cited = tuple(
            Citation(
                claim_id=row.claim.id,
                article_id=row.article.id,
                outlet=row.article.outlet,
                date=row.article.published,
                quote=quote,
            )
            for row, quote in zip(sides, difference.quotes, strict=True)
            if row
        )
        left, right = (c.outlet or "one report" for c in cited)
        values = difference.values
        text = f"Reports differ {_WORDS.get(difference.what, '')}: {left} has “{values[0]}”, {right} “{values[1]}”."
        yield Statement(text=text, claim_ids=tuple(c.claim_id for c in cited), citations=cited)

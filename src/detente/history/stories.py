"""Stories: articles on the same matter, by the happenings they share and the passages they copied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from detente.model import Happening, Reuse, Story

#: articles further apart than this are on another turn of the matter
DAYS = 7
#: copied characters that put two articles into one story
_COPIED = 200


def stories(
    published: Mapping[str, date | None],
    happenings: Iterable[tuple[Happening, Iterable[str]]],
    reuses: Iterable[Reuse] = (),
) -> list[Story]:
    """The stories of some articles, given with their days, the latest last.

    Each happening comes with the articles that tell of it as news; what is told as history ties nothing.
    """
    head = {article: article for article in published}
    told: dict[str, set[str]] = {article: set() for article in published}
    for happening, articles in happenings:
        known = sorted((a for a in articles if a in head), key=lambda a: published[a] or date.max)
        for article in known:
            told[article].add(happening.id)
        for one, two in zip(known, known[1:], strict=False):
            _join(head, published, one, two)
    for reuse in reuses:
        one, two = reuse.left.article, reuse.right.article
        if one in head and two in head and len(reuse.left.span.text) >= _COPIED:
            _join(head, published, one, two)
    return _gathered(head, published, told)


def _join(head: dict[str, str], published: Mapping[str, date | None], one: str, two: str) -> None:
    first, second = published[one], published[two]
    if first and second and abs((second - first).days) <= DAYS:
        a, b = sorted((_top(head, one), _top(head, two)))
        head[b] = a


def _gathered(
    head: Mapping[str, str], published: Mapping[str, date | None], told: Mapping[str, set[str]]
) -> list[Story]:
    groups: dict[str, list[str]] = {}
    for article in head:
        groups.setdefault(_top(head, article), []).append(article)
    found = []
    for articles in groups.values():
        days = sorted(day for a in articles if (day := published[a]))
        inside = sorted(articles, key=lambda a: (published[a] or date.max, a))
        happenings = sorted({h for a in articles for h in told[a]})
        first, last = (days[0], days[-1]) if days else (None, None)
        found.append(Story(articles=tuple(inside), happenings=tuple(happenings), first=first, last=last))
    return sorted(found, key=lambda s: (s.first or date.max, s.articles))


def _top(head: Mapping[str, str], article: str) -> str:
    while head[article] != article:
        article = head[article]
    return article

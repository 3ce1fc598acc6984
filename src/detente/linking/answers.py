"""Answers on happenings: the reports of each, what was judged of them, and where they part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from detente.archive.derived import ArticlePair, Derived
from detente.archive.filters import Day
from detente.archive.records import ArticleHead, ClaimRow
from detente.history.differences import Telling, differences, order_differences, text_differences
from detente.history.judgements import standing
from detente.history.mentions import Mention
from detente.history.stories import stories
from detente.knowledge import Merging
from detente.linking.catching_up import copied, mentions_of, sources
from detente.model import Difference, Happening, Judgement, Story

#: happenings whose reports are compared at one go
_AT_ONCE = 200
#: articles that one article is compared with, of those next to it in time
_NEIGHBOURS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A claim of a happening with the head of its article; `voice` is the article that stands for its source."""

    id: str
    row: ClaimRow
    voice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """All that is known of a happening: its reports in order, how they part, why they were put together."""

    happening: Happening
    reports: tuple[Report, ...]
    differences: tuple[Difference, ...]
    judgements: tuple[Judgement, ...]
    story: Story


def account(derived: Derived, id_: str, rules: Merging) -> Account:
    """The account of the happening with this id."""
    (happening,) = derived.happenings(ids=[id_])
    rows = derived.claims(happening.claims)
    held = mentions_of(rows)
    group = sorted(held.values(), key=lambda m: (m.published is None, m.published, m.claim.article, m.claim.start))
    voice = sources(group, copied(derived, {m.claim.article for m in group}))
    by_id = dict(rows)
    return Account(
        happening=happening,
        reports=tuple(
            Report(id=m.id, row=by_id[m.id], voice=voice.get(m.claim.article, m.claim.article)) for m in group
        ),
        differences=tuple(all_differences(derived, [happening], rules)),
        judgements=tuple(standing(derived.judgements(happening.claims))),
        story=_story(derived, happening, {row.article.id: row.article for row in by_id.values()}),
    )


def all_differences(derived: Derived, happenings: Sequence[Happening], rules: Merging) -> list[Difference]:
    """Where the reports of some happenings part, happening by happening, then in what order they put them."""
    told_often = [h for h in happenings if h.articles > 1]
    found: list[Difference] = []
    groups: dict[str, list[Mention]] = {}
    for start in range(0, len(told_often), _AT_ONCE):
        found += _differences(derived, told_often[start : start + _AT_ONCE], rules, groups)
    return found + order_differences({h.id: h for h in told_often}, groups)


def _differences(
    derived: Derived, happenings: Sequence[Happening], rules: Merging, groups: dict[str, list[Mention]]
) -> list[Difference]:
    held = mentions_of(derived.claims([claim for h in happenings for claim in h.claims]))
    articles = {m.claim.article for m in held.values()}
    texts = {text.id: text.text for text in derived.texts(articles)}
    between = copied(derived, articles)
    found: list[Difference] = []
    for happening in happenings:
        group = [held[claim] for claim in happening.claims if claim in held]
        groups[happening.id] = group = sorted(group, key=lambda m: (m.published is None, m.published, m.claim.article))
        found += differences(happening, group, texts, sources(group, between), rules)
    return found


def differences_in_texts(
    derived: Derived, between: Sequence[str] | None, since: Day | None, until: Day | None, rules: Merging
) -> list[Difference]:
    """Figures that differ between articles of one day or the next which tell most of the same pair of states."""
    found: list[Difference] = []
    for pair, group in groupby(derived.main_pairs(between, since, until), key=lambda row: row[0]):
        articles = [article for _, article in group]
        near = [
            (one, two)
            for n, one in enumerate(articles)
            for two in articles[n + 1 : n + 1 + _NEIGHBOURS]
            if (two.published - one.published).days <= 1 and not _one_voice(one, two)
        ]
        if near:
            found += _in_texts(derived, near, pair.split("|"), rules)
    return found


def _one_voice(one: ArticlePair, two: ArticlePair) -> bool:
    return (one.agency or one.outlet).casefold() == (two.agency or two.outlet).casefold() != ""


def _in_texts(
    derived: Derived, near: Sequence[tuple[ArticlePair, ArticlePair]], pair: Sequence[str], rules: Merging
) -> list[Difference]:
    ids = {article.article for both in near for article in both}
    texts = {text.id: text.text for text in derived.texts(ids)}
    cited = {article: (claim, happening) for article, claim, happening in derived.cited(ids, pair)}
    copied_from = {frozenset((r.left.article, r.right.article)) for r in derived.reuses_among(ids)}
    tellings = {id_: Telling(*cited.get(id_, ("", "")), text) for id_, text in texts.items()}
    return [
        difference
        for one, two in near
        if one.article in tellings
        and two.article in tellings
        and frozenset((one.article, two.article)) not in copied_from
        for difference in text_differences(tellings[one.article], tellings[two.article], rules)
    ]


def all_stories(derived: Derived, happenings: Sequence[Happening], least: int) -> list[Story]:
    """The stories that some happenings make, of at least so many articles, the earliest first."""
    held = derived.claims([claim for h in happenings for claim in h.claims])
    heads = {row.article.id: row.article for _, row in held}
    news = {id_: row.article.id for id_, row in held if not row.claim.background}
    told = [(h, {news[claim] for claim in h.claims if claim in news}) for h in happenings]
    published = {id_: head.published for id_, head in heads.items()}
    found = stories(published, told, derived.reuses_among(heads))
    return [story for story in found if len(story.articles) >= least]


def _story(derived: Derived, happening: Happening, heads: dict[str, ArticleHead]) -> Story:
    """The story that a happening belongs to, as far as articles that tell of it tell of others too."""
    near = derived.happenings_told_in(heads)
    found = all_stories(derived, near, 1)
    of_it = [s for s in found if happening.id in s.happenings]
    if not of_it:
        days = sorted(h.published for h in heads.values() if h.published)
        first, last = (days[0], days[-1]) if days else (None, None)
        return Story(articles=tuple(sorted(heads)), happenings=(happening.id,), first=first, last=last)
    return max(of_it, key=lambda s: len(s.articles))

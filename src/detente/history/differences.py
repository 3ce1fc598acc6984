"""Where two reports of one happening part: both are quoted, and nothing is averaged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from detente.history.figures import Figure, figures
from detente.history.mentions import Mention, identity
from detente.history.passages import common_words
from detente.knowledge import Merging
from detente.model import Difference, Happening, Party, Stage, Status

_UNSURE = frozenset((Status.PLANNED, Status.POSSIBLE, Status.INTENDED))
#: figures that a report would hardly leave out
_WEIGHTY = frozenset(("killed", "wounded", "captured", "expelled", "dollars", "euros"))
_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n\s*\n")
_SCALES = frozenset("hundred thousand million billion trillion dozen".split())
_STEM = 5
#: a report is silent on what others told within so many days of it
_SAME_DAYS = 3
#: words around two figures that make them figures of one thing
_SHARED_WORDS, _SHARED_SHARE = 2, 0.2
_EARLIER_SECOND = re.compile(
    r"\b(after|following|in response to|in retaliation for|in reply to|to avenge|since)\b", re.I
)
_EARLIER_FIRST = re.compile(r"\b(before|prompting|leading to|triggering|provoking|followed by)\b", re.I)


class Telling(NamedTuple):
    """An article on a matter: its text, and the claim of a happening that it is cited by ("" for none)."""

    claim: str
    happening: str
    text: str


class _Context(NamedTuple):
    figure: Figure
    sentence: str
    words: frozenset[str]


def differences(
    happening: Happening,
    mentions: Sequence[Mention],
    texts: Mapping[str, str],
    voice: Mapping[str, str],
    rules: Merging,
) -> list[Difference]:
    """What the reports of a happening tell differently, each pair of values once, in the order of publication.

    `mentions` are its claims in that order, `texts` the articles as far as they are kept, `voice` says which
    articles are one source: these are compared too, for editors change figures, but are never silent.
    """
    by_article: dict[str, list[Mention]] = {}
    for m in mentions:
        by_article.setdefault(m.claim.article, []).append(m)
    found: dict[tuple[str, tuple[str, str]], Difference] = {}
    for one, two in combinations(by_article.values(), 2):
        independent = voice.get(one[0].claim.article) != voice.get(two[0].claim.article)
        for difference in _between(happening, one, two, texts if independent else {}, rules):
            found.setdefault((difference.what, difference.values), difference)
    return list(found.values())


def text_differences(left: Telling, right: Telling, rules: Merging) -> list[Difference]:
    """Figures of the same thing that differ between two articles on one matter, the earlier on the left.

    A figure is of the same thing where unit and some of the words around it agree.
    """
    found: dict[tuple[str, str], Difference] = {}
    theirs = list(_contexts(right, rules))
    for context in _contexts(left, rules):
        near = [other for other in theirs if _same_thing(context, other)]
        if near and not any(context.figure.agrees(other.figure) for other in near):
            other = max(near, key=lambda o: len(o.words & context.words))
            values = (_said(context.figure), _said(other.figure))
            found.setdefault(
                values,
                Difference(
                    happening=left.happening,
                    what="figure",
                    left=left.claim,
                    right=right.claim,
                    quotes=(context.sentence, other.sentence),
                    values=values,
                ),
            )
    return list(found.values())


def _contexts(telling: Telling, rules: Merging) -> Iterator[_Context]:
    for sentence in _SENTENCE_END.split(telling.text):
        found = figures(sentence, rules.figures)
        words = frozenset(
            w[:_STEM]
            for w in map(str.casefold, _WORD.findall(sentence) if found else ())
            if w not in common_words() and not w[0].isdigit() and w not in rules.figures and w not in _SCALES
        )
        for figure in found:
            yield _Context(figure, " ".join(sentence.split()), words)


def _same_thing(one: _Context, two: _Context) -> bool:
    if one.figure.unit != two.figure.unit:
        return False
    shared = len(one.words & two.words)
    least = min(len(one.words), len(two.words)) or 1
    return shared >= _SHARED_WORDS and shared / least >= _SHARED_SHARE


def order_differences(
    happenings: Mapping[str, Happening], mentions: Mapping[str, Sequence[Mention]]
) -> list[Difference]:
    """Pairs of happenings that one report puts in one order and another in the other.

    `mentions` has the claims of each happening, by its id.
    """
    told: dict[tuple[str, str], dict[bool, tuple[Mention, str]]] = {}
    by_sentence: dict[tuple[str, int], list[tuple[str, Mention]]] = {}
    for id_, claims in mentions.items():
        for m in claims:
            by_sentence.setdefault((m.claim.article, m.claim.sentence.start), []).append((id_, m))
    for held in by_sentence.values():
        for (one, first), (two, second) in combinations(sorted(held, key=lambda h: h[1].claim.start), 2):
            if one != two and (forwards := _first_came_first(first, second)) is not None:
                key, order = ((one, two), forwards) if one < two else ((two, one), not forwards)
                told.setdefault(key, {}).setdefault(order, (first, second.id))
    return [_order(happenings, key, orders) for key, orders in told.items() if len(orders) == 2]


def _order(
    happenings: Mapping[str, Happening], key: tuple[str, str], orders: Mapping[bool, tuple[Mention, str]]
) -> Difference:
    left, right = sorted((orders[True][0], orders[False][0]), key=_published)
    names = [f"{happenings[id_].type} {id_[:9]}" for id_ in key]
    told = {True: f"{names[0]} before {names[1]}", False: f"{names[1]} before {names[0]}"}
    values = (told[left is orders[True][0]], told[right is orders[True][0]])
    return _difference(key[0], "order", left, right, values)


def _first_came_first(first: Mention, second: Mention) -> bool | None:
    """Whether the deed told first in a sentence was done first, by the words that join them."""
    sentence = first.claim.sentence
    here = [_trigger(m) - sentence.start for m in (first, second)]
    between, before = sentence.text[min(here) : max(here)], sentence.text[: min(here)]
    if here[0] > here[1]:
        return None
    if _EARLIER_SECOND.search(between):
        return False
    if _EARLIER_FIRST.search(between):
        return True
    if _EARLIER_SECOND.match(before.strip()):
        return True
    return False if _EARLIER_FIRST.match(before.strip()) else None


def _trigger(mention: Mention) -> int:
    return next((cue.start for cue in mention.claim.cues if cue.answers == "trigger"), mention.claim.start)


def _between(
    happening: Happening, one: Sequence[Mention], two: Sequence[Mention], texts: Mapping[str, str], rules: Merging
) -> Iterator[Difference]:
    first, second = (one, two) if _published(one[0]) <= _published(two[0]) else (two, one)
    yield from _figures(happening.id, first, second, rules)
    left, right = (max(m, key=lambda x: x.detail) for m in (first, second))
    yield from _dates(happening.id, left, right)
    yield from _parties(happening, left, right)
    yield from _certainty(happening.id, first, second)
    yield from _silence(happening.id, first, second, texts, rules)
    yield from _silence(happening.id, second, first, texts, rules)


def _figures(id_: str, first: Sequence[Mention], second: Sequence[Mention], rules: Merging) -> Iterator[Difference]:
    ours, theirs = _told_figures(first, rules), _told_figures(second, rules)
    for unit in ours.keys() & theirs.keys():
        if not any(f.agrees(g) for f, _ in ours[unit] for g, _ in theirs[unit]):
            (figure, left), (other, right) = ours[unit][0], theirs[unit][0]
            turn = _turn(left, right, rules)
            yield _difference(id_, "figure", left, right, (_said(figure), _said(other)), turn)


def _told_figures(mentions: Sequence[Mention], rules: Merging) -> dict[str, list[tuple[Figure, Mention]]]:
    found: dict[str, list[tuple[Figure, Mention]]] = {}
    for m in mentions:
        for figure in figures(m.claim.sentence.text, rules.figures):
            found.setdefault(figure.unit, []).append((figure, m))
    return found


def _said(figure: Figure) -> str:
    return f"{figure.text} ({figure.unit})"


def _turn(left: Mention, right: Mention, rules: Merging) -> str:
    """Whether the later report takes the earlier back or brings it up to date, by its words."""
    if not left.published or not right.published or right.published < left.published:
        return ""
    words = {rules.turns[w] for w in map(str.casefold, _WORD.findall(right.claim.sentence.text)) if w in rules.turns}
    if "correction" in words:
        return "correction"
    same_outlet = bool(left.outlet) and left.outlet == right.outlet
    return "update" if right.published > left.published and ("update" in words or same_outlet) else ""


def _dates(id_: str, left: Mention, right: Mention) -> Iterator[Difference]:
    if not left.dated or not right.dated or left.days is None or right.days is None:
        return
    if left.days[1] < right.days[0] or right.days[1] < left.days[0]:
        yield _difference(id_, "date", left, right, (_span(left.days), _span(right.days)))


def _span(days: tuple[date, date]) -> str:
    return str(days[0]) if days[0] == days[1] else f"{days[0]} to {days[1]}"


def _parties(happening: Happening, left: Mention, right: Mention) -> Iterator[Difference]:
    a, b = left.claim, right.claim
    sides = (
        [(a.source + a.target, b.source + b.target)]
        if happening.symmetric
        else [
            (a.source, b.source),
            (a.target, b.target),
        ]
    )
    for ours, theirs in sides:
        one, two = _named(ours), _named(theirs)
        if one and two and one.keys() != two.keys():
            yield _difference(happening.id, "party", left, right, (_listed(one), _listed(two)))


def _named(side: Iterable[Party]) -> dict[str, str]:
    return {identity(p): p.label for p in side if identity(p)}


def _listed(named: Mapping[str, str]) -> str:
    return ", ".join(sorted(named))


def _certainty(id_: str, first: Sequence[Mention], second: Sequence[Mention]) -> Iterator[Difference]:
    """A later or simultaneous report that is less sure of the deed, or denies it; and who alone says it."""
    done = next((m for m in first if m.stage in (Stage.DONE, Stage.UNDER_WAY)), None)
    later_done = next((m for m in second if m.stage in (Stage.DONE, Stage.UNDER_WAY)), None)
    denied, denied_before = (next((m for m in ms if m.stage is Stage.DENIED), None) for ms in (second, first))
    if done and denied:
        yield _difference(id_, "certainty", done, denied, _statuses(done, denied), "denial")
    elif later_done and denied_before:
        yield _difference(id_, "certainty", denied_before, later_done, _statuses(denied_before, later_done))
    unsure = next((m for m in second if m.claim.status in _UNSURE), None)
    if done and unsure and not later_done:
        yield _difference(id_, "certainty", done, unsure, _statuses(done, unsure))
    if done and later_done and bool(_interested(done)) != bool(_interested(later_done)):
        values = tuple(
            f"according to {who}" if (who := _interested(m)) else "told as a fact" for m in (done, later_done)
        )
        yield _difference(id_, "certainty", done, later_done, (values[0], values[1]))


def _statuses(left: Mention, right: Mention) -> tuple[str, str]:
    return str(left.claim.status), str(right.claim.status)


def _interested(mention: Mention) -> str:
    """A party to the deed that is the only one to say so, "" where there is none."""
    parties = {identity(p) for p in mention.claim.parties} - {""}
    return next((s.code for s in mention.claim.speaker if s.code in parties), "")


def _silence(
    id_: str, tells: Sequence[Mention], silent: Sequence[Mention], texts: Mapping[str, str], rules: Merging
) -> Iterator[Difference]:
    """A weighty figure or a place that one gives and the whole of the other article does not."""
    text = texts.get(silent[0].claim.article)
    if not text or abs((_published(tells[0]) - _published(silent[0])).days) > _SAME_DAYS:
        return
    units = {figure.unit.split()[0] for figure in figures(text, rules.figures)}
    for unit, told in _told_figures(tells, rules).items():
        act = unit.split()[0]
        if act in _WEIGHTY and act not in units:
            yield _difference(id_, "silence", told[0][1], silent[0], (_said(told[0][0]), f"no figure of {act}"))
    placed = next((m for m in tells if m.claim.place), None)
    if placed and placed.claim.place and placed.claim.place.precision in ("city", "town", "place"):
        name = placed.claim.place.name or placed.claim.place.text
        if name not in text and placed.claim.place.text not in text:
            yield _difference(id_, "silence", placed, silent[0], (name, "no such place"))


def _difference(
    id_: str, what: str, left: Mention, right: Mention, values: tuple[str, str], turn: str = ""
) -> Difference:
    quotes = (left.claim.sentence.text, right.claim.sentence.text)
    return Difference(happening=id_, what=what, left=left.id, right=right.id, quotes=quotes, values=values, turn=turn)


def _published(mention: Mention) -> date:
    return mention.published or date.max

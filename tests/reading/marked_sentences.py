"""Marked sentences with their answers: what is said of the word in <k> (a deed) or <r> (a relation)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from detente.knowledge import Knowledge, load
from detente.model import Article, Precision, When
from detente.reading.attribution import note_quotes
from detente.reading.discourse import Discourse
from detente.reading.marked import MarkError, unmark
from detente.reading.names import Names
from detente.reading.parse import Given, Parser
from detente.reading.qualify import Qualifier, Qualities
from detente.reading.roles import RoleNouns
from detente.reading.split import sentences
from detente.reading.story import story_of
from detente.reading.tokens import Tokens
from detente.reading.who import Actors

FOLDER = Path(__file__).parent / "sentences"
_MARKS = frozenset({"k", "r"})
_DAY = re.compile(r"@ (\d{4}-\d\d-\d\d)$")
#: when an article was published whose file does not say
SOME_DAY = date(2015, 6, 15)


@dataclass(frozen=True, slots=True)
class Asked:
    """A text with one marked word, and the answer that its file gives."""

    file: str
    published: date
    expected: str
    text: str
    start: int
    end: int
    lasting: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """The article that was made of a text, its parse around the marked word, and what was read of the word."""

    article: Article
    tokens: Tokens
    trigger: int
    qualities: Qualities


def asked(part: str) -> list[Asked]:
    """The marked texts of one folder of sentences; MarkError with file and line where one is badly written."""
    return [a for path in sorted((FOLDER / part).glob("*.txt")) for a in read_asked(path.name, path.read_text("utf-8"))]


def read_asked(file: str, content: str) -> Iterator[Asked]:
    """The marked texts of a file; MarkError where a line has no answer or its marks are bad."""
    published = SOME_DAY
    for number, line in enumerate(content.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        if day := _DAY.match(line):
            published = date.fromisoformat(day[1])
            continue
        expected, bar, text = line.partition(" | ")
        if not bar:
            raise MarkError(f"{file}:{number}: no answer before ' | '")
        yield _asked(f"{file}:{number}", published, expected.strip(), text.replace(" ¶ ", "\n\n"))


def _asked(where: str, published: date, expected: str, text: str) -> Asked:
    marked = unmark(text, _MARKS)
    if len(marked.spans) != 1:
        raise MarkError(f"{where}: one word must be marked, not {len(marked.spans)}")
    name, start, end = marked.spans[0]
    return Asked(where, published, expected, marked.text, start, end, name == "r")


def expected_when(words: str) -> When:
    """The time that an answer tells: "1973", "1973-10", "1960s", "1975..1990 year", "?day", "reported"."""
    if words == "reported":
        return When()
    if words.startswith("?"):
        return When(precision=Precision(words[1:]), text=words)
    stretch, _, precision = words.partition(" ")
    first, dots, last = stretch.partition("..")
    if not dots:
        last = first
    fineness = Precision(precision) if precision else _fineness(first)
    return When(
        start=_day(first, last=False) if first else None, end=_day(last, last=True) if last else None,
        precision=fineness, text=words,
    )  # fmt: skip


def _fineness(words: str) -> Precision:
    if words.endswith("s"):
        return Precision.DECADE
    return {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(words)]


def _day(words: str, *, last: bool) -> date:
    if words.endswith("s"):
        return date(int(words[:4]) + 9, 12, 31) if last else date(int(words[:4]), 1, 1)
    if len(words) == 10:
        return date.fromisoformat(words)
    year, month = int(words[:4]), int(words[5:7]) if len(words) == 7 else (12 if last else 1)
    if not last:
        return date(year, month, 1)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


@cache
def knowledge() -> Knowledge:
    """All that comes with the package."""
    return load()


@cache
def _parser() -> Parser:
    return Parser()


def answers(questions: Sequence[Asked]) -> list[Answer]:
    """What is read of each marked word; all sentences of all texts are parsed together."""
    world, names = knowledge(), Names(knowledge())
    articles = [Article(text=a.text, published=a.published, ref=a.file) for a in questions]
    spans = [list(sentences(article.text)) for article in articles]
    given = [
        Given(s.text, s.start, tuple((h.start, h.end) for h in names.find(s.text))) for found in spans for s in found
    ]
    parsed = iter(list(_parser().parse(given)))
    roles = RoleNouns(world.roles)
    found = []
    for question, article, own in zip(questions, articles, spans, strict=True):
        story, discourse = story_of(article, own, world.periods), Discourse(article.published)
        told = []
        for tokens in [next(parsed) for _ in own]:
            discourse.sentence += 1
            hits = names.find(tokens.text)
            actors = Actors(tokens, hits, world, roles, discourse)
            times = story.times_of(tokens.text, tokens.offset, hits, world)
            note_quotes(story, tokens, actors, world.speech)
            told.append((tokens, Qualifier(tokens, actors, times, world, article.published, story)))
        found.append(_answer(question, article, told))
    return found


def _answer(question: Asked, article: Article, told: list[tuple[Tokens, Qualifier]]) -> Answer:
    for tokens, qualifier in told:
        at = tokens.at(question.start - tokens.offset, question.end - tokens.offset)
        if at is not None and tokens.offset <= question.start < tokens.offset + len(tokens.text):
            trigger = at[1]
            alone = tokens.deps[trigger] == "appos" and question.lasting
            return Answer(article, tokens, trigger, qualifier.qualities(trigger, lasting=question.lasting, alone=alone))
    raise LookupError(f"{question.file}: the marked word is in no sentence")

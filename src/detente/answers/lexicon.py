"""Words of questions: their stems, which say nothing, and what the rules of the reader know a verb to tell."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from detente.knowledge import Knowledge
from detente.knowledge.inflection import forms
from detente.knowledge.patterns import Form

_ENDINGS = (
    "ations",
    "ation",
    "ities",
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "ers",
    "ies",
    "ed",
    "er",
    "es",
    "ly",
    "s",
    "e",
    "y",
)
_SHORTEST = 4
#: sentences whose words are remembered
_SENTENCES = 4096
_TOKEN = re.compile(r"[^\W_]+")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallWords:
    """Words that matter for how a question is read and not for what it asks about (words.yml)."""

    empty: frozenset[str]
    lately: frozenset[str]
    places: frozenset[str]
    agents: frozenset[str]
    groups: frozenset[str]
    follow: frozenset[str]
    back: frozenset[str]
    negations: frozenset[str]


@cache
def small_words() -> SmallWords:
    """The small words of the package; TypeError where its data has another shape."""
    raw = yaml.load((files(__package__) / "data" / "words.yml").read_text("utf-8"), Loader=_Loader)
    return SmallWords(**{name: frozenset(str(word) for word in words) for name, words in raw.items()})


@cache
def stem(word: str) -> str:
    """The beginning of a word that its forms share, roughly: equal stems mean related words."""
    low = word.lower()
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST:
            short = low.removesuffix(ending).removesuffix("i")
            return short[:-1] if len(short) > _SHORTEST and short[-1] == short[-2] else short
    return low


@lru_cache(_SENTENCES)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in small letters."""
    return tuple(_TOKEN.findall(text.lower()))


@lru_cache(_SENTENCES)
def stems(text: str) -> tuple[str, ...]:
    """The stems of all words of a text in their order."""
    return tuple(stem(word) for word in tokens(text))


def lemmas(word: str, known: Container[str]) -> Iterator[str]:
    """The words of which this one may be a form, of those that are known."""
    for candidate in _candidates(word):
        if candidate in known and word in forms(candidate):
            yield candidate


def _candidates(word: str) -> Iterator[str]:
    yield word
    for ending in ("s", "es", "d", "ed", "ing", "ies", "ied"):
        if word.endswith(ending):
            short = word.removesuffix(ending)
            yield from (short, short + "e", short + "y", short[:-1])
    yield from _irregular().get(word, ())


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for verb in _IRREGULAR_VERBS:
        for form in forms(verb):
            found[form] = (*found.get(form, ()), verb)
    return found


_IRREGULAR_VERBS = (
    "break bring build buy catch choose come draw drive fall feed feel fight find flee fly forbid freeze get give go "
    "grow hold keep lead leave lend lose make meet overthrow pay say see seek sell send shoot sink speak spend stand "
    "steal strike swear take tell think throw win withdraw withhold write undertake"
).split()


def told_by(verb: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Which claims the rules of the reader make of a verb, as kind.type:mode; () where none knows it."""
    found: dict[str, None] = {}
    heads = knowledge.rules[Form.VERB]
    for lemma in lemmas(verb, heads):
        for rule in heads[lemma]:
            if any(head == lemma and modifier == "" for head, modifier in rule.pattern.heads):
                found[f"{rule.kind}.{rule.type}" + (f":{rule.mode}" if rule.mode else "")] = None
    return tuple(found)


def forms_of(verb: str, knowledge: Knowledge) -> frozenset[str]:
    """All forms of the verb that a word is a form of."""
    heads = knowledge.rules[Form.VERB]
    return frozenset(form for lemma in lemmas(verb, heads) for form in forms(lemma))

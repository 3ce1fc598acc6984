"""Forms of questions and meanings of their words: read from the data beside this module and checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from detente.answers.query import Asked, Order
from detente.knowledge.inflection import forms
from detente.model import Kind

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: how a party stands in a question whose words are compared with openings
PARTY = "<party>"
#: shorter words are prepositions
_SHORTEST_TELLING = 2
_SELECTION = re.compile(r"(?P<kind>[a-z]+)\.(?P<type>\w+)(?::(?P<mode>[\w-]+))?(?:/(?P<issue>\w+))?")


class BadForms(ValueError):
    """Data of questions that cannot be used; the message has a line for each mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of questions: its openings as patterns over words, and what such a question asks for."""

    form: str
    asks: Asked
    openings: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]
    order: Order = Order.WEIGHT
    most: int = 8
    means: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What verbs and nouns of questions ask for: see meanings.yml."""

    name: str
    claims: tuple[str, ...]
    near: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    reversed: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    both: bool = False

    def spoken(self) -> frozenset[str]:
        """Every form of its words that tell something by themselves."""
        lines = (*self.verbs, *self.reversed, *self.nouns)
        heads = [line.split() for line in lines]
        told = {words[0] for words in heads if len(words) == 1} | {n.split()[-1] for n in self.nouns}
        return frozenset(form for word in told if len(word) > _SHORTEST_TELLING for form in forms(word))


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What a phrase of a question means; `turned` where its subject is the one it is done to."""

    meaning: Meaning
    verb: str
    turned: bool = False
    noun: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """All forms in their order, and all meanings by the phrases that have them, as tuples of words."""

    forms: tuple[Form, ...]
    meanings: Mapping[str, Meaning]
    phrases: Mapping[tuple[str, ...], Phrase]
    longest: int


@cache
def question_forms() -> Forms:
    """The forms and meanings of the package; BadForms says what is wrong with its data."""
    folder = files(__package__) / "data"
    return checked(
        yaml.load((folder / "forms.yml").read_text("utf-8"), Loader=_Loader),
        yaml.load((folder / "meanings.yml").read_text("utf-8"), Loader=_Loader),
    )


def checked(raw_forms: list[dict[str, Any]], raw_meanings: list[dict[str, Any]]) -> Forms:
    """Forms and meanings from plain data, or BadForms."""
    mistakes: list[str] = []
    meanings = {m.name: m for raw in raw_meanings if (m := _made(Meaning, "name", raw, mistakes))}
    mistakes += [f"{m.name}: {what}" for m in meanings.values() for what in _strange_selections(m)]
    found = [form for raw in raw_forms if (form := _made(Form, "form", raw, mistakes))]
    mistakes += [f"{f.form}: no meaning is called {f.means!r}" for f in found if f.means and f.means not in meanings]
    if mistakes:
        raise BadForms("\n".join(mistakes))
    phrases = dict(_phrases(meanings.values()))
    longest = max((len(words) for words in phrases), default=0)
    return Forms(forms=tuple(found), meanings=meanings, phrases=phrases, longest=longest)


def _made(kind: type[Any], key: str, raw: Mapping[str, Any], mistakes: list[str]) -> Any:
    """One entry from plain data; None, with the mistake noted, where the data is not of its shape."""
    fields = kind.__dataclass_fields__
    label = raw.get(key, "an entry without a name")
    if strange := sorted(set(raw) - set(fields)):
        mistakes.append(f"{label}: there is no {', '.join(strange)}")
        return None
    values: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in raw.items()}
    try:
        for name, sort in (("asks", Asked), ("order", Order)):
            if name in values:
                values[name] = sort(values[name])
        return kind(**values)
    except (TypeError, ValueError) as error:
        mistakes.append(f"{label}: {error}")
        return None


def _strange_selections(meaning: Meaning) -> Iterator[str]:
    for line in meaning.claims + meaning.near:
        match = _SELECTION.fullmatch(line)
        if match is None or match["kind"] not in set(Kind):
            yield f"{line!r} selects no claims"


def opened(opening: str, line: str) -> int:
    """How many words of a line an opening takes, 0 where it does not fit; `line` has a space after each word."""
    first = line[: line.index(" ")] if line else ""
    options, optional = _first(opening)
    if first not in options and not optional:
        return 0
    match = _pattern(opening).match(line)
    return match[0].count(" ") if match else 0


@cache
def _first(opening: str) -> tuple[frozenset[str], bool]:
    """What the first word of an opening may be, and whether it may be missing or any word."""
    word = opening.split()[0]
    return frozenset(word.strip("[]?").split("|")), word.startswith(("[", "*"))


@cache
def _pattern(opening: str) -> re.Pattern[str]:
    return re.compile("".join(_piece(word) for word in re.findall(r"\[[^\]]*\]|\S+", opening)))


def _piece(word: str) -> str:
    optional = word.startswith("[") or word == "*?"
    inner = word.strip("[]?")
    options = "|".join(r"\S+" if option == "*" else re.escape(option) for option in inner.split("|"))
    return f"(?:(?:{options}) ){'?' if optional else ''}"


def _phrases(meanings: Any) -> Iterator[tuple[tuple[str, ...], Phrase]]:
    """Every phrase in every form of its first word (a verb) or its last one (a noun); what stands first counts."""
    seen: set[tuple[str, ...]] = set()
    for meaning in meanings:
        for words, phrase in _of_meaning(meaning):
            if words not in seen:
                seen.add(words)
                yield words, phrase


def _of_meaning(meaning: Meaning) -> Iterator[tuple[tuple[str, ...], Phrase]]:
    for lines, turned in ((meaning.verbs, False), (meaning.reversed, True)):
        for line in lines:
            first, *rest = line.split()
            for form in _verb_forms(first):
                yield (form, *rest), Phrase(meaning=meaning, verb=first, turned=turned)
    for line in meaning.nouns:
        *before, last = line.split()
        for form in forms(last):
            yield (*before, form), Phrase(meaning=meaning, verb=last, noun=True)


def _verb_forms(verb: str) -> Iterator[str]:
    if verb == "be":
        yield from ("be", "is", "are", "was", "were", "been", "being")
    else:
        yield from forms(verb)


def selects(lines: tuple[str, ...], kind: str, type_: str, mode: str, issue: tuple[str, ...]) -> bool:
    """Whether a claim of this kind, type, mode and issue is one of those that some lines select."""
    for line in lines:
        match = _SELECTION.fullmatch(line)
        same = match and (match["kind"], match["type"].lower()) == (kind, type_.lower())
        if match and same and match["mode"] in (None, mode) and match["issue"] in (None, *issue):
            return True
    return False


def types_of(lines: tuple[str, ...]) -> list[str]:
    """The kinds and types that some lines select, as kind.type in small letters."""
    return sorted({re.split(r"[:/]", line)[0].lower() for line in lines})

"""The grammar of patterns (docs/knowledge.md): one line of text to one compiled Pattern."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from detente.knowledge.text import fold

ADPOSITIONS = frozenset(
    "about above across after against ahead along alongside amid among apart around as aside at away back before "
    "behind below beside between beyond by closer down during for forth forward from in inside into near of off on "
    "onto opposite out outside over past round since through throughout to together toward towards under until up "
    "upon via with within without out_of because_of".split()
)
_SLOT = re.compile(r"([STVXC])(?::(state|place|land|organisation|group|company|person))?(\?)?")
_WORD = re.compile(r"[a-z0-9&'./_+-]+(?:\|[a-z0-9&'./_+-]+)*")


class Form(StrEnum):
    """Which kind of word carries a pattern."""

    VERB = "verb"
    NOUN = "noun"
    COPULA = "copula"


class PatternError(ValueError):
    """A pattern line that the grammar does not allow."""


class Filler(NamedTuple):
    """What may stand in one place: a slot, or any of some nouns; each noun may ask for a modifier."""

    slot: str = ""
    nouns: frozenset[tuple[str, str]] = frozenset()
    sort: str = ""

    @property
    def literal(self) -> bool:
        return not self.slot


class Complement(NamedTuple):
    """A filler with the adpositions that may lead to it (none: an object)."""

    filler: Filler | None
    adpositions: frozenset[str] = frozenset()
    optional: bool = False


class Pattern(NamedTuple):
    """A compiled line: its head words, who leads it, and what must follow."""

    form: Form
    heads: frozenset[tuple[str, str]]
    lead: str
    complements: tuple[Complement, ...]
    line: str
    weight: int
    governors: frozenset[str] = frozenset()
    #: sets of words of each of which a sentence must hold one for the line to fit at all
    needs: tuple[frozenset[str], ...] = ()
    lead_sort: str = ""
    #: the things one of which leads the line instead of an actor ("<narcotic> flow from S to T")
    lead_nouns: frozenset[tuple[str, str]] = frozenset()

    @property
    def slots(self) -> frozenset[str]:
        """The slots that the line fills."""
        filled = {c.filler.slot for c in self.complements if c.filler and c.filler.slot}
        return frozenset(filled | ({self.lead} if self.lead else set()))


def compile_pattern(line: str, form: Form, classes: dict[str, tuple[str, ...]]) -> Pattern:
    """The pattern that a line of a knowledge file says; PatternError where it breaks the grammar."""
    tokens = fold(line).split()
    if not tokens:
        raise PatternError("an empty pattern")
    lead = lead_sort = ""
    governors: frozenset[str] = frozenset()
    if tokens[-1].startswith("[") and tokens[-1].endswith("]"):
        governors = frozenset(tokens.pop()[1:-1].split("|"))
        if form is not Form.NOUN or not all(_WORD.fullmatch(g) for g in governors):
            raise PatternError(f"[verbs] end a noun pattern: {line!r}")
    if tokens and (slot := _SLOT.fullmatch(tokens[0])):
        lead, lead_sort = slot.group(1), slot.group(2) or ""
        tokens = tokens[1:]
    things = frozenset[tuple[str, str]]()
    if not lead and form is Form.VERB and tokens[:1] and tokens[0].startswith("<"):
        things = _nouns(tokens[0], classes, line)
        tokens = tokens[1:]
    if form is Form.COPULA:
        tokens = _without_copula(tokens, line)
    if form is not Form.NOUN and not lead and not things:
        raise PatternError(f"a {form} pattern starts with a slot: {line!r}")
    if not tokens:
        raise PatternError(f"no head word: {line!r}")
    heads, rest = _head(tokens, form, classes, line)
    complements = _complements(rest, classes, line)
    weight = _weight(complements, heads) + 9 * bool(governors) + 8 * bool(things)
    needs = ((_plain(things),) if things else ()) + _needs(complements, form)
    return Pattern(form, heads, lead, complements, line, weight, governors, needs, lead_sort, things)


def _needs(complements: tuple[Complement, ...], form: Form) -> tuple[frozenset[str], ...]:
    """The literal words (and, for verbs, the prepositions) without which a line cannot fit."""
    found: list[frozenset[str]] = []
    for complement in complements:
        if complement.optional:
            continue
        if complement.filler is not None and complement.filler.literal:
            found.append(_plain(complement.filler.nouns))
        of_the_thing = complement.filler is not None and (
            complement.filler.slot == "T" or (complement.filler.slot == "S" and "from" in complement.adpositions)
        )  # "bought arms from S" fits "bought S's arms" too
        if form is Form.VERB and complement.adpositions and not of_the_thing:
            found.append(_first_words(complement.adpositions))
    return tuple(found)


@cache
def _plain(nouns: frozenset[tuple[str, str]]) -> frozenset[str]:
    return frozenset(noun for noun, _ in nouns)


@cache
def _first_words(adpositions: frozenset[str]) -> frozenset[str]:
    words = frozenset(adposition.partition("_")[0] for adposition in adpositions)
    return words | {"way"} if "via" in words else words  # "by way of" stands for it


def _without_copula(tokens: list[str], line: str) -> list[str]:
    if tokens[:1] != ["be"] or len(tokens) < 2:
        raise PatternError(f"a copula pattern reads 'S be ...': {line!r}")
    return tokens[1:]


def _head(
    tokens: list[str], form: Form, classes: dict[str, tuple[str, ...]], line: str
) -> tuple[frozenset[tuple[str, str]], list[str]]:
    """The head words; a copula's phrase such as 'at odds' has the head ('odds', 'at')."""
    first = tokens[0]
    if form is Form.COPULA and set(first.split("|")) <= ADPOSITIONS and len(tokens) > 1:
        if not _SLOT.fullmatch(tokens[1]):
            nouns = _nouns(tokens[1], classes, line)
            heads = {
                (noun, f"@{adp}+{modifier}" if modifier else f"@{adp}")
                for noun, modifier in nouns
                for adp in first.split("|")
            }
            return frozenset(heads), tokens[2:]
        return frozenset((adp, "@") for adp in first.split("|")), ["*", *tokens[1:]]
    if _SLOT.fullmatch(first):
        raise PatternError(f"a head word must follow the leading slot: {line!r}")
    return _nouns(first, classes, line), tokens[1:]


def _complements(tokens: list[str], classes: dict[str, tuple[str, ...]], line: str) -> tuple[Complement, ...]:
    found: list[Complement] = []
    pending: frozenset[str] = frozenset()
    for token in tokens:
        if token == "*":  # a bare preposition is the head: what follows is its object
            pending = frozenset({"@head"})
            continue
        words = frozenset(token.split("|"))
        if words <= ADPOSITIONS:
            if pending:
                found.append(Complement(None, pending))
            pending = words
            continue
        filler, optional = _filler(token, classes, line)
        found.append(Complement(filler, pending, optional))
        pending = frozenset()
    if pending:
        found.append(Complement(None, pending))
    slots = [c.filler.slot for c in found if c.filler and c.filler.slot]
    if len(slots) != len(set(slots)):
        raise PatternError(f"a slot stands twice: {line!r}")
    return tuple(found)


def _filler(token: str, classes: dict[str, tuple[str, ...]], line: str) -> tuple[Filler, bool]:
    if slot := _SLOT.fullmatch(token):
        return Filler(slot=slot.group(1), sort=slot.group(2) or ""), bool(slot.group(3))
    optional = token.endswith("?")
    return Filler(nouns=_nouns(token.rstrip("?"), classes, line)), optional


def _nouns(token: str, classes: dict[str, tuple[str, ...]], line: str) -> frozenset[tuple[str, str]]:
    """Pairs of a noun and the modifier it asks for ('' for none)."""
    if token.startswith("<") and token.count("<") == 1 and token[1:-1] in classes:
        return _class_members(classes[token[1:-1]])
    words: set[tuple[str, str]] = set()
    for word in token.split("|"):
        if word.startswith("<") and word.endswith(">"):
            if word[1:-1] not in classes:
                raise PatternError(f"no class of nouns is called {word}: {line!r}")
            words |= {_modified(member) for member in classes[word[1:-1]]}
        elif _WORD.fullmatch(word):
            words.add(_modified(word))
        else:
            raise PatternError(f"cannot read {word!r} in {line!r}")
    return frozenset(words)


@cache
def _class_members(members: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """The members of a class; one set for all lines that use it, which keeps the compiled form small."""
    return frozenset(_modified(member) for member in members)


def _modified(word: str) -> tuple[str, str]:
    modifier, _, noun = word.replace(" ", "+").rpartition("+")
    return (noun, modifier.rpartition("+")[2])


def _weight(complements: tuple[Complement, ...], heads: frozenset[tuple[str, str]]) -> int:
    """How specific a line is: literal words count most, then prepositions, then plain slots."""
    weight = 10 * any(modifier.partition("+")[2] if modifier.startswith("@") else modifier for _, modifier in heads)
    for complement in complements:
        if complement.optional:
            continue
        if complement.filler is None:
            weight += 6
        elif complement.filler.literal:
            weight += 10 + 2 * bool(complement.adpositions) + 2 * all(m for _, m in complement.filler.nouns)
        else:
            weight += 2 + 2 * bool(complement.adpositions) + (complement.filler.slot == "T")
            weight += 2 * bool(complement.filler.sort)
    return weight

"""Which verb a claim is told with, and what follows it: from the line of knowledge that read it, or from wording data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.answers.forms import listed, noun_forms, verb_forms
from detente.answers.naming import Name
from detente.knowledge import Knowledge
from detente.knowledge.patterns import ADPOSITIONS
from detente.knowledge.wording import DEFAULT, Grammar
from detente.model import Claim, Kind

_SLOT = re.compile(r"(ST|[STVXC])(?::\w+)?(\?)?")
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_DETERMINERS = frozenset("a an the its their his her some any all most two three four five several many more no".split())
_PLACEHOLDER = re.compile(r"\b(ST|[STVX])\b")


@dataclass(frozen=True, slots=True)
class Filling:
    """What fills the slots of a frame: names of the parties, and the object in the words of the report."""

    source: tuple[Name, ...]
    target: tuple[Name, ...]
    via: tuple[Name, ...] = ()
    object: str = ""

    def names(self, slot: str) -> tuple[Name, ...]:
        """The names in a slot; both sides for ST."""
        sides = {"S": self.source, "T": self.target, "V": self.via, "ST": self.source + self.target}
        return sides.get(slot, ())


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause before it has a tense: its subject, a verb as found in a dictionary, and what follows the verb."""

    subject: tuple[Name, ...]
    verb: str
    rest: str

    @property
    def plural(self) -> bool:
        """Whether the verb must agree with more than one."""
        return len(self.subject) > 1 or any(name.plural for name in self.subject)


def clauses(claim: Claim, filling: Filling, knowledge: Knowledge) -> Iterator[Clause]:
    """The clauses that can tell a claim, the closest to its words first."""
    if (clause := _from_line(claim, filling, knowledge)) is not None:
        yield clause
    yield from _from_data(claim, filling, knowledge)


def _from_data(claim: Claim, filling: Filling, knowledge: Knowledge) -> Iterator[Clause]:
    """The clauses of the frames for the claim's group, mode or type, the most exact key first."""
    frames = knowledge.wording.frames.get((claim.kind.value, claim.type))
    if frames is None:
        return
    group = claim.rule.rstrip(")").rsplit(".", 1)[-1]
    keys = [key for key in (group, claim.mode) if key in frames.frames]
    if not claim.rule.startswith("model."):
        keys.append(DEFAULT)
    for key in dict.fromkeys(keys):
        for frame in frames.frames[key]:
            if (clause := fill(frame, filling)) is not None:
                yield clause


def fill(frame: str, filling: Filling) -> Clause | None:
    """The clause of a frame; None where a slot outside brackets is not filled, or a target has no slot."""
    told = filling.target and not re.search(r"\b(T|ST)\b", frame)
    if told:
        return None
    kept = _BRACKETS.sub(lambda part: part.group(1) if _filled(part.group(1), filling) else "", frame)
    if not _filled(kept, filling):
        return None
    subject, verb, *rest = kept.split()
    text = _PLACEHOLDER.sub(lambda slot: _words(slot.group(1), filling), " ".join(rest))
    if subject == "X":
        return None
    return Clause(filling.names(subject), verb, " ".join(text.split()))


def _filled(part: str, filling: Filling) -> bool:
    return all(_words(slot, filling) for slot in _PLACEHOLDER.findall(part))


def _words(slot: str, filling: Filling) -> str:
    return filling.object if slot == "X" else listed([name.text for name in filling.names(slot)])


def _from_line(claim: Claim, filling: Filling, knowledge: Knowledge) -> Clause | None:
    """The clause that the line which read the claim makes, where every word of it can be given a sound form."""
    cue = next((cue for cue in claim.cues if cue.answers == "pattern"), None)
    if cue is None or claim.rule.startswith("model.") or "[" in cue.value:
        return None
    return realise(cue.value, cue.text, claim, filling, knowledge)


def realise(line: str, trigger: str, claim: Claim, filling: Filling, knowledge: Knowledge) -> Clause | None:
    """The clause of a pattern that a verb carries, with the verb and the nouns that the report used; None where unsure."""
    lead, *tokens = line.split()
    slot = _SLOT.fullmatch(lead)
    if slot is None or slot.group(1) not in ("S", "T") or len(tokens) < 2 or tokens[0] in ("act|do", "be"):
        return None
    grammar = knowledge.wording.grammar
    verb = next((v for v in tokens[0].split("|") if trigger.lower() in verb_forms(v, grammar)), "")
    if not verb or "+" in verb:
        return None
    rest = _rest(tokens[1:], claim, filling, knowledge)
    needed = {"S": "T", "T": "S"}[slot.group(1)]
    other = filling.names(needed)
    if rest is None or not filling.names(slot.group(1)) or (other and listed([n.text for n in other]) not in rest):
        return None
    return Clause(filling.names(slot.group(1)), verb, rest)


def _rest(tokens: Sequence[str], claim: Claim, filling: Filling, knowledge: Knowledge) -> str | None:
    """What follows the verb in words; None where a word of the line has no sound form in the report."""
    words = claim.sentence.text.split()
    found: list[str] = []
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else ""
        if slot := _SLOT.fullmatch(token):
            said = _in_slot(slot.group(1), filling)
            if not said and slot.group(2):
                if found and found[-1] in ADPOSITIONS:
                    found.pop()
                continue
            if not said:
                return None
            found += _without_doubled(found, said)
        elif set(token.split("|")) <= ADPOSITIONS | {"to"}:
            choices = [a.replace("_", " ") for a in token.split("|")]
            found.append(next((a for a in choices if a in words), choices[0]))
        else:
            noun = _noun(token, following, claim, knowledge.wording.grammar)
            if noun is None:
                return None
            found.append(noun)
    return " ".join(found)


def _without_doubled(found: list[str], said: str) -> list[str]:
    """The words of an object, without a preposition that stands before them already."""
    first, _, more = said.partition(" ")
    return [more] if found and found[-1] == first and more else [said]


def _in_slot(slot: str, filling: Filling) -> str:
    return filling.object if slot in "XC" else listed([name.text for name in filling.names(slot)])


def _noun(token: str, following: str, claim: Claim, grammar: Grammar) -> str | None:
    """The noun phrase of the report in which a noun of the line stands; None where its determiner is not plain."""
    text = claim.sentence.text
    words = re.findall(r"[\w'’-]+|[^\w\s]", text)
    if token.startswith("<"):
        nouns = {c.text.lower() for c in claim.cues if c.answers == "trigger"}
    else:
        nouns = {form for noun in token.split("|") for form in noun_forms(noun.replace("+", " "), grammar)}
    for place in range(len(words)):
        for length in (3, 2, 1):
            phrase = " ".join(words[place : place + length])
            if phrase.lower() in nouns:
                return _phrase(words, place, phrase, grammar)
    return None


def _phrase(words: list[str], place: int, phrase: str, grammar: Grammar) -> str | None:
    """The noun with what determines it: an article with at most one adjective, or nothing before a plural."""
    head = phrase.split(" ")[-1].lower()
    before = [word.lower() for word in words[max(place - 2, 0) : place]]
    if before and before[-1] in _DETERMINERS:
        return f"{before[-1]} {phrase}"
    if len(before) == 2 and before[0] in _DETERMINERS and before[1].isalpha():
        return f"{before[0]} {words[place - 1]} {phrase}"
    if head in grammar.mass or (head.endswith("s") and not head.endswith(("ss", "us", "is"))):
        return phrase
    return None


def object_of(claim: Claim) -> str:
    """The object of a claim as it can stand in another sentence; "" where it cannot.

    Words that point to somebody in the report are put in quotation marks, for here they might point to another.
    """
    words = " ".join(claim.object.split()).rstrip(".,;: ")
    if not words or _ONLY_THERE.search(words) or words.count("“") != words.count("”") or words.count('"') % 2:
        return ""
    if _POINTING.fullmatch(words):
        return ""
    if not _POINTING.search(words):
        return words
    lead = _LEAD.match(words)
    start = lead.end() if lead else 0
    return f"{words[:start]}“{words[start:].replace('“', '‘').replace('”', '’')}”"


_LEAD = re.compile(r"(?:to|that|of|for|not to) ")
#: words that mean something else on another day or from another mouth
_ONLY_THERE = re.compile(
    r"\b(I|me|my|we|us|our|you|your|today|yesterday|tomorrow|tonight|ago|(?:last|next|this) (?:week|month|year|spring|summer"
    r"|autumn|winter|night|morning)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|here)\b"
)
#: words that point to what was told before
_POINTING = re.compile(
    r"\b(it|its|itself|they|their|them|themselves|he|his|him|she|her|this|these|those|both|the two|either|neither)\b", re.I
)


def is_lasting(claim: Claim) -> bool:
    """Whether a claim tells of something that lasts, not of a deed."""
    return claim.kind in (Kind.TIE, Kind.STANCE, Kind.TRAIT)

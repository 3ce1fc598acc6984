"""Which verb a claim is told with, and what follows: from the line of knowledge that read it, or from wording data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.answers.forms import listed, noun_forms, participle, verb_forms
from detente.answers.naming import Name
from detente.answers.objects import names_all
from detente.knowledge import Knowledge
from detente.knowledge.patterns import ADPOSITIONS, Form
from detente.knowledge.wording import DEFAULT, Grammar
from detente.model import Claim, Kind

_SLOT = re.compile(r"(ST|[STVXC])(?::\w+)?(\?)?")
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_DETERMINERS = frozenset("a an the its their his her some any all most two three four five several many more".split())
_PLACEHOLDER = re.compile(r"\b(ST|[STVX])\b")


#: whom those deal with who do something together
EACH_OTHER = Name("each other", True)


@dataclass(frozen=True, slots=True)
class Filling:
    """What fills the slots of a frame: names of the parties, and the object in the words of the report."""

    source: tuple[Name, ...]
    target: tuple[Name, ...]
    via: tuple[Name, ...] = ()
    object: str = ""
    together: bool = False
    #: whether the object names the target, which then needs no place of its own
    object_names_target: bool = False

    def names(self, slot: str) -> tuple[Name, ...]:
        """The names in a slot; both sides for ST, and each other for the target of what several did together."""
        if slot == "T" and not self.target and len(self.source) > 1 and self.together:
            return (EACH_OTHER,)
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
    yield from (clause for clause in _all_clauses(claim, filling, knowledge) if _is_sound(clause, filling))


#: words told twice in a row
_TWICE = re.compile(r"\b(\w[\w' ]{3,40}) \1\b")


def _is_sound(clause: Clause, filling: Filling) -> bool:
    """Whether a clause neither says a thing twice ("troops withdrew troops") nor puts anything into a person."""
    words = clause.rest.split(" ")
    heads = [name.text.split(" ")[-1] for name in clause.subject if name.text[:1].islower()]
    people = [name.text for name in filling.target if name.person or name.plural]
    inside = any(f"{place} {name}" in clause.rest for name in people for place in _INSIDE)
    return not inside and not _TWICE.search(clause.rest) and not any(head in words for head in heads)


#: what leads to a place, never to people
_INSIDE = ("presence in", "forces in", "forces into", "troops in", "troops into", "mission in", "sanctuary in")


def _all_clauses(claim: Claim, filling: Filling, knowledge: Knowledge) -> Iterator[Clause]:
    line = _from_line(claim, filling, knowledge)
    if claim.kind is Kind.PROJECT and line is None:
        return
    bare = line is not None and claim.kind is Kind.TIE and line.rest in [n.text for n in filling.target]
    if line is not None and not bare:
        yield line
    yield from _from_data(claim, filling, knowledge)
    if line is not None and bare:
        yield line


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
            if (clause := fill(frame, filling, knowledge.wording.grammar)) is not None:
                yield clause


def _passive(verb: str, rest: str, filling: Filling, grammar: Grammar) -> Clause | None:
    """What was done to the target where nobody is told to have done it; None where not all is told."""
    if not filling.target or not _filled(rest, filling) or verb in ("be", "have"):
        return None
    text = _PLACEHOLDER.sub(lambda slot: _words(slot.group(1), filling), rest)
    return Clause(filling.target, "be", f"{participle(verb, grammar)} {text}".strip())


def fill(frame: str, filling: Filling, grammar: Grammar) -> Clause | None:
    """The clause of a frame; None where a slot outside brackets is not filled, or a target has no slot."""
    named = filling.object_names_target and re.search(r"\bX\b", frame)
    if filling.target and not named and not re.search(r"\b(T|ST)\b", frame):
        return None
    kept = _BRACKETS.sub(lambda part: _bracketed(part.group(1), filling), frame)
    if not filling.source and kept.startswith("S ") and kept.split()[2:3] == ["T"]:
        return _passive(kept.split()[1], " ".join(kept.split()[3:]), filling, grammar)
    if not _filled(kept, filling):
        return None
    subject, verb, *rest = kept.split()
    text = _PLACEHOLDER.sub(lambda slot: _words(slot.group(1), filling), " ".join(rest))
    if subject == "X":
        return None
    return Clause(filling.names(subject), verb, _together(" ".join(text.split())))


def _together(rest: str) -> str:
    """What follows the verb, without the "each other" that "together" says already."""
    return f" {rest}".removesuffix(" with each other").removeprefix(" ") or rest


def _bracketed(part: str, filling: Filling) -> str:
    """What stands in brackets where it is told, and not told by the object already."""
    again = filling.object_names_target and re.search(r"\bT\b", part) is not None
    return part if _filled(part, filling) and not again else ""


def _filled(part: str, filling: Filling) -> bool:
    return all(_words(slot, filling) for slot in _PLACEHOLDER.findall(part))


def _words(slot: str, filling: Filling) -> str:
    return filling.object if slot == "X" else listed([name.text for name in filling.names(slot)])


def _from_line(claim: Claim, filling: Filling, knowledge: Knowledge) -> Clause | None:
    """The clause that the line which read the claim makes, where every word of it can be given a sound form."""
    cue = next((cue for cue in claim.cues if cue.answers == "pattern"), None)
    if cue is None or claim.rule.startswith("model.") or "[" in cue.value:
        return None
    if _is_line(Form.COPULA, claim.rule, cue.value, knowledge):
        return _copula(cue.value, cue.text, claim, filling, knowledge)
    if not _is_line(Form.VERB, claim.rule, cue.value, knowledge):
        return None
    return realise(cue.value, cue.text, claim, filling, knowledge)


def _in_object(claim: Claim, rest: str) -> bool:
    """Whether the words of the object name all targets already."""
    return names_all(claim) and claim.object[-20:] in rest


def _is_line(form: Form, rule: str, line: str, knowledge: Knowledge) -> bool:
    """Whether a line of a rule is of this form, for a verb and a noun may look alike in it."""
    words = line.split()
    heads = [head for word in words[1:4] for head in word.split("|")]
    rules = (r for head in heads for r in knowledge.rules.get(form, {}).get(head, ()))
    return any(r.id == rule and r.pattern.line == line for r in rules)


def _copula(line: str, trigger: str, claim: Claim, filling: Filling, knowledge: Knowledge) -> Clause | None:
    """The clause of a pattern such as "S be ready C" where its head is an adjective of the report; None otherwise."""
    lead, be, head, *tokens = line.split()
    if lead != "S" or be != "be" or claim.kind is Kind.TIE or not filling.source or "<" in head:
        return None
    if trigger.lower() not in head.split("|"):
        return None
    before = claim.sentence.text[: claim.sentence.text.find(trigger)].rstrip().rsplit(" ", 1)[-1].lower()
    rest = _rest(tokens, trigger, claim, filling, knowledge)
    if before in _DETERMINERS or rest is None or (filling.target and "T" not in "".join(tokens)):
        return None
    return Clause(filling.source, "be", f"{trigger.lower()} {rest}".strip())


def realise(line: str, trigger: str, claim: Claim, filling: Filling, knowledge: Knowledge) -> Clause | None:
    """The clause of a pattern that a verb carries, with verb and nouns of the report; None where unsure."""
    lead, *tokens = line.split()
    slot = _SLOT.fullmatch(lead)
    if slot is None or slot.group(1) not in ("S", "T") or tokens[0] in ("act|do", "be"):
        return None
    if len(tokens) == 1 and claim.target:
        return None
    grammar = knowledge.wording.grammar
    verb = next((v for v in tokens[0].split("|") if trigger.lower() in verb_forms(v, grammar)), "")
    if not verb or "+" in verb or (verb in grammar.not_of_actors and tokens[1:2] == ["T"]):
        return None
    if claim.symmetric and tokens[1:2] != ["T"] and tokens[-2:] != ["with", "T"]:
        return None
    rest = _rest(tokens[1:], trigger, claim, filling, knowledge)
    needed = {"S": "T", "T": "S"}[slot.group(1)]
    if slot.group(1) == "S" and not filling.source and tokens[1:2] == ["T"]:
        more = _rest(tokens[2:], trigger, claim, filling, knowledge)
        return None if more is None or not filling.target else _passive(verb, more, filling, grammar)
    other = [name for name in filling.names(needed) if name is not EACH_OTHER]
    if rest is None or not filling.names(slot.group(1)):
        return None
    if other and listed([n.text for n in other]) not in rest and not _in_object(claim, rest):
        return None
    if any(name.text in (rest, rest.split(" ")[-1]) for name in filling.source):
        return None
    for state in filling.names(needed):
        rest = rest.replace(f" at {state.text}", f" in {state.text}")
    return Clause(filling.names(slot.group(1)), verb, _together(rest))


def _rest(tokens: Sequence[str], trigger: str, claim: Claim, filling: Filling, knowledge: Knowledge) -> str | None:
    """What follows the verb in words; None where a word of the line has no sound form in the report."""
    _, _, after = claim.sentence.text.partition(trigger)
    words = (after or claim.sentence.text).split()
    found: list[str] = []
    for place, token in enumerate(tokens):
        if place and _is_left_out(tokens[place - 1], claim, trigger, filling, knowledge):
            continue  # it led from a noun that the target's name has already
        if slot := _SLOT.fullmatch(token):
            put = _slot(slot, tokens, found, claim, filling)
            if put is None:
                return None
            found = put
        elif set(token.split("|")) <= ADPOSITIONS | {"to"}:
            choices = [a.replace("_", " ") for a in token.split("|")]
            found.append(min(choices, key=lambda a: words.index(a) if a in words else len(words)))
        elif found and found[-1] == "to" and (verb := _bare_verb(token, words)):
            found.append(verb)
        else:
            noun = _noun(token, trigger, claim, knowledge.wording.grammar)
            if noun is None:
                return None
            more = _whereof(noun, claim) if not filling.target and claim.kind is Kind.STANCE else ""
            found += [] if _in_target(noun, filling) else [noun + more]
    return _definite(" ".join(found), knowledge.wording.grammar)


def _is_left_out(token: str, claim: Claim, trigger: str, filling: Filling, knowledge: Knowledge) -> bool:
    """Whether a word of a line is a noun that the name of the target says already."""
    if _SLOT.fullmatch(token) or set(token.split("|")) <= ADPOSITIONS | {"to"}:
        return False
    noun = _noun(token, trigger, claim, knowledge.wording.grammar)
    return noun is not None and _in_target(noun, filling)


def _slot(
    slot: re.Match[str], tokens: Sequence[str], found: list[str], claim: Claim, filling: Filling
) -> list[str] | None:
    """The words so far with those of a slot; None where it is not filled and must be."""
    said = _in_slot(slot.group(1), filling)
    leading = bool(found) and found[-1] in ADPOSITIONS
    if slot.group(1) == "T" and {"C", "X"} & set(tokens) and names_all(claim):
        return found[:-1] if leading else found  # the object names them
    if said:
        return found + _without_doubled(found, said)
    if slot.group(2):
        return found[:-1] if leading else found
    return None


def _definite(rest: str, grammar: Grammar) -> str:
    """The words with "the" before a noun that is not counted and has an owner: "the independence of Armenia"."""
    first, of, owner = rest.partition(" of ")
    return f"the {rest}" if of and owner and first in grammar.mass else rest


def _without_doubled(found: list[str], said: str) -> list[str]:
    """The words of an object, without a preposition that stands before them already."""
    first, _, more = said.partition(" ")
    return [more] if found and found[-1] == first and more else [said]


def _in_slot(slot: str, filling: Filling) -> str:
    return filling.object if slot in "XC" else listed([name.text for name in filling.names(slot)])


def _bare_verb(token: str, words: Sequence[str]) -> str:
    """The verb of a line after "to" where the report has it so; "" otherwise."""
    after = [second for first, second in zip(words, words[1:], strict=False) if first == "to"]
    return next((verb for verb in token.split("|") if verb in after), "")


def _in_target(noun: str, filling: Filling) -> bool:
    """Whether the name of the target says the noun already: "sheltered leaders of rebel leaders" says it twice."""
    head = noun.split(" ")[-1]
    return any(head in name.text.split(" ") for name in filling.target)


def _noun(token: str, trigger: str, claim: Claim, grammar: Grammar) -> str | None:
    """The noun phrase of the report in which a noun of the line stands; None where its determiner is not plain."""
    text = claim.sentence.text
    words = re.findall(r"[\w'’-]+|[^\w\s]", text)
    if token.startswith("<"):
        nouns = {c.text.lower() for c in claim.cues if c.answers == "trigger" and c.text != trigger}
    else:
        nouns = {form for noun in token.split("|") for form in noun_forms(noun.replace("+", " "), grammar)}
    for place in range(len(words)):
        for length in (3, 2, 1):
            phrase = " ".join(words[place : place + length])
            if phrase.lower() in nouns:
                return _phrase(words, place, phrase, grammar)
    return None


def _whereof(noun: str, claim: Claim) -> str:
    """What follows a noun in the report and belongs to it: "access to the sea"."""
    after = claim.sentence.text.partition(noun)[2]
    found = re.match(r" (?:to|of|for|over) (?:(?:the|a|an) )?[\w'’-]+(?: [A-Z][\w'’-]+)*(?=[ .,;])", after)
    return found.group(0) if found else ""


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


def is_lasting(claim: Claim) -> bool:
    """Whether a claim tells of something that lasts, not of a deed."""
    return claim.kind in (Kind.TIE, Kind.STANCE, Kind.TRAIT)

"""Sentences joined to a paragraph: facts of one subject together, nobody and no report named twice in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.answers.naming import Name
from detente.answers.statements import Statement
from detente.answers.wording import pronoun_for
from detente.knowledge import Knowledge

_TAG = re.compile(r", (?P<who>[^,“”]+ reported (?:on|in|between) [\w ]+)\.$")
_TAG_FIRST = re.compile(r"^(?P<who>[^,“”]+? reported (?:on|in|between) [\w ]+?) that (?P<told>\S.*)\.$")
_QUOTED = re.compile(r"^(?P<who>[^,“”]+? reported (?:on|in|between) [\w ]+?): “")
_TOGETHER_MOST = 220


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A checked sentence with what joining needs to know: its subject, its words of time, its day."""

    statement: Statement
    subject: Name | None
    when: str
    day: date
    quoted: bool = False

    @property
    def text(self) -> str:
        """The sentence."""
        return self.statement.text


def paragraph(told: Sequence[Told], pair: tuple[Name, Name], knowledge: Knowledge) -> list[Statement]:
    """The sentences of a paragraph in order, joined; each still with all its citations."""
    found: list[Statement] = []
    before: Told | None = None
    for number, now in enumerate(_merged(told)):
        text = now.text
        if before is not None and not now.quoted and not before.quoted:
            text = _again(text, before, now, pair, number, knowledge)
        if before is not None:
            text = _same_report(text, before, now, knowledge, number)
        text = _without_titles(text, " ".join(s.text for s in found), knowledge)
        found.append(replace(now.statement, text=text))
        before = now
    return found


def _merged(told: Sequence[Told]) -> list[Told]:
    """The sentences, with two neighbours that tell of one subject at one time made one."""
    found: list[Told] = []
    for now in told:
        trailing = _report_last(now)
        joined = _coordinated(_report_last(found[-1]), trailing) if found else None
        if joined is not None:
            found[-1] = joined
        elif found and (_report_of(found[-1].text) == _report_of(now.text) != "" or _open_alike(found[-1], now)):
            found.append(trailing)
        else:
            found.append(now)
    return found


def _open_alike(before: Told, now: Told) -> bool:
    """Whether two sentences open with the name of the same paper."""
    return before.text.split(" reported ")[0] == now.text.split(" reported ")[0]


def _report_of(text: str) -> str:
    """The words that name the report, "" where none do."""
    named = _TAG.search(text) or _TAG_FIRST.match(text) or _QUOTED.match(text)
    return named.group("who").lower() if named else ""


def _report_last(told: Told) -> Told:
    """The sentence with the name of its report at the end."""
    first = _TAG_FIRST.match(told.text)
    if first is None or told.quoted:
        return told
    who, text = first.group("who"), first.group("told")
    who = "the" + who[3:] if who.startswith("The ") else who
    return replace(told, statement=replace(told.statement, text=f"{text[:1].upper()}{text[1:]}, {who}."))


def _coordinated(first: Told, second: Told) -> Told | None:
    """Two sentences as one with "and"; None where they differ in subject, time or report, or would be long."""
    if first.quoted or second.quoted or first.subject is None or second.subject is None:
        return None
    same_claims = first.statement.claim_ids == second.statement.claim_ids
    if first.subject != second.subject or first.when != second.when or same_claims:
        return None
    one, other = _parts(first), _parts(second)
    if one is None or other is None or one[2] != other[2] or " and " in one[1]:
        return None
    lead, predicate, tag = one
    text = f"{lead}{predicate} and {other[1]}{tag}"
    if len(text) > _TOGETHER_MOST or predicate == other[1]:
        return None
    citations = {(c.claim_id, c.quote): c for c in (*first.statement.citations, *second.statement.citations)}
    ids = tuple(dict.fromkeys((*first.statement.claim_ids, *second.statement.claim_ids)))
    joined = Statement(text=text, claim_ids=ids, citations=tuple(citations.values()))
    return replace(first, statement=joined)


def _parts(told: Told) -> tuple[str, str, str] | None:
    """What stands before the predicate, the predicate, and what stands after it; None where that is not plain."""
    assert told.subject is not None
    text, tag = told.text, "."
    if found := _TAG.search(text):
        text, tag = text[: found.start()], found.group(0)
    text = text.removesuffix(".")
    subject = told.subject.text
    lead = f"{told.when[:1].upper()}{told.when[1:]}, {subject} " if told.when else ""
    if lead and text.startswith(lead):
        return lead, text.removeprefix(lead), tag
    plain = f"{subject[:1].upper()}{subject[1:]} "
    if not text.startswith(plain):
        return None
    predicate = text.removeprefix(plain)
    if told.when and predicate.endswith(f" {told.when}"):
        return lead or plain, predicate.removesuffix(f" {told.when}"), tag
    return None if told.when else (plain, predicate, tag)


def _again(text: str, before: Told, now: Told, pair: tuple[Name, Name], number: int, knowledge: Knowledge) -> str:
    """The sentence with a shorter word for whom the sentence before told of."""
    words = knowledge.wording.brief.both_again
    for first, second in (pair, pair[::-1]):
        both = f"{first.text} and {second.text} "
        known = all(name.text in before.text for name in pair)
        place = text.lower().find(both.lower())
        leads = place == 0 or text[:place].lower().endswith((f"{now.when.lower()}, ", " that "))
        if known and words and place >= 0 and leads:
            again = words[number % len(words)] + " "
            return _replaced(text, both, again)
    if now.subject is None or before.subject is None or now.subject != before.subject or now.subject.plural:
        return text
    led = before.text.lower().startswith((now.subject.text.lower(), f"{before.when}, {now.subject.text}".lower()))
    if not led or f"{now.subject.text} and " in text:
        return text
    if pronoun := pronoun_for(now.subject, knowledge):
        return _replaced(text, now.subject.text + " ", pronoun + " ", most=len(now.when) + 3)
    return text


def _without_titles(text: str, before: str, knowledge: Knowledge) -> str:
    """The sentence without the titles of people whom the paragraph named before."""
    for title in knowledge.wording.names.titles:
        for found in re.findall(rf"\b{title} ((?:[A-ZÀ-Þ][\w'’.-]+ ?)+)", text):
            if found.strip() in before:
                text = text.replace(f"{title} {found}", found)
    return text


def _replaced(text: str, name: str, again: str, most: int = 40) -> str:
    """The text with the first place of a name, near its beginning, taken by another word."""
    place = text.lower().find(name.lower())
    if place < 0 or place > most:
        return text
    word = again[:1].upper() + again[1:] if place == 0 else again
    return text[:place] + word + text[place + len(name) :]


def _same_report(text: str, before: Told, now: Told, knowledge: Knowledge, number: int) -> str:
    """The sentence without the name of its report where the sentence before named it."""
    found = _TAG.search(text)
    words = knowledge.wording.brief.same_report
    if not found or _report_of(before.text) != found.group("who").lower() or not words:
        return text
    again = words[number % len(words)]
    if " and " in found.group("who") or found.group("who").startswith("several"):
        again = again.replace("report", "reports")
    return f"{text[: found.start()]}, {again}."

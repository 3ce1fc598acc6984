"""Who says it: the speakers of a claim, and the papers that report it, put before or after what is said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from detente.answers.forms import listed
from detente.answers.naming import name_of
from detente.answers.statements import Published
from detente.answers.times import day, month
from detente.knowledge import Knowledge, Sort
from detente.model import Claim, Party, Speaker, Status

#: ways of putting it that need more than "that": what is asked for is no fact
_NOT_SAID = frozenset({"urges", "asks"})
_DENIES = frozenset({"deny", "doubt"})


def manner(claim: Claim) -> str:
    """How the innermost verb of saying puts what is said: states, alleges, denies ...; "" where nobody says it."""
    return next((cue.value for cue in claim.cues if cue.answers == "speaker"), "")


def denies(claim: Claim) -> bool:
    """Whether what makes the claim negated is its speaker's denial."""
    return bool(claim.speaker) and claim.status is Status.NEGATED and manner(claim) == "denies"


def sayable(claim: Claim) -> bool:
    """Whether its speakers can be put before "that"."""
    if not claim.speaker:
        return True
    verb, how = claim.speaker[-1].verb, manner(claim)
    return how not in _NOT_SAID and (verb not in _DENIES and how != "denies" or denies(claim))


#: how far before its verb a word makes a thing a charge or a rumour, in characters
_NEAR = 60


def is_hedged(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether the report puts a thing as a charge or a rumour, of which the claim does not say whose it is."""
    trigger = next((cue for cue in claim.cues if cue.answers == "pattern"), None)
    if claim.speaker or trigger is None or claim.status not in (Status.ACTUAL, Status.ONGOING):
        return False
    at = trigger.start - claim.sentence.start
    before = f" {' '.join(claim.sentence.text[max(at - _NEAR, 0) : max(at, 0)].lower().split())} "
    return any(f" {hedge} " in before for hedge in knowledge.wording.hedges)


def leads(claim: Claim, knowledge: Knowledge) -> list[str] | None:
    """What each speaker said, the outermost first: "diplomats said"; None where one of them cannot be named."""
    found: list[str] = []
    for number, speaker in enumerate(claim.speaker):
        party = Party(
            text=speaker.text, start=speaker.start, end=speaker.end, code=speaker.code, sector=speaker.sector,
            country=speaker.code, name=speaker.name,
        )  # fmt: skip
        name = name_of(party, claim, knowledge)
        if name is None:
            return None
        last = number == len(claim.speaker) - 1
        said = _verb(speaker, manner(claim) if last else "states", knowledge).format(S=name.text)
        if not (found and found[-1].startswith(name.text + " ")):
            found.append(said)
    return found


def _verb(speaker: Speaker, how: str, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    return wording.said.get(speaker.verb) or wording.manners.get(how) or "{S} said"


def reported(claims: Sequence[Claim], articles: Mapping[str, Published], knowledge: Knowledge) -> str:
    """Who reported some claims and when: "the Plateau Herald reported on 24 December 2009"; "" if not known."""
    told = [articles[claim.article] for claim in claims if claim.article in articles]
    outlets = list(dict.fromkeys(outlet(article.outlet, knowledge) for article in told if article.outlet))
    days = sorted({article.published for article in told if article.published})
    if not outlets and not days:
        return ""
    who = listed(outlets) if 0 < len(outlets) <= 2 else "several papers" if outlets else "a report"
    when = f" {_on(days)}" if days else ""
    return f"{who} reported{when}" if outlets else f"a report said{when}"


def _on(days: Sequence[date]) -> str:
    first, last = days[0], days[-1]
    if first == last:
        return f"on {day(first)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"in {month(first)}"
    return f"between {month(first)} and {month(last)}"


def outlet(name: str, knowledge: Knowledge) -> str:
    """The name of an outlet as it stands inside a sentence: "the Guardian"; names of several words take "the"."""
    if name.startswith("The "):
        return "the " + name[4:]
    with_article = knowledge.namings.get(f"The {name}", ())
    if any(knowledge.entries[naming.entry].sort is Sort.OUTLET for naming in with_article):
        return f"the {name}"
    return name if " " not in name or name[:1].islower() else f"the {name}"


#: who reported it and when, at the end of a sentence
_TAG = re.compile(r", (?:[^,“”]+ reported|a report said)(?: (?:on|in|between) [\w ]+)?\.$")


#: or at its beginning
_TAG_FIRST = re.compile(r"^(?:[^,“”]+? reported|A report said)(?: (?:on|in|between) [\w ]+?)? that (?=\S)")


def untagged(text: str) -> str:
    """The sentence without who reported it and when."""
    told = _TAG_FIRST.sub("", _TAG.sub(".", text))
    return told[:1].upper() + told[1:]

"""The object of a claim, in the words of the report, made fit to stand in another sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.answers.naming import Name
from detente.model import Claim, Kind


def names_all(claim: Claim) -> bool:
    """Whether the object names all targets."""
    return bool(claim.object) and all(p.text in claim.object for p in claim.target)


def object_of(claim: Claim, named: Sequence[Name] = ()) -> str:
    """The object of a claim as it can stand in another sentence; "" where it cannot.

    Words that point to somebody in the report are put in quotation marks where they might point to another here: where
    nobody `named` in the sentence is of their kind.
    """
    words = " ".join(claim.object.split()).rstrip(".,;: ")
    words = _WHOM.sub("to ", words)
    if claim.kind in (Kind.STATEMENT, Kind.STANCE) and _BARE_CLAUSE.match(words):
        words = f"that {words}"
    if re.fullmatch(r"\w+ing", words) or words.split(" ")[-1] in _UNFINISHED:
        return ""
    trigger = next((cue.text for cue in claim.cues if cue.answers == "pattern"), "")
    if trigger and re.search(rf"\b{re.escape(trigger)}\b", words):
        return ""  # the object is no part of the sentence, but holds it
    if not words or _ONLY_THERE.search(words) or words.count("“") != words.count("”") or words.count('"') % 2:
        return ""
    if _POINTING.fullmatch(words):
        return ""
    if all(_pointed_at(word.lower(), named) for word in _POINTING.findall(words)):
        return words
    lead = _LEAD.match(words)
    start = lead.end() if lead else 0
    return f"{words[:start]}“{words[start:].replace('“', '‘').replace('”', '’')}”"


def _pointed_at(word: str, named: Sequence[Name]) -> bool:
    """Whether a pointing word can only mean those named in the sentence: "their" where some are many."""
    many = len(named) > 1 or any(name.plural for name in named)
    if word in ("their", "they", "them", "themselves"):
        return many
    if word in ("it", "its", "itself"):
        return any(not name.plural and _is_code_of_thing(name.code, name.text) for name in named)
    if word in ("he", "his", "him", "she", "her"):
        return len(named) == 1 and not _is_code_of_thing(named[0].code, named[0].text)
    return False


def _is_code_of_thing(code: str, text: str) -> bool:
    """Whether a name is that of a state or a body: no person bears a code of its own and a name of several words."""
    return bool(code) and (code.islower() or " " not in text.removeprefix("the ") or text.startswith("the "))


#: words that an object does not end with unless it was cut off
_UNFINISHED = frozenset("as of to what and or but with in from for by on at the a an that than".split())
_WHOM = re.compile(r"^(?:it|them|him|her) to ")
#: what was said without a "that" before it
_BARE_CLAUSE = re.compile(
    r"(?!(?:that|to|whether|how|what|why|who|which|when|where|if|not|\w+ing) )"
    r"(?:(?!that|which|who|to\b|and\b|but\b)[\w'’.-]+ ){1,5}"
    r"(?:is|are|was|were|has|have|had|will|would|could|may|might)\b"
)
_LEAD = re.compile(r"(?:to|that|of|for|not to) ")
#: words that mean something else on another day or from another mouth
_ONLY_THERE = re.compile(
    r"\b(I|me|my|we|us|our|you|your|today|yesterday|tomorrow|tonight|ago|here|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:last|next|this) (?:week|month|year|spring|summer|autumn|winter|night|morning|January|February|March|April"
    r"|May|June|July|August|September|October|November|December))\b"
)
#: words that point to what was told before
_POINTING = re.compile(
    r"\b(it|its|itself|they|their|them|themselves|he|his|him|she|her|this|these|those|such|both|the two|either|neither"
    r"|do so)\b",
    re.I,
)

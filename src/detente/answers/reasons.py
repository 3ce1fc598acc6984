"""Whether a sentence gives a reason: by its conjunctions, its purposes, what it answers to."""

from __future__ import annotations

import re

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
#: "since 1990" and "after November" say when, "over which" of what
_WHEN = rf"(?!\d|{_MONTH}\b|then\b|which\b|whom\b)"
_REASON = re.compile(
    r"\b(?:because|due to|owing to|thanks to|on account of|on (?:the )?grounds?|for fear|lest"
    rf"|(?:since|after|over|amid|following) {_WHEN}"
    r"|in (?:response|reply|retaliation|reaction|revenge|protest|return|solidarity|support|answer|exchange)"
    r"|in (?:order|a bid|an attempt|an effort) to|so (?:as to|that)|as a (?:result|sign|protest|punishment)|out of"
    r"|for (?:\w+ )?\w+ing|citing|accus(?:ed|es|ing)|blam(?:ed|es|ing)|saying|arguing|complain(?:ed|ing)"
    r"|reasons?|motives?|caused?|prompt(?:ed|ing)|provoked|led to|the aim|aimed"
    r"|which (?:it|he|she|they) (?:says?|said|accused|blamed)"
    r"|to (?!the|a|an|its|his|her|their|it|them|him|be\b|both|all|each|one|other)[a-z]+)\b"
)


def gives_reason(sentence: str) -> bool:
    """Whether a sentence has words that give a reason, a purpose or an occasion for something."""
    return bool(_REASON.search(sentence))

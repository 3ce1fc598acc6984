"""Whether a sentence gives a reason: by its conjunctions, its purposes, what it answers to."""

from __future__ import annotations

import re

_REASON = re.compile(
    r"\b(?:because|since (?!\d|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|then)"
    r"|due to|owing to|thanks to|on account of|on (?:the )?grounds?|for fear|lest|in (?:response|reply"
    r"|retaliation|reaction"
    r"|revenge|protest|return|solidarity|support|answer|exchange)|in (?:order|a bid|an attempt"
    r"|an effort) to|so (?:as to|that)"
    r"|as a (?:result|sign|protest|punishment)|out of|amid|over|after|following|for (?:\w+ )?\w+ing"
    r"|citing|accus(?:ed|es|ing)"
    r"|blam(?:ed|es|ing)|saying|arguing|complain(?:ed|ing)|reasons?|motives?|caused?|prompt(?:ed|ing)|provoked"
    r"|led to|the aim|aimed|which (?:it|he|she|they) (?:says?|said|accused|blamed)|to (?!the|a|an|its"
    r"|his|her|their|it|them"
    r"|him|be\b|both|all|each|one|other)[a-z]+)\b"
)


def gives_reason(sentence: str) -> bool:
    """Whether a sentence has words that give a reason, a purpose or an occasion for something."""
    return bool(_REASON.search(sentence))

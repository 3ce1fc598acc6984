"""A sentence, its parties, and claims made of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from detente.model import Article, Claim, Kind, Party, Reading, Span

TEXT = "Peru and Chile sent wheat to Haiti."


def party(words: str, **said: str) -> Party:
    at = max(0, TEXT.find(words))
    return Party(text=words, start=at, end=at + len(words), **said)


PERU, CHILE, HAITI = (party(n, code=c, country=c) for n, c in (("Peru", "PER"), ("Chile", "CHL"), ("Haiti", "HTI")))
UN = party("UN", code="united-nations", sector="IGO")


def claim(**said: Any) -> Claim:
    whole = Span(start=0, end=len(TEXT), text=TEXT)
    base = Claim(
        article="a1", kind=Kind.EVENT, type="AID", source=(PERU,), target=(HAITI,), sentence=whole, start=15, end=19,
        rule="event.AID.give", quad=2,
    )  # fmt: skip
    return replace(base, **said)


def reading(*claims: Claim) -> Reading:
    return Reading(article=Article(text=TEXT), claims=claims, unread=(), rules="r")

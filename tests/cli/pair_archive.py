"""An archive of claims on three states, written without reading anything."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from detente.archive import Archive
from detente.model import Article, Claim, Kind, Party, Precision, Reading, Ruleset, Span, When

RULES = Ruleset(digest="made-up", version="0.1")
NAMES = {"SAU": "Saudi Arabia", "IRN": "Iran", "USA": "United States"}

#: day, type, mode, quad, score, source, target, words, whether it is told in 2023 as history
TOLD: list[tuple[str, str, str, int, float, str, str, str, bool]] = [
    ("1999-05-16", "CONSULT", "visit", 1, 4.0, "SAU", "IRN", "The crown prince visited Tehran", False),
    ("2000-06-01", "AGREE", "", 1, 2.5, "SAU", "IRN", "The two signed a pact on security", False),
    ("2001-06-01", "SUPPORT", "", 1, 5.0, "SAU", "IRN", "Riyadh praised Tehran", False),
    ("2002-06-01", "COOPERATE", "", 2, 9.5, "SAU", "IRN", "They drilled together", True),
    ("2016-01-03", "SANCTION", "discontinue", 4, -6.0, "SAU", "IRN", "Riyadh severed relations with Tehran", False),
    ("2016-01-04", "ACCUSE", "", 3, -3.0, "SAU", "IRN", "Riyadh accused Tehran", False),
    ("2017-05-02", "THREATEN", "", 3, -3.5, "SAU", "IRN", "Riyadh warned Tehran", False),
    ("2017-04-02", "AID", "", 2, 10.0, "USA", "SAU", "Washington armed Riyadh", False),
    ("2017-04-20", "SANCTION", "", 4, -6.0, "USA", "IRN", "Washington punished Tehran", False),
]


def reading(nth: int, told: tuple[str, str, str, int, float, str, str, str, bool]) -> Reading:
    """An article with one claim."""
    day, type_, mode, quad, score, source, target, words, later = told
    happened = date.fromisoformat(day)
    article = Article(
        text=f"{words}.",
        title=f"Report {nth}",
        outlet="The Harbour Courier",
        published=date(2023, 3, 13) if later else happened,
    )
    claim = Claim(
        article=article.id, kind=Kind.EVENT, type=type_, mode=mode, quad=quad, score=score,
        source=(party(source),), target=(party(target),),
        sentence=Span(start=0, end=len(article.text), text=article.text), start=0, end=len(words), rule="made.up",
        when=When(start=happened, end=happened, precision=Precision.DAY, text="then"), background=later,
    )  # fmt: skip
    return Reading(article=article, claims=(claim,), unread=(), rules=RULES.digest, sentences=1, parsed=1)


def party(code: str) -> Party:
    return Party(text=NAMES[code], start=0, end=4, code=code, country=code, sector="GOV", name=NAMES[code])


@pytest.fixture(scope="session", name="pair_archive")
def archive_of_three_states(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive in which two states fall out in January 2016; tests only ask it."""
    path = tmp_path_factory.mktemp("pairs") / "record.duckdb"
    with Archive.open(path).writer(RULES) as writer:
        for nth, told in enumerate(TOLD):
            writer.add(reading(nth, told))
    return path

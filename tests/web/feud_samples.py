"""A quarrel made by hand: two states that fall out in January 2016, told by two agencies, one of them printed twice."""

from __future__ import annotations

from datetime import date, timedelta

from page_samples import RULES, claim

from detente.model import Article, Claim, Dating, Kind, Party, Precision, Reading, Sign, Span, Status, When

NAMES = {"SAU": "Saudi Arabia", "IRN": "Iran", "USA": "United States"}
#: day, type, mode, quad, score, source, target, words
TOLD = (
    ("1999-05-16", "CONSULT", "visit", 1, 4.0, "SAU", "IRN", "The crown prince of Saudi Arabia visited Iran"),
    ("2000-06-01", "AGREE", "", 1, 2.5, "SAU", "IRN", "Saudi Arabia and Iran signed a pact on security"),
    ("2001-06-01", "SUPPORT", "", 1, 5.0, "SAU", "IRN", "Saudi Arabia praised Iran for its restraint"),
    ("2016-01-04", "ACCUSE", "", 3, -3.0, "SAU", "IRN", "Saudi Arabia accused Iran of meddling"),
    ("2016-01-05", "THREATEN", "", 3, -3.5, "IRN", "SAU", "Iran threatened Saudi Arabia with divine revenge"),
    ("2016-01-06", "SANCTION", "", 4, -6.0, "SAU", "IRN", "Saudi Arabia banned all trade with Iran"),
    ("2016-01-07", "AID", "", 2, 10.0, "USA", "SAU", "The United States armed Saudi Arabia"),
)  # fmt: skip
_STORY = (
    "Saudi Arabia cut diplomatic relations with Iran on Sunday after protesters angered by the death of a cleric "
    "stormed its embassy in Tehran, and gave all Iranian diplomats forty-eight hours to leave the kingdom, the foreign "
    "minister told reporters in the capital late in the evening without taking any of their questions."
)
_OTHER = (
    "The kingdom said that it had broken with its rival. Saudi Arabia severed relations with Iran, leaving 12 dead."
)


def readings() -> list[Reading]:
    """All articles of the quarrel."""
    broken = [
        _report("2016-01-03", "SANCTION", "discontinue", 4, -6.0, "SAU", "IRN", words, text, outlet, agency, later)
        for words, text, outlet, agency, later in (
            ("Saudi Arabia cut diplomatic relations with Iran", _STORY, "Harbour Post", "Wire One", 1),
            ("Saudi Arabia cut diplomatic relations with Iran", _STORY, "Hill Gazette", "Wire One", 2),
            ("Saudi Arabia severed relations with Iran", _OTHER, "Nile Daily", "Wire Two", 1),
        )
    ]
    return [*broken, *(_report(*told, text=f"{told[-1]}.") for told in TOLD), _stances()]


def _report(
    day: str, type_: str, mode: str, quad: int, score: float, source: str, target: str, words: str, text: str,
    outlet: str = "Harbour Post", agency: str = "", later: int = 0,
) -> Reading:  # fmt: skip
    happened = date.fromisoformat(day)
    article = _article(text, outlet, agency, happened + timedelta(days=later))
    told = claim(
        article, words, type=type_, mode=mode, quad=quad, score=score, source=(_party(source),),
        target=(_party(target),), sign=Sign.COOPERATIVE if score > 0 else Sign.HOSTILE,
        when=When(start=happened, end=happened, precision=Precision.DAY, text="that day"),
    )  # fmt: skip
    return _reading(article, told)


def _stances() -> Reading:
    text = "Iran wants an end to the siege. Saudi Arabia fears a nuclear Iran. Iran and Saudi Arabia are rivals."
    article = _article(text, "Nile Daily", "", date(2016, 2, 1))
    wants = claim(
        article, "Iran wants an end to the siege", kind=Kind.STANCE, type="want", quad=None, score=None,
        sign=Sign.NEUTRAL, source=(_party("IRN"),), target=(_party("SAU"),), object="an end to the siege",
    )  # fmt: skip
    fears = claim(
        article, "Saudi Arabia fears a nuclear Iran", kind=Kind.STANCE, type="fear", quad=None, score=None,
        sign=Sign.HOSTILE, source=(_party("SAU"),), target=(_party("IRN"),),
    )  # fmt: skip
    rivals = claim(
        article, "Iran and Saudi Arabia are rivals", kind=Kind.TIE, type="rivalry", quad=None, score=-4.0,
        sign=Sign.HOSTILE, source=(_party("IRN"),), target=(_party("SAU"),), symmetric=True, status=Status.ONGOING,
    )  # fmt: skip
    return _reading(article, wants, fears, rivals)


def _article(text: str, outlet: str, agency: str, published: date) -> Article:
    return Article(text=text, title=text[:30], outlet=outlet, agency=agency, published=published, dating=Dating.GIVEN)


def _party(code: str) -> Party:
    return Party(text=NAMES[code], start=0, end=4, code=code, country=code, sector="GOV", name=NAMES[code])


def _reading(article: Article, *claims: Claim) -> Reading:
    assert all(isinstance(c.sentence, Span) for c in claims)
    return Reading(article=article, claims=claims, unread=(), rules=RULES.digest, sentences=1, parsed=1)

"""Made-up readings, and strategies that make claims of every shape."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from detente.model import (
    Article,
    Claim,
    Cue,
    Dating,
    Kind,
    Party,
    Place,
    Precision,
    Reading,
    Ruleset,
    Sign,
    Span,
    Speaker,
    Status,
    Unread,
    When,
)

RULES = Ruleset(digest="r1", version="0.1")
NEW_RULES = Ruleset(digest="r2", version="0.2")

STATES = ("GRC", "TUR", "FRA", "EGY")


def make_article(number: int, text: str = "") -> Article:
    """The article of this number, one a day."""
    return Article(
        text=text or f"Envoys of two capitals met for round {number} of their talks.",
        title=f"Round {number}",
        outlet=("Harbour Post", "Hill Gazette")[number % 2],
        agency="Coast Wire",
        published=date(2020, 1, 1) + timedelta(days=number),
        dating=Dating.METADATA,
        language="en",
        ref=f"dump-{number}",
        origin=f"dump.jsonl#{number}",
    )


def make_claim(article: Article, nth: int = 0, **changes: object) -> Claim:
    """A claim of the article, different for each `nth`, with whatever `changes` asks for."""
    values: dict[str, object] = {
        "article": article.id,
        "kind": Kind.EVENT,
        "type": "CONSULT",
        "source": (Party(text="Athens", start=0, end=6, code="GRC", country="GRC", sector="GOV"),),
        "target": (Party(text="Ankara", start=9, end=15, code="TUR", country="TUR", sector="GOV"),),
        "sentence": Span(start=0, end=len(article.text), text=article.text),
        "start": nth,
        "end": nth + 6,
        "rule": "event.CONSULT.meet",
        "cues": (Cue(answers="trigger", value="meet", start=20, end=23, text="met"),),
    }
    return Claim(**(values | changes))  # type: ignore[arg-type]


def make_reading(number: int, claims: int = 3, rules: str = RULES.digest, **changes: object) -> Reading:
    """A reading of the article of this number, with so many claims and one sentence not understood."""
    article = make_article(number)
    unread = Unread(
        sentence=Span(start=0, end=5, text="Envoy"), actors=("GRC", "TUR"), verbs=("dither", f"verb{number}")
    )
    return Reading(
        article=article,
        claims=tuple(make_claim(article, nth, **changes) for nth in range(claims)),
        unread=(unread,),
        rules=rules,
        sentences=4,
        parsed=3,
    )


# Surrogates alone are no text; everything else that Python can hold is.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
offsets = st.integers(0, 2**40)
codes = st.sampled_from(("", *STATES, "hezbollah"))
tuples_of_words = st.lists(words, max_size=3).map(tuple)


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Times with any ends in the right order."""
    days = sorted(draw(st.lists(st.dates(), min_size=2, max_size=2)))
    start, end = (draw(st.sampled_from((day, None))) for day in days)
    return When(start=start, end=end, precision=draw(st.sampled_from(Precision)), text=draw(words))


spans = st.builds(Span, start=offsets, end=offsets, text=words)
parties = st.builds(
    Party,
    text=words,
    start=offsets,
    end=offsets,
    code=codes,
    country=codes,
    sector=words,
    name=words,
    reason=words,
)
speakers = st.builds(Speaker, text=words, start=offsets, end=offsets, verb=words, code=codes, sector=words, name=words)
cues = st.builds(Cue, answers=words, value=words, start=offsets, end=offsets, text=words)
places = st.builds(Place, text=words, name=words, country=codes, precision=words)
details = st.lists(st.tuples(words, words), max_size=3, unique_by=lambda detail: detail[0]).map(tuple)


def claims_of(article: str) -> st.SearchStrategy[Claim]:
    """Claims of any shape, all of one article."""
    return st.builds(
        Claim,
        article=st.just(article),
        kind=st.sampled_from(Kind),
        type=words,
        source=st.lists(parties, max_size=3).map(tuple),
        target=st.lists(parties, max_size=3).map(tuple),
        via=st.lists(parties, max_size=2).map(tuple),
        sentence=spans,
        start=offsets,
        end=offsets,
        rule=words,
        mode=words,
        context=tuples_of_words,
        cameo=words,
        quad=st.none() | st.integers(1, 4),
        score=st.none() | st.floats(-10, 10),
        sign=st.sampled_from(Sign),
        symmetric=st.booleans(),
        object=words,
        issue=tuples_of_words,
        when=whens(),
        status=st.sampled_from(Status),
        background=st.booleans(),
        speaker=st.lists(speakers, max_size=2).map(tuple),
        place=st.none() | places,
        details=details,
        cues=st.lists(cues, max_size=2).map(tuple),
    )

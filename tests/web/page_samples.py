"""A small archive made by hand for views: talks, an attack, a tie, a flow, a project, and an article that means ill."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import detente
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

RULES = Ruleset(digest="sample", version="0")
TALKS = (
    "Envoys of Iran met envoys of Saudi Arabia in Muscat on Sunday.\n\n"
    "Iran sends oil to Syria, a minister said. Riyadh dithered over Tehran."
)
#: What hostile text tries; each must be shown as text.
HOSTILE = (
    '<script>window.harmed = 1</script> <img src=x onerror="window.harmed = 2"> '
    '"><svg onload=\'window.harmed = 3\'> {{ 7 * 7 }} ${7*7} <a href="javascript:window.harmed=4">Iran</a> '
    "</textarea></title><iframe srcdoc='<script>parent.harmed=5</script>'></iframe> &lt;b&gt; <!-- --> ]]>"
)


def party(text: str, whole: str, code: str, name: str) -> Party:
    """A state where it is named first."""
    start = whole.index(text)
    return Party(text=text, start=start, end=start + len(text), code=code, country=code, name=name, reason="a name")


def claim(article: Article, words: str, **changes: object) -> Claim:
    """A claim of some words of an article."""
    start = article.text.index(words)
    values: dict[str, object] = {
        "article": article.id, "kind": Kind.EVENT, "type": "CONSULT", "quad": 1, "score": 2.0, "sign": Sign.COOPERATIVE,
        "source": (Party(text="Iran", start=start, end=start + 4, code="IRN", country="IRN", name="Iran"),),
        "target": (
            Party(text="Saudi Arabia", start=start, end=start + 4, code="SAU", country="SAU", name="Saudi Arabia"),
        ),
        "sentence": Span(start=start, end=start + len(words), text=words), "start": start, "end": start + len(words),
        "rule": "event.CONSULT.meet",
    }  # fmt: skip
    return Claim(**(values | changes))  # type: ignore[arg-type]


def talks() -> Reading:
    """An article with talks, a flow, and a sentence that was not understood."""
    article = Article(
        text=TALKS,
        title="Envoys meet",
        outlet="Harbour Post",
        published=date(2016, 5, 17),
        dating=Dating.GIVEN,
        ref="1",
    )
    met = claim(
        article, "Envoys of Iran met envoys of Saudi Arabia in Muscat on Sunday",
        source=(party("Envoys of Iran", TALKS, "IRN", "Iran"),), issue=("diplomacy",),
        target=(party("envoys of Saudi Arabia", TALKS, "SAU", "Saudi Arabia"),),
        when=When(start=date(2016, 5, 15), end=date(2016, 5, 15), precision=Precision.DAY, text="on Sunday"),
        place=Place(text="Muscat", name="Muscat", country="OMN", precision="city"),
        cues=(Cue(answers="trigger", value="CONSULT", start=15, end=18, text="met"),
              Cue(answers="time", value="at", start=52, end=61, text="on Sunday")),
    )  # fmt: skip
    flow = claim(
        article, "Iran sends oil to Syria", kind=Kind.FLOW, type="energy", quad=None, score=None, sign=Sign.NEUTRAL,
        target=(party("Syria", TALKS, "SYR", "Syria"),), issue=("energy",), status=Status.ONGOING,
        speaker=(Speaker(text="a minister", start=88, end=98, verb="say", name=""),),
    )  # fmt: skip
    last = TALKS.index("Riyadh")
    unread = Unread(
        sentence=Span(start=last, end=len(TALKS), text=TALKS[last:]), actors=("SAU", "IRN"), verbs=("dither",)
    )
    return Reading(article=article, claims=(met, flow), unread=(unread,), rules=RULES.digest, sentences=3, parsed=3)


def attack() -> Reading:
    """An article with an attack somewhere in a country, a tie and a project."""
    text = (
        "Saudi Arabia bombed Yemen last week. Iran is an ally of Syria. Russia builds a reactor at Bushehr for Iran. "
        "Envoys of Iran met envoys of Saudi Arabia in Muscat on Sunday, officials had said before the war began anew."
    )
    article = Article(
        text=text, title="War goes on", outlet="Hill Gazette", published=date(2016, 6, 2), dating=Dating.GIVEN, ref="2"
    )
    bombed = claim(
        article, "Saudi Arabia bombed Yemen", type="ASSAULT", quad=4, score=-9.0, sign=Sign.HOSTILE,
        source=(party("Saudi Arabia", text, "SAU", "Saudi Arabia"),), target=(party("Yemen", text, "YEM", "Yemen"),),
        place=Place(text="Yemen", name="Yemen", country="YEM", precision="country"), rule="event.ASSAULT.aerial",
    )  # fmt: skip
    tie = claim(
        article, "Iran is an ally of Syria", kind=Kind.TIE, type="alliance", quad=None, score=8.0,
        status=Status.ONGOING,
        target=(party("Syria", text, "SYR", "Syria"),),
    )  # fmt: skip
    project = claim(
        article, "Russia builds a reactor at Bushehr", kind=Kind.PROJECT, type="nuclear", quad=None, score=None,
        sign=Sign.NEUTRAL, source=(party("Russia", text, "RUS", "Russia"),), details=(("site", "Tehran"),),
        target=(party("Iran", text, "IRN", "Iran"),),
    )  # fmt: skip
    return Reading(article=article, claims=(bombed, tie, project), unread=(), rules=RULES.digest, sentences=4, parsed=4)


def hostile() -> Reading:
    """An article whose every field tries to be more than text."""
    article = Article(
        text=HOSTILE, title=HOSTILE, outlet='<b onclick="x()">Outlet</b>', published=date(2016, 7, 1),
        dating=Dating.GIVEN, ref="3", url="javascript:alert(1)", origin="<script>1</script>",
    )  # fmt: skip
    meant = claim(
        article, HOSTILE, object="<script>window.harmed = 6</script>",
        place=Place(text="<i>", name="<script>window.harmed = 7</script>", country="IRN", precision="city"),
        speaker=(Speaker(text="</style><script>window.harmed = 8</script>", start=0, end=3, verb="say"),),
    )  # fmt: skip
    return Reading(article=article, claims=(meant,), unread=(), rules=RULES.digest, sentences=1, parsed=1)


def write(path: Path, readings: Sequence[Reading]) -> Path:
    """An archive of readings, with what is derived from them."""
    with detente.open(path) as record:
        with record.archive.writer(RULES) as writer:
            for reading in readings:
                writer.add(reading)
        record.happenings()
    return path

"""Made-up claims of events and their mentions, for tests of what is put together from them."""

from __future__ import annotations

from datetime import date

from detente.history.mentions import Mention, mention
from detente.knowledge import Merging
from detente.model import Claim, Cue, Kind, Party, Place, Precision, Span, Speaker, Status, When

RULES = Merging(
    compatible={frozenset(("AGREE", "SUPPORT")): 0.8},
    recurring={"ASSAULT": 0.7},
    spoken=frozenset(("ACCUSE",)),
    figures={
        "killed": "killed", "killing": "killed", "dead": "killed", "lives": "killed", "wounded": "wounded",
        "people": "people", "soldiers": "troops", "diplomats": "expelled", "expelled": "expelled", "dollars": "dollars",
    },
    turns={"correction": "correction", "rose": "update"},
)  # fmt: skip
NAMES = {"FRA": "France", "DZA": "Algeria", "TUN": "Tunisia"}
TRIGGERS = ("met", "accused", "shelled")


def party(code: str, sector: str = "GOV") -> Party:
    return Party(text=NAMES.get(code, code), start=0, end=3, code=code, country=code, sector=sector)


def on(day: str) -> When:
    found = date.fromisoformat(day)
    return When(start=found, end=found, precision=Precision.DAY, text="on Friday")


def claim(
    article: str = "a1",
    type: str = "CONSULT",
    source: str = "FRA",
    target: str = "DZA",
    when: When | None = None,
    text: str = "The French minister met his Algerian colleague to talk about visas.",
    status: Status = Status.ACTUAL,
    place: str = "",
    speaker: str = "",
    background: bool = False,
    symmetric: bool = False,
    kind: Kind = Kind.EVENT,
    sector: str = "GOV",
    mode: str = "",
    cameo: str = "040",
    trigger: str = "",
    start: int = 0,
) -> Claim:
    words = trigger or next((word for word in TRIGGERS if word in text), "")
    at = text.find(words)
    return Claim(
        article=article,
        kind=kind,
        type=type,
        mode=mode,
        cameo=cameo,
        source=tuple(party(code, sector) for code in source.split()),
        target=tuple(party(code) for code in target.split()),
        sentence=Span(start=0, end=len(text), text=text),
        start=start,
        end=len(text),
        rule="event.test",
        when=when or When(),
        status=status,
        background=background,
        symmetric=symmetric,
        place=Place(text=place, name=place, country="DZA", precision="city") if place else None,
        speaker=(Speaker(text=speaker, start=0, end=1, verb="say", code=speaker),) if speaker else (),
        cues=(Cue(answers="trigger", value=words, start=at, end=at + len(words), text=words),) if words else (),
    )


def told(published: str = "2021-03-06", outlet: str = "", agency: str = "", **values: object) -> Mention:
    """The mention of a claim whose article was published on a day."""
    made = claim(**values)  # type: ignore[arg-type]
    found = mention(made.id, made, date.fromisoformat(published), outlet or made.article, agency)
    assert found
    return found

"""The shape of every knowledge file: what may stand in it, checked when it is loaded."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from detente.knowledge.days import first_day, last_day
from detente.model import Kind, Sign

ROOTS = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)


FirstDay = Annotated[date | None, BeforeValidator(first_day)]
LastDay = Annotated[date | None, BeforeValidator(last_day)]
Sector = Literal[
    "GOV", "MIL", "REB", "OPP", "PTY", "LEG", "JUD", "COP", "SPY", "MED", "BUS", "CRM", "CVL", "EDU", "HLH",
    "REF", "LAB", "AGR", "REL", "ELI", "IGO", "NGO", "UAF", "",
]  # fmt: skip


class Strict(BaseModel):
    """A part of a file in which a misspelt key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, coerce_numbers_to_str=True)


class Dated(Strict):
    """Something that holds from one day to another; an end left out is open."""

    start: FirstDay = Field(default=None, alias="from")
    end: LastDay = Field(default=None, alias="to")

    @model_validator(mode="after")
    def _ordered(self) -> Dated:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"ends ({self.end}) before it starts ({self.start})")
        return self


class FormerName(Strict):
    """A name that a state bore until some day."""

    name: str
    until: LastDay = None
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class State(Dated):
    """A state, a former state, a de-facto state or a territory."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    capital: str = ""
    seats: tuple[str, ...] = ()
    cow: int | None = None
    successor: str = ""
    part_of: str = ""
    region: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    note: str = ""


class Role(Dated):
    """The sector of an actor during a time, and the state it acts for where it then governs one."""

    sector: Sector
    country: str = ""


class Membership(Dated):
    """A state's membership in an organisation."""

    state: str


class Actor(Dated):
    """An organisation, an armed or political group, or a company."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    country: str = ""
    operates_in: tuple[str, ...] = ()
    sector: Sector = ""
    roles: tuple[Role, ...] = ()
    part_of: str = ""
    members: tuple[Membership, ...] = ()
    note: str = ""


class Outlet(Strict):
    """A newspaper, broadcaster or agency: its name is no actor, whatever place is in it."""

    name: str
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    country: str = ""
    agency: bool = False
    state_media: bool = False


class RoleNouns(Strict):
    """Common nouns that make an unnamed party one of a sector."""

    sector: Sector
    kind: Literal["office", "person", "people", "body", "thing"]
    nouns: tuple[str, ...]


class Roles(Strict):
    """A file of role nouns, of offices that single people hold, and of what forenames tell and how they are spelt."""

    roles: tuple[RoleNouns, ...] = ()
    offices: dict[str, str] = {}
    exceptions: dict[str, dict[str, str]] = {}
    genders: dict[Literal["f", "m"], tuple[str, ...]] = {}
    spellings: tuple[tuple[str, ...], ...] = ()
    note: str = ""


class Holder(Dated):
    """One term of office of one person (a line of actors/people/*.csv)."""

    state: str
    office: Literal[
        "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "leader", "envoy",
        "minister", "military", "opposition", "legislator", "figure",
    ]  # fmt: skip
    title: str
    name: str
    aliases: str = ""
    sector: Sector = ""
    confidence: Literal["high", "medium", "low"]


class City(Strict):
    """A city, town or province (a line of places/*.csv), and the state whose people and authorities are there."""

    name: str
    state: str
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]


class Region(Strict):
    """A part of the world that is no state: its words name a place, and its states where they act."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    kind: Literal["region", "sea", "disputed", "mountains", "river", "city"] = "region"
    #: of several states the one whose soil it is mostly held to be
    counts_for: str = ""
    note: str = ""


class Group(Strict):
    """Patterns of one type that share their codes, with sentences that must and must not be read so."""

    name: str
    mode: str = ""
    cameo: str = ""
    context: tuple[str, ...] = ()
    issue: tuple[str, ...] = ()
    score: float | None = None
    quad: int | None = None
    sign: Sign | None = None
    symmetric: bool | None = None
    background: bool | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    copulas: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = Field(default=(), alias="not")
    note: str = ""


class ClaimType(Strict):
    """One type of claim (a file of events/, ties/, stances/ ...)."""

    kind: Kind
    type: str
    definition: str
    boundaries: str = ""
    near: tuple[str, ...] = ()
    sign: Sign = Sign.NEUTRAL
    symmetric: bool = False
    quad: Annotated[int, Field(ge=1, le=4)] | None = None
    score: Annotated[float, Field(ge=-10, le=10)] | None = None
    groups: tuple[Group, ...]
    note: str = ""

    @model_validator(mode="after")
    def _known_root(self) -> ClaimType:
        if self.kind is Kind.EVENT and self.type not in ROOTS:
            raise ValueError(f"not a PLOVER root: {self.type}")
        if self.kind is Kind.EVENT and self.quad is None:
            raise ValueError("an event type needs a quad class")
        names = [group.name for group in self.groups]
        if doubled := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"group names stand twice: {', '.join(doubled)}")
        return self


StatusName = Literal["actual", "ongoing", "planned", "possible", "intended", "negated", "asked"]


class EffectGroup(Strict):
    """Governing words that give what they govern a status (cues/status.yml)."""

    status: StatusName
    cue: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()


class SpeechGroup(Strict):
    """Verbs and nouns of saying that put what is said in the same way (cues/speech.yml)."""

    stance: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()


class StateOfPlay(Strict):
    """Words that say how far a work has come: verbs done to it, verbs it does, what is said of it, nouns for it."""

    verbs: tuple[str, ...] = ()
    of_itself: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class Works(Strict):
    """How texts tell of what is built together (cues/works.yml)."""

    nouns: dict[str, str]
    same_again: dict[str, tuple[str, ...]]
    linear: tuple[str, ...] = ()
    states: dict[str, StateOfPlay]
    building: tuple[str, ...]
    labour: tuple[str, ...]
    roles: dict[str, tuple[str, ...]]


class Period(Dated):
    """A named time (time/periods.yml): an era, a war, a treaty's life."""

    name: str
    aliases: tuple[str, ...] = ()
    precision: Literal["day", "month", "year", "era"] = "era"


class ElectedTerm(Dated):
    """For how many years a state elects its ruler (time/terms.yml)."""

    state: str
    years: Annotated[int, Field(ge=1, le=9)]


class Independence(Strict):
    """Since when a state has been free, where that is not the day it began (time/independence.yml)."""

    state: str
    since: FirstDay


class CombineLine(Strict):
    """What cues of status make together (cues/combine.yml); the first line that fits decides."""

    #: statuses, or names of cues, all of which must be among the cues
    has: tuple[str, ...] = ()
    negations: Literal["none", "odd", "even", ""] = ""
    status: StatusName
    note: str = ""


class AntecedentCue(Strict):
    """How much a cue counts when an antecedent is chosen, and why (cues/antecedents.yml)."""

    cue: Literal["distance", "subject", "main", "parallel", "topic", "place"]
    weight: float
    why: str
    examples: tuple[str, ...]


class Reliability(Strict):
    """How often a line of a rule was right on the project's own sentences (a row of codes/reliability.csv)."""

    rule: str
    line: str
    asked: Annotated[int, Field(ge=1)]
    right: Annotated[int, Field(ge=0)]

    @model_validator(mode="after")
    def _at_most_all(self) -> Reliability:
        if self.right > self.asked:
            raise ValueError(f"right more often ({self.right}) than asked ({self.asked})")
        return self


class UndoneLine(Strict):
    """What a deed of some roots or quad classes counts as with some status (coding.yml); "" keeps its root."""

    roots: tuple[str, ...] = ()
    quads: tuple[int, ...] = ()
    status: tuple[Literal["actual", "ongoing", "planned", "possible", "intended", "negated", "asked"], ...]
    root: str

    @model_validator(mode="after")
    def _known_roots(self) -> UndoneLine:
        if strange := sorted({*self.roots, self.root} - ROOTS - {""}):
            raise ValueError(f"not a PLOVER root: {', '.join(strange)}")
        return self


class CameoCode(Strict):
    """One CAMEO code (a line of codes/cameo.csv): its PLOVER root ("" where PLOVER has none), mode, class and score.

    `quad` is 0 for bare statements and appeals, then 1 to 4 as CAMEO's own output has it: what 16 reduces is verbal.
    """

    code: Annotated[str, Field(pattern=r"^\d{2,4}$")]
    root: str = ""
    mode: str = ""
    quad: Annotated[int, Field(ge=0, le=4)]
    goldstein: Annotated[float | None, BeforeValidator(lambda given: None if given == "" else given)] = None
    says: str

    @model_validator(mode="after")
    def _known_root(self) -> CameoCode:
        if self.root and self.root not in ROOTS:
            raise ValueError(f"not a PLOVER root: {self.root}")
        return self


class CountryCode(Strict):
    """What a country code of other people's data means with us (a line of codes/countries.csv).

    `means` is the id of a state, IGO or NGO for a body of no one country, "" for a region or the whole world.
    """

    code: str
    means: str = ""
    used: str = ""


class Coding(Strict):
    """How claims become one code for a pair (coding.yml)."""

    undone: tuple[UndoneLine, ...] = ()
    spoken: dict[str, str] = {}
    sure_from: Annotated[float, Field(gt=0, le=1)] | None = None
    trust: dict[int, Annotated[float, Field(gt=0)]] = {}
    nothing_above: Annotated[float, Field(gt=0, le=1)] | None = None
    unsure_below: Annotated[float, Field(ge=0, le=1)] | None = None
    alone_above: Annotated[float, Field(gt=0, le=1)] | None = None
    recoded_above: Annotated[float, Field(gt=0, le=1)] | None = None
    wished_by: tuple[str, ...] = ()
    doerless: tuple[str, ...] = ()
    one_sided: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _known_roots(self) -> Coding:
        if strange := sorted({*self.one_sided, *self.doerless} - ROOTS):
            raise ValueError(f"not a PLOVER root: {', '.join(strange)}")
        return self

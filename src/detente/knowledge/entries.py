"""Compiled knowledge: what the reader looks things up in.  Plain, frozen, quick to unpickle."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from detente.knowledge.patterns import Form, Pattern
from detente.knowledge.wording import Wording
from detente.model import Kind, Sign

#: PLOVER's sectors of actors
SECTORS = frozenset(
    "GOV MIL REB OPP PTY LEG JUD COP SPY MED BUS CRM CVL EDU HLH REF LAB AGR REL ELI IGO NGO UAF".split()
)


class Sort(StrEnum):
    """What an entry of the actor tables is."""

    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"
    COMPANY = "company"
    PERSON = "person"
    REGION = "region"
    CITY = "city"
    OUTLET = "outlet"


class How(StrEnum):
    """In which way words name an entry."""

    NAME = "name"
    ABBREVIATION = "abbreviation"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    SEAT = "seat"
    PREFIX = "prefix"
    CITY = "city"
    SURNAME = "surname"
    FORMER = "former name"


class Term(NamedTuple):
    """A sector, an office or a membership that holds from one day to another (None: open)."""

    start: date | None
    end: date | None
    sector: str = ""
    country: str = ""
    office: str = ""
    title: str = ""
    confidence: str = "high"

    def holds(self, on: date | None) -> bool:
        """Whether the term covers a day; without a day, whether it is still open."""
        if on is None:
            return self.end is None
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


class Entry(NamedTuple):
    """One actor, region or outlet that words can name."""

    id: str
    sort: Sort
    name: str
    country: str = ""
    sector: str = ""
    terms: tuple[Term, ...] = ()
    start: date | None = None
    end: date | None = None
    successor: str = ""
    members: tuple[tuple[str, Term], ...] = ()
    part_of: str = ""
    capital: str = ""
    coordinates: tuple[float, float] | None = None


class Naming(NamedTuple):
    """One meaning of a string of words."""

    entry: str
    how: How
    until: date | None = None
    shy: bool = False  # only after a full mention in the same article


class Rule(NamedTuple):
    """A compiled pattern with the codes that its group and type give it."""

    id: str
    kind: Kind
    type: str
    pattern: Pattern
    mode: str = ""
    cameo: str = ""
    context: tuple[str, ...] = ()
    issue: tuple[str, ...] = ()
    score: float | None = None
    quad: int | None = None
    sign: Sign = Sign.NEUTRAL
    symmetric: bool = False
    background: bool = False


@dataclass(frozen=True)
class Works:
    """How texts tell of works: which nouns name one, which words say how far it has come and who takes part how."""

    #: for each noun the modifiers it asks for ("" for none) with the type of project, the longest first
    nouns: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    #: for each noun that means a work named before, the types that it may mean (none for any)
    again: dict[str, tuple[str, ...]] = field(default_factory=dict)
    linear: frozenset[str] = frozenset()
    #: for each part of StateOfPlay, the state that a word tells
    states: dict[str, dict[str, str]] = field(default_factory=dict)
    building: frozenset[str] = frozenset()
    labour: frozenset[str] = frozenset()
    roles: dict[str, str] = field(default_factory=dict)
    #: the codes of a type in a state
    rules: dict[tuple[str, str], Rule] = field(default_factory=dict)


class Role(NamedTuple):
    """What a common noun says about an unnamed party."""

    sector: str
    kind: str
    office: str = ""


#: first and last day of a named time, by its name in small letters
Periods = dict[str, tuple[date | None, date | None]]


class Effect(NamedTuple):
    """What a governing word does to the status of what it governs, and how it is called in data."""

    status: str
    cue: str


class Combine(NamedTuple):
    """What cues of status make together: what must be among them, how many negations, and the status."""

    has: frozenset[str]
    negations: str
    status: str


class Salience(NamedTuple):
    """How much each cue counts when the likeliest antecedent is chosen (cues/antecedents.yml)."""

    distance: float = -3.0
    subject: float = 1.0
    main: float = 0.5
    parallel: float = 0.0
    topic: float = 0.0
    place: float = 0.0


class SpeechVerb(NamedTuple):
    """How a verb of saying puts what is said: states, alleges, admits, denies, warns, hopes, asks."""

    stance: str


class Cameo(NamedTuple):
    """What a CAMEO code is: PLOVER root ("" for none), mode, class from 0 to 4, Goldstein score, and in words."""

    root: str
    mode: str
    quad: int
    goldstein: float
    says: str


class Undone(NamedTuple):
    """What a deed of some roots or quad classes counts as with some status; "" keeps its root."""

    roots: frozenset[str]
    quads: frozenset[int]
    status: frozenset[str]
    root: str


class Conventions(NamedTuple):
    """How claims become one code for a pair of parties."""

    undone: tuple[Undone, ...] = ()
    #: the root that a claim of another kind counts as ("stance.want"), where it counts as one
    spoken: tuple[tuple[str, str], ...] = ()
    #: how much a rule's root counts beside the model's, by how well its parties fit
    trust: tuple[tuple[int, float], ...] = ()
    #: the likelihood from which the model's "nothing" is believed, and its root where no rule fits
    nothing_above: float = 1.0
    alone_above: float = 1.0
    #: from which joint likelihood on the model's root takes the place of the rules'
    recoded_above: float = 0.0
    #: an event that both coders together leave less likely than this is not coded
    unsure_below: float = 0.0
    #: how reliable a rule must be for the model not to be asked
    sure_from: float = 1.0
    #: words, in all forms, by which one says what another is to do
    wished_by: frozenset[str] = frozenset()
    #: roots that are coded without a doer
    doerless: frozenset[str] = frozenset()
    #: roots that are coded with one party where the sentence tells of an event between two
    one_sided: frozenset[str] = frozenset()

    def weight(self, fit: int) -> float:
        """By how much the likelihood of a rule's root is multiplied."""
        return next((weight for least, weight in self.trust if fit >= least), 1.0)

    def root(self, root: str, quad: int | None, status: str) -> str:
        """The root that a deed counts as, given how real it is told."""
        return self._line(root, quad, status) or root

    def coded(self, root: str, quad: int | None, status: str) -> str:
        """The root that a claim gives as a coded event; "" where nothing is coded, as for what is only possible."""
        return root if status in ("actual", "ongoing") else self._line(root, quad, status)

    def _line(self, root: str, quad: int | None, status: str) -> str:
        """The root by the first line that fits, "" where none does."""
        fitting = (u for u in self.undone if status in u.status and (root in u.roots or quad in u.quads))
        return next((line.root or root for line in fitting), "")


class Merging(NamedTuple):
    """When two reports may tell of one happening (merging.yml)."""

    #: how readily one event is told under two roots
    compatible: dict[frozenset[str], float] = {}
    #: points of doubt whether two undated reports of such a deed mean the same one
    recurring: dict[str, float] = {}
    spoken: frozenset[str] = frozenset()
    #: the unit that a word in any of its forms counts
    figures: dict[str, str] = {}
    #: words that make a later report a correction or an update
    turns: dict[str, str] = {}


class EventKind(NamedTuple):
    """Events of a root; a mode or a CAMEO code that is given narrows them."""

    type: str
    mode: str = ""
    cameo: str = ""


class Courses(NamedTuple):
    """What breaks relations off and mends them, and what counts as words, in the course of a pair (courses.yml)."""

    ruptures: tuple[EventKind, ...] = ()
    mended: tuple[EventKind, ...] = ()
    mended_after_days: int = 0
    #: for the quad class of a deed the quad class and the score of talk of it
    talked_of: dict[int, tuple[int, float]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Everything known before reading, and the digest that names this state of it."""

    digest: str
    entries: dict[str, Entry]
    namings: dict[str, tuple[Naming, ...]]
    roles: dict[tuple[str, ...], Role]
    offices: dict[tuple[str, str], tuple[tuple[str, Term], ...]]
    office_exceptions: dict[str, dict[str, str]]
    rules: dict[Form, dict[str, tuple[Rule, ...]]]
    effects: dict[str, dict[str, Effect]]
    speech: dict[str, SpeechVerb]
    issues: dict[str, tuple[str, ...]]
    periods: Periods = field(default_factory=dict)
    #: for each state since when it elects its ruler for how many years
    terms: dict[str, tuple[tuple[date, int], ...]] = field(default_factory=dict)
    #: since when each state has been free
    independence: dict[str, date] = field(default_factory=dict)
    #: what cues of status make together; the first line that fits decides
    combine: tuple[Combine, ...] = ()
    #: how the antecedents of pronouns and of "the country" are weighed
    salience: Salience = Salience()
    #: forenames and nouns that tell a man (m) from a woman (f)
    genders: dict[str, str] = field(default_factory=dict)
    vocabulary: frozenset[str] = frozenset()
    conventions: Conventions = Conventions()
    merging: Merging = Merging()
    courses: Courses = Courses()
    #: for each root of events a rule without a word, under which the second coder's answers are entered
    roots: dict[str, Rule] = field(default_factory=dict)
    #: how likely a line of a rule is right, from how often it was on the project's own sentences; "" is the whole rule
    reliability: dict[tuple[str, str], float] = field(default_factory=dict)
    #: what CAMEO codes are, and what country codes of other people's data mean
    cameo: dict[str, Cameo] = field(default_factory=dict)
    country_codes: dict[str, str] = field(default_factory=dict)
    works: Works = field(default_factory=Works)
    #: how claims are put into English
    wording: Wording = field(default_factory=Wording)
    #: forms of words one of which a sentence must hold for any rule to fit it
    triggers: frozenset[str] = frozenset()

    def entry_on(self, entry_id: str, on: date | None) -> Entry:
        """The entry that words for `entry_id` mean on a day: a dissolved state's successor after its end."""
        entry = self.entries[entry_id]
        seen = {entry_id}
        while on and entry.end and on > entry.end and entry.successor and entry.successor not in seen:
            seen.add(entry.successor)
            entry = self.entries[entry.successor]
        return entry

"""What a question asks for: parties in their roles, kinds of claims, time, and the one thing that is not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Asked(StrEnum):
    """What a question leaves open."""

    HAPPENINGS = "happenings"
    HISTORY = "history"
    STANDING = "standing"
    DOER = "doer"
    RECEIVER = "receiver"
    WHAT = "what"
    WHEN = "when"
    WHERE = "where"
    WHY = "why"
    WHETHER = "whether"
    HOW_MANY = "how_many"
    HOW_MUCH = "how_much"
    HOW_LONG = "how_long"
    BY_WHEN = "by_when"
    TURN = "turn"
    DIFFERENCES = "differences"
    SAYER = "sayer"
    THING = "thing"


class Order(StrEnum):
    """How the lines of an answer stand."""

    TIME = "time"
    LATEST = "latest"
    WEIGHT = "weight"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Whom a question names: a code where the name is known, the words of the question, and all names in small letters.

    A person acts for the state or body of `code`; claims that name the person weigh more.  A `seat` is a city that may
    stand for its government.
    """

    text: str
    code: str = ""
    name: str = ""
    names: tuple[str, ...] = ()
    person: bool = False
    state: bool = False
    seat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question as it was understood.

    `source` does it to `target`; `among` are parties in whatever role, all of them.  `means` names the meaning of the
    verb (meanings.yml), "" where there is none; `verb` has all words that have this meaning, in all their forms.
    `claims` are the kinds and types that tell it plainly, `near` those that come close, both empty where every claim
    may; `cues` are beginnings of words of which the sentence of a claim must hold one.  `words` are what else the
    question has: a claim must hold one of them, and all that are `needed`; those `beside` only weigh.  `groups` says
    that movements are asked for and not states, `by_noun` that a noun told the meaning ("is the border open").
    """

    question: str
    form: str
    asks: Asked
    order: Order = Order.WEIGHT
    most: int = 8
    source: tuple[Named, ...] = ()
    target: tuple[Named, ...] = ()
    among: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    means: str = ""
    verb: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    both: bool = False
    by_noun: bool = False
    words: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    lately: bool = False
    groups: bool = False

    @property
    def parties(self) -> tuple[Named, ...]:
        """All whom the question names, places included."""
        return self.source + self.target + self.among + self.places

"""What the page shows of one actor: who it is by date, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from detente.archive import ClaimRow
from detente.history.periods import periods
from detente.knowledge import Entry, How, Term
from detente.model import Happening
from detente.relations import codes_of
from detente.web import addresses, rows
from detente.web.tables import Column, Table
from detente.web.view import View

_PAIRS, _HAPPENINGS, _ARTICLES, _TIES, _STANCES = 25, 15, 15, 6, 3
_TIE_CLAIMS = 40
#: Offices whose holders tell who an actor was on a day, in the order in which they are shown.
_OFFICES = ("leader", "head_of_state", "head_of_government", "foreign_minister", "defence_minister")
_NAMES = (How.NAME, How.ABBREVIATION, How.FORMER)
#: Stances that ask for something, and those that shrink from it; the others are neither.
WANTS = (
    *("want", "seek", "need", "insist", "hope", "prefer", "favour", "intend", "interest", "agenda"),
    *("offer", "consider", "expect"),
)
FEARS = ("fear", "suspicion", "concern", "oppose", "disappointment", "avoidance", "lukewarm")


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor as it is known and as it is told of, on a day."""

    view: View
    code: str
    on: date | None

    @property
    def name(self) -> str:
        """What it is called."""
        return self.view.name(self.code)

    @property
    def entry(self) -> Entry | None:
        """What is known of it beforehand, None for what only the record names."""
        return self.view.knowledge.entries.get(self.code)

    @property
    def codes(self) -> list[str]:
        """Its code, and those of states that it followed."""
        return codes_of(self.view.knowledge, self.code)

    def ask(self, name: str, **more: object) -> list[dict[str, Any]]:
        """What a query says of it."""
        return self.view.snapshot.ask(name, actors=self.codes, **more)

    # -- who it is -----------------------------------------------------------------------------------

    def names(self) -> list[str]:
        """What it is also called."""
        found = self.view.held.remember("names by actor", lambda: _names(self.view))
        return [name for name in found.get(self.code, ()) if name != self.name]

    def terms(self) -> list[Term]:
        """What it was at what time, where that changed."""
        return list(self.entry.terms) if self.entry else []

    def holders(self) -> list[tuple[str, str, Term]]:
        """Who held its offices on the day: the office, the name, the term."""
        knowledge, day = self.view.knowledge, self.on
        if day is None:
            return []
        return [
            (term.title or office.replace("_", " "), knowledge.entries[person].name, term)
            for office in _OFFICES
            for person, term in knowledge.offices.get((self.code, office), ())
            if (term.start is None or term.start <= day) and (term.end is None or term.end >= day)
        ]

    def followed(self) -> list[str]:
        """States that it followed."""
        return self.codes[1:]

    def members(self) -> list[str]:
        """Its members on the day, by their codes."""
        day = self.on
        found = self.entry.members if self.entry else ()
        return [
            state
            for state, term in found
            if day is None or ((term.start is None or term.start <= day) and (term.end is None or term.end >= day))
        ]

    # -- what is told of it --------------------------------------------------------------------------

    def happenings(self) -> list[Happening]:
        """What it was last a party to."""
        rows = self.ask("page_actor_happenings", limit=_HAPPENINGS)
        return self.view.snapshot.happenings_of(row["happening"] for row in rows)

    def stances(self) -> dict[str, list[tuple[str, int, list[ClaimRow]]]]:
        """What it wants and what it fears: by side the types, how many claims of each, and the latest of them."""
        found = self.ask("page_actor_told", kinds=["stance"], gives=True, limit=_STANCES)
        held = {row.claim.id: row for row in self.view.snapshot.lines(row["claim"] for row in found)}
        by_type: dict[str, tuple[int, list[ClaimRow]]] = {}
        for row in found:
            if row["claim"] in held:
                by_type.setdefault(row["type"], (row["number"], []))[1].append(held[row["claim"]])
        sides = {"wants": WANTS, "fears": FEARS}
        return {
            side: [(type_, *by_type[type_]) for type_ in by_type if type_ in types] for side, types in sides.items()
        }

    def tie_claims(self) -> list[ClaimRow]:
        """The latest claims of each type of tie."""
        found = self.ask("page_actor_told", kinds=["tie"], gives=False, limit=_TIES)
        return self.view.snapshot.lines(dict.fromkeys(row["claim"] for row in found[:_TIE_CLAIMS]))


def _names(view: View) -> dict[str, list[str]]:
    """What each actor is called, without its adjectives and peoples."""
    found: dict[str, list[str]] = {}
    for name, namings in view.knowledge.namings.items():
        for naming in namings:
            known = found.setdefault(naming.entry, [])
            # each name is there in capitals too, as headlines have it
            if naming.how in _NAMES and not naming.shy and name.upper() not in {k.upper() for k in known[-40:]}:
                known.append(name)
    return found


# -- tables ----------------------------------------------------------------------------------------------


def tables_of(actor: Actor) -> dict[str, Table]:
    """The tables of the view by their names."""
    return {"pairs": pairs_table(actor), "ties": ties_table(actor), "articles": articles_table(actor)}


def pairs_table(actor: Actor, limit: int = _PAIRS) -> Table:
    """With whom most is told of."""
    return Table(
        name="pairs",
        title="With whom",
        note="Pairs by how much is told of them; the level is the mean score of what is told, from −10 to +10.",
        columns=(
            Column(key="name", label="actor", link="to_pair"), Column(key="events", label="events", kind="number"),
            Column(key="ties", label="ties", kind="number"), Column(key="cooperative", label="for", kind="number"),
            Column(key="hostile", label="against", kind="number"), Column(key="level", label="level", kind="signed"),
            Column(key="last", label="last", kind="day"),
        ),
        rows=[
            {"name": actor.view.name(row["partner"]), **row, "to_pair": addresses.pair(actor.code, row["partner"])}
            for row in actor.ask("page_actor_pairs", limit=limit)
        ],
    )  # fmt: skip


def ties_table(actor: Actor) -> Table:
    """Its ties, each put together from all claims of it that are looked at, the latest first."""
    claims = actor.tie_claims()
    found = periods((row.claim.id, row.claim, row.article.published) for row in claims)
    latest = sorted(found, key=lambda p: p.told or p.last or date.min, reverse=True)
    return Table(
        name="ties",
        title="Ties",
        columns=(
            Column(key="tie", label="tie", kind="type"), Column(key="source", label="of"),
            Column(key="target", label="with"), Column(key="held", label="told to hold"),
            Column(key="words", label="words", kind="quote", link="to_article"),
        ),
        rows=list(rows.ties(actor.view, latest, {row.claim.id: row for row in claims})),
    )  # fmt: skip


def articles_table(actor: Actor) -> Table:
    """The articles that tell most of it."""
    return Table(
        name="articles",
        title="Articles that tell most of it",
        columns=(
            Column(key="title", label="article", link="to_article"), Column(key="outlet", label="outlet"),
            Column(key="published", label="published", kind="day"), Column(key="claims", label="claims", kind="number"),
        ),
        rows=[
            {**row, "title": row["title"] or row["id"][:9], "to_article": addresses.article(row["id"])}
            for row in actor.ask("page_actor_articles", limit=_ARTICLES)
        ],
    )  # fmt: skip

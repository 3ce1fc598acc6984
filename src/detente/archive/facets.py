"""Claims of a snapshot narrowed by facets: how many each further choice would leave, and the claims page by page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from detente.archive.snapshot import Snapshot

#: What can be chosen in each facet, by its expression over a claim; of facets in `_MANY` a claim has several.
_ONE = {"kind": "kind", "type": "type", "status": "status", "outlet": "outlet"}
_MANY = {"actor": "actors", "issue": "issue", "speaker": "speakers"}
_COLUMNS = "actors, kind, type, issue, status, speakers, outlet, day"
FACETS = ("actor", "kind", "type", "issue", "status", "speaker", "outlet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was chosen: a claim has all of the actors, one of the values of each other facet, and lies in the time.

    A claim counts as of the day of what it tells; one without words of time as of its publication.
    """

    actor: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    issue: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether everything passes."""
        return not any(getattr(self, f.name) for f in fields(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many claims pass, by each value of each facet under what is chosen in the others, and by year."""

    claims: int
    facets: Mapping[str, tuple[tuple[str, int], ...]]
    years: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Where:
    """Conditions with their values."""

    tests: dict[str, list[str]] = field(default_factory=dict)
    values: dict[str, object] = field(default_factory=dict)

    def put(self, value: object) -> str:
        """A mark for a value."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f"${name}"

    def besides(self, facet: str) -> str:
        """The conditions of all facets but one."""
        tests = [test for name, some in self.tests.items() if name != facet for test in some]
        return f" WHERE {' AND '.join(tests)}" if tests else ""


def counts(snapshot: Snapshot, choice: Choice, most: int = 12) -> Counts:
    """The counts for a choice, with the `most` frequent values of each facet and those that are chosen."""
    where = _where(choice)
    table = _table(choice)
    parts = [_all(), _years(table, where), *(_facet(name, table, where, most) for name in FACETS)]
    passing = f"WITH passing AS (SELECT {_COLUMNS} FROM {table}{where.besides('')}) "
    rows = snapshot.rows(passing + " UNION ALL ".join(parts), where.values)
    found: dict[str, list[tuple[str, int]]] = {}
    for row in sorted(rows, key=lambda row: (-row["claims"], row["value"] or "")):
        if row["value"] is not None:
            found.setdefault(row["facet"], []).append((row["value"], row["claims"]))
    for name in FACETS:
        listed = found.setdefault(name, [])
        listed += [(value, 0) for value in getattr(choice, name) if value not in dict(listed)]
    years = sorted((int(year), number) for year, number in found.get("year", []))
    facets = {name: tuple(found[name]) for name in FACETS}
    return Counts(claims=dict(found["all"])[""], facets=facets, years=tuple(years))


def page(snapshot: Snapshot, choice: Choice, *, earliest: bool = False, limit: int, offset: int = 0) -> list[str]:
    """The ids of the claims that pass, the latest first or the earliest, so many of them from a place on."""
    where = _where(choice)
    order = "day ASC NULLS LAST, claim" if earliest else "day DESC NULLS LAST, claim"
    bounds = f"LIMIT {where.put(limit)} OFFSET {where.put(offset)}"
    rows = snapshot.rows(
        f"SELECT claim FROM {_table(choice)}{where.besides('')} ORDER BY {order} {bounds}", where.values
    )
    return [row["claim"] for row in rows]


def _table(choice: Choice) -> str:
    """The table that is asked: by actor where one is chosen, for it lies there together."""
    return "page_told" if choice.actor else "page_claims"


def _where(choice: Choice) -> _Where:
    # only what was chosen is tested: a million tests of what was not cost more than the answer
    where = _Where()
    for name in FACETS:
        if chosen := getattr(choice, name):
            where.tests[name] = _tests(name, chosen, where)
    if choice.since:
        where.tests.setdefault("year", []).append(f"day >= {where.put(choice.since)}")
    if choice.until:
        where.tests.setdefault("year", []).append(f"day <= {where.put(choice.until)}")
    return where


def _tests(name: str, chosen: Iterable[str], where: _Where) -> list[str]:
    marks = [where.put(value) for value in chosen]
    if name == "actor":
        return [f"actor = {marks[0]}", *(f"list_contains(actors, {mark})" for mark in marks[1:])]
    if name in _ONE:
        return [f"{_ONE[name]} IN ({', '.join(marks)})"]
    return ["(" + " OR ".join(f"list_contains({_MANY[name]}, {mark})" for mark in marks) + ")"]


def _all() -> str:
    return "SELECT 'all' AS facet, '' AS value, count(*) AS claims FROM passing"


def _years(table: str, where: _Where) -> str:
    return f"SELECT 'year', year(day)::VARCHAR AS value, count(*) FROM {_from('year', table, where)} GROUP BY value"


def _facet(name: str, table: str, where: _Where, most: int) -> str:
    """The most frequent values of a facet; what is chosen in it does not count, except for actors."""
    of = f"unnest({_MANY[name]})" if name in _MANY else _ONE[name]
    told = f"SELECT {of} AS value FROM {_from(name, table, where)}"
    return (
        f"(SELECT '{name}', value, count(*) AS claims FROM ({told}) WHERE value <> '' GROUP BY value "
        f"ORDER BY claims DESC, value LIMIT {int(most)})"
    )


def _from(name: str, table: str, where: _Where) -> str:
    """Where the values of a facet are counted: in what passes, or where the facet itself was chosen in, in more."""
    return f"{table}{where.besides(name)}" if name in where.tests and name != "actor" else "passing"

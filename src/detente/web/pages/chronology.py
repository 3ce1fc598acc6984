"""Chronology: what the record tells in order of time, narrowed by facets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import groupby
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from detente.archive import ClaimRow
from detente.archive.facets import FACETS, Choice, Counts, counts, page
from detente.model import Precision
from detente.web import addresses, rows, tables, wording
from detente.web.narrowing import Within, actor_of
from detente.web.parameters import Words
from detente.web.tables import Column, Form, Table
from detente.web.view import Seen, View, render

router = APIRouter()

_PAGE, _MOST_IN_FILE, _LAST_PAGE = 50, 2000, 200
_LABELS = {
    "actor": "Actor", "kind": "Kind", "type": "Type", "issue": "Issue", "status": "Status", "speaker": "Who says so",
    "outlet": "Outlet",
}  # fmt: skip
Order = Literal["", "latest", "earliest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the address asks for."""

    choice: Choice
    order: Order
    number: int

    def address(self, choice: Choice | None = None, number: int = 1) -> str:
        """The address of the same with another choice, or another page of it."""
        return addresses.with_query("/chronology", **self.query(choice or self.choice, number))

    def query(self, choice: Choice, number: int = 1) -> dict[str, Any]:
        """What stands in an address."""
        order = "" if self.order == "latest" else self.order
        chosen = {f.name: getattr(choice, f.name) for f in fields(choice)}
        return {**chosen, "order": order, "page": number if number > 1 else None}


def _asked(  # noqa: PLR0913 - each is a facet
    view: Seen,
    time: Within,
    actor: Words,
    kind: Words,
    type: Words,
    issue: Words,
    status: Words,
    speaker: Words,
    outlet: Words,
    order: Order = "",
    page: Annotated[int, Query(ge=1, le=_LAST_PAGE)] = 1,
) -> Asked:
    codes = tuple(dict.fromkeys(actor_of(view, name) for name in actor))
    chosen = {name: tuple(dict.fromkeys(values)) for name, values in (
        ("kind", kind), ("type", type), ("issue", issue), ("status", status), ("speaker", speaker), ("outlet", outlet),
    )}  # fmt: skip
    return Asked(choice=Choice(actor=codes, since=time.since, until=time.until, **chosen), order=order, number=page)


Wanted = Annotated[Asked, Depends(_asked)]


@router.get("/chronology")
def chronology(request: Request, view: Seen, asked: Wanted) -> HTMLResponse:
    """The view."""
    counted = facets_of(view, asked.choice)
    found = told(view, asked, _PAGE, (asked.number - 1) * _PAGE)
    last = min(-(-counted.claims // _PAGE), _LAST_PAGE)
    return render(
        request, view, "chronology.html", asked=asked, counted=counted, months=_by_month(found), last=last,
        facets=[_facet(view, asked, counted, name) for name in FACETS], chosen=_chosen(view, asked),
        years=_years(asked, counted), most=_MOST_IN_FILE,
    )  # fmt: skip


@router.get("/chronology/tables/{name}.{form}")
def chronology_table(view: Seen, asked: Wanted, name: str, form: Form) -> Response:
    """What was chosen as a file."""
    found = told(view, asked, _MOST_IN_FILE) if name == "claims" else []
    return tables.chosen({"claims": claims_table(found)}, name, form)


def facets_of(view: View, choice: Choice) -> Counts:
    """How many claims pass, and how many by each value of each facet."""
    return view.held.remember(("facets", choice), lambda: counts(view.snapshot, choice))


def told(view: View, asked: Asked, limit: int, offset: int = 0) -> list[ClaimRow]:
    """Claims in order of time."""
    ids = page(view.snapshot, asked.choice, earliest=asked.order == "earliest", limit=limit, offset=offset)
    return view.snapshot.lines(ids)


def claims_table(found: list[ClaimRow]) -> Table:
    """Claims as a table."""
    keys = ("when", "kind", "type", "source", "target", "object", "status", "words", "outlet", "published")
    columns = tuple(Column(key=key, label=key) for key in keys)
    return Table(name="claims", title="Claims", columns=columns, rows=rows.claims(found))


def _by_month(found: list[ClaimRow]) -> list[tuple[str, list[ClaimRow]]]:
    """Claims under the month of which they tell, in their order."""
    months = groupby(found, key=lambda row: wording.month(_day(row)))
    return [(month, list(some)) for month, some in months]


def _day(row: ClaimRow) -> date | None:
    when = row.claim.when
    undated = when.precision is Precision.REPORTED or (when.start is None and when.end is None)
    return row.article.published if undated else when.start or when.end


# -- facets ----------------------------------------------------------------------------------------------


def _facet(view: View, asked: Asked, counted: Counts, name: str) -> Mapping[str, Any]:
    """A facet with its values, each with the address of it chosen, or no longer chosen."""
    chosen = getattr(asked.choice, name)
    found = counted.facets[name]
    most = max((number for _, number in found), default=0)
    values = [
        {
            "label": _words(view, name, value), "number": number, "most": most, "chosen": value in chosen,
            "value": value, "to": asked.address(_turned(asked.choice, name, value)),
        }
        for value, number in found
    ]  # fmt: skip
    return {"name": name, "label": _LABELS[name], "values": values, "chosen": bool(chosen)}


def _turned(choice: Choice, name: str, value: str) -> Choice:
    """The choice with a value more, or with it no longer."""
    now = getattr(choice, name)
    values = tuple(v for v in now if v != value) if value in now else (*now, value)
    changed: dict[str, Any] = {name: values}
    return replace(choice, **changed)


def _words(view: View, name: str, value: str) -> str:
    if name == "actor":
        return view.name(value)
    return wording.type_words(value) if name in ("type", "issue") else value


def _chosen(view: View, asked: Asked) -> list[dict[str, str]]:
    """All that is chosen, each with the address at which it is not."""
    found = [
        {
            "facet": _LABELS[name],
            "label": _words(view, name, value),
            "to": asked.address(_turned(asked.choice, name, value)),
        }
        for name in FACETS
        for value in getattr(asked.choice, name)
    ]
    for name, words in (("since", "From"), ("until", "Until")):
        if day := getattr(asked.choice, name):
            none: dict[str, Any] = {name: None}
            found.append(
                {"facet": words, "label": wording.day(day), "to": asked.address(replace(asked.choice, **none))}
            )
    return found


def _years(asked: Asked, counted: Counts) -> list[dict[str, Any]]:
    """Years with their counts, each with the address of that year alone."""
    most = max((number for _, number in counted.years), default=0)
    return [
        {"year": year, "number": number, "most": most,
         "to": asked.address(replace(asked.choice, since=date(year, 1, 1), until=date(year, 12, 31)))}
        for year, number in counted.years
        if 1000 <= year <= 2999
    ]  # fmt: skip

"""Observations of a pair: what happened or held between two actors, in columns, wherever it was read from.

A table of coded events, claims and happenings all end here, so that courses, phases and networks know one
shape only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.datetime64]
Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Strings = npt.NDArray[np.object_]

NO_DAY = np.datetime64("NaT", "D")


@dataclass(frozen=True, slots=True, kw_only=True)
class Observations:
    """Events and ties in order of time, of one pair or of many, told apart by `pair`; columns are of one length.

    `id` is that of a happening, of a claim that belongs to none, or of a row of a table; `claim` the claim that
    stands for it.  `start` and `end` bound the time in which it happened or held, `exact` says that this is known
    to the day or nearly so.  `quad` is 1 to 4, or 0 for what is neither for nor against.  `sources` counts
    independent voices, `reported` is the day of the first report.  `background` marks what was told later as
    history; `tie` what lasts.
    """

    id: Strings
    claim: Strings
    start: Days
    end: Days
    exact: Flags
    quad: npt.NDArray[np.int64]
    score: Numbers
    sources: Numbers
    reported: Days
    background: Flags
    tie: Flags
    type: Strings
    mode: Strings
    cameo: Strings
    pair: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.start)

    def only(self, chosen: npt.NDArray[Any]) -> Observations:
        """Those that a mask or an array of places chooses."""
        return Observations(**{name: getattr(self, name)[chosen] for name in self.__slots__})

    @property
    def events(self) -> Observations:
        """What happened, without what lasts."""
        return self.only(~self.tie)

    @property
    def ties(self) -> Observations:
        """What lasts, without what happened."""
        return self.only(self.tie)

    def within(self, first: date | None, last: date | None) -> Observations:
        """What happened or held between two days, either of which may be left open."""
        kept = np.ones(len(self), dtype=bool)
        if first:
            kept &= self.end >= np.datetime64(first, "D")
        if last:
            kept &= self.start <= np.datetime64(last, "D")
        return self.only(kept)


def observations(columns: Mapping[str, Any]) -> Observations:
    """Observations from columns of plain values; those without a day or a score are left out.

    Needed are `start`, `quad` and `score`; what else is missing is filled in: the end is the start, the
    report came on the day, by one source, as news.
    """
    start = days_of(columns["start"])
    number = len(start)
    filled: dict[str, Any] = {
        "id": columns.get("id", np.arange(number).astype(str)),
        "end": columns.get("end", start),
        "exact": columns.get("exact", np.ones(number)),
        "sources": columns.get("sources", np.ones(number)),
        "reported": columns.get("reported", start),
        "background": columns.get("background", np.zeros(number)),
        "tie": columns.get("tie", np.zeros(number)),
        "type": columns.get("type", np.full(number, "")),
        "mode": columns.get("mode", np.full(number, "")),
        "cameo": columns.get("cameo", np.full(number, "")),
        "pair": columns.get("pair", np.zeros(number)),
    }
    all_ = Observations(
        id=np.asarray(filled["id"], dtype=object),
        claim=np.asarray(columns.get("claim", filled["id"]), dtype=object),
        start=start,
        end=np.maximum(start, days_of(filled["end"])),
        exact=np.asarray(filled["exact"], dtype=bool),
        quad=np.asarray(columns["quad"], dtype=np.int64),
        score=np.asarray(columns["score"], dtype=float),
        sources=np.maximum(np.asarray(filled["sources"], dtype=float), 1.0),
        reported=days_of(filled["reported"]),
        background=np.asarray(filled["background"], dtype=bool),
        tie=np.asarray(filled["tie"], dtype=bool),
        type=np.asarray(filled["type"], dtype=object),
        mode=np.asarray(filled["mode"], dtype=object),
        cameo=np.asarray(filled["cameo"], dtype=object),
        pair=np.asarray(filled["pair"], dtype=np.int64),
    )
    usable = all_.only(~np.isnat(all_.start) & ~np.isnan(all_.score))
    return usable.only(np.argsort(usable.start, kind="stable"))


def days_of(values: Any) -> Days:
    """Days from an array of days, with a mask or without, or from a list of dates and nothing."""
    if isinstance(values, np.ma.MaskedArray):
        values = np.where(np.ma.getmaskarray(values), NO_DAY, values.data.astype("datetime64[D]"))
    found = np.asarray(values)
    if found.dtype == object:
        found = np.array([NO_DAY if v is None else np.datetime64(v, "D") for v in found], dtype="datetime64[D]")
    return found.astype("datetime64[D]")

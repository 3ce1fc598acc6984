"""Observations of a pair: what happened or held between two actors, in columns, wherever it was read from.

A table of coded events, claims and happenings all end here, so that courses, phases and networks know one
shape only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from detente.model import Happening, Precision, Stage

Days = npt.NDArray[np.datetime64]
Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Strings = npt.NDArray[np.object_]

#: A tie that is told as open is taken to hold for so long after it was told.
TIE_HOLDS_ON_DAYS = 90
_TIE_HOLDS_ON = np.timedelta64(TIE_HOLDS_ON_DAYS, "D")
#: Deeds that are only planned or feared count as words of the same sign: an agreement, a threat (PLOVER's scores).
_AS_WORDS = {2: (1, 2.5), 4: (3, -3.5)}
_MAKING_UP = ("AGREE", "CONCEDE", "SUPPORT", "RETREAT")
_RUPTURE_LASTS = np.timedelta64(30, "D")
_ACTUAL = ("actual", "ongoing")
_TALKED_OF = ("planned", "intended", "possible")
_NO_DAY = np.datetime64("NaT", "D")


@dataclass(frozen=True, slots=True, kw_only=True)
class Observations:
    """Events and ties in order of time, of one pair or of many, told apart by `pair`; columns are of one length.

    `start` and `end` bound the time in which it happened or held, `exact` says that this is known to the
    day or nearly so.  `quad` is 1 to 4, or 0 for what is neither for nor against.  `sources` counts
    independent voices, `reported` is the day of the first report.  `background` marks what was told later as
    history; `tie` what lasts.
    """

    id: Strings
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
    start = _days(columns["start"])
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
        "pair": columns.get("pair", np.zeros(number)),
    }
    all_ = Observations(
        id=np.asarray(filled["id"], dtype=object),
        start=start,
        end=np.maximum(start, _days(filled["end"])),
        exact=np.asarray(filled["exact"], dtype=bool),
        quad=np.asarray(columns["quad"], dtype=np.int64),
        score=np.asarray(columns["score"], dtype=float),
        sources=np.maximum(np.asarray(filled["sources"], dtype=float), 1.0),
        reported=_days(filled["reported"]),
        background=np.asarray(filled["background"], dtype=bool),
        tie=np.asarray(filled["tie"], dtype=bool),
        type=np.asarray(filled["type"], dtype=object),
        mode=np.asarray(filled["mode"], dtype=object),
        pair=np.asarray(filled["pair"], dtype=np.int64),
    )
    usable = all_.only(~np.isnat(all_.start) & ~np.isnan(all_.score))
    return usable.only(np.argsort(usable.start, kind="stable"))


def from_claims(columns: Mapping[str, Any]) -> Observations:
    """Observations from the columns that an archive gives for a pair; claims of one event and day are joined.

    What is denied or asked is left out, what is planned or possible counts as words.  Until happenings are
    known, claims of one type in one direction on one day are taken for one event, with as many sources as
    it has voices (an agency counts once, however many print its copy).  A column `pair` numbers pairs, where
    there are several.
    """
    status = np.asarray(columns["status"], dtype=object)
    quad, score = _counted_quads(columns, status)
    start, end, exact = _bounds(columns)
    published = _days(columns["published"])
    counted = np.isin(status, (*_ACTUAL, *_TALKED_OF)) & ~np.isnan(score) & ~np.isnat(start)
    tie = np.asarray(columns["kind"], dtype=object) == "tie"
    counted &= ~tie | np.isin(status, _ACTUAL)
    pair = np.asarray(columns.get("pair", np.zeros(len(tie))), dtype=np.int64)
    event = _groups((pair, tie, columns["type"], columns["mode"], columns["by_one"], start, end), counted)
    first = event.first
    told_later = np.asarray(columns["background"], dtype=bool)[counted]
    found = observations(
        {
            "id": np.asarray(columns["id"], dtype=object)[counted][first],
            "start": start[counted][first],
            "end": end[counted][first],
            "exact": exact[counted][first],
            "quad": quad[counted][first],
            "score": event.mean(score[counted]),
            "sources": event.distinct(np.asarray(columns["voice"], dtype=object)[counted]),
            "reported": event.earliest(published[counted]),
            "background": event.mean(told_later.astype(float)) == 1.0,
            "tie": tie[counted][first],
            "type": np.asarray(columns["type"], dtype=object)[counted][first],
            "mode": np.asarray(columns["mode"], dtype=object)[counted][first],
            "pair": pair[counted][first],
        }
    )
    return with_ruptures(found)


def from_happenings(happenings: Iterable[Happening]) -> Observations:
    """Observations from happenings: each counts once, by as many sources as it has independent voices."""
    rows = [h for h in happenings if h.stage is not Stage.DENIED and h.score is not None]
    announced = [h.stage is Stage.ANNOUNCED for h in rows]
    quads = [h.quad or 0 for h in rows]
    words = [
        _AS_WORDS[q] if a and q in _AS_WORDS else (q, h.score) for h, a, q in zip(rows, announced, quads, strict=True)
    ]
    starts = [h.when.start or h.when.end or h.reported for h in rows]
    found = observations(
        {
            "id": [h.id for h in rows],
            "start": starts,
            "end": [h.when.end or start for h, start in zip(rows, starts, strict=True)],
            "exact": [h.when.precision in (Precision.DAY, Precision.WEEK, Precision.REPORTED) for h in rows],
            "quad": [quad for quad, _ in words],
            "score": [score for _, score in words],
            "sources": [h.voices for h in rows],
            "reported": [h.reported for h in rows],
            "background": [h.background for h in rows],
            "type": [h.type for h in rows],
            "mode": [h.mode for h in rows],
        }
    )
    return with_ruptures(found)


def with_ruptures(observed: Observations) -> Observations:
    """The same with a tie for each rupture of relations: it lasts until the two make up, or to the last report.

    A rupture is the event SANCTION:discontinue.  Made up is what comes at least a month later and is an agreement,
    a concession, support or a retreat; meetings and trade go on in hostile times as well.
    """
    ruptures = np.flatnonzero((observed.type == "SANCTION") & (observed.mode == "discontinue") & (observed.quad == 4))
    if not len(ruptures):
        return observed
    made_up = observed.only(np.isin(observed.type, _MAKING_UP) & (observed.score > 0) & ~observed.tie)
    ends = [_made_up_on(observed, made_up, int(rupture)) for rupture in ruptures]
    ties = replace(
        observed.only(ruptures),
        end=np.maximum(np.array(ends, dtype="datetime64[D]"), observed.end[ruptures]),
        tie=np.ones(len(ruptures), dtype=bool),
        quad=np.zeros(len(ruptures), dtype=np.int64),
        type=np.full(len(ruptures), "rupture", dtype=object),
    )
    both = Observations(
        **{name: np.concatenate([getattr(observed, name), getattr(ties, name)]) for name in Observations.__slots__}
    )
    return both.only(np.argsort(both.start, kind="stable"))


def _made_up_on(observed: Observations, made_up: Observations, rupture: int) -> np.datetime64:
    """The day on which a rupture ended, or that of the last report of all."""
    own = made_up.start[made_up.pair == observed.pair[rupture]]
    later = own[own >= observed.end[rupture] + _RUPTURE_LASTS]
    return np.datetime64(later.min() if len(later) else observed.end.max(), "D")


@dataclass(frozen=True, slots=True)
class _Groups:
    """Rows that belong together: the group of each row, and the first row of each group."""

    of_row: npt.NDArray[np.int64]
    first: npt.NDArray[np.int64]

    def mean(self, values: Numbers) -> Numbers:
        number = len(self.first)
        return np.asarray(np.bincount(self.of_row, values, number) / np.bincount(self.of_row, minlength=number))

    def earliest(self, days: Days) -> Days:
        found = np.full(len(self.first), np.iinfo(np.int64).max)
        np.minimum.at(found, self.of_row, np.where(np.isnat(days), np.iinfo(np.int64).max, days.astype(np.int64)))
        return np.where(found == np.iinfo(np.int64).max, _NO_DAY, found.astype("datetime64[D]"))

    def distinct(self, values: Strings) -> Numbers:
        codes = np.unique(values.astype(str), return_inverse=True)[1]
        pairs = np.unique(self.of_row * (codes.max(initial=0) + 1) + codes)
        return np.bincount(pairs // (codes.max(initial=0) + 1), minlength=len(self.first)).astype(float)


def _groups(keys: tuple[Any, ...], counted: Flags) -> _Groups:
    whole = np.zeros(int(counted.sum()), dtype=np.int64)
    for key in keys:
        values = np.asarray(key)[counted]
        values = values.astype(str) if values.dtype == object else values.astype(np.int64)
        codes = np.unique(values, return_inverse=True)[1]
        # made small again after each key, so that the product never overflows
        whole = np.unique(whole * (codes.max(initial=0) + 1) + codes, return_inverse=True)[1]
    _, first, of_row = np.unique(whole, return_index=True, return_inverse=True)
    return _Groups(of_row, first)


def _counted_quads(columns: Mapping[str, Any], status: Strings) -> tuple[npt.NDArray[np.int64], Numbers]:
    """Quad class and score of each claim, of talk where the deed is only talked of."""
    quad = np.ma.filled(np.ma.asarray(columns["quad"], dtype=np.int64), 0)
    score: Numbers = np.ma.filled(np.ma.asarray(columns["score"], dtype=float), np.nan)
    talked_of = np.isin(status, _TALKED_OF)
    for deed, (words, worth) in _AS_WORDS.items():
        both = talked_of & (quad == deed)
        quad = np.where(both, words, quad)
        score = np.where(both, worth, score)
    return quad, score


def _bounds(columns: Mapping[str, Any]) -> tuple[Days, Days, Flags]:
    """First and last day of each claim, and whether these are near enough to the day to be counted by weeks."""
    published = _days(columns["published"])
    told_start, told_end = _days(columns["when_start"]), _days(columns["when_end"])
    undated = np.asarray(columns["undated"], dtype=bool)
    start = np.where(undated, published, np.where(np.isnat(told_start), told_end, told_start))
    end = np.where(undated, published, np.where(np.isnat(told_end), told_start, told_end))
    tie = np.asarray(columns["kind"], dtype=object) == "tie"
    still = tie & (undated | np.isnat(told_end)) & ~np.isnat(published)
    end = np.where(still, np.maximum(end, published + _TIE_HOLDS_ON), end)
    exact = (end - start) <= np.timedelta64(7, "D")
    return start, end, exact & ~(undated & np.asarray(columns["background"], dtype=bool))


def _days(values: Any) -> Days:
    if isinstance(values, np.ma.MaskedArray):
        values = np.where(np.ma.getmaskarray(values), _NO_DAY, values.data.astype("datetime64[D]"))
    found = np.asarray(values)
    if found.dtype == object:
        found = np.array([_NO_DAY if v is None else np.datetime64(v, "D") for v in found], dtype="datetime64[D]")
    return found.astype("datetime64[D]")

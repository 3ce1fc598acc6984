"""From what is told to observations: a happening counts once, a tie for as long as it holds.

Claims come in columns, as an archive gives them, each with the happening that it belongs to.  Claims that have
not been compared yet belong to none; of these, one type in one direction on one day is taken for one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from detente.history.observations import NO_DAY, Days, Flags, Numbers, Observations, Strings, days_of, observations
from detente.history.ruptures import with_ruptures
from detente.knowledge import Courses
from detente.model import Happening, Precision, Stage

#: A tie that is told as open is taken to hold for so long after it was told.
TIE_HOLDS_ON_DAYS = 90
_TIE_HOLDS_ON = np.timedelta64(TIE_HOLDS_ON_DAYS, "D")
#: Ties of one type with no more days between them than this are one.
_TIE_GAP = 366
_ACTUAL = ("actual", "ongoing")
_TALKED_OF = ("planned", "intended", "possible")
_NO_RULES = Courses()
_LAST = np.iinfo(np.int64).max


def from_claims(columns: Mapping[str, Any], rules: Courses = _NO_RULES) -> Observations:
    """Observations from the columns that an archive gives for a pair.

    What is denied or asked is left out; a deed that is only planned or possible counts as words, by `rules`, which
    also say what breaks relations off.  A happening has as many sources as it has independent voices.  A column
    `pair` numbers pairs, where there are several.
    """
    told = _told(columns)
    groups = told.groups()
    first = groups.first
    done = groups.any(np.isin(told.status, _ACTUAL))
    quad, score = _counted(told.quad[first], groups.mean(told.score), done, rules)
    happening = told.happening[first]
    found = observations(
        {
            "id": np.where(happening == "", told.id[first], happening),
            "claim": told.id[first],
            "start": groups.earliest(told.start),
            "end": np.where(told.tie[first], groups.latest(told.end), told.end[first]),
            "exact": told.exact[first],
            "quad": quad,
            "score": score,
            "sources": groups.distinct(told.voice),
            "reported": groups.earliest(told.published),
            "background": ~groups.any(~told.background),
            "tie": told.tie[first],
            "type": told.type[first],
            "mode": told.mode[first],
            "cameo": told.cameo[first],
            "pair": told.pair[first],
        }
    )
    return with_ruptures(found, rules)


def claims_behind(columns: Mapping[str, Any], ids: Iterable[str]) -> dict[str, list[str]]:
    """For each of some observations the claims that tell of it: those of its happening, or the claim itself."""
    wanted = {id_: [] if id_.startswith("h") else [id_] for id_ in ids}
    for claim, happening in zip(columns["id"], columns["happening"], strict=True):
        if happening in wanted:
            wanted[happening].append(str(claim))
    return wanted


def from_happenings(happenings: Iterable[Happening], rules: Courses = _NO_RULES) -> Observations:
    """Observations from happenings: each counts once, by as many sources as it has independent voices."""
    rows = [h for h in happenings if h.stage is not Stage.DENIED and h.score is not None]
    done = np.array([h.stage is not Stage.ANNOUNCED for h in rows], dtype=bool)
    quads = np.array([h.quad or 0 for h in rows], dtype=np.int64)
    quad, score = _counted(quads, np.array([h.score for h in rows], dtype=float), done, rules)
    starts = [h.when.start or h.when.end or h.reported for h in rows]
    found = observations(
        {
            "id": [h.id for h in rows],
            "claim": [h.claims[0] if h.claims else h.id for h in rows],
            "start": starts,
            "end": [h.when.end or start for h, start in zip(rows, starts, strict=True)],
            "exact": [h.when.precision in (Precision.DAY, Precision.WEEK, Precision.REPORTED) for h in rows],
            "quad": quad,
            "score": score,
            "sources": [h.voices for h in rows],
            "reported": [h.reported for h in rows],
            "background": [h.background for h in rows],
            "type": [h.type for h in rows],
            "mode": [h.mode for h in rows],
            "cameo": [h.cameo for h in rows],
        }
    )
    return with_ruptures(found, rules)


def _counted(
    quad: npt.NDArray[np.int64], score: Numbers, done: Flags, rules: Courses
) -> tuple[npt.NDArray[np.int64], Numbers]:
    """Quad class and score of each event, those of talk where the deed is only talked of."""
    for deed, (words, worth) in rules.talked_of.items():
        talk = ~done & (quad == deed)
        quad, score = np.where(talk, words, quad), np.where(talk, worth, score)
    return quad, score


# -- claims ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Claims that count, in columns."""

    id: Strings
    happening: Strings
    pair: npt.NDArray[np.int64]
    tie: Flags
    type: Strings
    mode: Strings
    cameo: Strings
    quad: npt.NDArray[np.int64]
    score: Numbers
    status: Strings
    background: Flags
    by_one: Flags
    start: Days
    end: Days
    exact: Flags
    published: Days
    voice: Strings

    def groups(self) -> _Groups:
        """Claims of one happening, of one tie, or that are taken for one event."""
        placed = self.happening != ""
        apart = ~placed & ~self.tie
        days = [np.where(apart, values.astype(np.int64), 0) for values in (self.start, self.end)]
        kinds = [np.where(placed, "", self.type), np.where(apart, self.mode, ""), np.where(apart, self.by_one, False)]
        return _Groups.of(self.pair, self.tie, self.happening, *kinds, *days, self._periods())

    def _periods(self) -> npt.NDArray[np.int64]:
        """For each tie the number of the period that it belongs to, with those of its type and pair; 0 for events."""
        found = np.zeros(len(self.tie), dtype=np.int64)
        ties = np.flatnonzero(self.tie)
        if not len(ties):
            return found
        kind = _Groups.of(self.pair[ties], self.type[ties]).of_row
        start, end = self.start[ties].astype(np.int64), self.end[ties].astype(np.int64)
        order = np.lexsort((start, kind))
        kind, start, end = kind[order], start[order], end[order]
        # the last day that any earlier tie of the kind held: a later kind is always above all of an earlier one
        span = int(end.max() - start.min()) + _TIE_GAP + 2
        held = np.maximum.accumulate(kind * span + end - start.min())
        begins = kind[1:] * span + start[1:] - start.min() > held[:-1] + _TIE_GAP
        found[ties[order]] = np.concatenate([[1], 1 + np.cumsum(begins | (kind[1:] != kind[:-1]))])
        return found


def _told(columns: Mapping[str, Any]) -> _Told:
    """The claims that count, with the time in which each happened or held."""
    number = len(columns["id"])
    status, kind = (np.asarray(columns[name], dtype=object) for name in ("status", "kind"))
    tie = kind == "tie"
    score: Numbers = np.ma.filled(np.ma.asarray(columns["score"], dtype=float), np.nan)
    start, end, exact = _bounds(columns, tie)
    kept = np.isin(status, _ACTUAL) | (~tie & np.isin(status, _TALKED_OF))
    kept &= ~np.isnan(score) & ~np.isnat(start)
    nothing = np.full(number, "", dtype=object)
    names = ("id", "type", "mode", "voice", "happening", "cameo")
    strings = {name: np.asarray(columns.get(name, nothing), dtype=object)[kept] for name in names}
    return _Told(
        **strings,
        pair=np.asarray(columns.get("pair", np.zeros(number)), dtype=np.int64)[kept],
        tie=tie[kept],
        quad=np.ma.filled(np.ma.asarray(columns["quad"], dtype=np.int64), 0)[kept],
        score=score[kept],
        status=status[kept],
        background=np.asarray(columns["background"], dtype=bool)[kept],
        by_one=np.asarray(columns["by_one"], dtype=bool)[kept],
        start=start[kept],
        end=end[kept],
        exact=exact[kept],
        published=days_of(columns["published"])[kept],
    )


def _bounds(columns: Mapping[str, Any], tie: Flags) -> tuple[Days, Days, Flags]:
    """First and last day of each claim, and whether these are near enough to the day to be counted by weeks."""
    published = days_of(columns["published"])
    told_start, told_end = days_of(columns["when_start"]), days_of(columns["when_end"])
    undated = np.asarray(columns["undated"], dtype=bool)
    start = np.where(undated, published, np.where(np.isnat(told_start), told_end, told_start))
    end = np.where(undated, published, np.where(np.isnat(told_end), told_start, told_end))
    still = tie & (undated | np.isnat(told_end)) & ~np.isnat(published)
    end = np.where(still, np.maximum(end, published + _TIE_HOLDS_ON), end)
    exact = (end - start) <= np.timedelta64(7, "D")
    return start, end, exact & ~(undated & np.asarray(columns["background"], dtype=bool))


# -- groups ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Groups:
    """Rows that belong together: the group of each row, and the first row of each group."""

    of_row: npt.NDArray[np.int64]
    first: npt.NDArray[np.int64]

    @classmethod
    def of(cls, *keys: npt.NDArray[Any]) -> _Groups:
        """Rows that are alike in all keys."""
        whole = np.zeros(len(keys[0]), dtype=np.int64)
        for key in keys:
            codes = np.unique(key.astype(str) if key.dtype == object else key, return_inverse=True)[1]
            # made small again after each key, so that the product never overflows
            whole = np.unique(whole * (codes.max(initial=0) + 1) + codes, return_inverse=True)[1]
        _, first, of_row = np.unique(whole, return_index=True, return_inverse=True)
        return cls(of_row, first)

    def mean(self, values: Numbers) -> Numbers:
        number = len(self.first)
        return np.asarray(np.bincount(self.of_row, values, number) / np.bincount(self.of_row, minlength=number))

    def any(self, values: Flags) -> Flags:
        return np.bincount(self.of_row, values, len(self.first)) > 0

    def earliest(self, days: Days) -> Days:
        found = np.full(len(self.first), _LAST)
        np.minimum.at(found, self.of_row, np.where(np.isnat(days), _LAST, days.astype(np.int64)))
        return np.where(found == _LAST, NO_DAY, found.astype("datetime64[D]"))

    def latest(self, days: Days) -> Days:
        found = np.full(len(self.first), -_LAST)
        np.maximum.at(found, self.of_row, np.where(np.isnat(days), -_LAST, days.astype(np.int64)))
        return np.where(found == -_LAST, NO_DAY, found.astype("datetime64[D]"))

    def distinct(self, values: Strings) -> Numbers:
        codes = np.unique(values.astype(str), return_inverse=True)[1]
        pairs = np.unique(self.of_row * (codes.max(initial=0) + 1) + codes)
        return np.bincount(pairs // (codes.max(initial=0) + 1), minlength=len(self.first)).astype(float)

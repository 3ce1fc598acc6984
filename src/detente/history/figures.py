"""Numbers in reports with what they count, as intervals: "at least twelve people were killed", "$1.5 billion"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

#: units that say what was done to those who are counted
ACTS = frozenset(("killed", "wounded", "captured", "expelled", "displaced"))

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: n for n, word in enumerate(_ONES.split(), 1)} | {w: 10 * n for n, w in enumerate(_TENS.split(), 2)}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "bn": 1e9, "m": 1e6, "trillion": 1e12}
_VAGUE = {"dozens": (24.0, 100.0), "scores": (40.0, 200.0), "hundreds": (200.0, 2000.0), "thousands": (2e3, 2e4)}
_CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds"}
_LEAST = ("at least", "more than", "over", "no fewer than", "no less than", "upwards of", "above")
_MOST = ("up to", "as many as", "as much as", "fewer than", "less than", "at most", "under", "below", "no more than")
_NEARLY = ("nearly", "almost", "close to")
_ABOUT = ("about", "around", "some", "roughly", "approximately", "an estimated")
#: how much "about 100" leaves open
_LOOSE = 0.1
_BEFORE, _AFTER, _NEAR = 3, 7, 3

_TOKEN = re.compile(r"[$€£]?\d[\d,]*(?:\.\d+)?(?:m|bn)?\b|[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:()—–]")
_NUMERAL = re.compile(r"([$€£]?)(\d[\d,]*(?:\.\d+)?)(m|bn)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is told: between `low` and `high`, what it counts, and its words."""

    unit: str
    low: float
    high: float
    text: str

    def agrees(self, other: Figure) -> bool:
        """Whether both may be the same number."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class _Number:
    first: int
    last: int
    low: float
    high: float
    currency: str


def figures(text: str, units: Mapping[str, str]) -> list[Figure]:
    """The figures of a sentence whose unit is known; `units` gives the unit of a word in any of its forms."""
    tokens = list(_TOKEN.finditer(text))
    words = [t[0].casefold() for t in tokens]
    found = []
    for number in _numbers(words):
        if unit := number.currency or _unit(words, number, units):
            start, end = tokens[number.first].start(), tokens[number.last].end()
            low, high, start = _hedged(text, number, start)
            found.append(Figure(unit, low, high, text[start:end]))
    return found


def _numbers(words: list[str]) -> Iterator[_Number]:
    at = 0
    while at < len(words):
        number = _number(words, at)
        if number is not None:
            yield number
            at = number.last
        at += 1


def _number(words: list[str], at: int) -> _Number | None:
    """The number that begins at a word, with the words of scale that follow it."""
    word = words[at]
    if word in _VAGUE:
        return _Number(at, at, *_VAGUE[word], "")
    currency, scale = "", 1.0
    if numeral := _NUMERAL.fullmatch(word):
        value = float(numeral[2].replace(",", ""))
        currency, scale = _CURRENCIES.get(numeral[1], ""), _SCALES.get(numeral[3] or "", 1.0)
        if not currency and scale == 1 and _is_year(word):
            return None
    elif word in _NUMBERS or (word == "dozen" and at and words[at - 1] == "a"):
        value = _NUMBERS.get(word, 12)
    else:
        return _compound(words, at)
    last = at
    while last + 1 < len(words) and words[last + 1] in _SCALES:
        scale *= _SCALES[words[last + 1]]
        last += 1
    if value == 1 and scale == 1 and word == "one":
        return None  # "one of them" counts nothing
    return _Number(at, last, value * scale, value * scale, currency)


def _compound(words: list[str], at: int) -> _Number | None:
    tens, dash, ones = words[at].partition("-")
    if dash and tens in _NUMBERS and ones in _NUMBERS:
        value = float(_NUMBERS[tens] + _NUMBERS[ones])
        return _Number(at, at, value, value, "")
    if words[at] in ("hundred", "thousand") and at and words[at - 1] == "a":
        return _Number(at, at, _SCALES[words[at]], _SCALES[words[at]], "")
    return None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and 1900 <= int(word) < 2100


def _unit(words: list[str], number: _Number, units: Mapping[str, str]) -> str:
    """What a number counts: what was done to them, and who or what they are."""
    after: list[str] = []
    for word in words[number.last + 1 : number.last + 1 + _AFTER]:
        if word in ".;:()—–" or _NUMERAL.fullmatch(word) or word in _NUMBERS:
            break
        after.append(word)
    before = words[max(0, number.first - _BEFORE) : number.first]
    things = [units[w] for w in after[:_NEAR] if w in units and units[w] not in ACTS]
    acts = [units[w] for w in reversed(before) if units.get(w) in ACTS] or [
        units[w] for w in after if units.get(w) in ACTS
    ]
    if acts:
        return f"{acts[0]} {things[0]}" if things and things[0] != "people" else acts[0]
    return things[0] if things else ""


def _hedged(text: str, number: _Number, start: int) -> tuple[float, float, int]:
    """The interval that the words before a number make of it, and where these begin."""
    before = text[max(0, start - 20) : start].casefold()
    for hedges, low, high in (
        (_LEAST, number.low, float("inf")),
        (_MOST, number.low * (1 - 2 * _LOOSE), number.high),
        (_NEARLY, number.low * (1 - _LOOSE), number.high),
        (_ABOUT, number.low * (1 - _LOOSE), number.high * (1 + _LOOSE)),
    ):
        for hedge in hedges:
            if before.endswith(f"{hedge} ") and not before[: -len(hedge) - 1][-1:].isalpha():
                return low, high, start - len(hedge) - 1
    return number.low, number.high, start

"""Claims as plain records, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from detente.exchange.contract import (
    CLAIM_KEYS,
    CODER_KEYS,
    CUE_KEYS,
    PARTY_KEYS,
    PLACE_KEYS,
    SPEAKER_KEYS,
    WHEN_KEYS,
    ClaimRecordError,
    Head,
    Publication,
    Record,
)
from detente.model import Claim, Cue, Kind, Opinion, Party, Place, Precision, Sign, Span, Speaker, Status, When

_Choice = TypeVar("_Choice", bound=StrEnum)
_Noun = TypeVar("_Noun")

#: Texts that are there even when empty; every other empty text is written as null.
_ALWAYS = frozenset(("text", "answers", "value", "sentence"))


def claim_record(claim: Claim, head: Publication) -> Record:
    """The claim as a record of plain JSON values, with the keys of the contract in their order."""
    return {
        "id": claim.id,
        "article": claim.article,
        "ref": head.ref or None,
        "outlet": head.outlet or None,
        "agency": head.agency or None,
        "title": head.title or None,
        "published": _iso(head.published),
        "kind": claim.kind.value,
        "type": claim.type,
        "mode": claim.mode or None,
        "context": list(claim.context),
        "cameo": claim.cameo or None,
        "quad": claim.quad,
        "score": claim.score,
        "sign": claim.sign.value,
        "background": claim.background,
        "source": [_object(party, PARTY_KEYS) for party in claim.source],
        "target": [_object(party, PARTY_KEYS) for party in claim.target],
        "via": [_object(party, PARTY_KEYS) for party in claim.via],
        "symmetric": claim.symmetric,
        "object": claim.object or None,
        "issue": list(claim.issue),
        "when": _when_record(claim.when),
        "status": claim.status.value,
        "speaker": [_object(speaker, SPEAKER_KEYS) for speaker in claim.speaker],
        "place": _object(claim.place, PLACE_KEYS) if claim.place else None,
        "sentence": claim.sentence.text,
        "start": claim.start,
        "end": claim.end,
        "rule": claim.rule or None,
        "cues": [_object(cue, CUE_KEYS) for cue in claim.cues],
        "details": _details_record(claim),
        "confidence": claim.confidence,
        "coders": [_object(opinion, CODER_KEYS) for opinion in claim.coders],
    }


def read_claim_record(record: Mapping[str, Any], line: int | None = None) -> tuple[Claim, Head]:
    """The claim of a record and what the record says of its article; ClaimRecordError names `line`.

    Offsets that the contract does not carry (of parties, speakers and the sentence) come back as 0, and
    so do not count for the id, which must be the one that the record gives.
    """
    try:
        claim, head = _claim_and_head(record)
        if claim.id != record["id"]:
            raise ClaimRecordError(f"id: {record['id']!r} is not the id of what the record says ({claim.id})")
    except ClaimRecordError as error:
        if line is None:
            raise
        raise ClaimRecordError(f"line {line}: {error}") from error
    return claim, head


def _claim_and_head(record: Mapping[str, Any]) -> tuple[Claim, Head]:
    _check_keys(record, CLAIM_KEYS, "record")
    read = _Fields(record)
    claim = Claim(
        article=read.text("article"),
        kind=read.choice("kind", Kind),
        type=read.text("type"),
        mode=read.text("mode"),
        context=read.texts("context"),
        cameo=read.text("cameo"),
        quad=read.number("quad"),
        score=read.score("score"),
        sign=read.choice("sign", Sign),
        background=read.truth("background"),
        source=read.nouns("source", PARTY_KEYS, _party),
        target=read.nouns("target", PARTY_KEYS, _party),
        via=read.nouns("via", PARTY_KEYS, _party),
        symmetric=read.truth("symmetric"),
        object=read.text("object"),
        issue=read.texts("issue"),
        when=read.noun("when", WHEN_KEYS, _when),
        status=read.choice("status", Status),
        speaker=read.nouns("speaker", SPEAKER_KEYS, _speaker),
        place=None if record["place"] is None else read.noun("place", PLACE_KEYS, _place),
        sentence=Span(start=0, end=0, text=read.text("sentence")),
        start=read.offset("start"),
        end=read.offset("end"),
        rule=read.text("rule"),
        cues=read.nouns("cues", CUE_KEYS, _cue),
        details=read.details("details"),
        confidence=read.score("confidence"),
        coders=read.nouns("coders", CODER_KEYS, _opinion),
    )
    return claim, _head(read)


class _Fields:
    """The values of one object of a record, each checked for what it must be."""

    def __init__(self, values: Mapping[str, Any], where: str = "") -> None:
        self._values = values
        self._where = where

    def text(self, key: str) -> str:
        value = self._values[key]
        return "" if value is None else self._of(key, str, "a string or null")

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._of(key, list, "a list of strings")
        if not all(isinstance(value, str) for value in values):
            raise self._error(key, "must be a list of strings")
        return tuple(values)

    def truth(self, key: str) -> bool:
        return self._of(key, bool, "true or false")

    def offset(self, key: str) -> int:
        value = self.number(key)
        if value is None:
            raise self._error(key, "must be a whole number")
        return value

    def number(self, key: str) -> int | None:
        value = self._values[key]
        if isinstance(value, bool):
            raise self._error(key, "must be a whole number or null")
        return None if value is None else self._of(key, int, "a whole number or null")

    def score(self, key: str) -> float | None:
        value = self._values[key]
        if isinstance(value, bool) or not isinstance(value, int | float | None):
            raise self._error(key, "must be a number or null")
        return None if value is None else float(value)

    def day(self, key: str) -> date | None:
        words = self.text(key)
        try:
            return date.fromisoformat(words) if words else None
        except ValueError as error:
            raise self._error(key, f"{words!r} is no date as in 2024-02-29") from error

    def choice(self, key: str, choices: type[_Choice]) -> _Choice:
        value = self._of(key, str, f"one of {', '.join(choices)}")
        try:
            return choices(value)
        except ValueError as error:
            raise self._error(key, f"must be one of {', '.join(choices)}, not {value!r}") from error

    def noun(self, key: str, keys: Sequence[str], make: Callable[[_Fields], _Noun]) -> _Noun:
        return self._made(self._values[key], key, keys, make)

    def nouns(self, key: str, keys: Sequence[str], make: Callable[[_Fields], _Noun]) -> tuple[_Noun, ...]:
        values = self._of(key, list, "a list of objects")
        return tuple(self._made(value, f"{key}[{nth}]", keys, make) for nth, value in enumerate(values))

    def details(self, key: str) -> tuple[tuple[str, str], ...]:
        values = self._of(key, dict, "an object of strings")
        if not all(isinstance(value, str) for value in values.values()):
            raise self._error(key, "must be an object of strings")
        return tuple(values.items())

    def error(self, problem: str) -> ClaimRecordError:
        """The error for this object as a whole."""
        return ClaimRecordError(f"{self._where.removesuffix('.')}: {problem}")

    def _made(self, value: object, place: str, keys: Sequence[str], make: Callable[[_Fields], _Noun]) -> _Noun:
        if not isinstance(value, Mapping):
            raise self._error(place, "must be an object")
        _check_keys(value, keys, self._where + place)
        return make(_Fields(value, f"{self._where}{place}."))

    def _of(self, key: str, wanted: type[_Noun], words: str) -> _Noun:
        value = self._values[key]
        if not isinstance(value, wanted):
            raise self._error(key, f"must be {words}")
        return value

    def _error(self, key: str, problem: str) -> ClaimRecordError:
        return ClaimRecordError(f"{self._where}{key} {problem}")


def _head(read: _Fields) -> Head:
    return Head(
        ref=read.text("ref"),
        outlet=read.text("outlet"),
        agency=read.text("agency"),
        title=read.text("title"),
        published=read.day("published"),
    )


def _party(read: _Fields) -> Party:
    return Party(
        text=read.text("text"),
        start=0,
        end=0,
        code=read.text("code"),
        country=read.text("country"),
        sector=read.text("sector"),
        name=read.text("name"),
    )


def _speaker(read: _Fields) -> Speaker:
    return Speaker(
        text=read.text("text"),
        start=0,
        end=0,
        verb=read.text("verb"),
        code=read.text("code"),
        sector=read.text("sector"),
        name=read.text("name"),
    )


def _when(read: _Fields) -> When:
    start, end = read.day("start"), read.day("end")
    if start and end and start > end:
        raise read.error(f"ends ({end}) before it starts ({start})")
    return When(start=start, end=end, precision=read.choice("precision", Precision), text=read.text("text"))


def _place(read: _Fields) -> Place:
    return Place(**{key: read.text(key) for key in PLACE_KEYS})


def _cue(read: _Fields) -> Cue:
    return Cue(
        answers=read.text("answers"),
        value=read.text("value"),
        text=read.text("text"),
        start=read.offset("start"),
        end=read.offset("end"),
    )


def _opinion(read: _Fields) -> Opinion:
    return Opinion(coder=read.text("coder"), root=read.text("root"), probability=read.score("probability"))


def _object(noun: object, keys: Sequence[str]) -> Record:
    values = ((key, getattr(noun, key)) for key in keys)
    return {key: None if value == "" and key not in _ALWAYS else value for key, value in values}


def _when_record(when: When) -> Record:
    return {
        "start": _iso(when.start),
        "end": _iso(when.end),
        "precision": when.precision.value,
        "text": when.text or None,
    }


def _details_record(claim: Claim) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in claim.details:
        found.setdefault(name, value)  # an object holds a name once: the first counts
    return found


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _check_keys(values: Mapping[str, Any], keys: Sequence[str], where: str) -> None:
    if unknown := [key for key in values if key not in keys]:
        raise ClaimRecordError(f"{where}: unknown key {unknown[0]!r}")
    if missing := [key for key in keys if key not in values]:
        raise ClaimRecordError(f"{where}: no key {missing[0]!r}")

"""Claims as rows: how the nouns of the model are written into a part, and read back from the tables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from detente.archive.errors import UnstorableReading
from detente.archive.records import ArticleHead, PastReading
from detente.model import (
    Article,
    Claim,
    Cue,
    Dating,
    Kind,
    Opinion,
    Party,
    Place,
    Precision,
    Reading,
    Ruleset,
    Sign,
    Span,
    Speaker,
    Status,
    Unread,
    When,
)

Row = Mapping[str, Any]

_ARTICLE = tuple(field.name for field in fields(Article))
_PARTY = tuple(field.name for field in fields(Party))
_SPEAKER = tuple(field.name for field in fields(Speaker))
_PLACE = tuple(field.name for field in fields(Place))
_HEAD = tuple(field.name for field in fields(ArticleHead))
_CUE = tuple(field.name for field in fields(Cue))
_OPINION = tuple(field.name for field in fields(Opinion))
#: Fields of a claim that a row holds as they are.
_PLAIN = (
    *("article", "kind", "type", "mode", "context", "cameo", "quad", "score", "sign", "symmetric"),
    *("background", "object", "issue", "status", "start", "end", "rule", "confidence"),
)


def encoded(reading: Reading, article: str, rules: Ruleset, read_at: datetime, keep_text: bool) -> bytes:
    """A reading as one line of a part; UnstorableReading when it holds what no file can."""
    if strangers := [claim.id for claim in reading.claims if claim.article != article]:
        raise UnstorableReading(f"claim {strangers[0]} is not of the article {article} that it comes with")
    row = _reading_row(reading, article, keep_text)
    row |= {"rules": rules.digest, "version": rules.version, "read_at": read_at.isoformat(sep=" ")}
    try:
        return json.dumps(row, ensure_ascii=False, allow_nan=False).encode("utf-8") + b"\n"
    except ValueError as error:
        raise UnstorableReading(f"article {article} ({reading.article.origin}): {error}") from error


def _reading_row(reading: Reading, article: str, keep_text: bool) -> dict[str, object]:
    published = reading.article.published
    # Equal ids mean equal claims: of two readings of the same words the first is kept.
    claims: dict[str, Claim] = {}
    for claim in reading.claims:
        claims.setdefault(claim.id, claim)
    row = _picked(reading.article, _ARTICLE)
    row |= {
        "id": article,
        "text": reading.article.text if keep_text else None,
        "published": published.isoformat() if published else None,
        "sentences": reading.sentences,
        "parsed": reading.parsed,
        "claims": [_claim_row(id_, nth, claim) for nth, (id_, claim) in enumerate(claims.items())],
        "unread": [_unread_row(nth, unread, keep_text) for nth, unread in enumerate(reading.unread)],
    }
    return row


def _claim_row(id_: str, nth: int, claim: Claim) -> dict[str, object]:
    when = claim.when
    row = _picked(claim, _PLAIN)
    row |= {
        "id": id_,
        "position": nth,
        "source": [_picked(party, _PARTY) for party in claim.source],
        "target": [_picked(party, _PARTY) for party in claim.target],
        "via": [_picked(party, _PARTY) for party in claim.via],
        "when_start": when.start.isoformat() if when.start else None,
        "when_end": when.end.isoformat() if when.end else None,
        "when_precision": when.precision,
        "when_text": when.text,
        "speaker": [_picked(speaker, _SPEAKER) for speaker in claim.speaker],
        "place": _picked(claim.place, _PLACE) if claim.place else None,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "sentence_text": claim.sentence.text,
        "details": [{"name": name, "value": value} for name, value in claim.details],
        "cues": [_picked(cue, _CUE) for cue in claim.cues],
        "coders": [_picked(opinion, _OPINION) for opinion in claim.coders],
    }
    return row


def _unread_row(nth: int, unread: Unread, keep_text: bool) -> dict[str, object]:
    sentence = unread.sentence
    return {
        "position": nth,
        "start": sentence.start,
        "end": sentence.end,
        # No claim quotes this sentence, so an archive without text must not hold it either.
        "text": sentence.text if keep_text else "",
        "actors": unread.actors,
        "verbs": unread.verbs,
    }


def _picked(noun: object, names: tuple[str, ...]) -> dict[str, object]:
    return {name: getattr(noun, name) for name in names}


def claim_from(row: Row) -> Claim:
    """The claim that a row of `claims` holds, equal to the one that was written."""
    return Claim(
        article=row["article"],
        kind=Kind(row["kind"]),
        type=row["type"],
        source=_parties(row["source"]),
        target=_parties(row["target"]),
        via=_parties(row["via"]),
        sentence=Span(start=row["sentence_start"], end=row["sentence_end"], text=row["sentence_text"]),
        start=row["start"],
        end=row["end"],
        rule=row["rule"],
        mode=row["mode"],
        context=tuple(row["context"]),
        cameo=row["cameo"],
        quad=row["quad"],
        score=row["score"],
        sign=Sign(row["sign"]),
        symmetric=row["symmetric"],
        object=row["object"],
        issue=tuple(row["issue"]),
        when=_when(row),
        status=Status(row["status"]),
        background=row["background"],
        speaker=tuple(Speaker(**speaker) for speaker in row["speaker"]),
        place=Place(**row["place"]) if row["place"] is not None else None,
        details=tuple((detail["name"], detail["value"]) for detail in row["details"]),
        cues=tuple(Cue(**cue) for cue in row["cues"]),
        confidence=row["confidence"],
        coders=tuple(Opinion(**opinion) for opinion in row["coders"]),
    )


def _parties(column: list[dict[str, Any]]) -> tuple[Party, ...]:
    return tuple(Party(**party) for party in column)


def _when(row: Row) -> When:
    return When(
        start=row["when_start"],
        end=row["when_end"],
        precision=Precision(row["when_precision"]),
        text=row["when_text"],
    )


def article_from(row: Row) -> Article:
    """The article that a row of `articles` holds; its text is empty where none was kept."""
    values = {name: row[name] for name in _ARTICLE}
    values["text"] = row["text"] or ""
    values["dating"] = Dating(row["dating"])
    return Article(**values)


def head_from(row: Row) -> ArticleHead:
    """The head of an article from those columns of a row whose names start with `head_`."""
    return ArticleHead(**{name: row[f"head_{name}"] for name in _HEAD})


def unread_from(row: Row) -> Unread:
    """The sentence without a claim that a row of `unread` holds."""
    return Unread(
        sentence=Span(start=row["start"], end=row["end"], text=row["text"]),
        actors=tuple(row["actors"]),
        verbs=tuple(row["verbs"]),
    )


def past_reading_from(row: Row) -> PastReading:
    """What a row of `readings` remembers of one reading."""
    read_at = row["read_at"].replace(tzinfo=UTC)
    return PastReading(article=row["article"], rules=row["rules"], read_at=read_at, claims=row["claims"])

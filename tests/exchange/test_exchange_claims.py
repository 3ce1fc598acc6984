"""A claim as a record, and the record as a claim."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared_samples import claims_of, make_article, make_claim, words

from detente.exchange import CLAIM_KEYS, ClaimRecordError, Head, claim_record, read_claim_record
from detente.exchange.contract import CUE_KEYS, PARTY_KEYS, PLACE_KEYS, SPEAKER_KEYS, WHEN_KEYS
from detente.model import CONTRACT_VERSION, Claim, Kind, Sign, Status

ARTICLE = make_article(1)
DOC = (Path(__file__).parents[2] / "docs" / "claims.md").read_text(encoding="utf-8")

heads = st.builds(Head, ref=words, outlet=words, agency=words, title=words, published=st.none() | st.dates())


def record(**changes: Any) -> dict[str, Any]:
    return json.loads(json.dumps(claim_record(make_claim(ARTICLE), ARTICLE))) | changes  # type: ignore[no-any-return]


@given(claims_of(ARTICLE.id), heads)
def test_records_survive_json_and_reading(claim: Claim, head: Head) -> None:
    written = claim_record(claim, head)
    assert tuple(written) == CLAIM_KEYS
    again, head_again = read_claim_record(json.loads(json.dumps(written)))
    assert again.id == claim.id
    assert head_again == head
    assert claim_record(again, head_again) == written


def test_unknown_values_are_null_and_dates_are_iso() -> None:
    written = claim_record(make_claim(ARTICLE), ARTICLE)
    assert written["published"] == "2020-01-02"
    assert written["mode"] is None
    assert written["place"] is None
    assert written["when"] == {"start": None, "end": None, "precision": "reported", "text": None}
    assert written["source"] == [{"code": "GRC", "country": "GRC", "sector": "GOV", "name": None, "text": "Athens"}]
    assert written["id"] == make_claim(ARTICLE).id
    assert '""' not in json.dumps(written)


def test_the_first_of_several_details_of_one_name_counts() -> None:
    claim = make_claim(ARTICLE, details=(("cost", "5"), ("due", "2030"), ("cost", "6")))
    assert claim_record(claim, ARTICLE)["details"] == {"cost": "5", "due": "2030"}


@pytest.mark.parametrize(
    ("changes", "words_of_error"),
    [
        ({"colour": "red"}, "record: unknown key 'colour'"),
        ({"kind": "rumour"}, "kind must be one of event, tie"),
        ({"kind": None}, "kind must be one of"),
        ({"quad": "1"}, "quad must be a whole number or null"),
        ({"quad": True}, "quad must be a whole number or null"),
        ({"score": "high"}, "score must be a number or null"),
        ({"start": None}, "start must be a whole number"),
        ({"symmetric": 1}, "symmetric must be true or false"),
        ({"title": 7}, "title must be a string or null"),
        ({"published": "yesterday"}, "published 'yesterday' is no date"),
        ({"issue": "arms"}, "issue must be a list of strings"),
        ({"issue": [1]}, "issue must be a list of strings"),
        ({"details": {"cost": 5}}, "details must be an object of strings"),
        ({"source": {}}, "source must be a list of objects"),
        ({"source": ["Athens"]}, r"source\[0\] must be an object"),
        ({"source": [{"text": "Athens"}]}, r"source\[0\]: no key 'code'"),
        ({"cues": [dict.fromkeys(CUE_KEYS)]}, r"cues\[0\]\.start must be a whole number"),
        ({"when": None}, "when must be an object"),
        (
            {"when": {"start": "2020-02-01", "end": "2020-01-01", "precision": "day", "text": None}},
            r"when: ends \(2020-01-01\) before it starts",
        ),
        ({"type": "ASSAULT"}, "is not the id of what the record says"),
    ],
)
def test_records_of_another_shape_are_refused_by_field(changes: dict[str, Any], words_of_error: str) -> None:
    with pytest.raises(ClaimRecordError, match=words_of_error):
        read_claim_record(record(**changes))


def test_a_missing_key_is_named_with_its_line() -> None:
    short = record()
    del short["rule"]
    with pytest.raises(ClaimRecordError, match="line 7: record: no key 'rule'"):
        read_claim_record(short, line=7)


def section(title: str) -> str:
    """The part of the page under this heading."""
    found = re.search(rf"^#+ {title}\n(.*?)(?=^#|\Z)", DOC, re.DOTALL | re.MULTILINE)
    assert found, title
    return found[1]


def first_column(title: str) -> list[str]:
    return re.findall(r"^\| `(\w+)` \|", section(title), re.MULTILINE)


@pytest.mark.parametrize(
    ("title", "keys"),
    [
        ("The fields", CLAIM_KEYS),
        ("Parties", PARTY_KEYS),
        ("Speakers", SPEAKER_KEYS),
        ("Times", WHEN_KEYS),
        ("Places", PLACE_KEYS),
        ("Cues", CUE_KEYS),
        ("Kinds", tuple(Kind)),
        ("Statuses", tuple(Status)),
    ],
)
def test_the_page_names_exactly_the_keys_and_values(title: str, keys: tuple[str, ...]) -> None:
    assert first_column(title) == list(keys)


def test_the_page_tells_the_version_and_its_signs() -> None:
    assert f"**Contract version: {CONTRACT_VERSION}**" in DOC
    assert all(f"`{sign}`" in section("The fields") for sign in Sign)


def test_the_example_of_the_page_is_a_record() -> None:
    found = re.search(r"```json\n(.*?)```", DOC, re.DOTALL)
    assert found
    example = json.loads(found[1])
    claim, head = read_claim_record(example)
    assert list(example) == list(CLAIM_KEYS)
    assert claim_record(claim, head) == example
    assert head.published == date(2024, 3, 5)

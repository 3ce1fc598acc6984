"""What holds of every reading, whatever is read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from reading_samples import assert_not_ahead, assert_quotes, example_articles, made_articles

from detente.model import Article, Reading, Status
from detente.reading.read import Reader

pytestmark = pytest.mark.model

FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return example_articles(60)


@pytest.fixture(scope="module")
def readings(reader: Reader, articles: list[Article]) -> list[Reading]:
    return list(reader.read_batch(articles))


def ids(readings: list[Reading]) -> list[list[str]]:
    return [[claim.id for claim in reading.claims] for reading in readings]


def test_there_is_something_to_check(readings: list[Reading]) -> None:
    assert sum(len(reading.claims) for reading in readings) > 150
    assert {claim.kind for reading in readings for claim in reading.claims} >= {"event", "tie", "stance", "flow"}


def test_each_reading_is_of_its_article(readings: list[Reading], articles: list[Article], reader: Reader) -> None:
    for reading, article in zip(readings, articles, strict=True):
        assert reading.article == article
        assert reading.rules == reader.rules.digest
        assert reading.parsed <= reading.sentences >= 5
        assert all(claim.article == article.id for claim in reading.claims)


def test_every_span_quotes_its_article(readings: list[Reading]) -> None:
    for reading in readings:
        for claim in reading.claims:
            assert_quotes(reading.article, claim)
        for unread in reading.unread:
            sentence = unread.sentence
            assert reading.article.text[sentence.start : sentence.end] == sentence.text


def test_nothing_settled_is_dated_after_its_report(readings: list[Reading]) -> None:
    for reading in readings:
        for claim in reading.claims:
            assert_not_ahead(reading.article, claim)


def test_claim_ids_differ_within_an_article(readings: list[Reading]) -> None:
    for found in ids(readings):
        assert len(set(found)) == len(found)


def test_every_claim_names_a_rule_and_a_trigger(readings: list[Reading]) -> None:
    for reading in readings:
        for claim in reading.claims:
            assert claim.rule.startswith(f"{claim.kind}.{claim.type}.")
            assert any(cue.answers == "trigger" for cue in claim.cues)
            assert claim.source or claim.target
            assert any(party.code for party in claim.parties)
            assert all(party.reason for party in claim.parties if party.code)


def test_reading_twice_gives_the_same(reader: Reader, readings: list[Reading], articles: list[Article]) -> None:
    assert list(reader.read_batch(articles)) == readings


def test_the_order_of_articles_changes_nothing(
    reader: Reader, readings: list[Reading], articles: list[Article]
) -> None:
    assert ids(list(reader.read_batch(articles[::-1])))[::-1] == ids(readings)


def test_the_size_of_batches_changes_nothing(reader: Reader, readings: list[Reading], articles: list[Article]) -> None:
    by_seven = [reading for n in range(0, 35, 7) for reading in reader.read_batch(articles[n : n + 7])]
    assert ids(by_seven) == ids(readings[:35])
    assert ids([reader.read(article) for article in articles[:15]]) == ids(readings[:15])


def test_no_articles_make_no_readings(reader: Reader) -> None:
    assert list(reader.read_batch([])) == []


@pytest.mark.parametrize("text", ["", " \n\n ", "Nothing of note.", "?!", "France", "x" * 5000, "France " * 900])
def test_any_text_can_be_read(reader: Reader, text: str) -> None:
    assert reader.read(Article(text=text)).claims == ()


@FEW
@given(made_articles)
def test_made_articles_are_quoted_and_not_dated_ahead(reader: Reader, article: Article) -> None:
    reading = reader.read(article)
    for claim in reading.claims:
        assert_quotes(article, claim)
        assert_not_ahead(article, claim)


_SCRIPT = """
import json, sys
from datetime import date
from detente.knowledge import load
from detente.model import Article
from detente.reading.read import Reader

articles = [
    Article(text=text, published=date.fromisoformat(day) if day else None, ref=ref)
    for text, day, ref in json.load(sys.stdin)
]
readings = list(Reader(load()).read_batch(articles))
print(json.dumps([readings[0].rules, [[c.id for c in r.claims] for r in readings]]))
"""


def test_claim_ids_are_the_same_in_another_process(readings: list[Reading], articles: list[Article]) -> None:
    given_to = [(a.text, a.published.isoformat() if a.published else "", a.ref) for a in articles]
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT], input=json.dumps(given_to), env=os.environ | {"PYTHONHASHSEED": "4711"},
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    rules, found = json.loads(done.stdout)
    assert rules == readings[0].rules, "the code or the knowledge changed while the tests ran"
    assert found == ids(readings)


@pytest.mark.parametrize(
    ("text", "source", "target", "status"),
    [
        ("France attacked Germany on Monday.", "FRA", "DEU", Status.ACTUAL),
        ("France did not attack Germany.", "FRA", "DEU", Status.NEGATED),
        ("France will attack Germany next year.", "FRA", "DEU", Status.PLANNED),
        ("Did France attack Germany?", "FRA", "DEU", Status.ASKED),
        ("Germany was attacked by France.", "FRA", "DEU", Status.ACTUAL),
        ("France's attack on Germany shocked Spain.", "FRA", "DEU", Status.ACTUAL),
    ],
)
def test_an_attack_is_read_however_it_is_told(
    reader: Reader, text: str, source: str, target: str, status: Status
) -> None:
    claims = reader.read(Article(text=text, published=date(2015, 6, 15))).claims
    (attack,) = [claim for claim in claims if claim.type == "ASSAULT"]
    assert ([p.code for p in attack.source], [p.code for p in attack.target], attack.status) == (
        [source],
        [target],
        status,
    )


def test_an_article_remembers_only_itself(reader: Reader) -> None:
    first = Article(text="Angela Merkel visited Greece.", published=date(2015, 6, 15))
    alone = Article(text="She criticised Turkey.", published=date(2015, 6, 15))
    together = Article(text=f"{first.text} {alone.text}", published=date(2015, 6, 15))
    with_memory = [c for c in reader.read(together).claims if "TUR" in [p.code for p in c.target]]
    assert [p.code for claim in with_memory for p in claim.source] == ["DEU"]
    assert reader.read(alone) == list(reader.read_batch([first, alone]))[1]


def test_two_known_actors_without_a_rule_are_told_as_unread(reader: Reader) -> None:
    (left,) = reader.read(Article(text="France outgrew Germany after the attack.")).unread
    assert (left.actors, left.verbs) == (("FRA", "DEU"), ("outgrow",))

"""From a parsed sentence to its claims, in a small world and without a parser."""

from __future__ import annotations

from datetime import date

import pytest
from hand_parsed import actors_of, parsed, small_world
from reading_samples import assert_quotes

from detente.model import Article, Claim, Precision, Sign, Status
from detente.reading.build import Sentence
from detente.reading.match import matches
from detente.reading.rule_index import RuleIndex
from detente.reading.when import times

DAY = date(2012, 6, 15)  # a Friday


def claims(sentence: str, published: date | None = DAY) -> list[Claim]:
    world, tokens = small_world(), parsed(sentence)
    actors = actors_of(tokens, published)
    told = Sentence(tokens, actors, times(sentence, published, world.periods), world, published)
    found = [told.claim(match, "a1") for match in matches(tokens, actors, RuleIndex(world.rules))]
    return [claim for claim in found if claim is not None]


def only(sentence: str, published: date | None = DAY) -> Claim:
    (claim,) = claims(sentence, published)
    return claim


def codes(claim: Claim) -> tuple[list[str], list[str]]:
    return [party.code for party in claim.source], [party.code for party in claim.target]


@pytest.mark.parametrize(
    ("sentence", "source", "target"),
    [
        ("Iran attacked Iraq.", ["IRN"], ["IRQ"]),
        ("Iraq was attacked by Iran.", ["IRN"], ["IRQ"]),
        ("The Israeli attack on Syria failed.", ["ISR"], ["SYR"]),
        ("Iran and Iraq met in Paris.", ["IRN"], ["IRQ"]),
        ("Talks between Iran and Iraq began.", ["IRN"], ["IRQ"]),
        ("Turkey and France are allies.", ["TUR"], ["FRA"]),
        ("Greece's ally Turkey left.", ["TUR"], ["GRC"]),
        ("German Chancellor met French troops.", ["DEU"], ["FRA"]),
    ],
)
def test_a_claim_has_two_sides(sentence: str, source: list[str], target: list[str]) -> None:
    assert codes(only(sentence)) == (source, target)


@pytest.mark.parametrize("sentence", ["A storm attacked a town.", "A storm attacked Syria.", "Iran met."])
def test_nobody_does_nothing(sentence: str) -> None:
    assert claims(sentence) == []


def test_a_claim_has_the_codes_of_its_rule() -> None:
    claim = only("Iran attacked Iraq.")
    assert (claim.kind, claim.type, claim.mode, claim.quad, claim.score) == ("event", "ASSAULT", "attack", 4, -9)
    assert claim.sign is Sign.HOSTILE
    assert claim.rule == "event.ASSAULT.attack"
    assert [cue.value for cue in claim.cues if cue.answers == "pattern"] == ["S attack|invade T"]
    assert claim.article == "a1"


@pytest.mark.parametrize(
    ("sentence", "status", "start", "end"),
    [
        ("Iran attacked Iraq.", Status.ACTUAL, None, None),
        ("Iran attacked Iraq on Monday.", Status.ACTUAL, date(2012, 6, 11), date(2012, 6, 11)),
        ("Iran attacked Iraq in 1980.", Status.ACTUAL, date(1980, 1, 1), date(1980, 12, 31)),
        ("Turkey has been an ally of France since 1956.", Status.ONGOING, date(1956, 1, 1), None),
        ("Turkey is an ally of France.", Status.ONGOING, None, None),
        ("Turkey was an ally of France.", Status.ACTUAL, None, None),
        ("Iran will attack Iraq next week.", Status.PLANNED, date(2012, 6, 18), date(2012, 6, 24)),
    ],
)
def test_status_and_time(sentence: str, status: Status, start: date | None, end: date | None) -> None:
    claim = only(sentence)
    assert (claim.status, claim.when.start, claim.when.end) == (status, start, end)


def test_without_words_of_time_it_is_only_reported() -> None:
    assert only("Iran attacked Iraq.").when.precision is Precision.REPORTED


def test_an_actual_claim_is_not_dated_after_its_report() -> None:
    assert only("Iran attacked Iraq in 1980.", date(1980, 6, 1)).when.end == date(1980, 6, 1)


def test_what_is_long_past_is_background() -> None:
    assert only("Iran attacked Iraq in 1980.").background
    assert not only("Iran attacked Iraq in 1980.", date(1980, 6, 1)).background
    assert not only("Iran attacked Iraq on Monday.").background
    assert not only("Turkey has been an ally of France since 1956.").background


def test_actors_are_those_of_the_time_told() -> None:
    assert codes(only("The Soviet Union attacked Afghanistan in 1979.")) == (["SUN"], ["AFG"])


def test_the_speaker_and_the_place_are_told() -> None:
    said = only("Iran attacked Iraq, France said.")
    assert [(speaker.code, speaker.verb) for speaker in said.speaker] == [("FRA", "say")]
    placed = only("Iran attacked Iraq in Basra.").place
    assert placed is not None
    assert (placed.name, placed.country, placed.precision) == ("Basra", "IRQ", "city")


def test_cues_say_what_decided() -> None:
    claim = only("Iran will attack Iraq next week.")
    assert {(cue.answers, cue.text) for cue in claim.cues} == {
        ("pattern", "attack"),
        ("trigger", "attack"),
        ("status", "will"),
        ("time", "next week"),
    }


@pytest.mark.parametrize(
    "sentence",
    ["Iran attacked Iraq on Monday.", "Turkey, an ally of France, left.", "Talks between Iran and Iraq began."],
)
def test_everything_is_quoted(sentence: str) -> None:
    assert_quotes(Article(text=sentence), only(sentence))


def test_equal_claims_have_equal_ids() -> None:
    assert only("Iran attacked Iraq.").id == only("Iran attacked Iraq.").id
    assert only("Iran attacked Iraq on Monday.").id != only("Iran attacked Iraq on Monday.", date(2012, 6, 22)).id

from __future__ import annotations

import pytest
from hand_parsed import parsed, place, small_world, words_at

from detente.model import Status
from detente.reading.own_cues import StatusCue
from detente.reading.status import combine, status_of


def status(sentence: str, trigger: str) -> tuple[Status, list[str]]:
    tokens = parsed(sentence)
    world = small_world()
    found, cues = status_of(tokens, place(tokens, trigger), world)
    return found, words_at(tokens, [cue.word for cue in cues])


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected", "cues"),
    [
        ("Iran attacked Iraq.", "attacked", Status.ACTUAL, []),
        ("Iran did not attack Iraq.", "attack", Status.NEGATED, ["not"]),
        ("Iran may attack Iraq.", "attack", Status.POSSIBLE, ["may"]),
        ("Iran perhaps attacked Iraq.", "attacked", Status.POSSIBLE, ["perhaps"]),
        ("Iran will attack Iraq.", "attack", Status.PLANNED, ["will"]),
        ("Iran is attacking Iraq.", "attacking", Status.ONGOING, ["is"]),
        ("Did Iran attack Iraq?", "attack", Status.ASKED, ["?"]),
        ("Iran refused to attack Iraq.", "attack", Status.NEGATED, ["refused"]),
        ("Iran did not refuse to attack Iraq.", "attack", Status.POSSIBLE, ["refuse", "not"]),
        ("Iran left without attacking Iraq.", "attacking", Status.NEGATED, ["without"]),
        ("If Iran attacks Iraq, France will respond.", "attacks", Status.POSSIBLE, ["If"]),
        ("Iran not only attacked Iraq but shelled Syria.", "attacked", Status.ACTUAL, []),
        ("No country attacked Iraq.", "attacked", Status.NEGATED, ["No"]),
        ("France wants to visit Turkey.", "visit", Status.INTENDED, ["wants"]),
        ("Iran planned an attack on Iraq.", "attack", Status.PLANNED, ["planned"]),
        ("Israel's plan to attack Syria alarmed Iran.", "attack", Status.PLANNED, ["plan"]),
        ("Iran attacked Iraq and threatened to invade Syria.", "invade", Status.POSSIBLE, ["threatened"]),
        ("Iran attacked Iraq and threatened to invade Syria.", "attacked", Status.ACTUAL, []),
        ("France said Iran attacked Iraq.", "attacked", Status.ACTUAL, []),
        ("France did not say Iran attacked Iraq.", "attacked", Status.ACTUAL, []),
        ("The Israeli attack on Syria failed.", "attack", Status.ACTUAL, []),
    ],
)
def test_status_and_its_cues(sentence: str, trigger: str, expected: Status, cues: list[str]) -> None:
    assert status(sentence, trigger) == (expected, cues)


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        ([], Status.ACTUAL),
        ([Status.NEGATED], Status.NEGATED),
        ([Status.NEGATED, Status.NEGATED], Status.POSSIBLE),
        ([Status.NEGATED] * 3, Status.NEGATED),
        ([Status.NEGATED, Status.NEGATED, Status.INTENDED], Status.INTENDED),
        ([Status.NEGATED, Status.PLANNED], Status.NEGATED),
        ([Status.PLANNED, Status.POSSIBLE], Status.POSSIBLE),
        ([Status.ONGOING, Status.PLANNED], Status.PLANNED),
        ([Status.INTENDED, Status.PLANNED], Status.INTENDED),
        ([Status.POSSIBLE, Status.ASKED], Status.ASKED),
        ([Status.ONGOING], Status.ONGOING),
    ],
)
def test_cues_combine(cues: list[Status], expected: Status) -> None:
    assert combine([StatusCue(n, cue) for n, cue in enumerate(cues)], small_world().combine) is expected

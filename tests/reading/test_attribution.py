from __future__ import annotations

import pytest
from hand_parsed import actors_of, parsed, place, small_world, words_at

from detente.reading.attribution import speakers_of


@pytest.mark.parametrize(
    ("sentence", "trigger", "speakers", "verbs"),
    [
        ("Iran attacked Iraq.", "attacked", [], []),
        ("France said Iran attacked Iraq.", "attacked", [("FRA", "say")], ["said"]),
        ("Iran attacked Iraq, France said.", "attacked", [("FRA", "say")], ["said"]),
        ("According to France, Iran attacked Iraq.", "attacked", [("FRA", "according to")], ["According"]),
        (
            "Turkey said France accused Iran of attacking Iraq.",
            "attacking",
            [("TUR", "say"), ("FRA", "accuse")],
            ["said", "accused"],
        ),
        ("Iran was accused by France of attacking Iraq.", "attacking", [("FRA", "accuse")], ["accused"]),
        ("France wants to visit Turkey.", "visit", [], []),
    ],
)
def test_speakers_outermost_first(
    sentence: str, trigger: str, speakers: list[tuple[str, str]], verbs: list[str]
) -> None:
    tokens = parsed(sentence)
    found, places = speakers_of(tokens, place(tokens, trigger), actors_of(tokens), small_world().speech)
    assert [(speaker.code, speaker.verb) for speaker in found] == speakers
    assert words_at(tokens, places) == verbs


def test_a_speaker_quotes_its_words() -> None:
    tokens = parsed("France said Iran attacked Iraq.", offset=50)
    (speaker,), _ = speakers_of(tokens, place(tokens, "attacked"), actors_of(tokens), small_world().speech)
    assert (speaker.text, speaker.start, speaker.end, speaker.name) == ("France", 50, 56, "France")


def test_an_accusation_without_an_accuser_has_no_speaker() -> None:
    tokens = parsed("Iran was accused of backing rebels.")
    assert speakers_of(tokens, place(tokens, "backing"), actors_of(tokens), small_world().speech) == ((), ())

from __future__ import annotations

from page_samples import attack, talks

from detente.web.explaining import explanation


def test_an_explanation_names_the_words_that_each_part_rests_on() -> None:
    lines = dict(explanation(talks().claims[0]))
    assert lines["from"] == "“Envoys of Iran” means Iran (a name)"
    assert lines["trigger"] == "“met”"
    assert lines["time"] == "15 May 2016, by the words “on Sunday”"
    assert lines["said by"] == "the outlet itself"
    assert lines["place"] == "Muscat, known to the city"
    assert lines["issue"] == "diplomacy"


def test_what_is_not_told_has_no_line_and_speakers_are_named() -> None:
    lines = dict(explanation(talks().claims[1]))
    assert "place" not in lines
    assert lines["said by"] == "somebody (“a minister”, say)"
    assert lines["status"] == "ongoing"
    assert dict(explanation(attack().claims[2]))["details"] == "site: Tehran"

from __future__ import annotations

from datetime import date

import numpy as np
from made_up_pairs import claim_columns

from detente.history.observations import from_claims, from_happenings, observations
from detente.model import Happening, Precision, Stage, When


def test_a_coded_table_needs_only_days_quads_and_scores() -> None:
    found = observations({"start": [date(2020, 1, 2), date(2020, 1, 1)], "quad": [1, 4], "score": [2.0, -9.0]})
    assert list(found.quad) == [4, 1]
    assert list(found.sources) == [1.0, 1.0]
    assert not found.tie.any()


def test_what_has_no_day_or_no_score_is_left_out() -> None:
    found = observations({"start": [None, date(2020, 1, 1)], "quad": [1, 1], "score": [1.0, np.nan]})
    assert len(found) == 0


def test_ten_copies_of_one_agency_are_one_source() -> None:
    rows = [{"id": f"c{n}", "voice": "Coast Wire"} for n in range(10)] + [{"id": "c10", "voice": "Hill Gazette"}]
    found = from_claims(claim_columns(*rows))
    assert len(found) == 1
    assert list(found.sources) == [2.0]


def test_what_is_denied_or_asked_does_not_count_and_what_is_planned_counts_as_words() -> None:
    found = from_claims(
        claim_columns(
            {"id": "c1", "status": "negated"},
            {"id": "c2", "status": "asked"},
            {"id": "c3", "status": "planned", "type": "AID", "quad": 2, "score": 10.0},
            {"id": "c4", "status": "possible", "type": "ASSAULT", "quad": 4, "score": -9.0},
        )
    )
    assert {(str(i), int(q), float(s)) for i, q, s in zip(found.id, found.quad, found.score, strict=True)} == {
        ("c3", 1, 2.5),
        ("c4", 3, -3.5),
    }


def test_event_time_and_report_time_are_kept_apart() -> None:
    row = {"when_start": date(1962, 1, 1), "when_end": date(1962, 12, 31), "undated": False, "background": True}
    found = from_claims(claim_columns(row | {"published": date(2024, 5, 2)}))
    assert found.start[0] == np.datetime64("1962-01-01")
    assert found.reported[0] == np.datetime64("2024-05-02")
    assert found.background[0]
    assert not found.exact[0]


def test_a_tie_told_as_open_holds_until_it_is_told() -> None:
    row = {"kind": "tie", "type": "enmity", "score": -6.0, "undated": False, "when_start": date(1979, 1, 1)}
    found = from_claims(claim_columns(row | {"published": date(1990, 1, 1)}))
    assert found.tie[0]
    assert found.end[0] >= np.datetime64("1990-01-01")


def test_a_rupture_of_relations_lasts_until_the_two_make_up() -> None:
    broke = {"type": "SANCTION", "mode": "discontinue", "quad": 4, "score": -6.0, "published": date(2016, 1, 3)}
    talked = {"id": "c2", "published": date(2021, 4, 9)}
    agreed = {"id": "c3", "type": "AGREE", "published": date(2023, 3, 10)}
    found = from_claims(claim_columns(broke, talked, agreed)).ties
    assert list(found.type) == ["rupture"]
    assert found.start[0] == np.datetime64("2016-01-03")
    assert found.end[0] == np.datetime64("2023-03-10")


def test_happenings_count_by_their_voices_and_not_when_denied() -> None:
    day = When(start=date(2020, 3, 1), end=date(2020, 3, 1), precision=Precision.DAY, text="on Sunday")
    found = from_happenings(
        [
            Happening(id="h1", type="AID", quad=2, score=10.0, when=day, voices=4),
            Happening(id="h2", type="AID", quad=2, score=10.0, when=day, stage=Stage.ANNOUNCED),
            Happening(id="h3", type="AID", quad=2, score=10.0, when=day, stage=Stage.DENIED),
        ]
    )
    assert list(found.id) == ["h1", "h2"]
    assert list(found.quad) == [2, 1]
    assert list(found.sources) == [4.0, 1.0]


def test_a_course_can_be_cut_to_a_time() -> None:
    found = observations({"start": [date(2019, 5, 1), date(2020, 5, 1)], "quad": [1, 1], "score": [1.0, 1.0]})
    assert len(found.within(date(2020, 1, 1), None)) == 1
    assert len(found.within(None, date(2020, 1, 1))) == 1

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from made_up_pairs import claim_columns

from detente.history.telling import claims_behind, from_claims, from_happenings
from detente.knowledge import Courses, EventKind
from detente.model import Happening, Precision, Stage, When

RULES = Courses(
    ruptures=(EventKind("SANCTION", "discontinue", "161"),),
    mended=(EventKind("AGREE"),),
    mended_after_days=30,
    talked_of={2: (1, 2.5), 4: (3, -3.5)},
)


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
        ),
        RULES,
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
    broke = {
        "type": "SANCTION",
        "mode": "discontinue",
        "cameo": "161",
        "quad": 4,
        "score": -6.0,
        "published": date(2016, 1, 3),
    }
    talked = {"id": "c2", "published": date(2021, 4, 9)}
    agreed = {"id": "c3", "type": "AGREE", "published": date(2023, 3, 10)}
    found = from_claims(claim_columns(broke, talked, agreed), RULES).ties
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
        ],
        RULES,
    )
    assert list(found.id) == ["h1", "h2"]
    assert list(found.quad) == [2, 1]
    assert list(found.sources) == [4.0, 1.0]


def test_five_reports_of_a_happening_are_one_event_with_its_voices() -> None:
    day = date(2020, 3, 1)
    rows = [
        {
            "id": f"c{n}",
            "happening": "h0",
            "voice": voice,
            "published": date(2020, 3, n),
            "type": type_,
            "by_one": n < 3,
        }
        for n, voice, type_ in ((1, "a1", "AGREE"), (2, "a1", "AGREE"), (3, "a3", "SUPPORT"), (4, "a4", "AGREE"))
    ]
    found = from_claims(claim_columns(*rows, {"id": "c9", "published": day}))
    assert sorted(map(str, found.id)) == ["c9", "h0"]
    placed = found.only(found.id == "h0")
    assert list(placed.sources) == [3.0]
    assert list(placed.claim) == ["c1"]
    assert placed.reported[0] == np.datetime64("2020-03-01")


def test_a_happening_that_is_announced_and_then_done_counts_as_done() -> None:
    deed = {"type": "AID", "quad": 2, "score": 10.0, "happening": "h0"}
    found = from_claims(claim_columns(deed | {"id": "c1", "status": "planned"}, deed | {"id": "c2"}), RULES)
    assert [(int(q), float(s)) for q, s in zip(found.quad, found.score, strict=True)] == [(2, 10.0)]


def test_a_happening_told_as_news_by_one_is_not_told_later() -> None:
    rows: list[dict[str, Any]] = [
        {"id": "c1", "happening": "h0", "background": True},
        {"id": "c2", "happening": "h0"},
    ]
    assert not from_claims(claim_columns(*rows)).background[0]


def test_the_claims_behind_a_happening() -> None:
    columns = claim_columns({"id": "c1", "happening": "h0"}, {"id": "c2"}, {"id": "c3", "happening": "h0"})
    assert claims_behind(columns, ["h0", "c2"]) == {"h0": ["c1", "c3"], "c2": ["c2"]}


def tie(n: int, first: date, last: date, **more: object) -> dict[str, Any]:
    times = {"when_start": first, "when_end": last, "undated": False}
    return {"id": f"c{n}", "kind": "tie", "type": "alliance", "score": 8.0, "quad": 0, "voice": f"a{n}"} | times | more


def test_ties_of_one_type_that_touch_are_one_period() -> None:
    columns = claim_columns(
        tie(1, date(1950, 1, 1), date(1960, 1, 1)),
        tie(2, date(1955, 1, 1), date(1957, 1, 1)),
        tie(3, date(1960, 6, 1), date(1970, 1, 1)),
        tie(4, date(1990, 1, 1), date(1991, 1, 1)),
        tie(5, date(1955, 1, 1), date(1991, 1, 1), type="rivalry", score=-4.0),
    )
    found = from_claims(columns)
    spans = [(str(t), str(a)[:4], str(b)[:4], int(s)) for t, a, b, s in
             zip(found.type, found.start, found.end, found.sources, strict=True)]  # fmt: skip
    assert spans == [
        ("alliance", "1950", "1970", 3),
        ("rivalry", "1955", "1991", 1),
        ("alliance", "1990", "1991", 1),
    ]


def test_what_ends_trade_is_no_rupture() -> None:
    cut = {"type": "SANCTION", "mode": "discontinue", "cameo": "163", "quad": 4, "score": -5.0}
    assert not from_claims(claim_columns(cut), RULES).tie.any()

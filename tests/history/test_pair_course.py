from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from made_up_pairs import FIRST, WEEKS, steady, weekly

from detente.history.calendar import By
from detente.history.course import Course, course
from detente.history.observations import Observations, observations
from detente.history.phases import Standing

LAST = date(2018, 10, 28)


def followed(observed: Observations, **options: object) -> Course:
    found = course("AAA", "BBB", observed, first=FIRST, last=LAST, by=By.WEEK, **options)  # type: ignore[arg-type]
    assert found
    return found


def test_a_turn_is_put_on_its_day() -> None:
    found = followed(weekly([1] * 20 + [14] * 10 + [12] * 13, [6] * WEEKS))
    assert [(turn.day, turn.worse) for turn in found.turns] == [(date(2018, 5, 21), True)]
    before, after = found.phases
    assert (before.end, after.start) == (date(2018, 5, 20), date(2018, 5, 21))
    assert after.turn == "worse"
    assert after.level < before.level
    assert after.standing is Standing.STRAINED or after.standing is Standing.NEUTRAL


def test_steady_news_is_one_phase() -> None:
    found = followed(steady(4))
    assert found.turns == ()
    assert [phase.standing for phase in found.phases] == [Standing.NEUTRAL]


def test_what_was_told_later_does_not_make_a_turn() -> None:
    told = weekly([1] * 20 + [14] * 23, [6] * WEEKS)
    later = Observations(
        **{n: getattr(told, n) for n in Observations.__slots__} | {"background": np.ones(len(told), dtype=bool)}
    )
    assert followed(later).turns == ()


def test_the_columns_have_a_row_for_every_stretch() -> None:
    frame = followed(steady(1)).df()
    assert len(frame) == WEEKS
    assert (frame["low"] <= frame["level"]).all()
    assert frame["verbal_conflict"].sum() == int((steady(1).quad == 3).sum())


def test_of_nothing_there_is_no_course() -> None:
    assert course("AAA", "BBB", observations({"start": [], "quad": [], "score": []})) is None
    assert course("AAA", "BBB", steady(1), first=date(2030, 1, 1)) is None


def decades(*events: tuple[int, float, int]) -> Course:
    """A course by years from years, scores and sources."""
    found = course(
        "AAA",
        "BBB",
        observations(
            {
                "start": [date(year, 6, 1) for year, _, _ in events],
                "quad": [2 if score > 0 else 4 for _, score, _ in events],
                "score": [score for _, score, _ in events],
                "sources": [sources for _, _, sources in events],
                "id": [f"c{year}" for year, _, _ in events],
            }
        ),
        by=By.YEAR,
    )
    assert found
    return found


def test_where_little_is_told_phases_follow_the_level() -> None:
    found = decades(*((year, 4.0, 3) for year in range(1990, 1994)), *((year, -7.0, 3) for year in range(1994, 2000)))
    standings = [phase.standing for phase in found.phases]
    assert standings[0] is Standing.CORDIAL
    assert standings[-1] is Standing.HOSTILE
    turned = next(phase for phase in found.phases if phase.turn == "worse")
    assert turned.start in {date(1993, 6, 1), date(1994, 6, 1), date(1995, 6, 1)}


def test_where_nothing_is_told_for_long_there_is_no_phase() -> None:
    found = decades((1950, 4.0, 2), (1951, 4.0, 2), (1990, -7.0, 2), (1991, -7.0, 2))
    assert not any(phase.start.year <= 1970 <= phase.end.year for phase in found.phases)


def test_phases_name_what_carries_them() -> None:
    found = decades(*((year, -7.0, 1) for year in range(1990, 1996)))
    assert 3 <= len(found.phases[0].carriers) <= 5
    assert set(found.phases[0].carriers) <= {f"c{year}" for year in range(1990, 1996)}


def test_one_strong_deed_makes_no_allies() -> None:
    assert decades((1990, 10.0, 1)).phases[0].standing is not Standing.ALLIED


@pytest.mark.parametrize(("type_", "standing"), [("war", Standing.AT_WAR), ("enmity", Standing.HOSTILE)])
def test_a_tie_names_a_phase(type_: str, standing: Standing) -> None:
    score = -10.0 if type_ == "war" else -6.0
    tie = observations(
        {
            "start": [date(1980, 9, 22)], "end": [date(1988, 8, 20)], "quad": [0], "score": [score], "tie": [True],
            "type": [type_], "sources": [5.0],
        }
    )  # fmt: skip
    found = course("AAA", "BBB", tie, by=By.YEAR)
    assert found
    assert standing in {phase.standing for phase in found.phases}

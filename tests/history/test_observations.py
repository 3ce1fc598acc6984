from __future__ import annotations

from datetime import date

import numpy as np

from detente.history.observations import observations


def test_a_coded_table_needs_only_days_quads_and_scores() -> None:
    found = observations({"start": [date(2020, 1, 2), date(2020, 1, 1)], "quad": [1, 4], "score": [2.0, -9.0]})
    assert list(found.quad) == [4, 1]
    assert list(found.sources) == [1.0, 1.0]
    assert not found.tie.any()


def test_what_has_no_day_or_no_score_is_left_out() -> None:
    found = observations({"start": [None, date(2020, 1, 1)], "quad": [1, 1], "score": [1.0, np.nan]})
    assert len(found) == 0


def test_a_course_can_be_cut_to_a_time() -> None:
    found = observations({"start": [date(2019, 5, 1), date(2020, 5, 1)], "quad": [1, 1], "score": [1.0, 1.0]})
    assert len(found.within(date(2020, 1, 1), None)) == 1
    assert len(found.within(None, date(2020, 1, 1))) == 1

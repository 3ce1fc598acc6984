"""Charts are saved in every form, without a browser and without the net."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from detente.charts.courses import Marked, course_chart
from detente.charts.displayed import save
from detente.charts.networks import network_chart
from detente.history.calendar import By
from detente.history.course import Course, course
from detente.history.edges import Edge
from detente.history.network import network
from detente.history.observations import observations


@pytest.fixture(scope="module", name="told")
def made_up_course() -> Course:
    days = [date(2018, 1 + n % 10, 1 + n % 28) for n in range(60)]
    quads = [4 if day.month > 5 else 1 for day in days]
    scores = [-8.0 if quad == 4 else 3.0 for quad in quads]
    later = [n % 7 == 0 for n in range(60)]
    found = course(
        "AAA", "BBB", observations({"start": days, "quad": quads, "score": scores, "background": later}), by=By.MONTH
    )
    assert found
    return found


def test_a_course_is_drawn_with_its_phases_turns_counts_and_happenings(told: Course) -> None:
    marked = [Marked(day=date(2018, 6, 3), when="2018-06-03", score=-8.0, told="assault, Arcadia → Boeotia")]
    drawn = json.dumps(course_chart(told, ("Arcadia", "Boeotia"), marked).to_dict(), default=str)
    for words in ("Arcadia and Boeotia", "material conflict", "later, as history", "assault, Arcadia", "hostile"):
        assert words in drawn, words


@pytest.mark.parametrize(
    ("ending", "first"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("json", b"{"), ("html", b"<!DOCTYPE")]
)
def test_a_chart_is_saved_by_the_end_of_its_name(told: Course, tmp_path: Path, ending: str, first: bytes) -> None:
    path = save(course_chart(told, ("Arcadia", "Boeotia")), tmp_path / f"course.{ending}")
    content = path.read_bytes().lstrip()
    assert content.startswith(first)
    if ending == "html":
        assert b"cdn.jsdelivr.net" not in content
        assert b'<script src="http' not in content


def test_another_ending_is_refused(told: Course, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"course\.doc: a chart is saved as"):
        save(course_chart(told, ("A", "B")), tmp_path / "course.doc")


def test_a_network_is_drawn_with_names_and_blocs(tmp_path: Path) -> None:
    def edge(one: str, other: str, level: float) -> Edge:
        return Edge(
            one=one, other=other, level=level, weight=4.0, cooperative=2, hostile=1, ties=("alliance",), evidence=()
        )

    found = network(date(2001, 6, 1), [edge("A", "B", 5.0), edge("B", "C", 4.0), edge("A", "X", -6.0)])
    drawn = network_chart(found, {"A": "Arcadia"})
    words = json.dumps(drawn.to_dict(), default=str)
    assert "Relations on 1 June 2001" in words
    assert "Arcadia" in words
    assert save(drawn, tmp_path / "network.svg").stat().st_size > 1000


def test_an_empty_network_is_drawn_empty(tmp_path: Path) -> None:
    assert save(network_chart(network(date(2001, 6, 1), ()), {}), tmp_path / "network.svg").exists()


def test_a_chart_for_a_dark_page_has_other_colours_and_the_same_words(told: Course) -> None:
    light, dark = (
        json.dumps(course_chart(told, ("A", "B"), theme=t).to_dict(), default=str) for t in ("light", "dark")
    )
    assert "#151b21" in dark
    assert "#151b21" not in light
    assert "material conflict" in dark
    with pytest.raises(ValueError, match="no theme"):
        course_chart(told, ("A", "B"), theme="sepia")

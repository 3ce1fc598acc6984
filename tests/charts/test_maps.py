from __future__ import annotations

import math

import pytest

from detente.charts.maps import AREAS, Gazetteer, Spot, clusters, flat, frame, outlines
from detente.knowledge import Knowledge


@pytest.fixture(scope="module")
def gazetteer(knowledge: Knowledge) -> Gazetteer:
    return Gazetteer(knowledge)


def test_every_outline_is_a_closed_ring_within_the_world() -> None:
    found = outlines()
    assert len(found.features) > 170
    rings = [r for f in found.features for piece in f["geometry"]["coordinates"] for r in piece]
    assert all(ring[0] == ring[-1] for ring in rings)
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for ring in rings for x, y in ring)


def test_outlines_go_by_the_codes_of_the_knowledge(knowledge: Knowledge) -> None:
    unknown = {feature["id"] for feature in outlines().features} - set(knowledge.entries)
    assert unknown <= {"ATF"}


def test_a_city_lies_where_it_lies(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Aleppo", "SYR", "city") == Spot((37.16, 36.2), "city")
    assert gazetteer.find("Aleppo", "SYR", "region") == Spot((37.16, 36.2), "region")
    tehran = gazetteer.find("Tehran", "IRN", "city")
    assert tehran
    assert tehran.precision == "city"
    assert math.dist(tehran.at, (51.4, 35.7)) < 0.3


def test_what_is_not_found_is_known_to_the_country_only(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Yemen", "YEM", "country") == gazetteer.of_state("YEM")
    nowhere = gazetteer.find("Smallville", "YEM", "city")
    assert nowhere
    assert nowhere.precision == "country"
    assert gazetteer.find("the Sahel", "", "region") is None


def test_states_that_are_no_more_lie_in_what_came_after(gazetteer: Gazetteer) -> None:
    assert gazetteer.of_state("SUN") == gazetteer.of_state("RUS")
    assert gazetteer.of_actor("houthis") == gazetteer.of_state("YEM")
    assert gazetteer.of_actor("nobody") is None


def test_the_projection_agrees_with_published_values() -> None:
    assert flat((0.0, 0.0)) == (0.0, 0.0)
    # half the width and half the height of the Equal Earth map of a globe of radius one
    assert flat((180.0, 0.0))[0] == pytest.approx(2.70663, abs=1e-4)
    assert flat((0.0, 90.0))[1] == pytest.approx(1.31735, abs=1e-4)


def test_a_frame_holds_its_places_and_is_never_too_close() -> None:
    places = [(51.4, 35.7), (44.2, 15.35)]
    found = frame(places)
    for x, y in map(flat, places):
        assert abs(x - found.x) < found.width / 2
        assert abs(y - found.y) < found.height / 2
    assert frame([(51.4, 35.7)]).width > 0.3
    assert frame() == frame(AREAS["world"])


def test_near_spots_are_one_mark_but_never_with_a_whole_country() -> None:
    spots = [
        Spot((51.4, 35.7), "city"),
        Spot((51.5, 35.8), "region"),
        Spot((51.4, 35.7), "country"),
        Spot((0.0, 0.0), "city"),
    ]
    found = clusters(spots, [5, 1, 3, 1], apart=0.05)
    assert [(mark.members, mark.precision) for mark in found] == [((0, 1), "region"), ((2,), "country"), ((3,), "city")]

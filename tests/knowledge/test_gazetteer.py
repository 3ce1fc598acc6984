from __future__ import annotations

from detente.knowledge.gazetteer import places, plain


def test_places_lie_where_they_lie_by_plain_names() -> None:
    assert places()["vienna", "AUT"] == (16.37, 48.21)
    assert plain("São Tomé") == "sao tome"


def test_every_place_lies_on_the_globe() -> None:
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in places().values())

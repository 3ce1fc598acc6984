from __future__ import annotations

import pytest
from hand_parsed import small_world
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.names import Names

NAMES = Names(small_world())


def found(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in NAMES.find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Iran attacked Iraq.", ["Iran", "Iraq"]),
        ("The Islamic Republic of Iran spoke.", ["Islamic Republic of Iran"]),
        ("Iranians left Iranistan.", ["Iranians"]),
        ("Neo-Iran and Iran-Iraq talks", ["Iran", "Iran", "Iraq"]),
        ("Iran's army; (Iraq)", ["Iran", "Iraq"]),
        ("iran and IRAN; iraqi and IRAQI", ["IRAN", "IRAQI"]),
        ("Türkiye met Turkiye", ["Türkiye", "Turkiye"]),
        ("Gerhard Schröder and Gerhard Schroeder", ["Gerhard Schröder", "Gerhard Schroeder"]),
        ("the Élysée Palace", ["Élysée Palace"]),
        ("the Elysee Palace", ["Elysee Palace"]),
        ("the U.S. and the US", ["U.S.", "US"]),
        ("He told us of USSRs", []),
        ("Iran1 2Iraq", []),
        ("", []),
    ],
)
def test_known_names_are_found_whole(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_hit_has_all_meanings() -> None:
    (hit,) = NAMES.find("Kohl")
    assert (hit.words, [naming.entry for naming in hit.namings]) == ("Kohl", ["person:helmut-kohl"])


@given(
    st.lists(
        st.sampled_from(["Iran", "Islamic Republic of Iran", "Türkiye", "US", "x", " ", "'s", "-", "é"]), max_size=12
    )
)
def test_hits_are_in_order_apart_and_quote_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    at = 0
    for hit in NAMES.find(text):
        assert hit.start >= at
        assert hit.end <= len(text)
        at = hit.end

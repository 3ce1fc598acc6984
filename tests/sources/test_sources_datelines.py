from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.sources.datelines import dateline_of


@pytest.mark.parametrize(
    ("opening", "words", "day", "agency"),
    [
        ("NAIROBI (Agency) - Kenya said", "NAIROBI", "", "Agency"),
        ("NAIROBI, March 3 (Reuters) — Kenya said", "NAIROBI, March 3", "March 3", "Reuters"),
        ("PARIS/LONDON — France and Britain", "PARIS/LONDON", "", ""),
        ("NAIROBI, Kenya (AP) — The talks", "NAIROBI, Kenya", "", "AP"),
        ("WASHINGTON, D.C. – The envoy", "WASHINGTON, D.C.", "", ""),
        ("BAGHDAD/ERBIL, Iraq (Reuters) - Iraq", "BAGHDAD/ERBIL, Iraq", "", "Reuters"),
        ("Tehran, March 3, IRNA – Iran's envoy", "Tehran, March 3", "March 3", "IRNA"),
        ("MOSCOW, March 3. /TASS/. Russia said", "MOSCOW, March 3", "March 3", "TASS"),
        ("Moscow. March 3. INTERFAX - Russia", "Moscow, March 3", "March 3", "Interfax"),
        ("BEIJING, March 3 (Xinhua) -- China", "BEIJING, March 3", "March 3", "Xinhua"),
        ("(Reuters) - Kenya said", "", "", "Reuters"),
        ("March 3 (Reuters) - Kenya said", "March 3", "March 3", "Reuters"),
        ("[Nairobi] Kenya says", "Nairobi", "", ""),
        ("ISLAMABAD: The government", "ISLAMABAD", "", ""),
        ("DAMASCUS, SANA- Syria said", "DAMASCUS", "", "SANA"),
        ("Nairobi — Kenya's president met him", "Nairobi", "", ""),
        ("Washington (AFP) - The envoy", "Washington", "", "AFP"),
        ("NEW DELHI, 3 March 2019 (PTI): India", "NEW DELHI, 3 March 2019", "3 March 2019", "PTI"),
        ("DAKAR (Reuters, March 3) - Senegal", "DAKAR", "March 3", "Reuters"),
        ("BOGOTÁ (Agence France-Presse) - Colombia", "BOGOTÁ", "", "AFP"),
        ("NAIROBI, 3 March 2019", "NAIROBI, 3 March 2019", "3 March 2019", ""),
    ],
)
def test_datelines(opening: str, words: str, day: str, agency: str) -> None:
    found = dateline_of(opening)
    assert (found.words, found.day, found.agency) == (words, day, agency)
    assert opening[found.length :] == opening[found.length :].lstrip()


@pytest.mark.parametrize(
    "opening",
    [
        "Iran — the country that borders Iraq — said no",
        "NATO: the alliance met",
        "NATO (Brussels) - says no",
        "Russia–Ukraine relations have been cold",
        "US - China trade talks",
        "Jane Smith (Labour) - who said",
        "Turkey and Russia signed (in March) - a deal",
        "U.S.-backed forces - they said",
        "MOSCOW and KYIV - The talks",
        "Berlin, 3 March. The chancellor said",
        "AA Batteries - the plan",
        "ANALYSIS: What the deal means",
        "On 3 March 2019 the ministers met",
        "The talks were long.",
    ],
)
def test_openings_that_are_no_datelines(opening: str) -> None:
    assert dateline_of(opening).length == 0


@given(st.text(max_size=300))
def test_any_paragraph_is_taken(text: str) -> None:
    assert 0 <= dateline_of(text).length <= len(text)

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from detente.archive import Snapshot
from detente.archive.facets import Choice, counts, page


@pytest.fixture(scope="module")
def snapshot(small_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    taken = Snapshot.take(small_archive, tmp_path_factory.mktemp("copy") / "1.duckdb")
    yield taken
    taken.close()


def test_a_facet_counts_under_what_is_chosen_in_the_others(snapshot: Snapshot) -> None:
    found = counts(snapshot, Choice(kind=("event",)))
    assert found.claims == 3
    assert dict(found.facets["kind"]) == {"event": 3, "tie": 1, "flow": 1, "project": 1}
    assert dict(found.facets["type"]) == {"CONSULT": 2, "ASSAULT": 1}
    assert dict(found.facets["issue"]) == {"diplomacy": 1}


def test_actors_narrow_one_another(snapshot: Snapshot) -> None:
    found = counts(snapshot, Choice(actor=("IRN", "SYR")))
    assert found.claims == 2
    assert dict(found.facets["actor"]) == {"IRN": 2, "SYR": 2}
    assert dict(found.facets["kind"]) == {"tie": 1, "flow": 1}


def test_what_is_chosen_is_listed_even_if_nothing_has_it(snapshot: Snapshot) -> None:
    found = counts(snapshot, Choice(kind=("tie",), speaker=("nobody",)))
    assert found.claims == 0
    assert ("nobody", 0) in found.facets["speaker"]


def test_days_bound_claims_and_years_are_counted_without_them(snapshot: Snapshot) -> None:
    found = counts(snapshot, Choice(since=date(2016, 6, 1), until=date(2016, 6, 30)))
    assert found.claims == 3
    assert found.years == ((2016, 6),)


def test_pages_go_by_time_and_do_not_overlap(snapshot: Snapshot) -> None:
    everything = page(snapshot, Choice(), limit=10)
    assert len(set(everything)) == 6
    assert page(snapshot, Choice(), limit=4) + page(snapshot, Choice(), limit=4, offset=4) == everything
    first = snapshot.claims_of(page(snapshot, Choice(), earliest=True, limit=1))
    assert first[0].claim.when.start == date(2016, 5, 15)


def test_values_are_values_and_no_part_of_the_query(snapshot: Snapshot) -> None:
    assert page(snapshot, Choice(outlet=("' OR 1=1 --",)), limit=10) == []
    assert counts(snapshot, Choice(actor=("x') --",))).claims == 0

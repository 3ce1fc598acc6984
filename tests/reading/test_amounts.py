from __future__ import annotations

import pytest

from detente.reading.amounts import Sort, amounts


@pytest.mark.parametrize(
    ("text", "sort", "said"),
    [
        ("a dam of about $4.8 billion on the border", Sort.MONEY, "about $4.8 billion"),
        ("a loan of 500 million euros", Sort.MONEY, "500 million euros"),
        ("hundreds of millions of dollars a year", Sort.MONEY, "hundreds of millions of dollars a year"),
        ("a plant of 1,200 megawatts", Sort.CAPACITY, "1,200 megawatts"),
        ("pumps 200,000 barrels a day", Sort.CAPACITY, "200,000 barrels a day"),
        ("it carries 50 million cubic metres of gas a day", Sort.CAPACITY, "50 million cubic metres of gas a day"),
        ("a 215-km pipeline", Sort.LENGTH, "215-km"),
        ("some 15,000 troops", Sort.QUANTITY, "some 15,000 troops"),
        ("thousands of rifles", Sort.QUANTITY, "thousands of rifles"),
        ("nearly all its fuel", Sort.SHARE, "nearly all"),
        ("40 percent of its grain", Sort.SHARE, "40 percent"),
    ],
)
def test_an_amount_is_found_with_its_sort(text: str, sort: Sort, said: str) -> None:
    assert [(a.sort, a.text) for a in amounts(text)] == [(sort, said)]


@pytest.mark.parametrize("text", ["in 1998", "on May 3", "no number at all", "the two sides"])
def test_years_and_days_are_no_amounts(text: str) -> None:
    assert amounts(text) == []


def test_amounts_do_not_overlap() -> None:
    found = amounts("a $2 billion, 300-mile line for 10 million tonnes a year")
    assert [a.sort for a in found] == [Sort.MONEY, Sort.LENGTH, Sort.CAPACITY]
    assert all(first.end <= later.start for first, later in zip(found, found[1:], strict=False))

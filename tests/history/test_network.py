from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from made_up_pairs import claim_columns

from detente.history.network import Network, edges_on, network
from detente.history.triads import balance_on, third_parties

DAY = date(2020, 6, 1)


def links(*pairs: tuple[str, str, float, str]) -> dict[str, Any]:
    """Columns of one event each: the two, the score, and the day."""
    rows = [
        {
            "id": f"c{n}",
            "type": f"T{n}",
            "score": score,
            "quad": 2 if score > 0 else 4,
            "published": date.fromisoformat(day),
        }
        for n, (_, _, score, day) in enumerate(pairs)
    ]
    columns = claim_columns(*rows)
    columns["one"] = np.array([one for one, _, _, _ in pairs], dtype=object)
    columns["other"] = np.array([other for _, other, _, _ in pairs], dtype=object)
    return columns


def camps() -> Network:
    """Two camps at odds, and one who stands well with both."""
    well = [("A", "B"), ("B", "C"), ("A", "C"), ("X", "Y"), ("Y", "Z"), ("X", "Z"), ("A", "N"), ("N", "X")]
    ill = [("A", "X"), ("B", "Y"), ("C", "Z")]
    told = [(one, other, 8.0, "2020-05-01") for one, other in well for _ in range(3)]
    told += [(one, other, -9.0, "2020-05-01") for one, other in ill for _ in range(3)]
    return network(DAY, edges_on(links(*told), DAY))


def test_an_old_event_counts_for_less() -> None:
    fresh, old = (edges_on(links(("A", "B", 8.0, day)), DAY)[0] for day in ("2020-05-30", "2018-05-30"))
    assert fresh.weight > 3 * old.weight
    assert fresh.level > old.level


def test_what_comes_after_the_day_or_long_before_does_not_count() -> None:
    assert edges_on(links(("A", "B", 8.0, "2020-06-02")), DAY) == ()
    assert edges_on(links(("A", "B", 8.0, "2010-06-02")), DAY) == ()


def test_pairs_are_told_apart_and_carry_their_evidence() -> None:
    found = edges_on(links(("A", "B", 8.0, "2020-05-01"), ("A", "C", -8.0, "2020-05-01")), DAY)
    assert {(e.one, e.other, e.sign, e.evidence) for e in found} == {("A", "B", 1, ("c0",)), ("A", "C", -1, ("c1",))}


def test_blocs_are_who_stand_well_with_one_another() -> None:
    found = [set(bloc) for bloc in camps().blocs]
    assert any({"A", "B", "C"} <= bloc and not bloc & {"X", "Y", "Z"} for bloc in found)
    assert any({"X", "Y", "Z"} <= bloc for bloc in found)


def test_who_lies_between_the_camps_is_central() -> None:
    central = camps().central()
    assert central[0].actor in {"N", "A", "X"}
    assert next(c for c in central if c.actor == "A").adversaries == 1


def test_a_graph_has_everything_that_other_programs_want() -> None:
    graph = camps().graph({"A": "Arcadia"})
    assert graph.nodes["A"]["label"] == "Arcadia"
    assert graph.edges["A", "X"]["sign"] == -1
    assert graph.edges["A", "B"]["cooperative"] == 3


def test_third_parties_are_told_by_their_signs() -> None:
    found = third_parties("A", "X", camps())
    assert [third.actor for third in found.shared_friends] == ["N"]
    told = third_parties("A", "B", camps())
    assert [third.actor for third in told.shared_friends] == ["C"]


def test_what_would_come_under_strain_names_friend_and_adversary_with_evidence() -> None:
    pairs = [("A", "C", 8.0, "2020-05-01")] * 3 + [("B", "C", -9.0, "2020-05-01")] * 3
    found = third_parties("A", "B", network(DAY, edges_on(links(*sorted(pairs)), DAY)))
    (strain,) = found.strains
    assert (strain.actor, strain.partner, strain.third) == ("A", "B", "C")
    assert strain.friendly.evidence
    assert strain.hostile.evidence


def test_balance_counts_triads_with_three_signs() -> None:
    edges = camps().edges
    assert balance_on("A", "B", DAY, edges).balanced == balance_on("A", "B", DAY, edges).triads == 1
    unbalanced = balance_on("A", "X", DAY, edges)
    assert (unbalanced.balanced, unbalanced.triads) == (0, 1)


def test_nothing_makes_an_empty_network() -> None:
    found = network(DAY, ())
    assert (found.edges, found.blocs, found.central()) == ((), (), [])

"""Where reports part: always both quotes, never a mean."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from history_samples import RULES, on, told

from detente.history.differences import Telling, differences, order_differences, text_differences
from detente.history.happenings import happening
from detente.history.mentions import Mention
from detente.model import Difference, Status


def found(mentions: Sequence[Mention], texts: dict[str, str] | None = None) -> list[Difference]:
    voice = {m.claim.article: m.claim.article for m in mentions}
    return differences(happening(mentions, [], voice), mentions, texts or {}, voice, RULES)


def attack(article: str, text: str, **values: object) -> Mention:
    return told(article=article, type="ASSAULT", text=text, **values)  # type: ignore[arg-type]


def test_figures_of_one_thing() -> None:
    one, two = attack("a1", "The raid killed 12 people."), attack("a2", "The raid killed 19 people in a market.")
    (difference,) = found([one, two])
    assert (difference.what, difference.values) == ("figure", ("12 (killed)", "19 (killed)"))
    assert difference.quotes == (one.claim.sentence.text, two.claim.sentence.text)
    assert (difference.left, difference.right) == (one.id, two.id)


def test_figures_that_agree_are_no_difference() -> None:
    assert found([attack("a1", "It killed at least 12 people."), attack("a2", "It killed 14 people.")]) == []


@pytest.mark.parametrize(
    ("later", "turn"),
    [
        ("The number rose to 19 people killed.", "update"),
        ("In a correction the army said that 3 people were killed.", "correction"),
        ("A raid killed 19 people.", ""),
    ],
)
def test_what_a_later_figure_is(later: str, turn: str) -> None:
    first = attack("a1", "The raid killed 12 people.")
    assert found([first, attack("a2", later, published="2021-03-08")])[0].turn == turn


def test_dates() -> None:
    (difference,) = found([told(when=on("2021-03-04")), told(article="a2", when=on("2021-03-05"))])
    assert (difference.what, difference.values) == ("date", ("2021-03-04", "2021-03-05"))


def test_parties() -> None:
    (difference,) = found([told(target="DZA"), told(article="a2", target="DZA TUN")])
    assert (difference.what, difference.values) == ("party", ("DZA", "DZA, TUN"))


def test_a_later_denial_is_linked_to_what_it_denies() -> None:
    done = told()
    denial = told(article="a2", published="2021-03-08", status=Status.NEGATED)
    (difference,) = found([done, denial])
    assert (difference.what, difference.turn) == ("certainty", "denial")
    assert (difference.left, difference.right) == (done.id, denial.id)


def test_a_plan_that_is_carried_out_is_no_difference() -> None:
    assert found([told(published="2021-03-01", status=Status.PLANNED), told(article="a2")]) == []


def test_what_only_a_party_says_is_less_certain() -> None:
    (difference,) = found([told(), told(article="a2", speaker="FRA")])
    assert (difference.what, difference.values) == ("certainty", ("told as a fact", "according to FRA"))


def test_silence_on_the_dead() -> None:
    one, two = attack("a1", "The raid killed 12 people."), attack("a2", "The army raided the market at dawn.")
    (difference,) = found([one, two], {"a1": one.claim.sentence.text, "a2": two.claim.sentence.text})
    assert (difference.what, difference.values) == ("silence", ("12 (killed)", "no figure of killed"))
    assert difference.quotes[1] == two.claim.sentence.text


def test_no_silence_where_another_sentence_tells_it() -> None:
    one, two = attack("a1", "The raid killed 12 people."), attack("a2", "The army raided the market at dawn.")
    text = "The army raided the market at dawn. About 12 people were killed."
    assert found([one, two], {"a1": one.claim.sentence.text, "a2": text}) == []


def test_the_order_in_which_two_deeds_are_put() -> None:
    groups: dict[str, list[Mention]] = {"hx": [], "hy": []}
    for article, word in (("a1", "after"), ("a2", "before")):
        text = f"France shelled the port {word} Algeria closed the strait."
        groups["hx"].append(told(article=article, type="ASSAULT", text=text, trigger="shelled"))
        start = text.index("Algeria")
        groups["hy"].append(told(article=article, type="SANCTION", text=text, trigger="closed", start=start))
    happenings = {id_: happening(group, [], {}) for id_, group in groups.items()}
    (difference,) = order_differences(happenings, groups)
    assert difference.what == "order"
    assert set(difference.quotes) == {m.claim.sentence.text for m in groups["hx"]}


def test_figures_anywhere_in_two_articles_on_one_matter() -> None:
    left = Telling("c1", "h1", "It rained. Venezuela owes exporters about $800 million, their association says.")
    right = Telling("c2", "h1", "Venezuela owes the exporters some $600 million. A bridge was built for $5 million.")
    (difference,) = text_differences(left, right, RULES)
    assert difference.values == ("about $800 million (dollars)", "some $600 million (dollars)")
    assert difference.quotes[0].startswith("Venezuela owes exporters")

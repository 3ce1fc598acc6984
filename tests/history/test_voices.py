"""Ten reprints are one voice."""

from __future__ import annotations

from detente.history.voices import Report, voices
from detente.model import Passage, Reuse, Span


def report(article: str, outlet: str = "", agency: str = "", spans: tuple[tuple[int, int], ...] = ()) -> Report:
    return Report(article, outlet or article, agency, spans)


def copied(left: str, right: str, end: int = 100) -> Reuse:
    passages = [Passage(article=a, span=Span(start=0, end=end, text="x" * end)) for a in (left, right)]
    return Reuse(left=passages[0], right=passages[1], similarity=1.0, manner="verbatim")


def number(reports: list[Report], reuses: list[Reuse] | None = None) -> int:
    return len(set(voices(reports, reuses or []).values()))


def test_one_agency_is_one_voice() -> None:
    assert number([report("a1", agency="Coast Wire"), report("a2", agency="coast wire"), report("a3")]) == 2


def test_the_agencys_own_page_is_the_same_voice() -> None:
    assert number([report("a1", outlet="Coast Wire"), report("a2", agency="Coast Wire")]) == 1


def test_copies_chain() -> None:
    assert number([report(f"a{n}") for n in range(4)], [copied("a0", "a1"), copied("a1", "a2")]) == 2


def test_only_copying_of_the_matter_counts() -> None:
    elsewhere = report("a2", spans=((700, 800),))
    assert number([report("a1", spans=((500, 600),)), elsewhere], [copied("a1", "a2")]) == 2
    assert number([report("a1", spans=((50, 60),)), elsewhere], [copied("a1", "a2")]) == 1


def test_a_phrase_makes_no_copy() -> None:
    assert number([report("a1"), report("a2")], [copied("a1", "a2", end=20)]) == 2

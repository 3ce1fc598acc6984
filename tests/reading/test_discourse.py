from __future__ import annotations

from hand_parsed import parsed, place

from detente.model import Party
from detente.reading.discourse import REACH, Discourse
from detente.reading.reference import pronoun, salient_state


def state(code: str, at: int = 0) -> Party:
    return Party(text=code, start=at, end=at + 3, code=code, country=code, name=code)


def group(code: str, country: str) -> Party:
    return Party(text=code, start=0, end=len(code), code=code, country=country, name=code)


def remembering(*mentions: tuple[int, Party | None, bool]) -> Discourse:
    discourse = Discourse(None)
    for sentence, party, subject in mentions:
        discourse.sentence = sentence
        discourse.remember(party, subject=subject, plural=False, person=False)
    return discourse


def test_the_nearest_sentence_comes_first_then_subjects() -> None:
    discourse = remembering((1, state("FRA"), True), (2, state("IRN"), False), (2, state("IRQ"), True))
    assert [m.party and m.party.code for m in discourse.recent()] == ["IRQ", "IRN", "FRA"]


def test_what_is_out_of_reach_is_forgotten() -> None:
    discourse = remembering((1, state("FRA"), True))
    discourse.sentence = 1 + REACH
    assert len(discourse.recent()) == 1
    discourse.sentence += 1
    assert discourse.recent() == []


def test_the_first_introduction_stays() -> None:
    discourse = Discourse(None)
    discourse.introduce("Rocher", state("FRA"))
    discourse.introduce("Rocher", state("DEU"))
    assert discourse.introduced["Rocher"].code == "FRA"


def test_the_pair_is_the_two_states_named_most() -> None:
    discourse = remembering((1, state("FRA"), True), (1, state("DEU"), False), (2, state("FRA"), True))
    assert [party.code for party in discourse.pair()] == ["FRA", "DEU"]


def test_three_states_named_alike_make_no_pair() -> None:
    named = [(1, state(code), False) for code in ("FRA", "DEU", "TUR")]
    assert remembering(*named).pair() == ()
    assert [p.code for p in remembering(*named, (2, state("TUR"), True), (2, state("DEU"), True)).pair()] == [
        "DEU",
        "TUR",
    ]


def test_groups_make_no_pair() -> None:
    assert remembering((1, group("taliban", "AFG"), True), (1, state("FRA"), False)).pair() == ()


def test_an_unowned_body_belongs_to_the_state_named_last() -> None:
    discourse = remembering((1, state("FRA"), True), (2, group("hezbollah", "LBN"), True))
    found = salient_state(discourse)
    assert found is not None
    assert found.code == "FRA"
    assert salient_state(Discourse(None)) is None


def test_a_pronoun_means_what_was_named_before_it() -> None:
    tokens = parsed("Israel, which attacked Syria, denied it.")
    it = place(tokens, "it")
    found = pronoun(tokens, it, remembering((0, state("SYR", at=23), False)), acts=False)
    assert found is not None
    assert (found.code, found.text, found.start) == ("SYR", "it", tokens.starts[it])
    assert pronoun(tokens, it, Discourse(None), acts=False) is None


def test_it_is_no_person_and_not_many() -> None:
    tokens = parsed("Israel, which attacked Syria, denied it.")
    discourse = Discourse(None)
    discourse.remember(state("FRA"), subject=True, plural=True, person=False)
    discourse.remember(state("DEU"), subject=True, plural=False, person=True)
    assert pronoun(tokens, place(tokens, "it"), discourse, acts=False) is None


def test_an_unknown_thing_named_nearer_leaves_it_open() -> None:
    """What "it" means stays open, unless only an actor can be meant, as where it speaks."""
    tokens = parsed("Israel, which attacked Syria, denied it.")
    it = place(tokens, "it")
    discourse = remembering((0, state("SYR"), False), (1, None, True))
    assert pronoun(tokens, it, discourse, acts=False) is None
    found = pronoun(tokens, it, discourse, acts=True)
    assert found is not None
    assert found.code == "SYR"

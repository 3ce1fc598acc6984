from __future__ import annotations

from detente.reading.repair import phrases_whole, repaired
from detente.reading.tokens import Row


def rows(*words: str) -> list[Row]:
    """Rows written as word/tag/dep/head, the lemma being the word in small letters."""
    found = []
    for word in words:
        text, tag, dep, head = word.split("/")
        found.append(Row(text, text.lower(), tag, dep, int(head), 0))
    return found


def test_the_nearer_of_two_subjects_is_the_subject() -> None:
    mended = repaired(rows("LUSAKA/NNP/nsubj/3", "-/HYPH/punct/0", "Zambia/NNP/nsubj/3", "blamed/VBD/ROOT/3"))
    assert [row.dep for row in mended] == ["dep", "punct", "nsubj", "ROOT"]


def test_a_participle_under_a_lonely_noun_is_the_verb() -> None:
    mended = repaired(
        rows("minister/NN/ROOT/0", "deplored/VBN/acl/0", "on/IN/prep/1", "Friday/NNP/pobj/2", "raid/NN/appos/0")
    )
    assert (mended[0].dep, mended[0].head) == ("nsubj", 1)
    assert (mended[1].dep, mended[1].tag, mended[1].head) == ("ROOT", "VBD", 1)
    assert (mended[4].dep, mended[4].head) == ("dobj", 1)


def test_a_participle_with_its_doer_stays_one() -> None:
    parsed = rows("minister/NN/ROOT/0", "deplored/VBN/acl/0", "by/IN/agent/1", "Paris/NNP/pobj/2")
    assert repaired(list(parsed)) == parsed


def test_the_receiver_of_two_objects_is_no_subject() -> None:
    mended = repaired(rows("Paris/NNP/nsubj/1", "gave/VBD/ROOT/1", "Chad/NNP/nsubj/3", "permission/NN/dobj/1"))
    assert (mended[2].dep, mended[2].head) == ("dative", 1)


def test_a_phrasal_verb_keeps_its_object() -> None:
    mended = repaired(
        rows("Rebels/NNS/nsubj/1", "handed/VBD/ROOT/1", "over/RP/prt/1", "pilot/NN/nsubj/4", "captured/VBD/ccomp/1")
    )
    assert (mended[3].dep, mended[3].head) == ("dobj", 1)
    assert (mended[4].dep, mended[4].head, mended[4].tag) == ("acl", 3, "VBN")


def test_a_phrase_known_to_be_one_hangs_together() -> None:
    parsed = rows(
        "jailed/VBD/ROOT/0", "eleven/CD/nummod/2", "workers/NNS/dobj/0", "from/IN/prep/0", "Mahalla/NNP/pobj/3"
    )
    mended = phrases_whole(parsed, [(1, 4)])
    assert (mended[3].head, mended[3].dep) == (2, "prep")
    assert mended[2].head == 0


def test_a_phrase_without_a_noun_as_its_head_gets_one() -> None:
    mended = phrases_whole(rows("sounding/VBG/ROOT/0", "the/DT/det/2", "heads/VBZ/ccomp/0"), [(1, 2)])
    assert (mended[2].tag, mended[2].dep) == ("NNS", "dobj")


def test_no_circle_comes_of_words_that_hang_on_the_phrase() -> None:
    parsed = rows("adrift/JJ/ROOT/0", "crew/NN/nsubj/3", "was/VBD/aux/3", "saved/VBN/conj/0", "sea/NN/pobj/1")
    mended = phrases_whole(parsed, [(0, 1)])
    for i in range(len(mended)):
        seen, at = set(), i
        while mended[at].head != at:
            assert at not in seen
            seen.add(at)
            at = mended[at].head

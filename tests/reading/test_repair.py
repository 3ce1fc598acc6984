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


def test_a_subject_behind_a_phrase_is_no_part_of_it() -> None:
    mended = repaired(
        rows(
            "In/IN/prep/4", "Lomé/NNP/pobj/0", ",/,/punct/1", "envoys/NNS/appos/1", "met/VBD/ROOT/4",
            "rebels/NNS/dobj/4",
        )
    )  # fmt: skip
    assert (mended[3].head, mended[3].dep) == (4, "nsubj")


def test_what_is_told_beside_a_subject_does_not_take_it() -> None:
    mended = repaired(
        rows(
            "Juba/NNP/nsubj/2", ",/,/punct/2", "wary/JJ/advcl/4", ",/,/punct/4", "refused/VBD/ROOT/4",
            "talks/NNS/dobj/4",
        )
    )  # fmt: skip
    assert (mended[0].head, mended[0].dep) == (4, "nsubj")
    assert (mended[2].head, mended[2].dep) == (0, "acl")


def test_a_description_after_a_comma_is_no_second_subject() -> None:
    mended = repaired(
        rows(
            "The/DT/det/1", "fate/NN/nsubj/8", "of/IN/prep/1", "both/DT/pobj/2", ",/,/punct/1", "children/NNS/nsubj/8",
            "abducted/VBN/acl/5", ",/,/punct/8", "is/VBZ/ROOT/8", "unknown/JJ/acomp/8",
        )
    )  # fmt: skip
    assert (mended[1].head, mended[1].dep) == (8, "nsubj")
    assert (mended[5].head, mended[5].dep) == (1, "appos")


def test_a_past_between_two_names_is_the_verb() -> None:
    parsed = [
        row._replace(start=start)
        for row, start in zip(
            rows("Accra/NNP/ROOT/0", "armed/JJ/amod/2", "Lomé/NNP/appos/0", "././punct/0"), (0, 6, 12, 16), strict=True
        )
    ]
    mended = repaired(parsed, [(0, 5), (12, 16)])
    assert [(row.head, row.dep) for row in mended] == [(1, "nsubj"), (1, "ROOT"), (1, "dobj"), (1, "punct")]
    assert (mended[1].tag, mended[1].lemma) == ("VBD", "")


def test_a_preposition_of_three_words_leads_to_no_partner() -> None:
    mended = repaired(
        rows("Ankara/NNP/nsubj/1", "acted/VBD/ROOT/1", "in/IN/prep/1", "solidarity/NN/pobj/2",
            "with/IN/prep/1", "Baku/NNP/pobj/4")
    )  # fmt: skip
    assert mended[4].head == 3

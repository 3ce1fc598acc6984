from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from detente.evaluating.gold import Gold, GoldEvent, read_gold
from detente.evaluating.parties import PartyGiven, marked_in, parties_given
from detente.knowledge import Knowledge

TEXT = "Peru sent wheat to Haiti on Monday."


def gold_of(knowledge: Knowledge, folder: Path, *records: object) -> Gold:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return read_gold(path, knowledge)


@pytest.mark.parametrize(
    ("fields", "root"),
    [
        ({"root": "AID"}, "AID"),
        ({"label": "aid"}, "AID"),
        ({"gold_root": "YIELD"}, "YIELD"),
        ({"type": "FIGHT"}, "ASSAULT"),
        ({"cameo": "0712"}, "AID"),
        ({"root": "NONE"}, ""),
        ({"root": None, "cameo": "071"}, ""),
    ],
)
def test_marked_sentences(knowledge: Knowledge, tmp_path: Path, fields: dict[str, str], root: str) -> None:
    gold = gold_of(knowledge, tmp_path, {"id": "p1", "marked": "<s>Peru</s> sent wheat to <t>Haiti</t>.", **fields})
    (pair,) = gold.pairs
    assert (pair.ref, pair.root, pair.marked.text) == ("p1", root, "Peru sent wheat to Haiti.")
    assert (gold.sentences, gold.bad) == ([], [])


def test_sentences_with_a_list_of_events(knowledge: Knowledge, tmp_path: Path) -> None:
    events = [
        {"source": "PERGOV", "target": "HTI", "cameo": "073"},
        {"source": "PER", "target": "IGOUNO", "root": "CONSULT"},
        {"source": "PER", "target": "HTI", "cameo": "010"},
    ]
    gold = gold_of(knowledge, tmp_path, {"text": TEXT, "date": "2024-03-04", "events": events})
    (sentence,) = gold.sentences
    assert sentence.published == date(2024, 3, 4)
    assert sentence.events == (GoldEvent("AID", "PER", "HTI"), GoldEvent("CONSULT", "PER", "IGO"))
    assert sentence.where.endswith("gold.jsonl, line 1")


@pytest.mark.parametrize("record", [{"events": []}, {"has_event": False}, {"has_event": "false"}])
def test_sentences_without_events(knowledge: Knowledge, tmp_path: Path, record: dict[str, object]) -> None:
    gold = gold_of(knowledge, tmp_path, {"text": TEXT, **record})
    assert [sentence.events for sentence in gold.sentences] == [()]


def test_plover_events_of_one_sentence_are_one_sentence(knowledge: Knowledge, tmp_path: Path) -> None:
    def event(root: str, source: str, *targets: str) -> dict[str, object]:
        recipients = [{"code": t, "entity_text": "somebody"} for t in targets]
        return {
            "id": root, "date": "2024-03-04", "text": TEXT, "event": root, "recipient": recipients,
            "actor": [{"code": source, "sector": "GOV"}],
        }  # fmt: skip

    gold = gold_of(knowledge, tmp_path, event("AID", "PER", "HTI", "CUB"), event("CONSULT", "PER", "HTI"))
    (sentence,) = gold.sentences
    assert sentence.ref == "AID"
    assert [(e.root, e.target) for e in sentence.events] == [("AID", "HTI"), ("AID", "CUB"), ("CONSULT", "HTI")]


def test_parties_in_words_of_the_sentence_make_a_pair(knowledge: Knowledge, tmp_path: Path) -> None:
    record = {"text": TEXT, "actor": [{"entity_text": "Peru"}], "recipient": [{"entity_text": "Haiti"}], "event": "AID"}
    (pair,) = gold_of(knowledge, tmp_path, record).pairs
    assert pair.marked.spans == (("s", 0, 4), ("t", 19, 24))


def test_names_that_are_not_in_the_sentence_are_countries(knowledge: Knowledge, tmp_path: Path) -> None:
    record = {"text": "Lima sent wheat.", "source": "Peru", "target": "Haiti", "root": "AID"}
    (sentence,) = gold_of(knowledge, tmp_path, record).sentences
    assert sentence.events == (GoldEvent("AID", "PER", "HTI"),)


def test_a_table(knowledge: Knowledge, tmp_path: Path) -> None:
    path = tmp_path / "gold.csv"
    lines = ["text,source,target,cameo", f"{TEXT},PER,HTI,073", f"{TEXT},PER,HTI,42", "Peru left.,PER,,Z"]
    path.write_text("\n".join(lines), "utf-8")
    gold = read_gold(path, knowledge)
    assert [e.root for s in gold.sentences for e in s.events] == ["AID", "CONSULT"]
    assert [(bad.where, bad.reason) for bad in gold.bad] == [(f"{path}, line 4", "no root is called 'Z'")]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"root": "AID"}, "needs the sentence"),
        ({"marked": "Peru left.", "root": "RETREAT"}, "no party is marked"),
        ({"marked": "<s>Peru</s> left."}, "has no root"),
        ({"text": TEXT, "events": [{"source": "PER", "target": "HTI"}]}, "has no root"),
        ({"text": TEXT, "events": [{"root": "AID"}]}, "neither source nor target"),
        ({"text": TEXT, "events": ["AID"]}, "list of events"),
        ({"text": TEXT, "source": "Ruritania", "target": "HTI", "root": "AID"}, "no country is called 'Ruritania'"),
        ([1], "no record"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(
    knowledge: Knowledge, tmp_path: Path, record: object, reason: str
) -> None:
    good = {"marked": "<s>Peru</s> left.", "root": "RETREAT"}
    gold = gold_of(knowledge, tmp_path, record, good)
    assert [pair.root for pair in gold.pairs] == ["RETREAT"]
    (bad,) = gold.bad
    assert bad.where.endswith("gold.jsonl, line 1")
    assert reason in bad.reason


def test_gold_tells_whether_it_joins_concede_and_retreat(knowledge: Knowledge, tmp_path: Path) -> None:
    def uses(root: str) -> bool:
        return gold_of(knowledge, tmp_path, {"marked": "<s>Peru</s> left.", "root": root}).uses_yield

    assert (uses("YIELD"), uses("RETREAT")) == (True, False)


# -- parties ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "parties"),
    [
        ({"source": "USAGOV"}, [PartyGiven(code="USAGOV")]),
        ({"source": "the army"}, [PartyGiven(words="the army")]),
        ({"source": None, "source_text": "the army"}, [PartyGiven(words="the army")]),
        ({"source_code": "USA", "source": "Washington"}, [PartyGiven(code="USA")]),
        ({"actor": [{"code": "USA"}, {"raw_text": "rebels"}]}, [PartyGiven(code="USA"), PartyGiven(words="rebels")]),
        ({"actor": {"code": "", "entity_text": ""}}, []),
        ({"target": "USA"}, []),
    ],
)
def test_parties_are_given_in_several_ways(values: dict[str, object], parties: list[PartyGiven]) -> None:
    assert parties_given(values, "source") == parties


@pytest.mark.parametrize(
    ("text", "source", "target", "spans"),
    [
        ("Iraqi men met Iraq's king.", "Iraqi men", "Iraq", (("s", 0, 9), ("t", 14, 18))),
        ("Iraq met Iran.", "Iran", "Iraq", (("s", 9, 13), ("t", 0, 4))),
        ("Iraq met Iran.", "Iran", "Cuba", None),
        ("Iraq met Iran.", "Iraq", "Iraq", None),
    ],
)
def test_words_are_marked_where_they_do_not_overlap(
    text: str, source: str, target: str, spans: tuple[tuple[str, int, int], ...] | None
) -> None:
    marked = marked_in(text, source, target)
    assert (marked.spans if marked else None) == spans

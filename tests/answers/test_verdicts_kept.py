"""Verdicts are kept for the same sentence, claim and rules, and for no others."""

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, cast

import pytest

from detente.answers.verdicts_kept import KeptVerdicts
from detente.answers.verifying import Verdict, Verifier
from detente.knowledge import Knowledge
from detente.model import Article
from detente.reading.read import Reader


def test_what_was_found_is_found_again(tmp_path: Path) -> None:
    found = {("Egypt attacked Jordan.", "c1"): (), ("Egypt left.", "c2"): ("parties", "time")}
    KeptVerdicts("rules", tmp_path).put(found)
    again = KeptVerdicts("rules", tmp_path)
    assert {asked: again.get(*asked) for asked in found} == found


def test_another_sentence_claim_or_rules_is_read_anew(tmp_path: Path) -> None:
    KeptVerdicts("rules", tmp_path).put({("Egypt left.", "c1"): ()})
    assert KeptVerdicts("rules", tmp_path).get("Egypt left.", "c2") is None
    assert KeptVerdicts("rules", tmp_path).get("Egypt stayed.", "c1") is None
    assert KeptVerdicts("others", tmp_path).get("Egypt left.", "c1") is None


def test_a_damaged_file_is_begun_anew(tmp_path: Path) -> None:
    KeptVerdicts("rules", tmp_path).put({("Egypt left.", "c1"): ()})
    (file,) = tmp_path.iterdir()
    file.write_text("{", encoding="utf-8")
    assert KeptVerdicts("rules", tmp_path).get("Egypt left.", "c1") is None


class NoReader:
    """Stands for a reader that must not be asked."""

    def read_batch(self, articles: Sequence[Article]) -> NoReturn:
        raise AssertionError("what is kept was read again")


@pytest.mark.model
def test_kept_verdicts_are_used_without_the_reader(tmp_path: Path, knowledge: Knowledge, reader: Reader) -> None:
    claim = reader.read(Article(text="Egypt attacked Jordan.")).claims[0]
    kept = KeptVerdicts("rules", tmp_path)
    kept.put({("Egypt attacked Jordan.", claim.id): (), ("Egypt left.", claim.id): ("type",)})
    verifier = Verifier(knowledge, cast(Reader, NoReader()), kept)
    found = verifier.verdicts(["Egypt attacked Jordan.", "Egypt left."], [claim, claim])
    assert found == [Verdict(), Verdict(("type",))]

"""Verdicts are kept for the same sentence, claim and rules, and for no others."""

from pathlib import Path

from detente.answers.verdicts_kept import KeptVerdicts


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

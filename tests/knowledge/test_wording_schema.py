import shutil
from pathlib import Path

import pytest
from pydantic import ValidationError

from detente.knowledge import check
from detente.knowledge.digest import digest_of
from detente.knowledge.load import DATA
from detente.knowledge.wording_schema import BriefFile, Framed

SOUND = {
    "kind": "tie",
    "type": "war",
    "frames": {"default": ["S fight T"]},
    "says": {"default": "Egypt fought Jordan."},
}


def test_a_sound_frame() -> None:
    assert Framed.model_validate(SOUND).frames == {"default": ("S fight T",)}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"frames": {"mode": ["S fight T"]}, "says": {"mode": "x"}}, "needs a default frame"),
        ({"says": {}}, "must have a sentence for each key"),
        ({"frames": {"default": ["fight T"]}}, "not a frame"),
        ({"frames": {"default": ["S Fought T"]}}, "not a frame"),
        ({"colour": "red"}, "Extra inputs"),
    ],
)
def test_mistakes_are_named(change: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        Framed.model_validate(SOUND | change)


def test_each_question_is_printed() -> None:
    question = {"id": "now", "asks": "Why now?"}
    whole = {
        "questions": [question], "printed": [], "kinds": {}, "statuses": {}, "same_report": [], "both_again": [],
        "nothing": ".",
    }  # fmt: skip
    with pytest.raises(ValidationError, match="name each question once"):
        BriefFile.model_validate(whole)


def test_frames_of_no_type_are_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "wording").mkdir()
    (tmp_path / "wording" / "mine.yml").write_text(
        "- {kind: tie, type: kinship, frames: {default: [S fight T]}, says: {default: Egypt fought Jordan.}}\n", "utf-8"
    )
    assert any("no tie has the type kinship" in mistake for mistake in check([tmp_path]))


def test_wording_is_no_part_of_the_rules_of_reading(tmp_path: Path) -> None:
    shutil.copytree(DATA / "wording", tmp_path / "wording")
    before = digest_of([tmp_path], wording=False), digest_of([tmp_path])
    (tmp_path / "wording" / "brief.yml").write_text("nothing: at all\n", "utf-8")
    after = digest_of([tmp_path], wording=False), digest_of([tmp_path])
    assert before[0] == after[0]
    assert before[1] != after[1]

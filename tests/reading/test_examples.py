"""Every example of the knowledge files is read as marked and no counter-example is, save for a list that may shrink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from detente.knowledge.folder import read_folder
from detente.knowledge.load import DATA
from detente.knowledge.schema import ClaimType
from detente.model import Article, Claim, Party, Reading, Status
from detente.reading.marked import Marked, unmark
from detente.reading.read import Reader

pytestmark = pytest.mark.model

LIST = Path(__file__).parent / "known_misses.txt"
HEADING = (
    "# Sentences of the knowledge files that are not read as they should be today: type, + for an example that is\n"
    "# missed or - for a counter-example that is read, the sentence. This list may only shrink; it is written anew by\n"
    "#   python -m pytest tests/reading/test_examples.py --rewrite-known-misses\n"
)
PUBLISHED = date(2015, 6, 15)


def _types() -> list[ClaimType]:
    return sorted(read_folder(DATA).types, key=_key)


def _key(claim_type: ClaimType) -> str:
    return f"{claim_type.kind}.{claim_type.type}"


TYPES = {_key(claim_type): claim_type for claim_type in _types()}


@dataclass(frozen=True)
class Sentence:
    """One example or counter-example of a type."""

    type: str
    positive: bool
    text: str

    @property
    def line(self) -> str:
        return f"{self.type} {'+' if self.positive else '-'} {self.text}"


def _sentences(key: str) -> Iterator[Sentence]:
    for group in TYPES[key].groups:
        for text in group.examples:
            yield Sentence(key, True, " ".join(text.split()))
        for text in group.counter:
            yield Sentence(key, False, " ".join(text.split()))


def _overlap(parties: Iterable[Party], stretches: list[tuple[int, int]]) -> bool:
    """Whether each marked stretch shares a letter with some party."""
    spans = [(party.start, party.end) for party in parties]
    return all(any(a < end and start < b for a, b in spans) for start, end in stretches)


def _read_as_marked(claim: Claim, marked: Marked) -> bool:
    source, target = marked.of("s"), marked.of("t")
    if claim.symmetric and _overlap(claim.source + claim.target, source + target):
        return True
    reached = claim.target if target else claim.target + claim.via
    return _overlap(claim.source, source) and _overlap(reached, target)


def _passes(sentence: Sentence, marked: Marked, reading: Reading) -> bool:
    same = [claim for claim in reading.claims if f"{claim.kind}.{claim.type}" == sentence.type]
    if sentence.positive:
        return any(_read_as_marked(claim, marked) for claim in same)
    return not any(claim.status in (Status.ACTUAL, Status.ONGOING) for claim in same)


def _misses(reader: Reader, sentences: list[Sentence]) -> set[Sentence]:
    marked = [unmark(sentence.text) for sentence in sentences]
    readings = reader.read_batch([Article(text=m.text, published=PUBLISHED) for m in marked])
    told = zip(sentences, marked, readings, strict=True)
    return {sentence for sentence, m, reading in told if not _passes(sentence, m, reading)}


@pytest.fixture(scope="module")
def misses(reader: Reader) -> set[str]:
    """The sentences that are not read as they should be, of all types: read in one go, which is far faster."""
    return {s.line for s in _misses(reader, [s for key in TYPES for s in _sentences(key)])}


@pytest.fixture(scope="module")
def known(misses: set[str], request: pytest.FixtureRequest) -> set[str]:
    """The listed sentences; where it is asked for, the list is written anew first."""
    if request.config.getoption("--rewrite-known-misses"):
        LIST.write_text(HEADING + "".join(f"{line}\n" for line in sorted(misses)), "utf-8")
    return {line for line in LIST.read_text("utf-8").splitlines() if line and not line.startswith("#")}


@pytest.mark.parametrize("key", TYPES)
def test_sentences_are_read_as_marked(key: str, misses: set[str], known: set[str]) -> None:
    own = {sentence.line for sentence in _sentences(key)}
    fails = sorted((own & misses) - known)
    passes = sorted((own & known) - misses)
    assert not fails, "not read as they should be:\n" + "\n".join(fails)
    assert not passes, "read as they should be; take them off the list:\n" + "\n".join(passes)


def test_the_list_has_only_sentences_of_the_knowledge_files(known: set[str]) -> None:
    all_lines = {sentence.line for key in TYPES for sentence in _sentences(key)}
    assert sorted(known - all_lines) == []


def test_the_list_is_short(known: set[str]) -> None:
    positive = sum(1 for key in TYPES for sentence in _sentences(key) if sentence.positive)
    assert sum(1 for line in known if " + " in line) < 0.15 * positive
    assert sum(1 for line in known if " - " in line) < 0.01 * positive

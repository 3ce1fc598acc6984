"""The marked sentences of tests/reading/sentences: time, status, background and speakers, read in one pass."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_sentences import FOLDER, Answer, Asked, answers, asked, expected_when, knowledge, read_asked

from detente.model import Precision, Speaker, Status, When
from detente.reading.marked import MarkError

PARTS = ("time", "status", "attribution", "background")
QUESTIONS = {part: asked(part) for part in PARTS}
_KNOWN_MISSES = frozenset(
    line for line in (FOLDER / "known_misses.txt").read_text("utf-8").splitlines() if not line.startswith("#")
)
#: how many misses there may be; may only shrink
_MOST_MISSES = 17
_OPEN = (Status.PLANNED, Status.POSSIBLE, Status.INTENDED, Status.NEGATED, Status.ASKED)


@pytest.fixture(scope="module")
def read() -> dict[str, list[Answer]]:
    """What is read of all marked sentences, by folder."""
    found = answers([a for part in PARTS for a in QUESTIONS[part]])
    by_part, at = {}, 0
    for part in PARTS:
        by_part[part] = found[at : at + len(QUESTIONS[part])]
        at += len(QUESTIONS[part])
    return by_part


def told(question: Asked, answer: Answer, part: str) -> bool:
    """Whether what was read is the answer that the file gives."""
    found = answer.qualities
    if part == "time":
        wanted = expected_when(question.expected)
        return (found.when.start, found.when.end, found.when.precision) == (wanted.start, wanted.end, wanted.precision)
    if part == "status":
        return found.status == question.expected
    if part == "background":
        return found.background is {"history": True, "news": False}[question.expected]
    return _speakers_are(question.expected, found.speakers)


def _speakers_are(expected: str, found: tuple[Speaker, ...]) -> bool:
    wanted = [] if expected == "-" else expected.split(" > ")
    return len(wanted) == len(found) and all(_is_speaker(w, s) for w, s in zip(wanted, found, strict=True))


def _is_speaker(wanted: str, speaker: Speaker) -> bool:
    who = wanted.removesuffix(speaker.verb).strip()
    if who == wanted:
        return False
    if who.startswith('"'):
        return speaker.text.lower().endswith(who.strip('"').split()[-1])
    code, slash, sector = who.partition("/")
    return speaker.code == code and (not slash or speaker.sector == sector)


def _name(question: Asked) -> str:
    return question.text.replace("\n\n", " ¶ ")


@pytest.mark.parametrize("part", PARTS)
def test_there_are_enough_marked_sentences(part: str) -> None:
    assert len(QUESTIONS[part]) >= {"time": 300, "status": 300, "attribution": 200, "background": 40}[part]
    texts = [(q.published, q.text, q.start) for q in QUESTIONS[part]]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    ("part", "n"), [pytest.param(p, n, id=f"{p}-{q.file}") for p in PARTS for n, q in enumerate(QUESTIONS[p])]
)
def test_marked_sentence(part: str, n: int, read: dict[str, list[Answer]]) -> None:
    question, answer = QUESTIONS[part][n], read[part][n]
    right = told(question, answer, part)
    if f"{part} {_name(question)}" in _KNOWN_MISSES:
        assert not right, f"read rightly now: take it off known_misses.txt: {question.text!r}"
    else:
        assert right, (question.text, question.expected, answer.qualities)


def test_the_list_of_misses_is_short_and_true() -> None:
    all_names = {f"{part} {_name(q)}" for part in PARTS for q in QUESTIONS[part]}
    assert all_names >= _KNOWN_MISSES
    assert len(_KNOWN_MISSES) <= _MOST_MISSES


def test_nothing_real_is_dated_after_its_article(read: dict[str, list[Answer]]) -> None:
    for answer in (a for found in read.values() for a in found):
        when, published = answer.qualities.when, answer.article.published
        assert published is not None
        assert when.start is None or when.end is None or when.start <= when.end
        if answer.qualities.status not in _OPEN:
            assert when.start is None or when.start <= published, answer
            assert when.end is None or when.end <= published, answer


def test_every_cue_quotes_its_article(read: dict[str, list[Answer]]) -> None:
    for answer in (a for found in read.values() for a in found):
        for cue in answer.qualities.cues:
            assert answer.article.text[cue.start : cue.end] == cue.text
        for speaker in answer.qualities.speakers:
            assert answer.article.text[speaker.start : speaker.end] == speaker.text


def test_what_was_read_of_time_status_and_speaker_has_a_cue(read: dict[str, list[Answer]]) -> None:
    for answer in (a for found in read.values() for a in found):
        answered = {cue.answers for cue in answer.qualities.cues}
        assert answer.qualities.when.precision is Precision.REPORTED or "time" in answered, answer


def test_a_negation_leaves_nothing_actual(read: dict[str, list[Answer]]) -> None:
    asked_again = []
    for negation in ("never", "did not"):
        for part in PARTS:
            for question, answer in zip(QUESTIONS[part], read[part], strict=True):
                if answer.qualities.status is Status.ACTUAL and (text := _denied(answer, negation)):
                    asked_again += list(read_asked(question.file, f"@ {question.published}\nx | {text}"))
    assert len(asked_again) > 300
    for question, answer in zip(asked_again, answers(asked_again), strict=True):
        assert answer.qualities.status is not Status.ACTUAL, question.text


def _denied(answer: Answer, negation: str) -> str | None:
    """The text with its marked verb denied; None where that is no simple past, or what is added changes the grammar."""
    t, i = answer.tokens, answer.trigger
    plain = t.tags[i] == "VBD" and t.deps[i] == "ROOT" and t.child(i, "neg", "aux", "auxpass", "preconj") is None
    if not plain or t.offset or "\n" in answer.article.text or " until " in t.text.lower() or "<" in t.text:
        return None
    verb = t.lemmas[i] if negation == "did not" else t.words[i]
    return f"{t.text[: t.starts[i]]}{negation} <k>{verb}</k>{t.text[t.end(i) :]}"


@pytest.mark.parametrize(
    "line",
    [
        "actual Iran <k>attacked</k> Iraq.",
        "actual | Iran attacked Iraq.",
        "actual | Iran <k>attacked</k> <k>Iraq</k>.",
        "actual | Iran <s>attacked</s> Iraq.",
        "actual | Iran <k>attacked Iraq.",
        "actual | Iran <k></k> attacked Iraq.",
        "actual | Iran <k><r>attacked</r></k> Iraq.",
        "actual | Iran attacked</k> Iraq.",
        "actual | Iran < <k>attacked</k> Iraq.",
    ],
)
def test_bad_marks_are_refused(line: str) -> None:
    with pytest.raises(MarkError):
        list(read_asked("bad.txt", line))


@pytest.mark.parametrize("words", ["1973-13", "soon", "1973..1970 year", "?fortnight", "1975..1990 ages"])
def test_bad_answers_are_refused(words: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        expected_when(words)


@given(
    first=st.dates(date(1900, 1, 1), date(2030, 12, 31)),
    last=st.dates(date(1900, 1, 1), date(2030, 12, 31)),
    precision=st.sampled_from(["year", "era", "day"]),
)
def test_answers_are_ordered_or_refused(first: date, last: date, precision: str) -> None:
    words = f"{first}..{last} {precision}"
    if first > last:
        with pytest.raises(ValueError, match="end before it starts"):
            expected_when(words)
    else:
        assert expected_when(words) == When(start=first, end=last, precision=Precision(precision), text=words)


def test_all_periods_are_ordered_and_reigns_are_known() -> None:
    world = knowledge()
    assert all(first is None or last is None or first <= last for first, last in world.periods.values())
    assert {state for state in world.terms} <= world.entries.keys()
    assert {state for state in world.independence} <= world.entries.keys()


def test_every_file_of_sentences_says_what_it_holds() -> None:
    for path in sorted(Path(FOLDER).glob("*/*.txt")):
        assert path.read_text("utf-8").startswith("# "), path

"""Gold compared with what our coders make of the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from detente.evaluating.classes import Classes
from detente.evaluating.coding import CodedEvent, coded_events, read_sentences
from detente.evaluating.figures import NONE, Code, tally_of_label, tally_of_sets
from detente.evaluating.gold import GoldPair, GoldSentence
from detente.evaluating.report import MEASURES, SET_MEASURES, Report, Share, level
from detente.model import Reading
from detente.reading.marked_pair import SOURCE, TARGET
from detente.reading.read import Reader
from detente.reading.relation import Relation, Relations


def compare_labels(gold: Sequence[str], coded: Sequence[str], classes: Classes, what: str) -> Report:
    """The report on things that have one root each, "" for none, in the same order."""
    report = Report(what, len(gold))
    for name, of in (("root", classes.root), ("quad class", classes.quad), ("binary class", classes.binary)):
        tallies = [tally_of_label(of(g), of(c)) for g, c in zip(gold, coded, strict=True)]
        report.levels.append(level(name, tallies, MEASURES))
    report.shares.append(Share("coded", sum(bool(c) for c in coded), len(coded)))
    report.confusion = Counter((classes.root(g), classes.root(c)) for g, c in zip(gold, coded, strict=True))
    return report


def evaluate_pairs(pairs: Sequence[GoldPair], relations: Relations, classes: Classes) -> Report:
    """The report on marked pairs."""
    found = list(relations.read([pair.marked for pair in pairs]))
    report = compare_labels([p.root for p in pairs], [r.root for r in found], classes, "marked pairs")
    agreed = [(p, r) for p, r in zip(pairs, found, strict=True) if r.agreed]
    if any(r.model is not None and r.rules is not None for r in found):
        right = sum(classes.root(p.root) == classes.root(r.root) for p, r in agreed)
        report.shares += [
            Share("both coders agree", len(agreed), len(pairs)), Share("right where they agree", right, len(agreed))
        ]  # fmt: skip
    report.errors = [
        _pair_error(pair, relation, classes)
        for pair, relation in zip(pairs, found, strict=True)
        if classes.root(pair.root) != classes.root(relation.root)
    ]
    return report


def _pair_error(pair: GoldPair, relation: Relation, classes: Classes) -> dict[str, object]:
    rules, model = relation.rules, relation.model
    return {
        "where": pair.where, "id": pair.ref, "gold": classes.root(pair.root), "coded": classes.root(relation.root),
        "rules": rules.root if rules else None, "rule": rules.rule if rules else None,
        "trigger": rules.trigger if rules else None, "model": model.root if model else None,
        "probability": None if relation.probability is None else round(relation.probability, 3),
        "text": _with_marks(pair),
    }  # fmt: skip


def _with_marks(pair: GoldPair) -> str:
    text = pair.marked.text
    ends = [(end, 0, f"</{mark}>") for mark, _, end in pair.marked.spans if mark in (SOURCE, TARGET)]
    starts = [(start, 1, f"<{mark}>") for mark, start, _ in pair.marked.spans if mark in (SOURCE, TARGET)]
    for at, _, mark in sorted(ends + starts, reverse=True):
        text = text[:at] + mark + text[at:]
    return text


def evaluate_sentences(sentences: Sequence[GoldSentence], reader: Reader, classes: Classes) -> Report:
    """The report on whole sentences, read end to end: roots with both countries, and each of the two alone."""
    return compare_events(sentences, list(read_sentences(sentences, reader)), classes)


def compare_events(sentences: Sequence[GoldSentence], readings: Sequence[Reading], classes: Classes) -> Report:
    """The report on sentences that have been read, in the same order."""
    report = Report("sentences end to end", len(sentences))
    events = [coded_events(reading, classes.knowledge.conventions) for reading in readings]
    gold = [{(classes.root(e.root), e.source, e.target) for e in s.events} for s in sentences]
    coded = [{(classes.root(e.root), e.source, e.target) for e in found} for found in events]
    named: tuple[tuple[str, list[set[Code]], list[set[Code]]], ...] = (
        ("root and both countries", [set(g) for g in gold], [set(c) for c in coded]),
        ("quad class and both countries", _quads(sentences, classes), _quads_of(events, classes)),
        ("root", [{(r,) for r, _, _ in g} for g in gold], [{(r,) for r, _, _ in c} for c in coded]),
        ("both countries", [_dyads(g) for g in gold], [_dyads(c) for c in coded]),
    )
    for name, ours, theirs in named:
        report.levels.append(
            level(name, [tally_of_sets(g, c) for g, c in zip(ours, theirs, strict=True)], SET_MEASURES)
        )
    report.shares = _shares(gold, coded)
    for g, c in zip(gold, coded, strict=True):
        report.confusion.update(_confused(g, c))
    for sentence, g, c, found in zip(sentences, gold, coded, events, strict=True):
        if g != c:
            report.errors.append(_sentence_error(sentence, g, c, found, classes))
    return report


def _quads(sentences: Iterable[GoldSentence], classes: Classes) -> list[set[Code]]:
    return [{(classes.quad(e.root), e.source, e.target) for e in s.events} for s in sentences]


def _quads_of(events: Iterable[list[CodedEvent]], classes: Classes) -> list[set[Code]]:
    return [{(classes.quad(e.root), e.source, e.target) for e in found} for found in events]


def _dyads(codes: Iterable[tuple[str, str, str]]) -> set[Code]:
    return {("pair", source, target) for _, source, target in codes}


def _shares(gold: Sequence[set[tuple[str, str, str]]], coded: Sequence[set[tuple[str, str, str]]]) -> list[Share]:
    with_events = [bool(c) for g, c in zip(gold, coded, strict=True) if g]
    without = [bool(c) for g, c in zip(gold, coded, strict=True) if not g]
    return [
        Share("sentences with events coded", sum(with_events), len(with_events)),
        Share("sentences without events coded all the same", sum(without), len(without)),
        Share("sentences exactly right", sum(g == c for g, c in zip(gold, coded, strict=True)), len(gold)),
    ]  # fmt: skip


def _confused(gold: set[tuple[str, str, str]], coded: set[tuple[str, str, str]]) -> Counter[tuple[str, str]]:
    """Which root was coded for which between the same two countries; NONE where the other side has no event."""
    found = Counter((root, root) for root, _, _ in gold & coded)
    left = sorted(coded - gold)
    for root, *countries in sorted(gold - coded):
        other = next((c for c in left if [*c[1:]] == countries), None)
        if other:
            left.remove(other)
        found[root, other[0] if other else NONE] += 1
    found.update((NONE, root) for root, _, _ in left)
    return found


def _sentence_error(
    sentence: GoldSentence,
    gold: set[tuple[str, str, str]],
    coded: set[tuple[str, str, str]],
    events: Iterable[CodedEvent],
    classes: Classes,
) -> dict[str, object]:
    return {
        "where": sentence.where, "id": sentence.ref,
        "missed": [" ".join(part or "---" for part in code) for code in sorted(gold - coded)],
        "too many": [
            f"{e.root} {e.source or '---'} {e.target or '---'} ({e.claim.rule})" for e in events
            if (classes.root(e.root), e.source, e.target) not in gold
        ],
        "text": sentence.text,
    }  # fmt: skip

"""Sentences that people have coded, whatever file they come in: marked pairs, and whole sentences with events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from detente.evaluating.parties import PartyGiven, marked_in, parties_given
from detente.evaluating.records import Bad, Given, records_of
from detente.knowledge import Knowledge
from detente.knowledge.codes import YIELD, UnknownCode, country_named, root_named
from detente.reading.marked import Marked, MarkError
from detente.reading.marked_pair import unmark_pair

#: where a record keeps its root; the first that is there counts, even if it says that there is none
_ROOTS = ("root", "gold_root", "label", "event", "event_type", "type")
_CAMEO = ("cameo", "code", "event_code")
_TEXTS = ("text", "sentence", "sent_text")
_DATES = ("date", "published", "pub_date")
_IDS = ("id", "sentence_id", "ref")


@dataclass(frozen=True, slots=True)
class GoldPair:
    """A sentence with two marked parties and the root of what passes from the one to the other ("" for nothing)."""

    where: str
    ref: str
    marked: Marked
    root: str


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event with the countries of its parties: a state's id, IGO, NGO, or "" for none."""

    root: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence with all events that people found in it."""

    where: str
    ref: str
    text: str
    published: date | None
    events: tuple[GoldEvent, ...]


@dataclass(slots=True)
class Gold:
    """All that a file holds; `bad` has what could not be used."""

    pairs: list[GoldPair] = field(default_factory=list)
    sentences: list[GoldSentence] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)

    @property
    def uses_yield(self) -> bool:
        """Whether CONCEDE and RETREAT are one root in it."""
        roots = {p.root for p in self.pairs} | {e.root for s in self.sentences for e in s.events}
        return YIELD in roots


def read_gold(path: Path, knowledge: Knowledge) -> Gold:
    """The coded sentences of a .jsonl, .json, .csv or .tsv file; a bad line is kept in `bad` and the rest goes on."""
    gold = Gold()
    single: dict[tuple[str, date | None], GoldSentence] = {}
    for given in records_of(path):
        try:
            if isinstance(given, Bad):
                gold.bad.append(given)
            elif isinstance(given.values.get("marked"), str):
                gold.pairs.append(_marked(given, knowledge))
            else:
                _add_sentence(gold, single, given, knowledge)
        except (UnknownCode, MarkError, ValueError) as error:
            gold.bad.append(Bad(given.where, str(error)))
    gold.sentences += single.values()
    return gold


def _marked(given: Given, knowledge: Knowledge) -> GoldPair:
    root = _root(given.values, knowledge)
    if root is None:
        raise ValueError(f"has no root in any of {', '.join((*_ROOTS, *_CAMEO))}")
    return GoldPair(given.where, _ref(given), unmark_pair(given.values["marked"]), root)


def _add_sentence(
    gold: Gold, single: dict[tuple[str, date | None], GoldSentence], given: Given, knowledge: Knowledge
) -> None:
    """Take a record without marks: to pairs where its parties are words of it, else to sentences.

    A record with a list of events is a whole sentence.  Records with one event each are gathered in `single`, those
    of the same text and day as one sentence.
    """
    text = next((given.values[f] for f in _TEXTS if isinstance(given.values.get(f), str)), "")
    if not text.strip():
        raise ValueError("needs the sentence, in `marked` or `text`")
    events: list[GoldEvent] = []
    pairs: list[GoldPair] = []
    for values in _events(given.values):
        root = _root(values, knowledge)
        if root is None:
            raise ValueError(f"an event has no root in any of {', '.join((*_ROOTS, *_CAMEO))}")
        sources, targets = parties_given(values, "source"), parties_given(values, "target")
        if root and not sources and not targets:
            raise ValueError("an event names neither source nor target")
        if marked := _in_words(text, sources, targets):
            pairs.append(GoldPair(given.where, _ref(given), marked, root))
        elif root:
            events += _coded(root, sources, targets, knowledge)
    gold.pairs += pairs
    if events or not pairs:
        found = GoldSentence(given.where, _ref(given), text, _day(given), tuple(dict.fromkeys(events)))
        if isinstance(given.values.get("events"), list):
            gold.sentences.append(found)
        else:
            had = single.setdefault((text, found.published), found)
            both = tuple(dict.fromkeys((*had.events, *found.events)))
            single[text, found.published] = replace(had, events=both)


def _events(values: dict[str, object]) -> Iterator[dict[str, object]]:
    """The events of a record: those in its list, or the record itself; none where it says that there are none."""
    listed = values.get("events")
    if isinstance(listed, list):
        if not all(isinstance(event, dict) for event in listed):
            raise ValueError("`events` must be a list of events with source, target and root")
        yield from listed
    elif values.get("has_event") not in (False, "false", "False", 0, "0"):
        yield values


def _in_words(text: str, sources: list[PartyGiven], targets: list[PartyGiven]) -> Marked | None:
    """The sentence with both parties marked, where they are given in its words and without codes."""
    if len(sources) != 1 or len(targets) != 1:
        return None
    source, target = sources[0], targets[0]
    if source.code or target.code:
        return None
    return marked_in(text, source.words, target.words)


def _coded(
    root: str, sources: list[PartyGiven], targets: list[PartyGiven], knowledge: Knowledge
) -> Iterator[GoldEvent]:
    nobody = [PartyGiven()]
    for source in sources or nobody:
        for target in targets or nobody:
            countries = (country_named(knowledge, party.code or party.words) for party in (source, target))
            yield GoldEvent(root, *countries)


def _root(values: dict[str, object], knowledge: Knowledge) -> str | None:
    """The root that a record gives, "" where it says that there is none, None where it says nothing of it."""
    for name in (*_ROOTS, *_CAMEO):
        if name in values and not isinstance(values[name], (list, dict)):
            return root_named(knowledge, str(values[name] if values[name] is not None else ""))
    return None


def _ref(given: Given) -> str:
    return next((str(given.values[f]) for f in _IDS if given.values.get(f) not in (None, "")), given.where)


def _day(given: Given) -> date | None:
    said = next((given.values[f] for f in _DATES if given.values.get(f)), None)
    try:
        return date.fromisoformat(str(said)[:10])
    except ValueError:
        return None

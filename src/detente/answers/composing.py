"""What a record holds of two actors written up: questions and answers, a chronology or a dossier."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from detente.answers.briefs import Line, Section
from detente.answers.material import Material, Matter
from detente.answers.naming import Name, named, names_of
from detente.answers.prose import Told, paragraph
from detente.answers.statements import Statement
from detente.answers.times import day, time_words
from detente.answers.verifying import Checked, Verifier
from detente.answers.voices import untagged
from detente.knowledge import Knowledge
from detente.knowledge.wording import BriefWords, Question
from detente.model import Kind, Status

#: what is reported in so many days before the last report is why anybody asks now
_NOW_DAYS = 45
_MOST_AN_ANSWER, _MOST_QUOTED, _A_PARAGRAPH = 9, 2, 5
_MOST_LINES = 120
_DONE = (Status.ACTUAL, Status.ONGOING)
_OF_A_DAY = (Kind.EVENT, Kind.STATEMENT, Kind.PROJECT, Kind.TIE, Kind.FLOW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What composing works with: the material, how to word and check it, and the names of the pair."""

    material: Material
    knowledge: Knowledge
    verifier: Verifier
    pair: tuple[Name, Name]

    def told(self, matters: Sequence[Matter], variation: int = 0) -> list[Told]:
        """The matters as checked sentences, each once."""
        checked = self.verifier.checked(
            [m.claims for m in matters], self.material.articles, variation=variation, as_of=self.material.until
        )
        found: dict[str, Told] = {}
        for matter, one in zip(matters, checked, strict=True):
            told = self._told(matter, one)
            key = untagged(told.text).lower()
            found[key] = _both(found[key], told) if key in found else told
        own = {c.quote for one in found.values() if not one.quoted for c in one.statement.citations}
        return [t for t in found.values() if not (t.quoted and t.statement.citations[0].quote in own)]

    def _told(self, matter: Matter, checked: Checked) -> Told:
        claim = next(c for c in matter.claims if c.id == checked.statement.claim_ids[0])
        names = names_of(claim.source, claim, self.knowledge)
        single = len(names) == 1 and not claim.speaker and not checked.quoted
        subject = names[0] if single and f"{names[0].text} and " not in checked.statement.text else None
        return Told(
            statement=checked.statement,
            subject=subject,
            when=time_words(claim),
            day=matter.day,
            quoted=checked.quoted,
        )


def desk(material: Material, knowledge: Knowledge, verifier: Verifier) -> Desk:
    """The desk for some material."""
    one, other = (named(knowledge.entries[code], knowledge.wording.names) for code in (material.one, material.other))
    return Desk(material=material, knowledge=knowledge, verifier=verifier, pair=(one, other))


def _both(one: Told, other: Told) -> Told:
    """A sentence that two matters make, with the citations of both."""
    citations = {(c.claim_id, c.quote): c for c in (*one.statement.citations, *other.statement.citations)}
    ids = tuple(dict.fromkeys((*one.statement.claim_ids, *other.statement.claim_ids)))
    joined = Statement(text=one.text, claim_ids=ids, citations=tuple(citations.values()))
    return Told(statement=joined, subject=one.subject, when=one.when, day=one.day, quoted=one.quoted)


# -- questions and answers -------------------------------------------------------------------------------


def answers(desk: Desk) -> list[Section]:
    """The questions that the material can answer, each with its answer, in the order of the wording data."""
    words = desk.knowledge.wording.brief
    chosen = _by_question(desk)
    told = {question.id: _told_best(desk, chosen.get(question.id, [])) for question in words.questions}
    own = {c.quote for some in told.values() for one in some if not one.quoted for c in one.statement.citations}
    found = {q.id: _answer(desk, q, _with_few_quotes(told[q.id], own)) for q in words.questions}
    asked = [q for q in _in_print(words) if found[q.id].paragraphs or not _touched(desk, q)]
    empty = [q.asks for q in asked if not found[q.id].paragraphs]
    kept = [found[q.id] for q in asked if found[q.id].paragraphs]
    if empty:
        kept.append(Section(id="silent", heading=words.nothing, note=" ".join(empty)))
    return kept


def _in_print(words: BriefWords) -> list[Question]:
    return [question for id_ in words.printed for question in words.questions if question.id == id_]


def _touched(desk: Desk, question: Question) -> bool:
    """Whether something of the question is told under others: then it would be wrong that the record does not say."""
    return any(not question.issues.isdisjoint(matter.claim.issue) for matter in desk.material.matters)


def _told_best(desk: Desk, matters: Sequence[Matter]) -> list[Told]:
    """The weightiest matters told, the weightiest first."""
    return desk.told(sorted(matters, key=lambda m: -m.weight)[: 2 * _MOST_AN_ANSWER])


def _with_few_quotes(told: Sequence[Told], own: Collection[str]) -> list[Told]:
    """What is told without quotations of sentences told already in words of our own, and not more than a few others."""
    found, quoted = [], 0
    for one in told:
        if one.quoted and any(c.quote in own for c in one.statement.citations):
            continue
        quoted += one.quoted
        if not one.quoted or quoted <= _MOST_QUOTED:
            found.append(one)
    return found[:_MOST_AN_ANSWER]


def _by_question(desk: Desk) -> dict[str, list[Matter]]:
    """The matters of each question; each matter is told under the first that it fits."""
    found: dict[str, list[Matter]] = {}
    for matter in desk.material.matters:
        for question in desk.knowledge.wording.brief.questions:
            if fits(matter, question, desk.material):
                found.setdefault(question.id, []).append(matter)
                break
    return found


def fits(matter: Matter, question: Question, material: Material) -> bool:
    """Whether a matter answers a question."""
    claim = matter.claim
    if question.when == "now" and not material.published:
        return False
    if question.when == "now" and not _is_now(matter, material):
        return False
    if question.others:
        return not material.between(matter)
    return (
        claim.kind.value in question.kinds
        or claim.type in question.types
        or claim.status.value in question.statuses
        or (claim.mode in question.modes if claim.mode else False)
        or (claim.type in question.issue_types and not question.issues.isdisjoint(claim.issue))
    )


def _is_now(matter: Matter, material: Material) -> bool:
    """Whether a matter was news in the latest reports."""
    latest = max(m.reported for m in material.matters)
    recent = (latest - matter.reported).days <= _NOW_DAYS and not matter.background
    return recent and (not matter.dated or abs((matter.reported - matter.day).days) <= _NOW_DAYS)


def _answer(desk: Desk, question: Question, told: Sequence[Told]) -> Section:
    ordered = sorted(told, key=lambda t: t.day)
    sides = [ordered]
    if question.id == "want":
        sides = [[t for t in ordered if _side_of(desk, t) == side] for side in range(3)]
    runs = [run for side in sides for run in _even_runs(side)]
    paragraphs = tuple(tuple(paragraph(run, desk.pair, desk.knowledge)) for run in runs)
    return Section(id=question.id, heading=question.asks, paragraphs=paragraphs)


def _even_runs(told: Sequence[Told]) -> list[Sequence[Told]]:
    """The sentences in paragraphs of about one length."""
    count = -(-len(told) // _A_PARAGRAPH)
    size = -(-len(told) // count) if count else 1
    return [told[start : start + size] for start in range(0, len(told), size)]


def _side_of(desk: Desk, told: Told) -> int:
    """Whether a sentence is about the one (0), the other (1) or somebody else (2)."""
    by_claim = {claim.id: claim for matter in desk.material.matters for claim in matter.claims}
    sides = [party.country or party.code for party in by_claim[told.statement.claim_ids[0]].source]
    pair = (desk.material.one, desk.material.other)
    return next((pair.index(side) for side in sides if side in pair), 2)


# -- chronology ------------------------------------------------------------------------------------------


def chronology(desk: Desk) -> list[Section]:
    """A section a year, or a decade where there is little, with a line a matter."""
    matters = [m for m in desk.material.matters if m.claim.kind in _OF_A_DAY and (m.dated or not m.background)]
    matters = [m for m in matters if m.claim.status is not Status.INTENDED]  # a wish has no day
    best = sorted(sorted(matters, key=lambda m: -m.weight)[:_MOST_LINES], key=lambda m: (m.day, m.reported))
    lines = list(zip(*_lines(desk, best), strict=True))
    years = sorted({on.year for on, _ in lines})
    return [
        Section(id=f"y{year}", heading=str(year), lines=tuple(line for on, line in lines if on.year == year))
        for year in years
    ]


def _lines(desk: Desk, matters: Sequence[Matter]) -> tuple[list[date], list[Line]]:
    """The days and lines of matters, the same sentence of one day only once."""
    days: list[date] = []
    lines: list[Line] = []
    by_claim = {claim.id: matter for matter in matters for claim in matter.claims}
    for told in desk.told(matters):
        matter = by_claim[told.statement.claim_ids[0]]
        days.append(matter.day)
        lines.append(line(told, matter, desk.knowledge))
    return days, lines


def line(told: Told, matter: Matter, knowledge: Knowledge) -> Line:
    """A line of a list: the day before it, and the sentence without the words that the day says already."""
    statement = told.statement
    text = _quotation(statement) if told.quoted else _without_time(untagged(told.text), told.when)
    label = _label(told.when) if told.when and matter.dated else f"{day(matter.reported)}, reported"
    return Line(
        statement=Statement(text=text, claim_ids=statement.claim_ids, citations=statement.citations),
        label=label,
        marks=marks(matter, knowledge),
    )


def marks(matter: Matter, knowledge: Knowledge) -> tuple[str, ...]:
    """What a reader must not overlook: that a thing is only planned, possible or denied, or was told as history."""
    claim = matter.claim
    words = knowledge.wording.brief.statuses
    found = [] if claim.status in _DONE else [words.get(claim.status.value, claim.status.value)]
    return (*found, "told later") if matter.background and not matter.dated else tuple(found)


def _quotation(statement: Statement) -> str:
    return "“" + statement.text.partition(": “")[2]


def _without_time(text: str, when: str) -> str:
    if not when:
        return text
    if text.lower().startswith(f"{when.lower()}, "):
        rest = text[len(when) + 2 :]
        return rest[:1].upper() + rest[1:]
    return text.replace(f" {when}.", ".") if text.endswith(f" {when}.") else text


def _label(when: str) -> str:
    for needless in ("on ", "in "):
        when = when.removeprefix(needless)
    return when[:1].upper() + when[1:]

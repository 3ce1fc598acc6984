"""A question in plain English to a query: form, verb, whom it names in which role, time, other words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from detente.answers.following import follows
from detente.answers.lexicon import SmallWords, forms_of, small_words, stem, told_by
from detente.answers.query import Asked, Named, Order, Query
from detente.answers.question_forms import PARTY, Form, Forms, Phrase, opened, question_forms
from detente.answers.question_names import Word, words_of
from detente.knowledge import Knowledge
from detente.reading.when import times

_AND = ("and", "or", "nor")
_AUXILIARIES = frozenset(
    "do does did have has had be is are was were been being will would can could may might that whether if not".split()
)
_IN_TIME = frozenset("in on during since until by from after before at of".split())
_TO = frozenset("of to for with against from between on over about".split())
_SIDE_CLAUSE = frozenset({"when", "while", "because", "although", "before", "after"})
_OF_ALL_KINDS = (
    Asked.HAPPENINGS,
    Asked.HISTORY,
    Asked.TURN,
    Asked.DIFFERENCES,
    Asked.STANDING,
    Asked.SAYER,
)
_EQUALS = (Asked.HISTORY, Asked.STANDING, Asked.TURN, Asked.DIFFERENCES)


@dataclass(frozen=True, slots=True)
class Item:
    """A word of a question, or the parties that stand together at one place of it."""

    low: str
    text: str
    named: tuple[Named, ...] = ()


@dataclass(slots=True)
class _Roles:
    """Parties by the part they play, as far as a question tells."""

    before: list[Named] = field(default_factory=list)
    after: list[Named] = field(default_factory=list)
    agents: list[Named] = field(default_factory=list)
    places: list[Named] = field(default_factory=list)
    #: what has a name and is no actor, such as a river
    unknown: list[Named] = field(default_factory=list)
    between: bool = False


def _in_side_clause(clause: Sequence[Item]) -> list[str]:
    """The words of a clause that only says when or why ("who backed him when he left?")."""
    start = next((n for n, item in enumerate(clause) if n and item.low in _SIDE_CLAUSE), len(clause))
    return [item.text for item in clause[start:] if not item.named]


def _is_role(item: Item, knowledge: Knowledge) -> bool:
    """Whether a word only says which people of a state are meant, as in "Saudi police"."""
    return any((word,) in knowledge.roles for word in (item.low, item.low.removesuffix("s")))


def _after_according(items: Sequence[Item]) -> list[Item]:
    """Items without the words "according to"."""
    return [item for item in items if item.low != "according"]


def read_question(
    question: str, knowledge: Knowledge, today: date | None = None, previous: Query | None = None
) -> Query:
    """What a question asks for; words of time that are counted from now are counted from `today`.

    What it leaves out is taken from the question before, where there was one.  ValueError for one without a word.
    """
    if not question.strip():
        raise ValueError("there is no question")
    small = small_words()
    blanked, since, until = _without_time(question, knowledge, today)
    items = grouped(words_of(blanked, knowledge), blanked)
    known = question_forms()
    form, used = _form(items, known)
    opening, clause = items[:used], items[used:]
    at, phrase = _phrase(clause, known, form)
    roles = _roles(opening, clause, at, phrase, small)
    rest = [item for n, item in enumerate(clause) if n not in at]
    rest = _after_according(rest)
    words = [item.text for item in rest if not item.named and item.low not in small.empty]
    beside = [
        item.text
        for n, item in enumerate(clause)
        if n and n not in at and clause[n - 1].named and _is_role(item, knowledge)
    ]
    beside += _in_side_clause(clause)
    words = [word for word in words if word not in beside]
    query = Query(
        question=question,
        form=form.form if form else "",
        asks=form.asks if form else Asked.HAPPENINGS,
        order=form.order if form else Order.WEIGHT,
        most=form.most if form else 8,
        places=tuple(roles.places + roles.unknown),
        since=since,
        until=until,
        lately=any(item.low in small.lately for item in items),
        words=tuple(dict.fromkeys(stem(word) for word in words if word.lower() not in small.lately)),
        beside=tuple(stem(word) for word in beside),
        needed=tuple(stem(word) for word in words if word[:1].isupper() and not question.lstrip().startswith(word)),
        groups=any(item.low in small.groups for item in opening),
    )
    read = _in_roles(_meant(query, form, phrase, known, rest, knowledge), roles, phrase)
    return follows(read, [item.low for item in items], previous) if previous else read


def _without_time(question: str, knowledge: Knowledge, today: date | None) -> tuple[str, date | None, date | None]:
    """The question with its words of time blanked out, and the first and the last day that they mean."""
    since, until = None, None
    for told in times(question, today, knowledge.periods):
        if told.bare or (told.when.start is None and told.when.end is None):
            continue
        since, until = told.when.start, told.when.end
        lead = question[: told.start].rsplit(None, 1)
        start = (
            len(question[: told.start].rstrip()) - len(lead[-1])
            if lead and lead[-1].lower() in _IN_TIME
            else told.start
        )
        question = question[:start] + " " * (told.end - start) + question[told.end :]
    return question, since, until


def grouped(words: Sequence[Word], text: str) -> list[Item]:
    """Words as items; names that "and" or a comma joins are one."""
    items: list[Item] = []
    n = 0
    while n < len(words):
        word = words[n]
        if word.named is None:
            items.append(Item(word.low, word.text))
            n += 1
            continue
        held = [word.named]
        while n + 1 < len(words):
            step = _joined(words, n, text)
            if not step:
                break
            n += step
            held.append(words[n].named)  # type: ignore[arg-type]
        items.append(Item(PARTY, word.text, tuple(held)))
        n += 1
    return items


def _joined(words: Sequence[Word], n: int, text: str) -> int:
    """How many words further the next name of a list stands; 0 where the list ends."""
    after = words[n + 1]
    if after.named and text[words[n].end : after.start].strip() in (",", "-", "–", "/"):
        return 1
    if after.low in _AND and n + 2 < len(words) and words[n + 2].named:
        return 2
    return 0


def _form(items: Sequence[Item], known: Forms) -> tuple[Form | None, int]:
    """The first form that fits, and how many items its opening takes."""
    line = "".join(f"{item.low} " for item in items)
    for form in known.forms:
        for opening in form.openings:
            if used := opened(opening, line):
                return form, used
    return None, 0


def _phrase(clause: Sequence[Item], known: Forms, form: Form | None) -> tuple[range, Phrase | None]:
    """The verb of a clause or else its noun that has a meaning, and where it stands."""
    found: list[tuple[range, Phrase]] = []
    for start in range(len(clause)):
        for size in range(min(known.longest, len(clause) - start), 0, -1):
            words = tuple(item.low for item in clause[start : start + size])
            if (phrase := known.phrases.get(words)) and words != ("according",):
                found.append((range(start, start + size), phrase))
                break
    verbs = [f for f in found if not f[1].noun]
    nouns = [f for f in found if f[1].noun]
    chosen = nouns or verbs if form and form.asks is Asked.HOW_LONG else verbs or nouns
    if form and form.means:  # the form says what is meant; its own words are no verb of the clause
        chosen = [f for f in chosen if f[1].meaning.name == form.means]
    return chosen[0] if chosen else (range(0), None)


def _roles(
    opening: Sequence[Item], clause: Sequence[Item], at: range, phrase: Phrase | None, small: SmallWords
) -> _Roles:
    noun = phrase is not None and phrase.noun
    roles = _Roles()
    for item in opening:
        for named in item.named:
            (roles.before if named.code or named.person else roles.unknown).append(named)
    roles.between = bool(opening) and opening[-1].low == "between"
    for n, item in enumerate(clause):
        if not item.named:
            continue
        lead = clause[n - 1].low if n else (opening[-1].low if opening else "")
        if not item.named[0].code and not item.named[0].person and lead not in small.places:
            roles.unknown += item.named
            continue
        if lead in small.agents:
            roles.agents += item.named
        elif lead in small.places:
            roles.places += item.named
        elif lead == "between":
            roles.between = True
            roles.after += item.named
        elif at and (n < at.start or (noun and lead not in _TO)):
            roles.before += item.named
        else:
            roles.after += item.named
    return roles


def _meant(
    query: Query, form: Form | None, phrase: Phrase | None, known: Forms, rest: Sequence[Item], knowledge: Knowledge
) -> Query:
    """The query with the claims that its verb asks for."""
    meaning = known.meanings[form.means] if form and form.means else phrase.meaning if phrase else None
    if meaning:
        verb = tuple(sorted(meaning.spoken()))
        return replace(
            query,
            means=meaning.name,
            claims=meaning.claims,
            near=meaning.near,
            cues=meaning.words,
            both=meaning.both,
            verb=verb,
            by_noun=bool(phrase and phrase.noun and not (form and form.means)),
        )
    if query.asks in _OF_ALL_KINDS:
        return query
    for item in rest:
        if not item.named and item.low not in _AUXILIARIES and (told := told_by(item.low, knowledge)):
            return replace(query, means=item.low, claims=told, verb=tuple(sorted(forms_of(item.low, knowledge))))
    return query


def _in_roles(query: Query, roles: _Roles, phrase: Phrase | None) -> Query:
    """The query with its parties in the roles that its verb gives them."""
    before, after = tuple(roles.before), tuple(roles.after)
    if roles.agents:
        before, after = tuple(roles.agents), before + after
        if query.asks in (Asked.DOER, Asked.RECEIVER):
            query = replace(query, asks=Asked.RECEIVER)
    if query.asks in _EQUALS or roles.between or (len(before) > 1 and not after) or query.both:
        return replace(query, among=before + after)
    if query.asks is Asked.HAPPENINGS and phrase is None:
        return replace(query, source=before, target=after) if before else replace(query, among=after)
    if phrase and phrase.turned:
        before, after = after, before
        turned = {Asked.DOER: Asked.RECEIVER, Asked.RECEIVER: Asked.DOER}
        if not roles.agents and query.form != "from-whom":
            query = replace(query, asks=turned.get(query.asks, query.asks))
    if phrase is None and query.asks not in (Asked.DOER,) and not before:
        return replace(query, among=after)
    return replace(query, source=before, target=after)

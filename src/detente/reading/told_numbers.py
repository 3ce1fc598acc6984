"""Numbers and dates that are said of a work or a flow: each belongs to the thing it hangs on, not to a neighbour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from detente.reading.amounts import Amount, Sort, amounts
from detente.reading.tokens import SUBJECTS, Tokens
from detente.reading.when import TimeWords
from detente.reading.works import is_ahead

_LENT = frozenset("loan credit lend grant borrow financing finance fund funding".split())
_EARNED = frozenset("earn revenue fee rent income profit tariff toll fine debt".split())
_READY = frozenset(
    "due ready complete finish open operational deliver start begin commission inaugurate expect schedule set slate "
    "service stream operation completion be come go".split()
)
_BEGUN = frozenset("begin start break launch commence".split())
_STOOD = frozenset("build construct lay complete finish open inaugurate commission erect put reopen".split())
_AWAY = frozenset("from off away north south east west inside outside upstream downstream".split())


def owner_of(tokens: Tokens, i: int, heads: Iterable[int]) -> int | None:
    """Which of some nouns a word is said of: the nearest above it, or the subject or object of the verb above it."""
    above = [i, *tokens.ancestors(i)]
    told = [(distance, head) for head in heads if (distance := _distance(tokens, above, head)) is not None]
    return min(told)[1] if told else None


def _distance(tokens: Tokens, above: list[int], head: int) -> int | None:
    if head in above:
        return above.index(head)
    verb = tokens.heads[head]
    of_clause = tokens.deps[head] in (*SUBJECTS, "dobj", "attr") and verb in above
    if of_clause and not _other_subject(tokens, above[: above.index(verb)]):
        return above.index(verb) + 1
    holder = tokens.heads[verb] if tokens.deps[verb] == "prep" else None  # "work on the dam ... at a cost of"
    if holder is not None and tokens.heads[holder] in above:
        return above.index(tokens.heads[holder]) + 3
    return None


def _other_subject(tokens: Tokens, below: list[int]) -> bool:
    return any(tokens.is_verb(v) and tokens.child(v, *SUBJECTS) is not None for v in below)


def numbers_of(tokens: Tokens, head: int, heads: list[int]) -> Iterator[tuple[str, str]]:
    """The cost, capacity and length that a sentence gives one of its works."""
    for amount in amounts(tokens.text):
        at = tokens.at(amount.start, amount.end)
        if at is None or owner_of(tokens, _top(tokens, at), heads) != head:
            continue
        if name := _called(tokens, amount, at):
            yield name, amount.text


def _top(tokens: Tokens, at: tuple[int, int]) -> int:
    """The word of a stretch on which the others hang."""
    return next((i for i in range(at[0], at[1] + 1) if not at[0] <= tokens.heads[i] <= at[1]), at[1])


def _called(tokens: Tokens, amount: Amount, at: tuple[int, int]) -> str:
    """What an amount is of a work, "" where it is nothing of it."""
    near = {tokens.lemmas[i] for i in tokens.ancestors(_top(tokens, at))[:3]}
    if amount.sort is Sort.MONEY:
        if near & _EARNED or " a " in amount.text or " per " in amount.text:
            return ""
        return "financing" if near & _LENT else "cost"
    if amount.sort is Sort.LENGTH:
        behind = at[1] + 1
        return "" if behind < len(tokens) and tokens.lower[behind] in _AWAY else "length"
    return "capacity" if amount.sort is Sort.CAPACITY else ""


def dates_of(
    tokens: Tokens, head: int, heads: list[int], told: list[TimeWords], published: date | None
) -> Iterator[tuple[str, str]]:
    """When one of the works of a sentence was begun or opened, or is to be ready."""
    for time in told:
        at = tokens.at(time.start, time.end)
        if at is None or not (time.when.start or time.when.end):
            continue
        top = _top(tokens, at)
        if owner_of(tokens, top, heads) == head and (name := _dated(tokens, top, time, published)):
            yield name, time.when.text


def _dated(tokens: Tokens, top: int, time: TimeWords, published: date | None) -> str:
    above = [i for i in [top, *tokens.ancestors(top)] if tokens.is_verb(i) or tokens.tags[i][:2] in ("JJ", "NN")]
    future = bool(published and time.when.start and time.when.start > published)
    for i in above[:3]:
        lemma = tokens.lemmas[i]
        if (future or (tokens.is_verb(i) and is_ahead(tokens, i))) and lemma in _READY | _STOOD:
            return "due"
        if lemma in ("due", "ready") and tokens.tags[i][:2] == "JJ":
            return "due"
        if lemma in _BEGUN and tokens.is_verb(i):
            return "started"
        if lemma in _STOOD and tokens.is_verb(i):
            return "completed"
    return ""


def amount_of(tokens: Tokens, start: int, end: int, sorts: Iterable[Sort]) -> str:
    """The amount of some sorts that stands within a stretch of a sentence, or touches it; "" for none."""
    wanted = set(sorts)
    near = [a for a in amounts(tokens.text) if a.sort in wanted and a.start < end + 2 and a.end > start - 2]
    return near[0].text if near else ""

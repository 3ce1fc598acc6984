"""Questions put to the record: the answer where the record can give one, and whom the question names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from detente.knowledge.entries import Sort
from detente.knowledge.lookup import UnknownActor, code_of
from detente.knowledge.text import fold
from detente.web.view import View

#: No name has more words.
_LONGEST = 6
_WORD = re.compile(r"[^\W_](?:[\w'’.&-]*[^\W_])?")
_NO_ACTORS = (Sort.REGION, Sort.CITY, Sort.OUTLET)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer (None where the record cannot be asked in words), and the actors that it names."""

    question: str
    answer: Any | None
    actors: tuple[str, ...]
    problem: str = ""

    @property
    def pair(self) -> tuple[str, str] | None:
        """The first two actors, if it names two."""
        return (self.actors[0], self.actors[1]) if len(self.actors) > 1 else None


def asked(view: View, question: str, after: str = "") -> Asked:
    """What the record says to a question; `after` is the question that it leans on."""
    named = tuple(dict.fromkeys(_named(view, question)))
    ask = getattr(view.record, "ask", None)
    if ask is None:
        return Asked(question, None, named)

    def answered() -> Any:
        return ask(question, ask(after) if after else None)

    try:
        return Asked(question, view.held.remember(("ask", question, after), answered), named)
    except (ValueError, UnknownActor) as error:
        return Asked(question, None, named, str(error))


def _named(view: View, question: str) -> Iterator[str]:
    """The actors that a question names, by their codes, in its order; the longest name at each place counts."""
    words = [match[0] for match in _WORD.finditer(question)]
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST, len(words) - place), 0, -1):
            code = _code(view, " ".join(words[place : place + length]), length)
            if code:
                yield code
                place += length
                break
        else:
            place += 1


def _code(view: View, words: str, length: int) -> str:
    """The code of the actor that some words name, "" where they name none."""
    knowledge = view.knowledge
    bare = re.sub(r"['’]s?$", "", words)
    for spelling in (words, bare, *((bare.title(),) if bare.islower() and (length > 1 or len(bare) > 3) else ())):
        namings = [n for n in knowledge.namings.get(fold(spelling), ()) if not n.shy]
        if any(knowledge.entries[n.entry].sort not in _NO_ACTORS for n in namings):
            try:
                return code_of(knowledge, spelling)
            except UnknownActor:
                continue
    return ""

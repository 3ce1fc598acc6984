"""Find every known name in a text: one exact-match pass over all names at once."""

from __future__ import annotations

from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from detente.knowledge import Knowledge
from detente.knowledge.entries import Naming
from detente.knowledge.text import fold

_TITLES = ("president ", "prime minister ", "foreign minister ", "premier ", "chancellor ", "general ", "king ")


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name in a text, with all that it may mean."""

    start: int
    end: int
    words: str
    namings: tuple[Naming, ...]


class Names:
    """All known names, ready to be found.  Exact case; longest name first."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._words = list(knowledge.namings)
        self._namings = list(knowledge.namings.values())
        #: names such as "President Michel", which is nobody's in "President Michel Suleiman"
        self._titled = frozenset(i for i, words in enumerate(self._words) if words.lower().startswith(_TITLES))
        self._automaton = AhoCorasick(
            self._words, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def find(self, text: str) -> list[Hit]:
        """The names in a text, from left to right, none inside a longer word or a longer name."""
        folded = fold(text)
        matches = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        whole = [
            (start, -end, index)
            for index, start, end in matches
            if _whole(folded, start, end) and not (index in self._titled and _goes_on(folded, end))
        ]
        found: list[Hit] = []
        behind = 0
        for start, minus_end, index in sorted(whole):
            if start >= behind:
                behind = -minus_end
                found.append(Hit(start, behind, self._words[index], self._namings[index]))
        return found


def _goes_on(text: str, end: int) -> bool:
    """Whether another capitalised word follows, so that a title and a name are not all of it."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _whole(text: str, start: int, end: int) -> bool:
    before = start == 0 or not text[start - 1].isalnum()
    after = end == len(text) or not text[end].isalnum()
    return before and after

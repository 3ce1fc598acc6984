"""The shape of the files that say how claims are put into English: wording/*.yml."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import model_validator

from detente.knowledge.schema import Strict
from detente.knowledge.wording import DEFAULT
from detente.model import Kind, Status

_FRAME = re.compile(r"(S|T|V|X|ST) [a-z]+( .+)?")


class Framed(Strict):
    """The frames of one type of claim: by group of its patterns, by mode, or by default, with what they say.

    A frame is a slot, a verb as found in a dictionary, and what follows; S, T, V stand for the parties, X for the
    object, ST for both sides as one subject.  What stands in brackets is left out where a slot in it is not
    filled.  `says` has the sentence that each key's first frame makes of Egypt, Jordan, Syria and the plan.
    """

    kind: Kind
    type: str
    frames: dict[str, tuple[str, ...]]
    says: dict[str, str]

    @model_validator(mode="after")
    def _sound(self) -> Framed:
        if DEFAULT not in self.frames:
            raise ValueError("needs a default frame")
        if set(self.says) != set(self.frames):
            raise ValueError("says must have a sentence for each key of frames")
        if bad := [f for frames in self.frames.values() for f in frames if not _FRAME.fullmatch(f)]:
            raise ValueError(f"not a frame: {'; '.join(bad)}")
        return self


class GrammarFile(Strict):
    """Forms of words that no rule gives (wording/grammar.yml)."""

    verbs: dict[str, tuple[str, str]] = {}
    doubling: tuple[str, ...] = ()
    plurals: dict[str, str] = {}
    mass: tuple[str, ...] = ()
    present: dict[str, str] = {}
    not_of_actors: tuple[str, ...] = ()


class SectorName(Strict):
    """What a party of a sector is called where only its country is known."""

    words: str
    plural: bool = False


class NamesFile(Strict):
    """How actors are named in a sentence (wording/names.yml)."""

    the_heads: tuple[str, ...] = ()
    the_names: tuple[str, ...] = ()
    bare_names: tuple[str, ...] = ()
    plural_heads: tuple[str, ...] = ()
    plural_names: tuple[str, ...] = ()
    sectors: dict[str, SectorName] = {}
    spoken_as: dict[str, str] = {}
    pointers: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


class SpeechWords(Strict):
    """How somebody's saying is put (wording/speech.yml): by verb, else by the way it is put."""

    verbs: dict[str, str] = {}
    hedges: tuple[str, ...] = ()
    manners: dict[Literal["states", "alleges", "admits", "denies", "warns", "hopes", "promises", "urges", "asks"], str]


class Question(Strict):
    """A question of a backgrounder: which claims answer it."""

    id: str
    asks: str
    when: Literal["now", "then", ""] = ""
    kinds: tuple[Kind, ...] = ()
    types: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    issue_types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    others: bool = False


class BriefFile(Strict):
    """Questions and joining words of backgrounders (wording/brief.yml)."""

    questions: tuple[Question, ...]
    printed: tuple[str, ...]
    kinds: dict[Kind, str]
    statuses: dict[Status, str]
    same_report: tuple[str, ...]
    both_again: tuple[str, ...]
    nothing: str

    @model_validator(mode="after")
    def _all_printed(self) -> BriefFile:
        if {q.id for q in self.questions} != set(self.printed):
            raise ValueError("printed must name each question once")
        return self

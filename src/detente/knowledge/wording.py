"""How claims are put into English, as it is looked up.  Plain, frozen, quick to unpickle."""

from __future__ import annotations

from dataclasses import dataclass, field

#: the key of the frame that serves where no other does
DEFAULT = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """The frames of one type of claim by group, mode or default, and what the first of each says of examples."""

    frames: dict[str, tuple[str, ...]]
    says: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Forms of words that no rule gives."""

    #: past and participle of verbs, and the third person where it is irregular
    verbs: dict[str, tuple[str, str]] = field(default_factory=dict)
    present: dict[str, str] = field(default_factory=dict)
    #: verbs that double their last consonant though they have several syllables
    doubling: frozenset[str] = frozenset()
    plurals: dict[str, str] = field(default_factory=dict)
    mass: frozenset[str] = frozenset()
    #: verbs whose object is never an actor: nobody signs a minister
    not_of_actors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How actors are named in a sentence."""

    the_heads: frozenset[str] = frozenset()
    the_names: frozenset[str] = frozenset()
    bare_names: frozenset[str] = frozenset()
    plural_heads: frozenset[str] = frozenset()
    plural_names: frozenset[str] = frozenset()
    #: words for a party of a sector with {adjective}, and whether they are plural
    sectors: dict[str, tuple[str, bool]] = field(default_factory=dict)
    #: what an actor is called in running text, where that is not its full name
    spoken_as: dict[str, str] = field(default_factory=dict)
    #: words that point to a party told before: they name nobody
    pointers: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of a backgrounder, and which claims answer it: any that has one of what it names."""

    id: str
    asks: str
    when: str = ""
    kinds: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    issues: frozenset[str] = frozenset()
    #: the types in which an issue counts
    issue_types: frozenset[str] = frozenset()
    modes: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    others: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefWords:
    """Questions and joining words of backgrounders."""

    questions: tuple[Question, ...] = ()
    printed: tuple[str, ...] = ()
    kinds: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, str] = field(default_factory=dict)
    same_report: tuple[str, ...] = ()
    both_again: tuple[str, ...] = ()
    nothing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All that wording files say."""

    frames: dict[tuple[str, str], Frames] = field(default_factory=dict)
    grammar: Grammar = field(default_factory=Grammar)
    names: Names = field(default_factory=Names)
    #: for verbs of saying, and for the ways of putting it, the words that lead what is said
    said: dict[str, str] = field(default_factory=dict)
    manners: dict[str, str] = field(default_factory=dict)
    #: words that make what follows them a charge, a belief or a rumour
    hedges: frozenset[str] = frozenset()
    brief: BriefWords = field(default_factory=BriefWords)

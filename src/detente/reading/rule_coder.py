"""The first coder: what the rules say that one marked party does to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.knowledge import Knowledge
from detente.model import Kind, Status
from detente.reading.arguments import surface_subject
from detente.reading.marked import Marked
from detente.reading.marked_pair import MarkedActors, Places, places_of
from detente.reading.match import Match, all_matches
from detente.reading.names import Hit, Names
from detente.reading.pair_words import held_together, with_pronouns, without_dateline
from detente.reading.parse import Given, Parser
from detente.reading.roles import RoleNouns
from detente.reading.rule_index import RuleIndex
from detente.reading.status import status_of
from detente.reading.tokens import Tokens

#: how well a rule's parties meet the marked ones: both in their places, both but turned round, one, none
BOTH, TURNED, THROUGH, NEARLY, ONE, NONE = 10, 8, 8, 6, 3, 0
#: the quad class of deeds of which to tell is to accuse, and the root of that
_HOSTILE_DEED, _OF_TOLD_DEEDS = 4, "ACCUSE"
#: what a deed that is not done loses: the word that plans or asks for it tells more of what passes between the two
_REMOTE = 3
#: what a claim of another kind loses beside a deed
_SPOKEN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAnswer:
    """What one rule says of a marked pair: the root, and how well its parties meet the marked ones (0 to 10)."""

    root: str
    mode: str
    cameo: str
    rule: str
    pattern: str
    trigger: str
    status: Status
    fit: int
    weight: int


class RuleCoder:
    """Codes marked pairs by the rules alone; making one loads nothing, the parser is given."""

    def __init__(self, knowledge: Knowledge, parser: Parser, rules: RuleIndex | None = None) -> None:
        self._knowledge = knowledge
        self._parser = parser
        self._names = Names(knowledge)
        self._roles = RoleNouns(knowledge.roles)
        self._spoken = dict(knowledge.conventions.spoken)
        self._rules = rules or RuleIndex(knowledge.rules)

    def answers(self, pairs: Sequence[Marked]) -> Iterator[tuple[RuleAnswer, ...]]:
        """What the rules say of each pair, the best answer first; () where no rule fits anything near."""
        pairs = [without_dateline(pair) for pair in pairs]
        hits = [self._names.find(pair.text) for pair in pairs]
        given = (Given(p.text, 0, tuple((h.start, h.end) for h in found)) for p, found in zip(pairs, hits, strict=True))
        for pair, found, tokens in zip(pairs, hits, self._parser.parse(given), strict=True):
            yield self._answers_of(pair, found, tokens)

    def _answers_of(self, pair: Marked, found: list[Hit], parsed: Tokens) -> tuple[RuleAnswer, ...]:
        places = places_of(parsed, pair)
        tokens = held_together(parsed, places)
        actors = MarkedActors(tokens, found, self._knowledge, self._roles, places)
        return tuple(self._ranked(tokens, actors, with_pronouns(tokens, places)))

    def _ranked(self, tokens: Tokens, actors: MarkedActors, places: Places) -> list[RuleAnswer]:
        found = list(self._events(tokens, actors))
        answers = [self._answer(tokens, m, places) for m in found]
        answers += [self._accusation(tokens, m) for m in found if self._is_told_of_target(tokens, m, places)]
        return sorted((a for a in answers if a.fit > 0), key=lambda a: (-a.fit, -a.weight))

    def _events(self, tokens: Tokens, actors: MarkedActors) -> Iterator[Match]:
        for found in all_matches(tokens, actors, self._rules):
            if found.rule.kind is Kind.EVENT or f"{found.rule.kind}.{found.rule.type}" in self._spoken:
                yield found

    def _answer(self, tokens: Tokens, match: Match, places: Places) -> RuleAnswer:
        rule = match.rule
        status = self._status(tokens, match.trigger)
        spoken = self._spoken.get(f"{rule.kind}.{rule.type}")
        return RuleAnswer(
            root=spoken or self._knowledge.conventions.root(rule.type, rule.quad, status), mode=rule.mode, cameo=rule.cameo,
            rule=rule.id, pattern=rule.pattern.line, trigger=tokens.words[match.trigger], status=status,
            fit=_fit(tokens, match, places) - (_SPOKEN if spoken else _remote(status)), weight=match.weight,
        )  # fmt: skip

    def _is_told_of_target(self, tokens: Tokens, match: Match, places: Places) -> bool:
        """Whether the source says that the target did something hostile: "Kyiv says Russia deported children"."""
        if match.rule.quad != _HOSTILE_DEED or not _touch(tokens, match.slot("S"), places.target):
            return False
        for above in tokens.ancestors(match.trigger):
            if tokens.lemmas[above] in self._knowledge.speech and tokens.is_verb(above):
                speaker = surface_subject(tokens, above)
                return speaker is not None and _touch(tokens, [speaker], places.source)
        return False

    def _accusation(self, tokens: Tokens, match: Match) -> RuleAnswer:
        rule = match.rule
        return RuleAnswer(
            root=_OF_TOLD_DEEDS, mode="", cameo="", rule=rule.id, pattern=rule.pattern.line,
            trigger=tokens.words[match.trigger], status=Status.ACTUAL, fit=NEARLY, weight=match.weight,
        )  # fmt: skip

    def _status(self, tokens: Tokens, trigger: int) -> Status:
        """How real a deed is told; the purpose of something done counts as done ("flew to Rome to meet the pope")."""
        status, cues = status_of(tokens, trigger, self._knowledge)
        if status is Status.INTENDED and all(tokens.deps[c.word] == "advcl" for c in cues):
            return Status.ACTUAL
        return status


def _remote(status: Status) -> int:
    return 0 if status in (Status.ACTUAL, Status.ONGOING) else _REMOTE


def _fit(tokens: Tokens, match: Match, places: Places) -> int:
    lead = match.slot("S")
    follow = [*match.slot("T"), *match.slot("V")]
    led, met = _touch(tokens, lead, places.source), _touch(tokens, follow, places.target)
    if led and met:
        return BOTH
    if _touch(tokens, lead, places.target) and _touch(tokens, follow, places.source):
        return TURNED if match.rule.symmetric else NONE
    if match.rule.symmetric and led and _touch(tokens, lead, places.target):
        return BOTH
    if led and _touch(tokens, [*match.slot("C"), *match.slot("X")], places.target):
        return THROUGH
    behind = [*(i for i in match.used if i != match.trigger), match.trigger]
    reached = met or _touch(tokens, behind, places.target)
    if led:
        return NEARLY if reached else ONE
    return ONE + 1 if met and not lead else NONE


def _touch(tokens: Tokens, heads: Iterable[int], words: frozenset[int]) -> bool:
    """Whether a slot is filled by marked words, or by a phrase that they are part of."""
    return any(i in words or not words.isdisjoint(tokens.main_words(i)) for i in heads)

"""Claims of projects: what a sentence tells of a work, joined to what the article told of it before."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from detente.knowledge.entries import Rule
from detente.model import Claim, Cue, Kind, Party, Status
from detente.reading.build import Sentence
from detente.reading.participants import TakingPart, name_of, taking_part
from detente.reading.tokens import SUBJECTS, Tokens
from detente.reading.told_numbers import dates_of, numbers_of
from detente.reading.works import Named, is_any, is_one_more, state_of, works_named

#: how many parsed sentences back a work may be named for "it" and "the project" to mean it
_REACH = 2
_AHEAD = (Status.PLANNED, Status.POSSIBLE, Status.INTENDED, Status.ASKED)
_TOLD = ("cost", "financing", "capacity", "length", "due", "started", "completed")


@dataclass(frozen=True, slots=True)
class Work:
    """A work that an article has told of."""

    type: str
    name: str
    sentence: int
    source: tuple[Party, ...]
    target: tuple[Party, ...]
    via: tuple[Party, ...]


@dataclass(slots=True)
class WorksTold:
    """The works that one article has told of, in order; made for an article."""

    works: list[Work] = field(default_factory=list)

    def meant(self, named: Named, name: str, sentence: int) -> Work | None:
        """The work that a noun or pronoun means again; None where none is near enough."""
        for work in reversed(self.works):
            if named.type == "":
                fits = not named.may_mean or work.type in named.may_mean
                return work if fits and sentence - work.sentence <= _REACH else None
            if work.type == named.type and (not name or not work.name or name == work.name):
                return work
        return None


@dataclass(frozen=True, slots=True)
class _Said:
    """What one sentence says of one work."""

    named: Named
    name: str
    state: str
    word: int | None
    part: TakingPart
    details: tuple[tuple[str, str], ...]

    @property
    def tells(self) -> bool:
        """Whether it says how the work stands, or a number or date of it."""
        return bool(self.state) or any(name in _TOLD for name, _ in self.details)

    def of_a_thing(self, tokens: Tokens) -> bool:
        """Whether what is said of "it" can only be said of a work: a number of it, or what was done to it."""
        done = self.word is not None and (not tokens.is_verb(self.word) or tokens.passive(self.word))
        return done or any(name in _TOLD for name, _ in self.details)


def with_projects(sentence: Sentence, claims: list[Claim], told: WorksTold, number: int, article: str) -> list[Claim]:
    """The claims of a sentence with those of its works: those of the rules with their details, and what they missed."""
    named = works_named(sentence.tokens, sentence.knowledge.works)
    if not named:
        return claims
    heads = [n.head for n in named]
    left = [c for c in claims if c.kind is Kind.PROJECT]
    found = [c for c in claims if c.kind is not Kind.PROJECT]
    left = [c for c in left if not any(_is_of(sentence, c, n) and is_any(sentence.tokens, n.head) for n in named)]
    for one in named:
        own = [c for c in left if _is_of(sentence, c, one)]
        left = [c for c in left if c not in own]
        said = _said(sentence, one, heads)
        claim = _completed(sentence, own, said) if own else _of_itself(sentence, said, told, number, article)
        if claim is not None:
            found.append(claim)
            name = dict(claim.details).get("name", "")
            told.works.append(Work(claim.type, name, number, claim.source, claim.target, claim.via))
        elif one.type and said.part.source:
            part = said.part
            told.works.append(Work(one.type, said.name, number, part.source, part.target, part.via))
    return found + left


def _is_of(sentence: Sentence, claim: Claim, named: Named) -> bool:
    """Whether a rule's claim is of the work that a noun names."""
    start = sentence.tokens.offset + sentence.tokens.starts[named.head]
    return claim.type == named.type and claim.start <= start < claim.end


def _said(sentence: Sentence, named: Named, heads: list[int]) -> _Said:
    tokens, works = sentence.tokens, sentence.knowledge.works
    state, word = state_of(tokens, named.head, works)
    linear = not named.type or named.type in works.linear
    part = taking_part(tokens, sentence.actors, named.head, works, linear=linear)
    name = name_of(tokens, sentence.actors, named.head) if named.type else ""
    details = [("name", name)] if name else []
    details += [(n, v) for n, v in numbers_of(tokens, named.head, heads) if linear or n != "length"]
    details += dates_of(tokens, named.head, heads, sentence.times, sentence.published)
    details += [(n, v) for n, v in (("route", part.route), ("site", part.site), ("roles", part.roles)) if v]
    first = {n: v for n, v in reversed(details)}  # the first that is told of a kind stays
    return _Said(named, name, state, word, part, tuple((n, v) for n, v in details if first[n] == v))


def _completed(sentence: Sentence, own: list[Claim], said: _Said) -> Claim:
    """A rule's claim, the one that names most, with the details and the state that the rest of its clause tells."""
    claim = max(own, key=lambda c: sum(1 for p in c.source + c.target + c.via if p.code))
    target = tuple(p for p in claim.target if p.code) or _others(said.part.target, claim.source)
    via = claim.via or _others(said.part.via, claim.source + target)
    return _in_state(sentence, replace(claim, target=target, via=via, details=said.details), said.state)


def _in_state(sentence: Sentence, claim: Claim, told: str) -> Claim:
    """The claim with the state that is told, as far as its status lets it be."""
    state = _as_real(claim, told)
    if not state or state in claim.context:
        return claim
    rule = _rule(sentence, claim.type, state)
    return replace(claim, context=rule.context, score=rule.score, sign=rule.sign, rule=rule.id)


def _as_real(claim: Claim, told: str) -> str:
    """The state of a work as the status lets it be: what is only to be does not stand, what goes on is not finished."""
    state = told or next(iter(claim.context), "")
    if claim.status in _AHEAD and state in ("completed", "under_construction"):
        return "proposed"
    building = claim.status is Status.ONGOING and claim.rule.endswith(".completed")
    return "under_construction" if building and state == "completed" else state


def _others(parties: tuple[Party, ...], than: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(p for p in parties if all(p.code != other.code for other in than))


def _of_itself(sentence: Sentence, said: _Said, told: WorksTold, number: int, article: str) -> Claim | None:
    """The claim of a work that no rule has read; None where nobody takes part or nothing is told."""
    if sentence.tokens.lower[said.named.head] == "it" and not said.of_a_thing(sentence.tokens):
        return None
    before = told.meant(said.named, said.name, number)
    project = said.named.type or (before.type if before else "")
    source, target, via = said.part.source, said.part.target, said.part.via
    if before is not None and not is_one_more(sentence.tokens, said.named.head):
        target = target or _others(before.target, source)
        source, via = source or before.source, via or before.via
    routed = any(name == "route" for name, _ in said.details)
    if not project or not (said.tells or routed) or not any(p.code for p in source):
        return None
    claim = _claim(sentence, said, _rule(sentence, project, said.state), (source, target, via), article)
    if before is not None and before.name and not said.name and not is_one_more(sentence.tokens, said.named.head):
        claim = replace(claim, details=(("name", before.name), *claim.details))
    return _in_state(sentence, claim, said.state)


def _rule(sentence: Sentence, project: str, state: str) -> Rule:
    """The codes of a type in a state; where no state is told, those of the type."""
    rules = sentence.knowledge.works.rules
    if state:
        return rules[project, state]
    return rules[project, "proposed"]._replace(id=f"project.{project}.told", context=())


def _claim(sentence: Sentence, said: _Said, rule: Rule, sides: tuple[tuple[Party, ...], ...], article: str) -> Claim:
    tokens, head = sentence.tokens, said.named.head
    source, target, via = sides
    trigger = _trigger(sentence, said)
    told = sentence.qualifier.qualities(trigger)
    start, end = sentence.extent([head, *([said.word] if said.word is not None else [])], source + target + via)
    span = tokens.slice(tokens.phrase_start(head), head)
    cues = [Cue(answers="trigger", value=rule.type, start=span.start, end=span.end, text=span.text)]
    if said.word is not None:
        word = tokens.slice(said.word, said.word)
        cues.append(Cue(answers="state", value=said.state, start=word.start, end=word.end, text=word.text))
    return Claim(
        article=article, kind=Kind.PROJECT, type=rule.type, context=rule.context, score=rule.score, sign=rule.sign,
        source=source, target=target, via=via, object=span.text, issue=sentence.issues(rule, start, end),
        when=told.when, status=_able(tokens, trigger, told.status), background=told.background, speaker=told.speakers,
        place=sentence.place(trigger), sentence=tokens.span, start=start, end=end, rule=rule.id,
        details=said.details, cues=(*cues, *told.cues),
    )  # fmt: skip


def _able(tokens: Tokens, trigger: int, status: Status) -> Status:
    """The status, or of what a work "can carry", that it is so."""
    able = any(tokens.lower[c] == "can" for c in tokens.all_children(trigger, "aux"))
    return Status.ACTUAL if able and status is Status.POSSIBLE else status


def _trigger(sentence: Sentence, said: _Said) -> int:
    """The word whose tense and cues say how real it is: the verb that tells the state, else what the work hangs on."""
    tokens, head = sentence.tokens, said.named.head
    if said.word is not None:
        if tokens.is_verb(said.word):
            return said.word
        above = tokens.heads[said.word]
        if tokens.is_verb(above) and tokens.deps[said.word] in ("acomp", "attr", "nsubj", "nsubjpass", "dobj"):
            return above
        return said.word if tokens.is_noun(said.word) else head
    above = tokens.heads[head]
    return above if tokens.is_verb(above) and tokens.deps[head] in SUBJECTS else head

"""From a rule that fits to a claim: parties, time, status, speaker, place, and the words of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from detente.knowledge.entries import Knowledge, Rule
from detente.knowledge.patterns import Form
from detente.model import Claim, Cue, Kind, Party, Status, When
from detente.reading.arguments import prepositions_of, surface_subject
from detente.reading.attribution import speakers_of
from detente.reading.match import Match
from detente.reading.places import place_of
from detente.reading.status import StatusCue, status_of
from detente.reading.tokens import Tokens
from detente.reading.when import TimeWords
from detente.reading.who import Actors

#: what happened longer ago than this is told as background
NEWS_DAYS = 45
#: prepositions after a thing that lead to whom it is meant for ("a curfew on Basra", "sanctions against Iran")
_AIMING = frozenset({"on", "against", "for", "with", "to", "toward", "towards", "from", "over"})
#: prepositions that say where something happens
_WHERE = frozenset({"in", "at", "near", "on", "around", "outside", "inside", "across"})
_LASTING = (Kind.TIE, Kind.STANCE)
_OPEN = (Status.PLANNED, Status.POSSIBLE, Status.INTENDED)


class Sentence:
    """All that is known about one sentence while its claims are built."""

    def __init__(
        self, tokens: Tokens, actors: Actors, times: list[TimeWords], knowledge: Knowledge, published: date | None
    ) -> None:
        self.tokens = tokens
        self.actors = actors
        self._now = actors
        self.published = published
        self.knowledge = knowledge
        self._times = _attached(tokens, times)
        self._speech = frozenset(knowledge.speech)

    def claim(self, match: Match, article: str) -> Claim | None:
        """The claim that a fitting rule makes; None where its parties are not two or not known."""
        rule = match.rule
        told = self._time(match.trigger)
        self.actors = self._actors_then(told)
        sides = self._sides(match)
        if sides is None:
            return None
        source, target = sides
        status, status_cues = status_of(
            self.tokens, match.trigger, self.knowledge.effects, self._speech, alone=_is_aside(self.tokens, match)
        )
        status = _settled(status, status_cues, rule, told, self.tokens, match.trigger)
        when = _possible_time(told.when if told else When(), status, self.published)
        speakers, _ = speakers_of(self.tokens, match.trigger, self.actors, self.knowledge.speech)
        via = self._parties(match, "V")
        start, end = self._extent(match, source + target + via)
        return Claim(
            article=article,
            kind=rule.kind,
            type=rule.type,
            mode=rule.mode,
            context=rule.context,
            cameo=rule.cameo,
            quad=rule.quad,
            score=rule.score,
            sign=rule.sign,
            source=source,
            target=target,
            via=via,
            symmetric=rule.symmetric,
            object=self._object(match),
            issue=self._issues(rule, start, end),
            when=when,
            status=status,
            background=_is_former(self.tokens, match.trigger) or _is_background(when, told, self.published, rule),
            speaker=speakers,
            place=place_of(self.tokens, match.trigger, self.actors, self.knowledge),
            sentence=self.tokens.span,
            start=start,
            end=end,
            rule=rule.id,
            cues=tuple(self._cues(match, status_cues, told)),
        )

    def _actors_then(self, told: TimeWords | None) -> Actors:
        """The actors as they were at the time told, where that is long past; otherwise as at publication."""
        if told is None or told.bound or told.ahead or not told.when.start or not told.when.end:
            return self._now
        middle = told.when.start + (told.when.end - told.when.start) / 2
        if self.published and middle > self.published - timedelta(days=NEWS_DAYS):
            return self._now
        return self._now.as_of(middle)

    # -- parties -------------------------------------------------------------------------------------

    def _parties(self, match: Match, slot: str) -> tuple[Party, ...]:
        found: list[Party] = []
        for i in match.slot(slot):
            found.extend(p for p in self.actors.parties(i) if not any(_same(p, q) for q in found))
        return tuple(found)

    def _sides(self, match: Match) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
        source, target = self._parties(match, "S"), self._parties(match, "T")
        slots = match.rule.pattern.slots
        if not target and ("T" not in slots or _may_lack_target(match.rule)):
            target = self._aimed_at(match, source)
        if not target and len(source) > 1 and (match.rule.symmetric or "T" in slots or "C" in slots):
            source, target = (source[:1], source[1:]) if len(source) == 2 else (source, source)
        elif match.rule.kind is not Kind.TRAIT and not (len(source) > 2 and source == target):
            target = tuple(t for t in target if not any(_same(t, s) for s in source))
        if "T" in slots and not target and not _may_lack_target(match.rule):
            return None
        if not source and not self._may_lack_source(match, target):
            return None
        if not any(p.code for p in source + target):
            return None
        return source, target

    def _may_lack_source(self, match: Match, target: tuple[Party, ...]) -> bool:
        """Whether nobody need be named as doer: in the passive ("T was jailed"), and where force was used on T."""
        if match.rule.kind not in (Kind.EVENT, Kind.FLOW) or not target:
            return False
        if match.rule.quad == 4:
            return True
        return self.tokens.passive(match.trigger) and surface_subject(self.tokens, match.trigger) in match.slot("T")

    def _aimed_at(self, match: Match, source: tuple[Party, ...]) -> tuple[Party, ...]:
        """Whom a rule without a target is aimed at: the thing dealt with, its owner, or who is named in the clause."""
        t = self.tokens
        for i in sorted(match.used - {match.trigger}):
            near = [i, *(c for adp, c in prepositions_of(t, i) if adp in _AIMING)]
            for word in near:
                others = [p for p in self.actors.parties(word) if not any(_same(p, s) for s in source)]
                if others:
                    return tuple(replace(p, reason=f"{p.reason}; it is what was dealt with") for p in others)
        for head in match.slot("X"):
            owners = [p for p in self.actors.parties(head) if p.code and not any(_same(p, s) for s in source)]
            if owners:
                return tuple(replace(p, reason=f"{p.reason}; the object is theirs") for p in owners)
        for head in [*match.slot("C"), *match.slot("X")]:
            for i in t.main_words(head):
                party = self.actors.party(i) if self.actors.is_mention(i) else None
                if party and party.code and not any(_same(party, s) for s in source):
                    return (replace(party, reason=f"{party.reason}; named in what is told of it"),)
        return self._struck(match, source) if match.rule.quad == 4 and source else ()

    def _struck(self, match: Match, source: tuple[Party, ...]) -> tuple[Party, ...]:
        """Whom force is used on where nobody is named: those of the place where it happens."""
        t = self.tokens
        for head in [match.trigger, *t.ancestors(match.trigger)[:1]]:
            for adposition, i in prepositions_of(t, head):
                party = self.actors.party(i) if adposition in _WHERE and self.actors.is_mention(i) else None
                if party and party.country and not any(_same(party, s) for s in source):
                    return (replace(party, reason=f"{party.reason}; it happened there"),)
        return ()

    # -- time ----------------------------------------------------------------------------------------

    def _time(self, trigger: int) -> TimeWords | None:
        """The words of time nearest above or on the trigger, not beyond who speaks or a relative clause."""
        t = self.tokens
        below = trigger
        for above in [trigger, *t.ancestors(trigger)]:
            if above != trigger:
                dep = t.deps[below]
                reported = dep == "ccomp" and t.lemmas[above] in self._speech
                if reported or dep in ("relcl", "conj", "advcl", "parataxis"):
                    return None
            if above in self._times:
                return self._times[above]
            below = above
        return None

    # -- words ---------------------------------------------------------------------------------------

    def _object(self, match: Match) -> str:
        for i in [*match.slot("X"), *match.slot("C")]:
            words = self.tokens.subtree(i)
            return self.tokens.slice(words[0], words[-1]).text.strip(' ,;"“”')
        return ""

    def _extent(self, match: Match, parties: Iterable[Party]) -> tuple[int, int]:
        offset = self.tokens.offset
        words = [match.trigger, *match.used, *(i for _, i in match.slots)]
        if self.tokens.is_noun(match.trigger):  # "air war", not "war"
            words.append(self.tokens.phrase_start(match.trigger))
        starts = [offset + self.tokens.starts[i] for i in words]
        ends = [offset + self.tokens.end(i) for i in words]
        inside = [p for p in parties if p.start >= offset and p.end <= offset + len(self.tokens.text)]
        return min([*starts, *(p.start for p in inside)]), max([*ends, *(p.end for p in inside)])

    def _issues(self, rule: Rule, start: int, end: int) -> tuple[str, ...]:
        t = self.tokens
        near = {t.lemmas[i] for i in range(len(t)) if start - 40 <= t.offset + t.starts[i] <= end + 60}
        told = [issue for issue, words in self.knowledge.issues.items() if near.intersection(words)]
        return tuple(dict.fromkeys([*rule.issue, *told]))

    def _cues(self, match: Match, status: tuple[StatusCue, ...], told: TimeWords | None) -> Iterable[Cue]:
        trigger = sorted({match.trigger, *match.used})
        yield self._cue("pattern", match.rule.pattern.line, match.trigger)
        for i in trigger:
            yield self._cue("trigger", match.rule.type, i)
        for cue in status:
            yield self._cue("status", cue.status, cue.word)
        if told:
            start = self.tokens.offset + told.start
            yield Cue(
                answers="time",
                value=told.bound or "at",
                start=start,
                end=self.tokens.offset + told.end,
                text=told.when.text,
            )

    def _cue(self, answers: str, value: str, i: int) -> Cue:
        said = self.tokens.slice(i, i)
        return Cue(answers=answers, value=value, start=said.start, end=said.end, text=said.text)


def _attached(tokens: Tokens, times: list[TimeWords]) -> dict[int, TimeWords]:
    """For each verb or noun that words of time hang on, those words; the first where there are several."""
    found: dict[int, TimeWords] = {}
    for told in times:
        at = tokens.at(told.start, told.end)
        if at is None:
            continue
        head = next((i for i in range(at[0], at[1] + 1) if not at[0] <= tokens.heads[i] <= at[1]), at[0])
        for above in [head, *tokens.ancestors(head)]:
            if not at[0] <= above <= at[1] and (tokens.is_verb(above) or tokens.is_noun(above)):
                found.setdefault(above, told)
                if tokens.is_verb(above):
                    break
    return found


def _is_aside(tokens: Tokens, match: Match) -> bool:
    """Whether a description stands beside what it describes, and so does not share the clause's status."""
    if match.rule.pattern.form is not Form.COPULA:
        return False
    dep = tokens.deps[match.trigger]
    return dep in ("appos", "compound", "nmod", "amod") or tokens.child(match.trigger, "appos") is not None


def _same(a: Party, b: Party) -> bool:
    if a.code or b.code:
        vague = a.name == b.name and not (a.sector and b.sector)
        return a.code == b.code and (a.sector == b.sector or vague)
    return a.text == b.text


def _may_lack_target(rule: Rule) -> bool:
    return (
        any(c.optional and c.filler and c.filler.slot == "T" for c in rule.pattern.complements)
        or rule.pattern.lead == "T"
    )


def _settled(
    status: Status, cues: tuple[StatusCue, ...], rule: Rule, told: TimeWords | None, tokens: Tokens, trigger: int
) -> Status:
    """The status once the time and the tense of a lasting relation have had their say."""
    if told and told.ahead and status in (Status.ACTUAL, Status.ONGOING):
        return Status.PLANNED
    if status is Status.ACTUAL and rule.kind in _LASTING:
        if told and told.bound == "since":
            return Status.ONGOING
        if told is None and _present(tokens, trigger):
            return Status.ONGOING
    return status


def _present(tokens: Tokens, trigger: int) -> bool:
    verb = trigger if tokens.is_verb(trigger) else tokens.heads[trigger]
    if not tokens.is_verb(verb):
        return False
    if tokens.tags[verb] in ("VBZ", "VBP"):
        return True
    return any(
        tokens.lower[c] in ("is", "are", "has", "have", "'s", "'re")
        for c in tokens.all_children(verb, "aux", "auxpass")
    )


def _possible_time(when: When, status: Status, published: date | None) -> When:
    """Nothing that is or was can lie after its report: such a time is left open."""
    if published is None or status in _OPEN or status in (Status.NEGATED, Status.ASKED):
        return when
    if when.start and when.start > published:
        return When(precision=when.precision, text=when.text)
    if when.end and when.end > published:
        return When(start=when.start, end=published, precision=when.precision, text=when.text)
    return when


_FORMER = frozenset("former erstwhile onetime one-time ex once sometime".split())


def _is_former(tokens: Tokens, trigger: int) -> bool:
    """Whether a description is of the past: "former allies", "a one-time colony"."""
    return any(
        tokens.lower[c] in _FORMER and tokens.deps[c] in ("amod", "advmod", "compound")
        for c in tokens.children[trigger]
    )


def _is_background(when: When, told: TimeWords | None, published: date | None, rule: Rule) -> bool:
    """Whether it is told as history: it ended, or began and was over, well before publication."""
    if rule.background:
        return True
    if published is None or told is None or told.bound == "since":
        return False
    last = when.end or when.start
    return last is not None and last < published - timedelta(days=NEWS_DAYS)

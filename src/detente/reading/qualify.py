"""When it is, how certain, news or history, and who says so: the qualities of what a word of a sentence tells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente.knowledge import Knowledge
from detente.model import Cue, Speaker, Status, When
from detente.reading.attribution import speakers_of
from detente.reading.own_cues import StatusCue
from detente.reading.status import status_of
from detente.reading.story import Earlier, Story
from detente.reading.tokens import SUBJECTS, Tokens
from detente.reading.when import TimeWords
from detente.reading.who import Actors

#: what happened longer ago than this is told as background
NEWS_DAYS = 45
_OPEN = (Status.PLANNED, Status.POSSIBLE, Status.INTENDED)
_UNREAL = (*_OPEN, Status.NEGATED, Status.ASKED)
_FORMER = frozenset("former erstwhile onetime one-time ex once sometime late".split())
_LONG_AGO = frozenset("historically once formerly originally traditionally previously".split())
#: words by which a sentence has left the time of the one before
_NOW = frozenset("now today currently nowadays still meanwhile".split())


@dataclass(frozen=True, slots=True)
class Qualities:
    """The qualities of what a word tells, with the words that decided them."""

    when: When
    status: Status
    background: bool
    speakers: tuple[Speaker, ...]
    cues: tuple[Cue, ...]


class Qualifier:
    """Asks one sentence what the text says of any of its words; made for a sentence."""

    def __init__(
        self,
        tokens: Tokens,
        actors: Actors,
        told: list[TimeWords],
        knowledge: Knowledge,
        published: date | None,
        story: Story | None = None,
    ) -> None:
        self._tokens = tokens
        self._actors = actors
        self._dated = any(t.when.start or t.when.end for t in told)
        self._times = attached(tokens, told)
        self._dates = _dates(tokens, told)
        self._knowledge = knowledge
        self._published = published
        self._story = story
        self._today = published or (story.today if story else None)

    def qualities(
        self, trigger: int, *, lasting: bool = False, alone: bool = False, background: bool = False
    ) -> Qualities:
        """What is said of a word; `lasting` for a relation that goes on, `alone` for a mere description."""
        status, status_cues = status_of(self._tokens, trigger, self._knowledge, alone=alone)
        told = self.time(trigger)
        if alone and told is not None and self._is_new(told) and trigger not in self._times:
            told = None  # "a US-backed militia attacked on Monday": it is backed at other times too
        carries = not alone and told is None and self._may_carry(trigger, status, lasting)
        earlier = self._carried() if carries else None
        words = earlier.told if earlier else told
        status = self._settled(status, words, trigger, lasting, alone)
        when = possible_time(words.when if words else When(), status, self._published)
        speakers, places = speakers_of(self._tokens, trigger, self._actors, self._knowledge.speech)
        if not speakers and self._story is not None:
            speakers = self._quoted(trigger)
        return Qualities(
            when=when,
            status=status,
            background=background or self._is_history(trigger, when, words, status),
            speakers=speakers,
            cues=tuple(self._cues(status_cues, told, earlier, places)),
        )

    # -- time ----------------------------------------------------------------------------------------

    def time(self, trigger: int) -> TimeWords | None:
        """The words of time nearest above or on a word, not beyond who speaks or a relative clause."""
        t = self._tokens
        below = trigger
        for above in [trigger, *t.ancestors(trigger)]:
            if above != trigger and not self._reaches(above, below):
                return self._of_when(below, above) or self._shared(trigger)
            if above in self._times:
                return self._of_plan(trigger, above)
            below = above
        return self._told_by_when(trigger) or self._shared(trigger)

    def _is_new(self, told: TimeWords) -> bool:
        """Whether a time is of the news: ahead, or not long before publication."""
        last = told.when.end or told.when.start
        return told.ahead or bool(last and self._published and last >= self._published - timedelta(days=NEWS_DAYS))

    def _of_when(self, clause: int, above: int) -> TimeWords | None:
        """The time of what a clause with "when" tells: that of the clause, or of the date, which it hangs on."""
        if not _is_when(self._tokens, clause):
            return None
        t = self._tokens
        for i in [above, *t.ancestors(above)]:
            if i in self._dates:
                return self._dates[i]
            if i in self._times:
                return self._times[i]
            if t.is_verb(i):
                return None
        return None

    def _told_by_when(self, trigger: int) -> TimeWords | None:
        """The time of a clause with "when" that hangs on the verb: "when Iran yielded in March, Iraq sent envoys"."""
        t = self._tokens
        verb = trigger if t.is_verb(trigger) else t.heads[trigger]
        clauses = [c for c in t.all_children(verb, "advcl") if _is_when(t, c) and c in self._times]
        return self._times[clauses[0]] if clauses and not self._times[clauses[0]].bound else None

    def _reaches(self, above: int, below: int) -> bool:
        """Whether the time of the upper word is that of the lower."""
        t = self._tokens
        dep = t.deps[below]
        if dep == "ccomp" and t.lemmas[above] in self._knowledge.speech:
            return False
        if dep == "conj" and t.is_verb(below):
            own = t.child(below, *SUBJECTS) is not None
            return not own and t.is_verb(above) and (above not in self._times or self._not_after(above, below))
        if dep == "advcl" and t.tags[below] == "VBG" and t.child(below, "mark", "advmod", *SUBJECTS) is None:
            return True  # "severed relations in 1961, citing"
        return dep not in ("relcl", "advcl", "parataxis") and not (dep == "prep" and t.lower[below] in _AROUND)

    def _not_after(self, above: int, below: int) -> bool:
        """Whether the time of the first of two joined verbs was told before the second."""
        told = self._times.get(above)
        return told is not None and told.start < self._tokens.starts[below]

    def _shared(self, trigger: int) -> TimeWords | None:
        """The time that a verb shares: told at the end of what is joined to it, or at the head of the sentence."""
        t = self._tokens
        verb = trigger if t.is_verb(trigger) else t.heads[trigger]
        for c in t.all_children(verb, "conj"):
            if t.is_verb(c) and t.child(c, *SUBJECTS) is None and c in self._times and t.tags[c] == t.tags[verb]:
                return self._times[c]
        if t.deps[verb] == "conj":
            first = self._times.get(t.heads[verb])
            if first is not None and first.start <= 3 and not first.bound:
                return first
        return None

    def _of_plan(self, trigger: int, above: int) -> TimeWords:
        """The time of a word, or, where only the plan or the wish for it was dated, the time from then on."""
        told = self._times[above]
        t = self._tokens
        chain = [trigger, *t.ancestors(trigger)]
        inside = chain[: chain.index(above)]
        hoped = any(t.deps[i] in ("xcomp", "ccomp") or (t.deps[i] == "acl" and t.is_verb(i)) for i in inside)
        past = told.when.start is not None and not told.ahead and not told.bound
        if not (hoped and past and told.start < t.starts[trigger]):
            return told
        status, _ = status_of(t, trigger, self._knowledge)
        if status not in (*_OPEN, Status.ASKED):
            return told
        return replace(told, when=replace(told.when, end=None), bound="after")

    # -- time told before ----------------------------------------------------------------------------

    def _may_carry(self, trigger: int, status: Status, lasting: bool) -> bool:
        """Whether a word goes on telling what the sentence before told: in the past tense, at no other time."""
        t = self._tokens
        if self._story is None or self._dated or lasting or status is not Status.ACTUAL or _NOW & set(t.lower):
            return False
        verb = next((i for i in [trigger, *t.ancestors(trigger)] if t.is_verb(i)), None)
        if verb is None or t.deps[verb] in ("relcl", "acl") or not _is_past(t, verb) or _is_earlier(t, verb):
            return False
        return not any(
            t.deps[i] == "ccomp" and t.lemmas[t.heads[i]] in self._knowledge.speech
            for i in [trigger, *t.ancestors(trigger)]
        )

    def _carried(self) -> Earlier | None:
        """The time that the sentences before it told, where that is history."""
        earlier = self._story.before(self._tokens.offset) if self._story else None
        today = self._today
        if earlier is None or today is None:
            return None
        last = earlier.told.when.end or earlier.told.when.start
        return earlier if last and last < today - timedelta(days=NEWS_DAYS) else None

    # -- status, history -----------------------------------------------------------------------------

    def _settled(self, status: Status, told: TimeWords | None, trigger: int, lasting: bool, alone: bool) -> Status:
        """The status once the time and the tense of a lasting relation have had their say."""
        if told and told.ahead and status in (Status.ACTUAL, Status.ONGOING):
            return Status.PLANNED
        if status is Status.ACTUAL and lasting:
            if told and told.bound == "since":
                return Status.ONGOING
            if told is None and (_present(self._tokens, trigger) or alone) and not _is_former(self._tokens, trigger):
                return Status.ONGOING
        return status

    def _is_history(self, trigger: int, when: When, told: TimeWords | None, status: Status) -> bool:
        """Whether it is told as history: it ended, or began and was over, well before publication."""
        t = self._tokens
        if _is_former(t, trigger) or (status is not Status.ONGOING and _was_once(t, trigger)):
            return True
        if told is not None and told.bound in ("since", "first_since"):
            return False
        last = when.end or when.start
        if last is None:  # in a history what is told in the past is past
            history = self._story is not None and self._story.is_history
            return history and status is not Status.ONGOING and not _tells_present(t, trigger)
        return self._today is not None and last < self._today - timedelta(days=NEWS_DAYS)

    # -- speakers and cues ---------------------------------------------------------------------------

    def _quoted(self, trigger: int) -> tuple[Speaker, ...]:
        """The speaker of the quote that a word stands in, where an earlier sentence told."""
        story = self._story
        if story is None:
            return ()
        number = story.quotes.at(self._tokens.offset + self._tokens.starts[trigger])
        return (story.said[number],) if number is not None and number in story.said else ()

    def _cues(
        self, status: tuple[StatusCue, ...], told: TimeWords | None, earlier: Earlier | None, places: tuple[int, ...]
    ) -> list[Cue]:
        found = [self._cue("status", cue.status, cue.word, cue.word) for cue in status]
        if earlier is not None:
            found.append(_time_cue(earlier.told, earlier.offset, "carried"))
        elif told is not None:
            found.append(_time_cue(told, self._tokens.offset, told.bound or "at"))
        found.extend(self._cue("speaker", self._stance(i), i, i) for i in places)
        return found

    def _stance(self, i: int) -> str:
        words = (self._tokens.lemmas[i], f"{self._tokens.lower[i]}_to")
        return next((self._knowledge.speech[w].stance for w in words if w in self._knowledge.speech), "states")

    def _cue(self, answers: str, value: str, first: int, last: int) -> Cue:
        said = self._tokens.slice(first, last)
        return Cue(answers=answers, value=value, start=said.start, end=said.end, text=said.text)


def _time_cue(told: TimeWords, offset: int, value: str) -> Cue:
    return Cue(answers="time", value=value, start=offset + told.start, end=offset + told.end, text=told.when.text)


def attached(tokens: Tokens, times: list[TimeWords]) -> dict[int, TimeWords]:
    """For each verb or noun that words of time hang on, those words; the first where there are several."""
    found: dict[int, TimeWords] = {}
    for told in times:
        at = tokens.at(told.start, told.end)
        if at is None:
            continue
        if told.bare:  # the name of an event: its own time, not that of who speaks of it
            found.update({i: told for i in range(at[0], at[1] + 1) if tokens.is_noun(i) and i not in found})
            continue
        head = next((i for i in range(at[0], at[1] + 1) if not at[0] <= tokens.heads[i] <= at[1]), at[0])
        for above in [head, *tokens.ancestors(head)]:
            if not at[0] <= above <= at[1] and (tokens.is_verb(above) or tokens.is_noun(above)):
                if above not in found or _says_more(told, found[above]):
                    found[above] = told
                if tokens.is_verb(above):
                    break
    return found


_AROUND = frozenset("after before following since until pending despite".split())


def _dates(tokens: Tokens, times: list[TimeWords]) -> dict[int, TimeWords]:
    """For each word inside words of time, those words."""
    found: dict[int, TimeWords] = {}
    for told in times:
        at = tokens.at(told.start, told.end)
        if at is not None and not told.bare:
            found.update({i: told for i in range(at[0], at[1] + 1)})
    return found


def _is_when(tokens: Tokens, verb: int) -> bool:
    """Whether a clause begins with "when", or with "in which" and the like."""
    for c in tokens.all_children(verb, "advmod", "mark", "prep"):
        if tokens.lower[c] == "when":
            return True
        if tokens.deps[c] == "prep" and any(tokens.lower[g] == "which" for g in tokens.all_children(c, "pobj")):
            return tokens.lower[c] in ("in", "at", "during", "on")
    return False


def _says_more(told: TimeWords, other: TimeWords) -> bool:
    """Whether a time has dates and another none."""
    return bool(told.when.start or told.when.end) and not (other.when.start or other.when.end)


def possible_time(when: When, status: Status, published: date | None) -> When:
    """Nothing that is or was can lie after its report: such a time is left open."""
    if published is None or status in _UNREAL:
        return when
    if when.start and when.start > published:
        return When(precision=when.precision, text=when.text)
    if when.end and when.end > published:
        return When(start=when.start, end=published, precision=when.precision, text=when.text)
    return when


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


def _tells_present(tokens: Tokens, trigger: int) -> bool:
    """Whether the verbs above a word lead to one in the present or the present perfect, and to none in the past."""
    for verb in [trigger, *tokens.ancestors(trigger)]:
        if tokens.is_verb(verb) and _is_past(tokens, verb):
            return False
        if tokens.is_verb(verb) and _present(tokens, verb):
            return True
    return False


def _is_past(tokens: Tokens, verb: int) -> bool:
    """Whether a verb is in the simple past or the past perfect, or leans on one that is."""
    auxiliaries = {tokens.lower[c] for c in tokens.all_children(verb, "aux", "auxpass")}
    if auxiliaries & {"has", "have", "is", "are", "will", "'s", "'re"}:
        return False
    if tokens.tags[verb] == "VBD" or auxiliaries & {"had", "was", "were", "did"}:
        return True
    head = tokens.heads[verb]
    return head != verb and tokens.is_verb(head) and _is_past(tokens, head)


def _is_earlier(tokens: Tokens, verb: int) -> bool:
    """Whether a verb tells of what was before the time told: "had previously been"."""
    before = any(tokens.lower[c] in ("previously", "earlier", "formerly") for c in tokens.all_children(verb, "advmod"))
    return before and any(tokens.lower[c] == "had" for c in tokens.all_children(verb, "aux"))


def _is_former(tokens: Tokens, trigger: int) -> bool:
    """Whether a description is of the past: "former allies", "a one-time colony"."""
    return any(
        tokens.lower[c] in _FORMER and tokens.deps[c] in ("amod", "advmod", "compound", "nmod")
        for c in tokens.children[trigger]
    )


def _was_once(tokens: Tokens, trigger: int) -> bool:
    """Whether it is told as what used to be: "was once allied", "used to arm", "historically claimed"."""
    verb = next((i for i in [trigger, *tokens.ancestors(trigger)] if tokens.is_verb(i)), None)
    if verb is None:
        return False
    head = tokens.heads[verb]
    if tokens.deps[verb] == "xcomp" and tokens.lemmas[head] == "use" and tokens.tags[head] == "VBD":
        return True
    past = tokens.tags[verb] == "VBD" or any(tokens.lower[c] in ("was", "were") for c in tokens.children[verb])
    adverbs = {tokens.lower[c] for c in tokens.all_children(verb, "advmod") if not tokens.children[c]}
    return past and bool(adverbs & _LONG_AGO)

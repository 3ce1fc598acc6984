"""From a rule that fits to a claim: parties, time, status, speaker, place, and the words of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from detente.knowledge.entries import Knowledge, Rule
from detente.knowledge.patterns import Form, Pattern
from detente.model import Claim, Cue, Kind, Party, Place, Status
from detente.reading.amounts import Sort
from detente.reading.arguments import prepositions_of, surface_subject
from detente.reading.circumstances import deeds, doers, hurts_nobody, of_the_place, scene, struck
from detente.reading.match import Match
from detente.reading.places import place_of
from detente.reading.qualify import NEWS_DAYS, Qualifier
from detente.reading.story import Story
from detente.reading.tokens import SUBJECTS, Tokens
from detente.reading.told_numbers import amount_of
from detente.reading.when import TimeWords
from detente.reading.who import Actors

#: prepositions after a thing that lead to whom it is meant for ("a curfew on Basra", "sanctions against Iran")
_AIMING = frozenset({"on", "against", "for", "with", "to", "toward", "towards", "from", "over"})
#: what the amount of a flow may be
_FLOWING = (Sort.MONEY, Sort.CAPACITY, Sort.QUANTITY, Sort.SHARE)
#: verbs by which "would" only makes a wish polite
_POLITE = frozenset("like prefer love welcome appreciate".split())
#: relations that are there when they are said to be somebody's
_LASTING_BONDS = frozenset(
    "alliance tie relation relationship link friendship partnership cooperation dependence reliance rivalry enmity "
    "feud border dispute quarrel membership presence".split()
)
_ASKING = frozenset({"what", "who", "whom", "which", "why", "how"})
_CIRCUMSTANCES = frozenset("after before since following because during despite amid under unless until".split())
_LASTING = (Kind.TIE, Kind.STANCE)


class Sentence:
    """All that is known about one sentence while its claims are built."""

    def __init__(
        self,
        tokens: Tokens,
        actors: Actors,
        times: list[TimeWords],
        knowledge: Knowledge,
        published: date | None,
        story: Story | None = None,
        met: tuple[Party, ...] = (),
    ) -> None:
        self.tokens = tokens
        self.actors = actors
        self._now = actors
        self.published = published
        self.times = times
        self._met = met
        self.knowledge = knowledge
        self.qualifier = Qualifier(tokens, actors, times, knowledge, published, story)

    def claim(self, match: Match, article: str) -> Claim | None:
        """The claim that a fitting rule makes; None where its parties are not two or not known."""
        rule = match.rule
        teller = self.tokens.heads[match.trigger] if rule.pattern.governors else match.trigger  # "relations soured"
        self.actors = self._actors_then(self.qualifier.time(teller))
        thing = self._object(match)
        found = self._all_sides(match, thing)
        if found is None:
            return None
        source, target, implied = found
        told = self.qualifier.qualities(
            teller,
            lasting=rule.kind in _LASTING and rule.type != "former_rule",
            alone=_is_aside(self.tokens, match) or _is_given(self.tokens, match),
            background=rule.background,
        )
        via = self._parties(match, "V")
        start, end = self._stretch(match, source + target + via)
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
            object=thing,
            issue=self.issues(rule, start, end),
            when=told.when,
            status=self._as_wished(match, told.status),
            background=told.background,
            speaker=told.speakers,
            place=self.place(match.trigger),
            sentence=self.tokens.span,
            start=start,
            end=end,
            rule=rule.id,
            details=self._details(match, start, end),
            cues=(*self._cues(match), *implied, *told.cues),
        )

    def _all_sides(
        self, match: Match, thing: str
    ) -> tuple[tuple[Party, ...], tuple[Party, ...], tuple[Cue, ...]] | None:
        """Source and target as told and as circumstances tell them, with the words for these; None for too little."""
        sides = self._sides(match)
        if sides is None or _tells_nothing(self.tokens, match, thing, sides[1]):
            return None
        source, target = sides
        implied: tuple[Cue, ...] = ()
        if match.rule.kind is Kind.TRAIT:
            target = tuple(p for p in target if p.code or p.sector == "")
        if match.rule.quad == 4:
            source, target, implied = self._by_circumstances(match, source, target)
        return (source, target, implied) if self._enough(match, source, target) else None

    def _as_wished(self, match: Match, status: Status) -> Status:
        """The status, or of "would like", which is a plain wish, that it is there."""
        polite = match.rule.kind is Kind.STANCE and self.tokens.lemmas[match.trigger] in _POLITE
        would = any(self.tokens.lower[c] in ("would", "'d") for c in self.tokens.all_children(match.trigger, "aux"))
        return Status.ONGOING if polite and would and status is Status.POSSIBLE else status

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
        t, head = self.tokens, match.trigger
        told = t.heads[head] if t.deps[head] == "amod" else -1  # "Iran-backed militias and the army"
        title = match.rule.kind is Kind.TRAIT and slot == "S" and _is_aside(t, match)
        for i in match.slot(slot):
            own = self.actors.party(i) if i == told or title or _joined_later(t, head, i) else None
            parties = (own,) if own is not None else self.actors.parties(i)
            found.extend(p for p in parties if not any(_same(p, q) for q in found))
        return tuple(found)

    def _sides(self, match: Match) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
        source, target = self._parties(match, "S"), self._parties(match, "T")
        slots = match.rule.pattern.slots
        if not source and "S" not in slots and match.rule.kind in _LASTING:  # those of whom the article tells
            source, target = (self._met[:1], self._met[1:]) if self._names_nobody(match) else ((), ())
        if match.rule.symmetric and len(source) == 2 and "T" not in slots:
            source, target = source[:1], source[1:]
        if not target and ("T" not in slots or _may_lack_target(match.rule)):
            target = self._aimed_at(match, source)
        told = match.rule.kind is Kind.STATEMENT  # those who declare something declare it to all
        mutual = match.rule.symmetric or (not told and _takes_each_other(match.rule.pattern))
        if not target and len(source) > 1 and mutual:
            source, target = (source[:1], source[1:]) if len(source) == 2 else (source, source)
        elif match.rule.kind is not Kind.TRAIT and not (len(source) > 2 and source == target):
            target = tuple(t for t in target if not any(_same(t, s) for s in source))
        if "T" in slots and not target and not _may_lack_target(match.rule):
            return None
        return source, target

    def _enough(self, match: Match, source: tuple[Party, ...], target: tuple[Party, ...]) -> bool:
        """Whether enough is known of who deals with whom."""
        if not source and not self._may_lack_source(match, target):
            return False
        return any(p.code for p in source + target) and not hurts_nobody(self.tokens, match)

    def _by_circumstances(
        self, match: Match, source: tuple[Party, ...], target: tuple[Party, ...]
    ) -> tuple[tuple[Party, ...], tuple[Party, ...], tuple[Cue, ...]]:
        """The sides of a use of force, with what its circumstances tell of them, and the words that tell it."""
        t, trigger = self.tokens, match.trigger
        heads = [*match.slot("T"), *match.slot("S"), trigger, *deeds(t, trigger)]
        place = scene(t, heads, self.actors, self.knowledge)
        by = of_the_place(source or doers(t, self.actors, trigger), place, self.knowledge)
        on = of_the_place(target, place, self.knowledge)
        cues = tuple(
            Cue(answers="party", value=side, start=p.start, end=p.end, text=p.text)
            for side, told, known in (("source", source, by), ("target", target, on)) if told != known for p in known
        )  # fmt: skip
        return by, on, cues

    def _names_nobody(self, match: Match) -> bool:
        """Whether what a line without parties is about names none of its own: "relations soured"."""
        t = self.tokens
        verbal = t.is_verb(match.trigger)
        subject = surface_subject(t, match.trigger) if verbal else match.trigger
        if subject is None:
            return True
        others = [i for i in t.subtree(subject) if i != subject and t.deps[i] not in ("det", "poss")]
        own = not verbal and t.child(subject, "poss") is not None
        return not (own or any((i and t.words[i][:1].isupper()) or self.actors.is_mention(i) for i in others))

    def _may_lack_source(self, match: Match, target: tuple[Party, ...]) -> bool:
        """Whether nobody need be named as doer: in the passive ("T was jailed"), and where force was used on T."""
        if match.rule.kind not in (Kind.EVENT, Kind.FLOW) or not target:
            return False
        if match.rule.kind is Kind.FLOW and match.slot("V"):
            return True
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
        said = match.rule.kind is Kind.STATEMENT  # of whom a clause of its own tells is not to whom it is told
        clauses = [i for i in match.slot("C") if not (said and t.child(i, *SUBJECTS) is not None)]
        for head in [*clauses, *match.slot("X")]:
            for i in _meant_words(t, head):
                party = self.actors.party(i) if self.actors.is_mention(i) else None
                own = party is not None and any(s.country and s.country == party.country for s in source)
                if party and party.code and not own and not any(_same(party, s) for s in source):
                    return (replace(party, reason=f"{party.reason}; named in what is told of it"),)
        return (
            struck(self.tokens, self.actors, match.trigger, source, self.knowledge)
            if match.rule.quad == 4 and source
            else ()
        )

    # -- words ---------------------------------------------------------------------------------------

    def _details(self, match: Match, start: int, end: int) -> tuple[tuple[str, str], ...]:
        """The amount of a flow; nothing for other kinds."""
        if match.rule.kind is not Kind.FLOW:
            return ()
        offset = self.tokens.offset
        amount = amount_of(self.tokens, start - offset, end - offset, _FLOWING)
        return (("amount", amount),) if amount else ()

    def _object(self, match: Match) -> str:
        for i in [*match.slot("X"), *match.slot("C")]:
            words = self.tokens.subtree(i)
            return self.tokens.slice(words[0], words[-1]).text.strip(' ,;"“”')
        return ""

    def _stretch(self, match: Match, parties: Iterable[Party]) -> tuple[int, int]:
        words = [match.trigger, *match.used, *(i for _, i in match.slots)]
        if self.tokens.is_noun(match.trigger):  # "air war", not "war"
            words.append(self.tokens.phrase_start(match.trigger))
        return self.extent(words, parties)

    def extent(self, words: Iterable[int], parties: Iterable[Party]) -> tuple[int, int]:
        """The first and last offset in the article of some words and of the parties named in this sentence."""
        offset = self.tokens.offset
        words = list(words)
        starts = [offset + self.tokens.starts[i] for i in words]
        ends = [offset + self.tokens.end(i) for i in words]
        inside = [p for p in parties if p.start >= offset and p.end <= offset + len(self.tokens.text)]
        return min([*starts, *(p.start for p in inside)]), max([*ends, *(p.end for p in inside)])

    def place(self, trigger: int) -> Place | None:
        """Where the thing told by a word happens."""
        return place_of(self.tokens, trigger, self.actors, self.knowledge)

    def issues(self, rule: Rule, start: int, end: int) -> tuple[str, ...]:
        """The issues that a rule has and that the words about a stretch of the article name."""
        t = self.tokens
        near = {t.lemmas[i] for i in range(len(t)) if start - 40 <= t.offset + t.starts[i] <= end + 60}
        told = [issue for issue, words in self.knowledge.issues.items() if near.intersection(words)]
        return tuple(dict.fromkeys([*rule.issue, *told]))

    def _cues(self, match: Match) -> Iterable[Cue]:
        yield self._cue("pattern", match.rule.pattern.line, match.trigger)
        for i in sorted({match.trigger, *match.used}):
            yield self._cue("trigger", match.rule.type, i)

    def _cue(self, answers: str, value: str, i: int) -> Cue:
        said = self.tokens.slice(i, i)
        return Cue(answers=answers, value=value, start=said.start, end=said.end, text=said.text)


def _tells_nothing(tokens: Tokens, match: Match, thing: str, target: tuple[Party, ...]) -> bool:
    """Whether a fit is none: a question ("what does Russia want"), people who flee to refugees, a mere epithet."""
    if thing.lower() in _ASKING:
        return True
    if match.rule.kind is Kind.TRAIT:  # "the Kurdish-led alliance"
        return tokens.deps[match.trigger] == "amod"
    return match.rule.type == "refugees" and any(p.sector == "REF" for p in target)


def _is_aside(tokens: Tokens, match: Match) -> bool:
    """Whether a description stands beside what it describes, and so does not share the clause's status."""
    if match.rule.pattern.form is Form.VERB:  # "US-backed rebels"
        return tokens.deps[match.trigger] == "amod" and tokens.tags[match.trigger] == "VBN"
    if match.rule.pattern.form is not Form.COPULA:
        return False
    dep = tokens.deps[match.trigger]
    return dep in ("appos", "compound", "nmod", "amod") or tokens.child(match.trigger, "appos") is not None


def _meant_words(tokens: Tokens, head: int) -> list[int]:
    """The words that tell of whom something is wanted, without those of its time, place and cause."""
    words = tokens.main_words(head)
    aside = {i for w in words if w != head and tokens.lower[w] in _CIRCUMSTANCES for i in tokens.subtree(w)}
    helped = {i for i in words if i + 1 < len(tokens) and tokens.words[i + 1] == "-"}  # "a US-backed force"
    return [i for i in words if i not in aside and i not in helped]


def _is_given(tokens: Tokens, match: Match) -> bool:
    """Whether a relation is spoken of as a thing that there is: "would risk its ties with India"."""
    i = match.trigger
    if match.rule.kind is not Kind.TIE or match.rule.pattern.form is not Form.NOUN or match.rule.pattern.governors:
        return False
    owned = tokens.child(i, "poss") is not None and tokens.deps[i] in ("dobj", "pobj")
    if match.rule.type == "presence":  # "soldiers in Iraq would be told", "concern about fighters in Syria"
        return tokens.deps[i] != "dobj"
    if match.rule.type == "diplomatic_relations":  # "the envoy to Syria will attend"
        return tokens.deps[i] == "nsubj" and tokens.lemmas[i] in ("ambassador", "envoy", "consul", "representative")
    named = any(tokens.tags[c] in ("NNP", "JJ") and tokens.words[c][:1].isupper() for c in tokens.children[i])
    if (
        named and tokens.deps[i] == "nsubj" and tokens.lemmas[i] in _LASTING_BONDS
    ):  # "US reliance on militias will harm"
        return True
    return owned and tokens.lemmas[i] in _LASTING_BONDS


def _joined_later(tokens: Tokens, trigger: int, i: int) -> bool:
    """Whether others are joined to a noun only after what a clause tells of it: "Abiy, who won, and Isaias met"."""
    clauses = [c for c in tokens.all_children(i, "relcl") if c == trigger or c in tokens.ancestors(trigger)]
    return any(j > clauses[0] for j in tokens.all_children(i, "conj")) if clauses else False


def _takes_each_other(pattern: Pattern) -> bool:
    """Whether doers do it with each other where nobody else is named: who "agreed", not who "welcomed the talks"."""
    targets = [c.adpositions for c in pattern.complements if c.filler and c.filler.slot == "T"]
    return "C" in pattern.slots or any("with" in led and not led & {"of", "by"} for led in targets)


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

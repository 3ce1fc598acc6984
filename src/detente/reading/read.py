"""Articles to claims: find sentences worth parsing, parse them, ask every question of each."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.knowledge import Knowledge
from detente.knowledge.entries import Sort
from detente.knowledge.patterns import Form
from detente.knowledge.text import fold
from detente.model import Article, Claim, Kind, Precision, Reading, Span, Unread
from detente.reading.agreement import Draft, ask
from detente.reading.attribution import note_quotes
from detente.reading.build import Sentence
from detente.reading.derived import derived
from detente.reading.digest import ruleset
from detente.reading.discourse import Discourse
from detente.reading.match import Match, matches
from detente.reading.names import Hit, Names
from detente.reading.near import near_misses
from detente.reading.parse import LONGEST_SENTENCE, Given, Parser
from detente.reading.projects import WorksTold, with_projects
from detente.reading.roles import RoleNouns
from detente.reading.rule_index import RuleIndex
from detente.reading.second_coder import SecondCoder
from detente.reading.silence import as_silence
from detente.reading.split import sentences
from detente.reading.story import Story, story_of
from detente.reading.tokens import Tokens
from detente.reading.when import TimeWords
from detente.reading.who import Actors

#: which kind wins when rules of equal weight fit the same word
_PRECEDENCE = {kind: n for n, kind in enumerate(
    (Kind.EVENT, Kind.TIE, Kind.FLOW, Kind.PROJECT, Kind.STANCE, Kind.STATEMENT, Kind.TRAIT)
)}  # fmt: skip
_LASTING_WORDS = frozenset(
    {"since", "decades", "long", "years", "always", "traditionally", "historically", "throughout"}
)
#: one claim of each of these sets for a trigger: what is done, is or is wanted; and what moves or is built by it
_TELLING = frozenset({Kind.EVENT, Kind.TIE, Kind.STANCE, Kind.STATEMENT, Kind.TRAIT})
_MOVING = frozenset({Kind.FLOW, Kind.PROJECT})
#: how much more a deed weighs than a state of things where what is told does not last
_FOR_DEEDS = 4
_LONG = (Precision.DECADE, Precision.ERA)
_MORE_THAN_A_YEAR = 400


@dataclass(frozen=True, slots=True)
class _Worth:
    """A sentence worth parsing and the known names in it."""

    sentence: Span
    hits: list[Hit]


class Reader:
    """Reads articles.  Making one loads the parser (about a second); reading keeps no state between articles.

    With a second coder its opinion is asked of every event that the rules find or nearly find.
    """

    def __init__(self, knowledge: Knowledge, second: SecondCoder | None = None) -> None:
        self.knowledge = knowledge
        self._second = second
        self.rules = ruleset(knowledge, second.folder if second else None)
        self._names = Names(knowledge)
        self._roles = RoleNouns(knowledge.roles)
        self._rules = RuleIndex(knowledge.rules)
        self._parser = Parser()

    def read(self, article: Article) -> Reading:
        """The claims of one article."""
        return self.read_batch([article])[0]

    def read_batch(self, articles: Sequence[Article]) -> list[Reading]:
        """The reading of each article, in order; sentences of all are parsed together, which is faster."""
        collecting = gc.isenabled()
        gc.disable()  # a batch makes little garbage, and looking for it in all knowledge costs a fifth of the time
        try:
            return list(self._read_together(articles))
        finally:
            if collecting:
                gc.enable()

    def _read_together(self, articles: Sequence[Article]) -> Iterator[Reading]:
        worth: list[tuple[int, _Worth]] = []
        counts: list[int] = []
        all_spans: list[list[Span]] = []
        for n, article in enumerate(articles):
            spans = list(sentences(article.text))
            counts.append(len(spans))
            all_spans.append(spans)
            worth.extend((n, w) for w in self._worth_parsing(article, spans))
        parsed = self._parser.parse(
            Given(w.sentence.text, w.sentence.start, tuple((h.start, h.end) for h in w.hits)) for _, w in worth
        )
        by_article: list[list[tuple[_Worth, Tokens]]] = [[] for _ in articles]
        for (n, w), tokens in zip(worth, parsed, strict=True):
            by_article[n].append((w, tokens))
        drafts = [
            self._drafts(article, rows, story_of(article, all_spans[n], self.knowledge.periods))
            for n, (article, rows) in enumerate(zip(articles, by_article, strict=True))
        ]
        if self._second is not None:
            ask([draft for found in drafts for draft in found], self._second, self.knowledge)
        for article, count, found in zip(articles, counts, drafts, strict=True):
            yield self._reading(article, count, found)

    def _worth_parsing(self, article: Article, spans: list[Span]) -> Iterator[_Worth]:
        """The sentences that name an actor, or that may refer to one named just before."""
        hits = self._names.find(article.text)
        at, named_before = 0, False
        for span in spans:
            inside: list[Hit] = []
            while at < len(hits) and hits[at].start < span.end:
                hit = hits[at]
                if hit.start >= span.start:
                    inside.append(Hit(hit.start - span.start, hit.end - span.start, hit.words, hit.namings))
                at += 1
            named = {hit.namings[0].entry for hit in inside if self._is_actor(hit)}
            names_actor, names_several = bool(named), len(named) > 1
            refers = named_before and not names_actor and _may_refer(span.text)
            told = names_several or ((names_actor or refers) and self._may_tell(span.text))
            if told and len(span.text) <= LONGEST_SENTENCE:
                yield _Worth(span, inside)
            named_before = names_actor or (named_before and (refers or _is_heading(span.text)))

    def _may_tell(self, text: str) -> bool:
        """Whether a sentence holds a word that some rule needs; without one there is nothing to find."""
        return not self.knowledge.triggers.isdisjoint(_WORD.findall(fold(text).lower()))

    def _is_actor(self, hit: Hit) -> bool:
        return any(
            self.knowledge.entries[n.entry].sort not in (Sort.OUTLET, Sort.REGION, Sort.CITY) for n in hit.namings
        )

    def _drafts(self, article: Article, rows: list[tuple[_Worth, Tokens]], story: Story) -> list[Draft]:
        """What the rules make of each sentence of an article, in order, for what is said refers to what was."""
        discourse = Discourse(article.published)
        works = WorksTold()
        article_id = article.id
        found: list[Draft] = []
        previous: Span | None = None
        for worth, tokens in rows:
            discourse.sentence += 1 if previous is None or worth.sentence.start - previous.end < 3 else 2
            previous = worth.sentence
            if len(tokens):
                found.append(self._draft(article, article_id, worth, tokens, discourse, story, works))
        return found

    def _reading(self, article: Article, count: int, drafts: list[Draft]) -> Reading:
        told = [claim for draft in drafts for claim in draft.claims]
        told += [event for claim in told for event in derived(claim, self.knowledge)]
        claims = {claim.id: claim for claim in told}
        unread = [self._unread(draft.sentence.tokens, draft.sentence.actors) for draft in drafts if not draft.claims]
        return Reading(
            article=article, claims=tuple(claims.values()), unread=tuple(u for u in unread if u),
            rules=self.rules.digest, sentences=count, parsed=len(drafts),
        )  # fmt: skip

    def _draft(
        self,
        article: Article,
        article_id: str,
        worth: _Worth,
        tokens: Tokens,
        discourse: Discourse,
        story: Story,
        works: WorksTold,
    ) -> Draft:
        actors = Actors(tokens, worth.hits, self.knowledge, self._roles, discourse)
        found = list(matches(tokens, actors, self._rules))
        told = story.times_of(tokens.text, tokens.offset, worth.hits, self.knowledge)
        note_quotes(story, tokens, actors, self.knowledge.speech)
        sentence = Sentence(tokens, actors, told, self.knowledge, article.published, story, discourse.meeting())
        fitting = _chosen(_outside_periods(found, tokens, told), tokens, told)
        claims = [as_silence(c) for m in fitting if (c := sentence.claim(m, article_id))]
        _note_meeting(claims, discourse)
        claims = with_projects(sentence, claims, works, discourse.sentence, article_id)
        near = list(near_misses(tokens, actors, claims)) if self._second else []
        return Draft(article_id, sentence, claims, near)

    def _unread(self, tokens: Tokens, actors: Actors) -> Unread | None:
        codes = tuple(dict.fromkeys(p.code for p in actors.known))
        if len(codes) < 2:
            return None
        verbs = tuple(
            tokens.lemmas[i] for i in range(len(tokens))
            if tokens.is_verb(i) and tokens.deps[i] not in ("aux", "auxpass")
            and tokens.lemmas[i] not in self.knowledge.vocabulary
        )  # fmt: skip
        return Unread(sentence=tokens.span, actors=codes, verbs=verbs)


def _note_meeting(claims: list[Claim], discourse: Discourse) -> None:
    """Note who is first told to meet, for what the meeting is said to be about."""
    for claim in claims:
        if not discourse.met and claim.type == "CONSULT" and len(claim.source) == len(claim.target) == 1:
            discourse.met = claim.source + claim.target


def _is_heading(text: str) -> bool:
    """Whether a sentence is a heading, which does not end what was told before it."""
    return text.isupper() and len(text) < _LONGEST_HEADING


def _may_refer(text: str) -> bool:
    """Whether a sentence that names nobody begins by speaking of somebody named before."""
    words = _WORD.findall(text.lower())
    return not _OF_A_MEETING.isdisjoint(words) or not _REFERRING.isdisjoint(_WORD.findall(text[:_BEGINNING].lower()))


_LONGEST_HEADING = 80
#: where the subject of a sentence stands, in characters
_BEGINNING = 30
_WORD = re.compile(r"[a-z][a-z'-]*")
#: what is told with these words is told of those who meet
_OF_A_MEETING = frozenset("agenda topic thaw détente detente rapprochement reconciliation".split())
_REFERRING = frozenset(
    "they it he she their its his her them him both two pair duo sides side countries neighbours neighbors rivals "
    "president minister government officials talks troops forces army spokesman spokeswoman ministry premier "
    "rebels group work pipeline dam railway project line plant port refinery reactor bridge canal road route trade "
    "agenda neither smuggling relations ties relationship".split()
)


def _chosen(found: list[Match], tokens: Tokens, told: list[TimeWords]) -> list[Match]:
    """The best matches of each trigger; a noun that a verb's pattern uses makes no claim of its own."""
    used = {i for m in found for i in m.used if i != m.trigger}
    by_trigger: dict[int, list[Match]] = {}
    for match in found:
        if match.trigger not in used:
            by_trigger.setdefault(match.trigger, []).append(match)
    stretch = any(_is_stretch(t) for t in told) or bool(_LASTING_WORDS.intersection(tokens.lower))
    chosen: list[Match] = []
    for _, options in sorted(by_trigger.items()):
        is_state = tokens.is_noun(options[0].trigger) and options[0].rule.pattern.form is Form.COPULA
        lasts = stretch or is_state or _lasts(tokens, options[0].trigger)
        for kinds in (_TELLING, _MOVING):
            rivals = [m for m in options if m.rule.kind in kinds]
            if rivals:
                chosen.append(min(rivals, key=lambda m: _rank(m, lasts)))
    return chosen


def _is_stretch(told: TimeWords) -> bool:
    """Whether words of time tell of what lasts: "since", "until", a decade, "from 1975 to 1990"."""
    first, last = told.when.start, told.when.end
    long = first is not None and last is not None and (last - first).days > _MORE_THAN_A_YEAR
    return told.when.precision in _LONG or told.bound in ("since", "until") or long


def _outside_periods(found: list[Match], tokens: Tokens, told: list[TimeWords]) -> list[Match]:
    """Matches whose trigger is not part of the name of a time ("the first world war")."""
    eras = [t for t in told if t.named]
    return [m for m in found if not any(t.start <= tokens.starts[m.trigger] < t.end for t in eras)]


def _lasts(tokens: Tokens, trigger: int) -> bool:
    """Whether a verb's form tells of what lasts: the present, "used to", or a participle that describes."""
    if not tokens.is_verb(trigger):
        return False
    if tokens.deps[trigger] in ("acl", "amod") and tokens.tags[trigger] == "VBN":
        return True
    if tokens.deps[trigger] == "pcomp" and tokens.tags[trigger] == "VBG":  # "accused Syria of backing"
        return tokens.lower[tokens.heads[trigger]] in ("of", "for", "by", "against")
    if any(tokens.lower[c] in ("does", "do") for c in tokens.all_children(trigger, "aux")):
        return True
    if tokens.deps[trigger] == "xcomp" and tokens.lower[tokens.heads[trigger]] == "used":
        return True
    if any(tokens.lower[c] in ("is", "are") for c in tokens.all_children(trigger, "auxpass")):  # "is funded by"
        return True
    return tokens.tags[trigger] in ("VBZ", "VBP")


def _rank(match: Match, lasting: bool) -> tuple[int, int]:
    """Smaller is better: where what is told lasts a tie wins, otherwise the more specific rule."""
    precedence = _PRECEDENCE[match.rule.kind]
    if lasting and match.rule.kind is Kind.TIE:
        return -1000, -match.weight
    return -match.weight - _FOR_DEEDS * (match.rule.kind is Kind.EVENT), precedence

"""How well claims fit a query: who does it to whom, what sort of claim it is, which words its sentence has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum

from detente.answers.lexicon import stem, stems, tokens
from detente.answers.query import Asked, Named, Query
from detente.answers.question_forms import selects
from detente.answers.question_names import names_pattern, tells_of
from detente.answers.reasons import gives_reason
from detente.archive.evidence import Candidate
from detente.model import Party, Status

#: how far a claim tells of somebody: as a party, a part of a state, a person acting for it, or by its words only
_PARTY, _PART, _ACTING, _BY_THE_WORDS, _TOLD_OF, _IN_ARTICLE = 1.0, 0.9, 0.75, 0.6, 0.4, 0.2
#: kinds that tell what is in somebody's mind, where others than their target may be meant
_OF_MIND = frozenset({"stance", "statement"})
#: what is asked for must be the claim itself
_BY_NAME = (Asked.DOER, Asked.RECEIVER, Asked.WHETHER, Asked.SAYER)
_STRICT = (Asked.DOER, Asked.RECEIVER, Asked.WHETHER)
#: armed groups of a state are not that state
_NOT_THE_STATE = frozenset({"REB", "OPP", "INS", "SEP", "RAD", "CRM", "UAF"})
_PLAIN, _SAID, _CUED, _BY_VERB, _NEAR, _FIGURE_ALONE = 1.0, 0.8, 0.6, 0.5, 0.45, 0.2
_ROLE_WEIGHT, _TYPE_WEIGHT, _WORD_WEIGHT, _TEXT_WEIGHT = 2.0, 1.5, 1.0, 0.8
#: what is left of the type of a claim whose sentence has none of the words that its meaning asks for
_WITHOUT_CUE = 0.3
_UNDATED_HISTORY = 0.4
#: what is told of a time so much longer than the one asked for did not happen then
_MUCH_LONGER, _SHORT = 3, timedelta(days=100)
_TELLING_NOTHING = frozenset({"trait", "statement"})
_OPEN = (Asked.HAPPENINGS, Asked.HISTORY, Asked.TURN, Asked.STANDING)
_FIGURES = (Asked.HOW_MANY, Asked.HOW_MUCH, Asked.HOW_LONG, Asked.BY_WHEN)


class Level(IntEnum):
    """How a claim comes to be an answer: its type is near, its sentence has the words, its type is asked for."""

    NEAR = 0
    WORDS = 1
    PLAIN = 2


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate and how well it fits; `level` says whether its type does, only its words do, or neither quite.

    It is `close` where all whom the query names are parties of the claim, or said to be so by its words.
    """

    found: Candidate
    weight: float
    level: Level
    close: bool = True


def weighed(query: Query, found: Sequence[Candidate]) -> list[Weighed]:
    """Those candidates that fit a query, the best first."""
    kept = [(c, fit) for c in found if (fit := _fit(query, c)) is not None]
    texts = text_scores(_asked_words(query), [c.sentence for c, _ in kept])
    held = [
        Weighed(claim, weight + _TEXT_WEIGHT * text, level, close)
        for (claim, (weight, level, close)), text in zip(kept, texts, strict=True)
    ]
    return sorted(held, key=lambda w: (-w.weight, w.found.published is None, w.found.published, w.found.id))


def _asked_words(query: Query) -> list[str]:
    asked = dict.fromkeys((*query.words, *query.beside))
    return list(asked | dict.fromkeys(map(stem, query.verb))) if asked else []


def text_scores(words: Sequence[str], sentences: Sequence[str]) -> list[float]:
    """How well each sentence matches some stems by BM25, from 0 to 1 for the best."""
    if not words or not sentences:
        return [0.0] * len(sentences)
    import bm25s  # here, because questions without words of their own need not wait for it

    held = [stems(sentence) or [""] for sentence in sentences]
    known = {word for row in held for word in row}
    if asked := [word for word in words if word in known]:
        index = bm25s.BM25()
        index.index(held, show_progress=False)
        scores = index.get_scores(asked).tolist()
        best = max(scores)
        return [score / best if best > 0 else 0.0 for score in scores]
    return [0.0] * len(sentences)


def _fit(query: Query, claim: Candidate) -> tuple[float, Level, bool] | None:
    """The weight of a claim without its words, how its type and how its parties fit; None where it is no answer."""
    lacks_figure = query.asks in _FIGURES and not has_figure(query, claim)
    if lacks_figure or (query.asks is Asked.WHY and not gives_reason(claim.sentence)):
        return None
    if not in_time(query, claim) or (query.asks is Asked.HAPPENINGS and claim.kind == "trait"):
        return None
    role = role_fit(query, claim)
    kind = _kind_fit(query, claim)
    words = _word_fit(query, claim)
    if role is None or kind is None or words is None:
        return None
    (fit, level), (share, close) = kind, role
    spoken_of = close or is_charge(claim) or is_denial(claim)
    if query.asks is Asked.WHETHER and (level is Level.NEAR or not spoken_of):
        return None
    weight = _ROLE_WEIGHT * share + _TYPE_WEIGHT * fit + _WORD_WEIGHT * words + _worth(query, claim)
    if (query.since or query.until) and claim.undated and claim.background:
        weight *= _UNDATED_HISTORY
    return weight, level, close


# -- parties ---------------------------------------------------------------------------------------------


def role_fit(query: Query, claim: Candidate) -> tuple[float, bool] | None:
    """How well the parties of a claim are those asked for, from 0 to 1, and whether all of them are so closely.

    None where one asked for is missing.
    """
    told = _Telling(query, claim)
    fits = list(_fits(query, claim, told))
    if any(fit <= 0 for fit in fits) or _lacks_who_is_asked(query, claim):
        return None
    if _IN_ARTICLE in fits and max(fits) < _ACTING and not is_third_asked(query):
        return None
    close = all(fit >= _BY_THE_WORDS for fit in fits)
    if query.places:
        fits.append(max(_place_fit(place, claim, told) for place in query.places))
        loosely = query.asks is Asked.WHETHER and fits[-1] <= _IN_ARTICLE and not is_charge(claim)
        if not fits[-1] or loosely:
            return None
    return (sum(fits) / len(fits) if fits else 0.5), close


def is_third_asked(query: Query) -> bool:
    """Whether somebody is asked for who does a thing between others, told by the words of its meaning."""
    return query.asks is Asked.DOER and bool(query.among) and not query.both and bool(query.cues)


class _Telling:
    """What the words around a claim tell of those whom a query names."""

    def __init__(self, query: Query, claim: Candidate) -> None:
        self.low = claim.sentence.lower()
        self.cued = bool(query.cues) and has_cue(query, claim)
        self._verbs = "|".join(map(re.escape, sorted(set(tokens(self.low)) & set(query.verb))))
        self._roles = frozenset(query.beside)
        self._counts = dict(zip(query.parties, claim.told_of, strict=False))

    def plays(self, party: Party) -> bool:
        """Whether a party without a name is what the question calls a state's people: rebels, police, pilgrims."""
        return not party.code and not self._roles.isdisjoint(stems(party.text))

    def names(self, named: Named) -> bool:
        """Whether the sentence names somebody."""
        return tells_of(named, self.low)

    def does(self, named: Named) -> bool:
        """Whether one of the verbs asked for follows the name of somebody within a few words, and no passive."""
        line = rf"{names_pattern(named)}\W+(?:\w+\W+){{0,4}}?(?:{self._verbs})\b(?! by\b)"
        return bool(self._verbs) and bool(re.search(line, self.low))

    def undergoes(self, named: Named) -> bool:
        """Whether one of the verbs stands right before the name of somebody, or after it as a passive."""
        verbs, name = rf"\b(?:{self._verbs})\b", names_pattern(named)
        before, after = rf"{verbs}\W+(?:\w+\W+){{0,2}}?{name}", rf"{name}\W+(?:\w+\W+){{0,5}}?{verbs} by\b"
        return bool(self._verbs) and bool(re.search(f"{before}|{after}", self.low))

    def often(self, named: Named) -> int:
        """How often the article names somebody."""
        return self._counts.get(named, 0)


def _fits(query: Query, claim: Candidate, told: _Telling) -> Iterator[float]:
    doers, receivers = claim.source, claim.target + claim.via
    everybody = doers + receivers
    if query.asks in _FIGURES:
        for named in query.source + query.target + query.among:
            yield max((_same(named, party) for party in everybody), default=0.0) or _loosely(named, told)
        return
    if claim.symmetric:
        doers = receivers = everybody
    elif is_charge(claim) and query.means not in CHARGES:  # whoever is charged is said to do it
        doers, receivers = claim.target, ()
    if query.source:
        yield max(_doer_fit(named, doers, told) for named in query.source)
    if query.target:
        yield max(_receiver_fit(query, named, claim, receivers, told) for named in query.target)
    for named in query.among:
        yield max((_same(named, party) for party in everybody), default=0.0) or _among_fit(query, named, claim, told)


def _doer_fit(named: Named, doers: Iterable[Party], told: _Telling) -> float:
    best = max((_same(named, party) for party in doers), default=0.0)
    return best or (_BY_THE_WORDS if told.does(named) else 0.0)


def _receiver_fit(query: Query, named: Named, claim: Candidate, receivers: Sequence[Party], told: _Telling) -> float:
    best = max((_same(named, party) for party in receivers), default=0.0)
    if best:
        return best
    if any(told.plays(party) for party in receivers):
        return _ACTING
    if told.undergoes(named):
        return _BY_THE_WORDS
    misread = {p.code for p in receivers} <= {p.code for p in claim.source}
    stated = claim.kind in _OF_MIND or misread or not any(p.code for p in receivers)
    if told.names(named):
        return _TOLD_OF if stated or query.asks not in _STRICT else 0.0
    loosely = misread and (query.asks not in _STRICT or is_denial(claim))
    return _IN_ARTICLE if loosely and told.often(named) > 1 else 0.0


def _loosely(named: Named, told: _Telling) -> float:
    """By the sentence, or else by the article."""
    return _TOLD_OF if told.names(named) else _IN_ARTICLE if told.often(named) > 1 else 0.0


def _among_fit(query: Query, named: Named, claim: Candidate, told: _Telling) -> float:
    if query.claims and (told.does(named) or told.undergoes(named)):
        return _BY_THE_WORDS
    if told.names(named):
        of_others = query.asks in _OPEN and bool(claim.source) and bool(claim.target)
        return _IN_ARTICLE if of_others else _TOLD_OF
    if query.asks is Asked.WHETHER:
        return 0.0
    lone = query.claims and not claim.target
    return _IN_ARTICLE if (lone or told.cued) and told.often(named) > 1 else 0.0


def _same(named: Named, party: Party) -> float:
    """How far a party of a claim is the one that a question names."""
    if named.person or not named.code:
        if tells_of(named, party.text.lower()) or (named.person and named.name == party.name):
            return _PARTY
        return _ACTING if named.code and party.code == named.code else 0.0
    if party.code == named.code:
        return _PARTY
    part = named.state and party.country == named.code and party.sector not in _NOT_THE_STATE
    return _PART if part else 0.0


def _place_fit(place: Named, claim: Candidate, told: _Telling) -> float:
    parties = claim.source + claim.target + claim.via
    here = bool(place.code) and place.code in (claim.place, *(p.country for p in parties))
    if told.names(place) or (here and not place.seat):
        return 1.0
    loosely = place.seat or not place.code
    return _IN_ARTICLE if loosely and told.often(place) else 0.0


def _lacks_who_is_asked(query: Query, claim: Candidate) -> bool:
    """Whether a claim names nobody in the role that is asked for, or only those who ask themselves."""
    if query.asks is Asked.DOER and query.among and not query.both:
        return all(_is_named(p, query.among) for p in claim.source)
    if query.asks is Asked.DOER and not claim.symmetric:
        return not claim.source or (bool(query.target) and all(_is_named(p, query.target) for p in claim.source))
    if query.asks is Asked.RECEIVER and (query.groups or not claim.symmetric):
        others = [p for p in claim.target if not _is_named(p, query.source) and (_is_group(p) or not query.groups)]
        return not others
    return False


_STATES = frozenset({"", "GOV", "MIL", "LEG"})


def _is_group(party: Party) -> bool:
    return party.sector not in _STATES and party.code != party.country


CHARGES = frozenset({"suspects", "accuses"})


def is_charge(claim: Candidate) -> bool:
    """Whether a claim tells that somebody is said or thought to do something."""
    return (claim.kind, claim.type) in (("event", "ACCUSE"), ("stance", "suspicion"))


def is_denial(claim: Candidate) -> bool:
    """Whether somebody denies something in a claim."""
    return (claim.kind, claim.type) == ("statement", "deny")


def _is_named(party: Party, some: Sequence[Named]) -> bool:
    return any(_same(named, party) >= _ACTING for named in some)


def in_time(query: Query, claim: Candidate) -> bool:
    """Whether a claim tells of the time asked for; what is left open is known to hold up to its publication only."""
    if query.since is None or claim.undated:
        return True
    if claim.when_start and claim.when_end:
        asked = (query.until or claim.when_end) - query.since
        told = claim.when_end - claim.when_start
        return query.asks is not Asked.HAPPENINGS or told <= _MUCH_LONGER * max(asked, _SHORT)
    if claim.when_end:
        return True
    begins = claim.when_start is None or claim.when_start >= query.since
    lasts = claim.kind != "event" and claim.published is not None and claim.published >= query.since
    return begins or lasts


# -- kinds and words -------------------------------------------------------------------------------------


def _kind_fit(query: Query, claim: Candidate) -> tuple[float, Level] | None:
    if not query.claims:
        return _PLAIN, Level.PLAIN
    mine = (claim.kind, claim.type, claim.mode, claim.issue)
    plain, near = selects(query.claims, *mine), selects(query.near, *mine)
    said = not set(tokens(claim.sentence)).isdisjoint(query.verb)
    if said and not plain and query.asks in _BY_NAME:
        said = _is_said_of_them(query, claim)
    if query.cues:
        return _fit_by_words(plain, near, said, has_cue(query, claim))
    if plain:
        return _PLAIN, Level.PLAIN
    if said or (query.asks is Asked.WHETHER and is_charge(claim)):
        return _BY_VERB, Level.WORDS
    if near:
        return _NEAR, Level.NEAR
    return (_FIGURE_ALONE, Level.NEAR) if query.asks in _FIGURES else None


def _fit_by_words(plain: bool, near: bool, said: bool, cued: bool) -> tuple[float, Level] | None:
    """How claims of a meaning fit whose types tell many things, so that the words of the sentence must decide."""
    if said:
        return (_PLAIN, Level.PLAIN) if plain else (_SAID, Level.WORDS)
    if plain and cued:
        return _CUED, Level.PLAIN
    if plain or near:
        return (_NEAR, Level.WORDS) if cued else (_NEAR * _WITHOUT_CUE, Level.NEAR)
    return None


def _is_said_of_them(query: Query, claim: Candidate) -> bool:
    """Whether the words of a sentence say the thing asked of those whom the query names; true where it names nobody."""
    told = _Telling(query, claim)
    if query.among and not query.both:
        return True
    near = [told.does(n) for n in query.source + query.among] + [told.undergoes(n) for n in query.target + query.among]
    return any(near) or not near


def has_cue(query: Query, claim: Candidate) -> bool:
    """Whether a sentence has one of the words that the meaning of a query asks for."""
    return any(word.startswith(query.cues) for word in stems(claim.sentence))


_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|billions?)\b"
)
_MONEY = re.compile(r"[$€£]\s?\d|\b(?:dollars?|euros?|pounds?|roubles?|yen|yuan)\b", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?|decades?|since \d{4})\b|since \w+ \d{4}", re.IGNORECASE)
_DATE = re.compile(
    r"\b(?:1[89]|20)\d\d\b|deadline|"
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def has_figure(query: Query, claim: Candidate) -> bool:
    """Whether a sentence has a figure of the sort that is asked for: a number, money, a length of time, a date."""
    sort = {Asked.HOW_MUCH: _MONEY, Asked.HOW_LONG: _SPAN, Asked.BY_WHEN: _DATE}.get(query.asks, _NUMBER)
    return bool(sort.search(claim.sentence))


def _word_fit(query: Query, claim: Candidate) -> float | None:
    """The share of the words asked for that the sentence has; None where it lacks one that is needed, or all."""
    held = {*stems(claim.sentence), *stems(claim.type.replace("_", " ")), *stems(claim.object)}
    if not held.issuperset(query.needed):
        return None
    if not query.words:
        return 0.0
    share = len(held & set(query.words)) / len(query.words)
    return share if share or query.asks in _OPEN else None


def _worth(query: Query, claim: Candidate) -> float:
    """How much a claim tells in itself: deeds before words, what is dated, news before history."""
    worth = 0.0
    if query.asks in _OPEN:
        worth += abs(claim.score or 0.0) / 12 - (0.6 if claim.kind in _TELLING_NOTHING else 0.0)
        worth += 0.0 if claim.status in (Status.ACTUAL, Status.ONGOING) else -0.4
    elif claim.status in (Status.NEGATED, Status.ASKED) and query.asks is not Asked.WHETHER:
        worth -= 0.5
    if query.asks in _FIGURES and has_figure(query, claim):
        worth += 1.5
    if not claim.undated:
        worth += 0.3
    return worth


def words_in_sql(query: Query) -> list[str]:
    """Beginnings of words by which the database finds sentences, without those too short to tell anything."""
    return [word for word in query.words if len(word) > 2]

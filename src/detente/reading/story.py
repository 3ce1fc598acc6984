"""What an article has told before a sentence: the time it speaks of, and whose words are being quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from detente.knowledge import Knowledge
from detente.knowledge.entries import Periods
from detente.model import Article, Span, Speaker
from detente.reading.named_times import named_times
from detente.reading.names import Hit
from detente.reading.quotes import Quotes
from detente.reading.when import TimeWords, times

#: how many sentences back the time of a story may have been told
REACH = 2


@dataclass(frozen=True, slots=True)
class Earlier:
    """Words of time of an earlier sentence, with that sentence's offset in the article."""

    told: TimeWords
    offset: int


@dataclass(slots=True)
class Story:
    """The memory of one article's telling; one is made for each article and never shared."""

    text: str
    spans: Sequence[Span]
    published: date | None
    periods: Periods
    quotes: Quotes
    #: the day from which what is told is judged: of publication, or after the last year that the text tells
    today: date | None
    #: whether the text is a history: it tells many years long past and little of the days before it
    is_history: bool
    #: who said each quote, as far as it has been read
    said: dict[int, Speaker] = field(default_factory=dict)
    #: who spoke last in the outlet's own words, and where the sentence that told so ends
    last: tuple[Speaker, int] | None = None
    _times: dict[int, list[TimeWords]] = field(default_factory=dict)

    def times_of(self, text: str, offset: int, hits: Sequence[Hit], knowledge: Knowledge) -> list[TimeWords]:
        """The words of time of a sentence; what they leave out is taken from the sentences before."""
        named = list(named_times(text, hits, knowledge, self.published))

        def before() -> TimeWords | None:
            earlier = self.before(offset)
            return earlier.told if earlier else None

        return times(text, self.published, self.periods, named=named, before=before)

    def is_whole(self, quote: int, start: int, end: int) -> bool:
        """Whether a sentence is nothing but words of a quote."""
        found = self.quotes.all[quote]
        return found.start <= start + 1 and end <= found.end + 1

    def last_before(self, quote: int) -> Speaker | None:
        """Who spoke last, where nothing but white space and quotes stands between that and a quote."""
        if self.last is None:
            return None
        speaker, end = self.last
        between = self.text[end : self.quotes.all[quote].start]
        return speaker if not between.strip('\n "“‘') else None

    def before(self, offset: int) -> Earlier | None:
        """The last dated time told in the sentences before an offset in the same paragraph."""
        at = bisect_right([span.start for span in self.spans], offset) - 1
        for n in range(at - 1, max(-1, at - 1 - REACH), -1):
            span, following = self.spans[n], self.spans[n + 1]
            if "\n\n" in self.text[span.end : following.start]:
                return None
            dated = [t for t in self._told(n) if t.when.start and not t.ahead and not t.bare and t.bound not in _LOOSE]
            if dated:
                return Earlier(dated[-1], span.start)
        return None

    def _told(self, n: int) -> list[TimeWords]:
        if n not in self._times:
            self._times[n] = times(self.spans[n].text, self.published, self.periods)
        return self._times[n]


#: bounds under which a time does not say when the story takes place
_LOOSE = frozenset({"since", "first_since", "until", "before", "for"})


_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b(?!s)")
_RECENT = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|"
    r"\b(?:yesterday|today|tonight|overnight|(?:this|last) (?:week|month|weekend))\b"
)
#: so many years must a text tell to be a history, and so many of them for each word of the days just past
_FEWEST_YEARS, _OLD_FOR_RECENT = 4, 3


def story_of(article: Article, spans: Sequence[Span], periods: Periods) -> Story:
    """The memory for reading one article, given its sentences."""
    told = sorted(int(year) for year in _YEAR.findall(article.text))
    latest = date(min(told[-1], 9998) + 1, 3, 1) if told else None
    today = article.published or latest
    old = sum(1 for year in told if today and year < today.year - 1)
    recent = len(_RECENT.findall(article.text))
    history = article.published is None and old >= _FEWEST_YEARS and old > _OLD_FOR_RECENT * recent
    return Story(article.text, spans, article.published, periods, Quotes(article.text), today, history)

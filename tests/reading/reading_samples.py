"""Articles to read: sentences of the knowledge files put together, and sentences made of parts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hypothesis import strategies as st

from detente.knowledge.folder import read_folder
from detente.knowledge.load import DATA
from detente.model import Article, Claim, Status
from detente.reading.marked import unmark

DATES = (date(1985, 3, 1), date(2015, 6, 15), None, date(2022, 12, 31))
#: statuses of what is or was: their time cannot lie after the report
SETTLED = (Status.ACTUAL, Status.ONGOING)


def example_articles(number: int, sentences: int = 5) -> list[Article]:
    """Articles of so many sentences each, in two paragraphs, taken from all knowledge files alike."""
    texts = [unmark(e).text for t in read_folder(DATA).types for g in t.groups for e in g.examples]
    step = len(texts) // (number * sentences)
    chosen = iter(texts[:: max(1, step)])
    found = []
    for n in range(number):
        first = " ".join(next(chosen) for _ in range(2))
        rest = " ".join(next(chosen) for _ in range(sentences - 2))
        found.append(Article(text=f"{first}\n\n{rest}", published=DATES[n % len(DATES)], ref=str(n)))
    return found


_ACTORS = (
    "France",
    "the German chancellor",
    "Hezbollah",
    "NATO",
    "Iran and Iraq",
    "Türkiye",
    "the two countries",
    "he",
    "It",
    "US troops",
)
_VERBS = (
    "attacked",
    "will visit",
    "did not meet",
    "is accusing",
    "may have sanctioned",
    "refused to help",
    "signed a deal with",
    "is an ally of",
)
_TIMES = (
    "",
    " on Monday",
    " next year",
    " since 1956",
    " in 2030",
    " by 2040",
    " last month",
    " tomorrow",
    " in the 1950s",
    " until 2031",
)
_ENDS = (".", "?", ", Moscow said.", " – “as planned”.", ", according to Greek officials.")
_SENTENCE = st.builds(
    "{}{} {} {}{}{}".format,
    st.sampled_from(("", "If ", "Pakistan said ", "“")),
    st.sampled_from(_ACTORS),
    st.sampled_from(_VERBS),
    st.sampled_from(_ACTORS),
    st.sampled_from(_TIMES),
    st.sampled_from(_ENDS),
)
made_articles = st.builds(
    lambda sentences, gap, published: Article(text=gap.join(sentences), published=published),
    st.lists(_SENTENCE, min_size=1, max_size=5),
    st.sampled_from((" ", "\n\n")),
    st.one_of(st.none(), st.dates(date(1950, 1, 1), date(2029, 12, 31))),
)


def quoted(claim: Claim) -> Iterator[tuple[int, int, str]]:
    """Every stretch of a claim with the words that it says stand there."""
    yield claim.sentence.start, claim.sentence.end, claim.sentence.text
    for party in claim.parties:
        yield party.start, party.end, party.text
    for speaker in claim.speaker:
        yield speaker.start, speaker.end, speaker.text
    for cue in claim.cues:
        yield cue.start, cue.end, cue.text


def assert_quotes(article: Article, claim: Claim) -> None:
    """Everything that a claim quotes stands in its article."""
    for start, end, words in quoted(claim):
        assert article.text[start:end] == words, (claim.rule, start, end, words)
    assert claim.sentence.start <= claim.start < claim.end <= claim.sentence.end
    assert claim.when.text in article.text  # a time may be told by the sentence before
    assert claim.object in claim.sentence.text
    assert claim.place is None or claim.place.text in claim.sentence.text


def assert_not_ahead(article: Article, claim: Claim, statuses: tuple[Status, ...] = SETTLED) -> None:
    """What is or was lies not after its report."""
    if article.published is None or claim.status not in statuses:
        return
    told = (claim.rule, claim.status, claim.when)
    assert claim.when.start is None or claim.when.start <= article.published, told
    assert claim.when.end is None or claim.when.end <= article.published, told

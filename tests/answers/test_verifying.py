"""A sentence is read again: what says something else than its claims is found out."""

from datetime import date

import pytest

from detente.answers.verifying import Verdict, Verifier, compare
from detente.knowledge import Knowledge
from detente.model import Article, Claim, Kind
from detente.reading.read import Reader

pytestmark = pytest.mark.model
DAY = date(2018, 3, 14)
ATTACK = "Egypt attacked Jordan on Monday."
PLAN = "Egypt will visit Jordan on Friday."


@pytest.fixture(scope="module")
def verifier(knowledge: Knowledge, reader: Reader) -> Verifier:
    return Verifier(knowledge, reader)


def claim_of(reader: Reader, text: str) -> Claim:
    return reader.read(Article(text=text, outlet="Nile Gazette", published=DAY)).claims[0]


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (ATTACK, "Egypt attacked Jordan on 12 March 2018."),
        (ATTACK, "Egypt attacked Jordan, the Nile Gazette reported on 14 March 2018."),
        (ATTACK, "The Nile Gazette reported on 14 March 2018 that Egypt attacked Jordan."),
        (PLAN, "Egypt is to visit Jordan on 16 March 2018."),
        ("Egypt and Jordan signed a treaty on Monday.", "Jordan and Egypt signed a treaty on 12 March 2018."),
        ("Egypt did not attack Jordan on Monday.", "Egypt did not attack Jordan on 12 March 2018."),
    ],
)
def test_a_faithful_sentence_passes(source: str, sentence: str, reader: Reader, verifier: Verifier) -> None:
    assert verifier.verdicts([sentence], [claim_of(reader, source)]) == [Verdict()]


@pytest.mark.parametrize(
    ("source", "sentence", "mismatch"),
    [
        (ATTACK, "Jordan attacked Egypt on 12 March 2018.", "parties"),
        (ATTACK, "Egypt attacked Syria on 12 March 2018.", "parties"),
        ("Egypt did not attack Jordan on Monday.", "Egypt attacked Jordan on 12 March 2018.", "polarity"),
        (ATTACK, "Egypt did not attack Jordan on 12 March 2018.", "polarity"),
        (PLAN, "Egypt visited Jordan.", "status"),
        ("Egypt may attack Jordan.", "Egypt attacked Jordan.", "status"),
        (ATTACK, "Egypt attacked Jordan on 3 May 1999.", "time"),
        ("Egypt attacked Jordan.", "Egypt attacked Jordan on 3 May 1999.", "time"),
        (ATTACK, "Egypt praised Jordan on 12 March 2018.", "type"),
        (ATTACK, "The weather was fine.", "unread"),
    ],
)
def test_a_planted_error_is_found(
    source: str, sentence: str, mismatch: str, reader: Reader, verifier: Verifier
) -> None:
    (verdict,) = verifier.verdicts([sentence], [claim_of(reader, source)])
    assert mismatch in verdict.mismatches
    assert not verdict.faithful


def test_nothing_read_is_no_proof(reader: Reader) -> None:
    assert compare(claim_of(reader, ATTACK), []) == Verdict(("unread",))


def test_checked_sentences_are_faithful_or_quoted(reader: Reader, verifier: Verifier) -> None:
    texts = (ATTACK, PLAN, "Egypt and Jordan signed a treaty on Monday.", "Egypt accused Jordan of hiding rebels.")
    articles = {a.id: a for a in (Article(text=t, outlet="Nile Gazette", published=DAY) for t in texts)}
    claims = [reader.read(article).claims[0] for article in articles.values()]
    for checked, text in zip(verifier.checked([[c] for c in claims], articles), texts, strict=True):
        if checked.quoted:
            assert text in checked.statement.text
            assert not any(verdict.faithful for _, verdict in checked.tried)
        else:
            assert checked.tried[-1] == (checked.statement.text, Verdict())


def test_a_sentence_that_fails_is_blocked(knowledge: Knowledge, reader: Reader) -> None:
    class Deaf(Reader):
        """A reader that reads nothing: no sentence can be checked with it."""

        def read_batch(self, articles):  # type: ignore[no-untyped-def]
            return [reader.read(Article(text="Nothing happened.")) for _ in articles]

    article = Article(text=ATTACK, outlet="Nile Gazette", published=DAY)
    claim = reader.read(article).claims[0]
    deaf = Deaf.__new__(Deaf)
    (checked,) = Verifier(knowledge, deaf).checked([[claim]], {article.id: article})
    assert checked.quoted
    assert checked.statement.text == f"The Nile Gazette reported on 14 March 2018: “{ATTACK}”"
    assert claim.kind is Kind.EVENT

from datetime import date

import pytest

from detente.answers.statements import Citation, Statement, citation, statement
from detente.model import Article, Claim, Kind, Party, Span


def claim(article: str, text: str = "Egypt attacked Jordan.") -> Claim:
    return Claim(
        article=article, kind=Kind.EVENT, type="ASSAULT",
        source=(Party(text="Egypt", start=0, end=5, code="EGY", country="EGY", name="Egypt"),),
        target=(Party(text="Jordan", start=15, end=21, code="JOR", country="JOR", name="Jordan"),),
        sentence=Span(start=0, end=len(text), text=text), start=0, end=len(text), rule="event.ASSAULT.attack",
    )  # fmt: skip


ARTICLE = Article(text="Egypt attacked Jordan.", outlet="Nile Gazette", published=date(1967, 6, 6))


def test_a_statement_cites_its_claims() -> None:
    one = claim(ARTICLE.id)
    made = statement("Egypt attacked Jordan.", [one], {ARTICLE.id: ARTICLE})
    assert made.claim_ids == (one.id,)
    assert made.citations == (
        Citation(
            claim_id=one.id, article_id=ARTICLE.id, outlet="Nile Gazette", date=date(1967, 6, 6),
            quote="Egypt attacked Jordan.",
        ),
    )  # fmt: skip


def test_there_is_no_statement_without_a_citation() -> None:
    with pytest.raises(ValueError, match="must have claims and citations"):
        Statement(text="Egypt attacked Jordan.", claim_ids=(), citations=())


def test_claims_and_citations_belong_together() -> None:
    cited = citation(claim(ARTICLE.id), {ARTICLE.id: ARTICLE})
    with pytest.raises(ValueError, match="do not belong together"):
        Statement(text="Egypt attacked Jordan.", claim_ids=("c1",), citations=(cited,))


def test_a_statement_says_something() -> None:
    with pytest.raises(ValueError, match="must say something"):
        statement(" ", [claim(ARTICLE.id)], {ARTICLE.id: ARTICLE})


def test_a_citation_quotes_something() -> None:
    with pytest.raises(ValueError, match="must quote something"):
        citation(claim(ARTICLE.id, " "), {})


def test_an_unknown_article_has_no_outlet() -> None:
    cited = citation(claim("a0"), {})
    assert (cited.outlet, cited.date) == ("", None)

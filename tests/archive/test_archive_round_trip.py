"""What goes into an archive comes out of it equal."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from claim_samples import RULES, claims_of, make_article, make_claim, words
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from detente.archive import Archive
from detente.model import Article, Claim, Dating, Reading, Span, Unread

ARTICLE = make_article(1)

# Each example makes a database: looking for the smallest failing one would take minutes.
NO_SHRINKING = (Phase.explicit, Phase.generate)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An empty archive in a folder of its own."""
    return Archive.open(tmp_path / "a.duckdb")


@pytest.mark.slow
@settings(max_examples=20, deadline=None, phases=NO_SHRINKING)
@given(st.lists(claims_of(ARTICLE.id), min_size=1, max_size=6, unique_by=lambda claim: claim.id))
def test_claims_come_back_equal_and_in_order(claims: list[Claim]) -> None:
    with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder) / "a.duckdb") as archive:
        with archive.writer(rules=RULES) as writer:
            writer.add(Reading(article=ARTICLE, claims=tuple(claims), unread=(), rules=RULES.digest))
        assert list(archive.claims()) == claims
        assert archive.claim(claims[-1].id).claim == claims[-1]
        assert archive.claims().to_parquet(Path(folder) / "claims.parquet") == len(claims)
        assert list(archive.claims().df()["id"]) == [claim.id for claim in claims]


@pytest.mark.slow
@settings(max_examples=12, deadline=None, phases=NO_SHRINKING)
@given(
    st.builds(
        Article,
        text=words,
        title=words,
        outlet=words,
        agency=words,
        byline=words,
        dateline=words,
        published=st.none() | st.dates(),
        dating=st.sampled_from(Dating),
        language=words,
        url=words,
        ref=words,
        origin=words,
    ),
    st.lists(
        st.builds(
            Unread,
            sentence=st.builds(Span, start=st.integers(0, 99), end=st.integers(0, 99), text=words),
            actors=st.lists(words, max_size=2).map(tuple),
            verbs=st.lists(words, max_size=2).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
)
def test_articles_and_unread_sentences_come_back_equal(article: Article, unread: tuple[Unread, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder) / "a.duckdb") as archive:
        with archive.writer(rules=RULES) as writer:
            writer.add(Reading(article=article, claims=(), unread=unread, rules=RULES.digest))
        assert archive.article(article.id) == article
        assert tuple(found.unread for found in archive.unread(article=article.id)) == unread


def test_a_claim_read_twice_in_one_article_is_kept_once(archive: Archive) -> None:
    first = make_claim(ARTICLE)
    second = make_claim(ARTICLE, rule="event.CONSULT.host")
    assert first.id == second.id
    with archive.writer(rules=RULES) as writer:
        writer.add(Reading(article=ARTICLE, claims=(first, second), unread=(), rules=RULES.digest))
    assert list(archive.claims()) == [first]


@pytest.mark.slow
def test_many_claims_are_read_page_by_page_in_order(archive: Archive) -> None:
    claims = tuple(make_claim(ARTICLE, nth) for nth in range(12_000))
    with archive.writer(rules=RULES) as writer:
        writer.add(Reading(article=ARTICLE, claims=claims, unread=(), rules=RULES.digest))
    assert tuple(archive.claims()) == claims

"""An archive kept up to date with what can be derived from it, step by step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import detente
from detente.archive import Archive, ArchiveBusy
from detente.archive.lock import WriterLock
from detente.knowledge import Merging
from detente.linking import account, all_differences, all_stories, catch_up, judge
from detente.model import Article, Claim, Dating, Happening, Kind, Party, Precision, Reading, Ruleset, Span, When

RULES = Ruleset(digest="r1", version="0")
MERGING = Merging(figures={"killed": "killed"})
WIRE = (
    "French jets killed 12 people in a raid on the port of Oran on Friday. The harbour burned all night, and "
    "fishermen pulled their boats to the beach at Canastel while the sirens went on."
)
EDITED = WIRE.replace("12 people", "at least twelve persons").replace("all night", "until the morning")
OTHER = "In Oran 19 people were killed by French bombs on Friday, doctors at two hospitals of the city counted."
LATER = "Negotiators of both countries sat down in Evian, where the hotel had been closed to all other guests."


def party(code: str) -> Party:
    return Party(text=code, start=0, end=3, code=code, country=code)


def reading(name: str, text: str, day: date = date(2021, 3, 6), type_: str = "ASSAULT") -> Reading:
    article = Article(text=text, title=name, outlet=name, published=day, dating=Dating.GIVEN)
    first = text.partition(". ")[0]
    when = When(start=date(2021, 3, 5), end=date(2021, 3, 5), precision=Precision.DAY, text="on Friday")
    told = Claim(
        article=article.id,
        kind=Kind.EVENT,
        type=type_,
        source=(party("FRA"),),
        target=(party("DZA"),),
        sentence=Span(start=0, end=len(first), text=first),
        start=0,
        end=len(first),
        rule="event.test",
        when=when if type_ == "ASSAULT" else When(),
    )
    return Reading(article=article, claims=(told,), unread=(), rules=RULES.digest)


FIRST, COPY = reading("Coast Post", WIRE), reading("Hill Gazette", EDITED, date(2021, 3, 7))
SECOND = reading("Lake Review", OTHER, date(2021, 3, 7))
THIRD = reading("Plain Herald", LATER, date(2021, 3, 9), type_="CONSULT")
FOURTH = reading("Far Mirror", OTHER.replace("doctors", "nurses"), date(2021, 3, 8))


def add(archive: Archive, readings: Iterable[Reading], rules: Ruleset = RULES) -> None:
    with archive.writer(rules) as writer:
        for made in readings:
            writer.add(replace(made, rules=rules.digest))


@pytest.fixture(name="archive")
def archive_with_four(tmp_path: Path) -> Archive:
    archive = Archive.open(tmp_path / "a.duckdb")
    add(archive, [FIRST, COPY, SECOND, THIRD])
    catch_up(archive.derived, MERGING)
    return archive


def raid(archive: Archive) -> Happening:
    (found,) = archive.derived.happenings(type="assault", least_articles=2)
    return found


def test_reports_of_one_raid_are_one_happening(archive: Archive) -> None:
    assert len(archive.derived.happenings()) == 2
    assert (raid(archive).articles, raid(archive).voices) == (3, 2)


def test_the_copy_is_found_with_its_edits(archive: Archive) -> None:
    (reuse,) = archive.derived.reuses()
    assert (reuse.left.article, reuse.right.article) == (FIRST.article.id, COPY.article.id)
    assert (reuse.giver, reuse.manner) == (FIRST.article.id, "edited")
    assert reuse.left.span.text == FIRST.article.text[reuse.left.span.start : reuse.left.span.end]


def test_one_after_the_other_comes_to_the_same(archive: Archive, tmp_path: Path) -> None:
    slowly = Archive.open(tmp_path / "b.duckdb")
    for made in (FIRST, COPY, SECOND, THIRD):
        add(slowly, [made])
        assert catch_up(slowly.derived, MERGING) == 1
    assert slowly.derived.happenings() == archive.derived.happenings()
    assert slowly.derived.reuses() == archive.derived.reuses()


def test_what_is_up_to_date_needs_no_writing(archive: Archive) -> None:
    lock = WriterLock(archive.path)
    try:
        assert catch_up(archive.derived, MERGING) == 0
        assert raid(archive).articles == 3
    finally:
        lock.release()


def test_who_cannot_write_is_told_so(archive: Archive) -> None:
    add(archive, [FOURTH])
    lock = WriterLock(archive.path)
    try:
        with pytest.raises(ArchiveBusy):
            catch_up(archive.derived, MERGING)
    finally:
        lock.release()


def test_other_rules_of_merging_judge_anew_and_keep_what_was_judged(archive: Archive) -> None:
    before = archive.derived.judgements(raid(archive).claims)
    assert catch_up(archive.derived, Merging(recurring={"ASSAULT": 0.1})) == 4
    after = archive.derived.judgements(raid(archive).claims)
    assert len(after) == 2 * len(before)
    assert len({j.by for j in after}) == 2


def test_an_article_read_anew_is_compared_anew(archive: Archive) -> None:
    add(archive, [replace(SECOND, claims=())], Ruleset(digest="r2", version="0"))
    assert catch_up(archive.derived, MERGING) == 1
    assert raid(archive).articles == 2
    assert SECOND.claims[0].id not in raid(archive).claims


def test_a_user_tells_two_apart_and_puts_them_together(archive: Archive) -> None:
    first, second = FIRST.claims[0].id, SECOND.claims[0].id
    apart = judge(archive.derived, MERGING, first, second, False, "user", "two raids")
    assert len(apart) == 2
    assert sorted(h.articles for h in archive.derived.happenings(type="assault")) == [1, 2]
    together = judge(archive.derived, MERGING, first, second, True, "user", "one raid")
    assert [h.articles for h in together] == [3]
    kept = [j for j in archive.derived.judgements([first]) if j.by == "user"]
    assert [j.same for j in kept] == [False, True]


def test_a_users_judgement_outlives_new_articles(archive: Archive) -> None:
    judge(archive.derived, MERGING, FIRST.claims[0].id, SECOND.claims[0].id, False, "user", "")
    add(archive, [FOURTH])
    catch_up(archive.derived, MERGING)
    by_claim = {claim: h.id for h in archive.derived.happenings(type="assault") for claim in h.claims}
    assert by_claim[FIRST.claims[0].id] != by_claim[SECOND.claims[0].id]


def test_one_claim_cannot_be_judged_alone(archive: Archive) -> None:
    with pytest.raises(ValueError, match="a judgement is on two"):
        judge(archive.derived, MERGING, FIRST.claims[0].id, FIRST.claims[0].id, True, "user", "")


def test_an_account_has_sources_differences_and_reasons(archive: Archive) -> None:
    found = account(archive.derived, raid(archive).id, MERGING)
    assert len(found.reports) == 3
    assert len({report.voice for report in found.reports}) == 2
    assert any(d.values == ("12 (killed)", "19 (killed)") for d in found.differences)
    assert all(j.reason for j in found.judgements)
    assert len(found.story.articles) == 3


def test_differences_and_stories_of_all(archive: Archive) -> None:
    happenings = archive.derived.happenings()
    assert {d.what for d in all_differences(archive.derived, happenings, MERGING)} == {"figure"}
    assert [len(s.articles) for s in all_stories(archive.derived, happenings, 2)] == [3]


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        ({"between": ["FRA", "DZA"]}, 2),
        ({"between": ["FRA", "TUN"]}, 0),
        ({"actor": "DZA"}, 2),
        ({"type": "CONSULT"}, 1),
        ({"since": "2021-03-06"}, 1),
        ({"until": date(2021, 3, 5)}, 1),
        ({"stage": "announced"}, 0),
        ({"least_voices": 2}, 1),
        ({"background": True}, 0),
        ({"limit": 1}, 1),
    ],
)
def test_filters(archive: Archive, filters: dict[str, object], number: int) -> None:
    assert len(archive.derived.happenings(**filters)) == number  # type: ignore[arg-type]


def test_without_texts_there_are_happenings_but_no_copies(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "a.duckdb")
    with archive.writer(RULES, keep_text=False) as writer:
        for made in (FIRST, COPY):
            writer.add(made)
    catch_up(archive.derived, MERGING)
    assert archive.derived.reuses() == []
    assert raid(archive).voices == 2


def test_the_record_asks_by_names(archive: Archive) -> None:
    with detente.open(archive.path) as record:
        (found,) = record.happenings(between=("France", "Algeria"), type="ASSAULT")
        assert record.happening(found.id[:8]).happening == found
        assert record.happening(found.claims[1][:10]).happening == found
        assert "figure" in {d.what for d in record.differences(between=("France", "Algeria"))}
        assert record.reuse(COPY.article.id[:9])[0].giver == FIRST.article.id
        assert record.judge(found.id, found.claims[1], same=True)[0].claims == found.claims

"""What can be asked of an archive, and what it answers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest
from claim_samples import RULES, make_article, make_claim

from detente.archive import AmbiguousId, Archive, ClaimRecord, ClaimRow, NoSuchRecord, sql
from detente.model import (
    Kind,
    Party,
    Place,
    Precision,
    Reading,
    Span,
    Speaker,
    Status,
    Unread,
    When,
)


def party(code: str, country: str = "", sector: str = "GOV") -> Party:
    return Party(text=code or "somebody", start=0, end=3, code=code, country=country, sector=sector)


GREECE, TURKEY, FRANCE = party("GRC", "GRC"), party("TUR", "TUR"), party("FRA", "FRA")
YARD = party("aegean-yard", "GRC", "BUS")

#: Claims by the article (and so the day of publication) that they are in.
CHANGES: dict[int, list[dict[str, object]]] = {
    1: [
        {"object": "round of talks"},
        {"kind": Kind.TIE, "type": "alliance", "source": (FRANCE,), "target": (GREECE,), "background": True,
         "when": When(start=date(1975, 1, 1), end=date(1990, 12, 31), precision=Precision.YEAR,
                      text="from 1975 to 1990")},
    ],
    2: [
        {"type": "AGREE", "source": (YARD,), "target": (TURKEY,), "issue": ("energy", "arms"),
         "status": Status.PLANNED,
         "when": When(start=date(2021, 6, 1), precision=Precision.MONTH, text="from next June")},
        {"kind": Kind.STANCE, "type": "want", "source": (TURKEY,), "target": (FRANCE,), "via": (GREECE,),
         "speaker": (Speaker(text="A minister", start=0, end=10, verb="say", code="TUR", name="Ada Example"),),
         "place": Place(text="Izmir", name="Izmir", country="TUR", precision="city")},
    ],
    3: [
        {"kind": Kind.TRAIT, "type": "office", "source": (GREECE,), "target": (),
         "when": When(precision=Precision.ERA, text="in olden days"), "details": (("title", "envoy"),)},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive with the five claims above, and one article in which nothing was understood."""
    with Archive.open(tmp_path_factory.mktemp("asked") / "a.duckdb") as archive:
        with archive.writer(rules=RULES) as writer:
            for number in (3, 1, 2, 4):
                article = make_article(number)
                claims = [make_claim(article, nth, **new) for nth, new in enumerate(CHANGES.get(number, []))]
                unread = Unread(
                    sentence=Span(start=0, end=4, text=f"Mumbled {number}."),
                    actors=("GRC",),
                    verbs=("mumble",) if number < 4 else ("mumble", "dither"),
                )
                writer.add(Reading(article=article, claims=tuple(claims), unread=(unread,), rules=RULES.digest))
        yield archive


def found(archive: Archive, **filters: object) -> list[str]:
    return [claim.type for claim in archive.claims(**filters)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("filters", "types"),
    [
        ({}, ["CONSULT", "alliance", "AGREE", "want", "office"]),
        ({"order": "-published"}, ["office", "AGREE", "want", "CONSULT", "alliance"]),
        ({"order": "time"}, ["alliance", "CONSULT", "want", "office", "AGREE"]),
        ({"order": "-time", "limit": 2}, ["AGREE", "office"]),
        ({"between": ("GRC", "TUR")}, ["CONSULT", "want"]),
        ({"between": ("GRC", "TUR", "FRA")}, ["want"]),
        ({"actor": "GRC"}, ["CONSULT", "alliance", "AGREE", "want", "office"]),
        ({"actor": "aegean-yard"}, ["AGREE"]),
        ({"actor": ["FRA", "aegean-yard"]}, ["alliance", "AGREE", "want"]),
        ({"kind": "event"}, ["CONSULT", "AGREE"]),
        ({"kind": (Kind.TIE, Kind.STANCE)}, ["alliance", "want"]),
        ({"type": "agree"}, ["AGREE"]),
        ({"status": "planned"}, ["AGREE"]),
        ({"sector": "BUS"}, ["AGREE"]),
        ({"issue": ["arms", "drugs"]}, ["AGREE"]),
        ({"outlet": "harbour post"}, ["AGREE", "want"]),
        ({"speaker": "tur"}, ["want"]),
        ({"speaker": "Ada Example"}, ["want"]),
        ({"background": True}, ["alliance"]),
        ({"background": False, "kind": "event"}, ["CONSULT", "AGREE"]),
        ({"text": "ROUND 3"}, ["office"]),
        ({"article": make_article(1).id}, ["CONSULT", "alliance"]),
        ({"published_since": "2020-01-03", "published_until": date(2020, 1, 3)}, ["AGREE", "want"]),
        ({"limit": 0}, []),
        ({"actor": []}, []),
        # Intervals overlap; claims without a time of their own count as of publication.
        ({"since": "1980-01-01", "until": "1980-12-31"}, ["alliance"]),
        ({"until": "1974-12-31"}, []),
        ({"since": "1990-12-31", "until": "1991-12-31"}, ["alliance"]),
        ({"since": "2020-01-02", "until": "2020-01-02"}, ["CONSULT"]),
        ({"since": "2020-01-04", "until": "2020-01-04"}, ["office"]),
        ({"since": "2030-01-01"}, ["AGREE"]),
    ],
)
def test_filters(asked: Archive, filters: dict[str, object], types: list[str]) -> None:
    assert found(asked, **filters) == types
    assert len(asked.claims(**filters)) == len(types)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ({"between": ("GRC", "GRC")}, "two different codes"),
        ({"between": "GRC"}, "two different codes"),
        ({"kind": "rumour"}, "'rumour' is no kind; there are event, tie"),
        ({"status": "done"}, "'done' is no status"),
        ({"order": "random"}, "order must be one of"),
        ({"since": "last week"}, "last week"),
    ],
)
def test_senseless_filters_are_refused(asked: Archive, filters: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        asked.claims(**filters)  # type: ignore[arg-type]


def test_rows_carry_the_head_of_the_article(asked: Archive) -> None:
    row = next(iter(asked.claims(type="want").rows()))
    article = make_article(2)
    assert ClaimRow is ClaimRecord
    assert row.article.id == row.claim.article == article.id
    assert (row.article.outlet, row.article.agency, row.article.title) == (
        article.outlet,
        article.agency,
        article.title,
    )
    assert (row.article.published, row.article.ref) == (article.published, article.ref)


def test_records_are_found_by_the_start_of_their_id(asked: Archive) -> None:
    row = next(iter(asked.claims().rows()))
    assert asked.claim(row.claim.id) == row
    assert asked.claim(row.claim.id[:12].upper()) == row
    assert asked.article(row.article.id[:12]) == make_article(1)
    assert asked.head(row.article.id[:12]) == row.article


@pytest.mark.parametrize("wanted", ["", "x", "c%", "_"])
def test_unknown_ids_are_named(asked: Archive, wanted: str) -> None:
    with pytest.raises(NoSuchRecord, match="no claim"):
        asked.claim(wanted)
    with pytest.raises(NoSuchRecord, match="no article"):
        asked.article(wanted)


def test_ambiguous_ids_come_with_candidates(asked: Archive) -> None:
    with pytest.raises(AmbiguousId, match="several claims") as refused:
        asked.claim("c")
    assert set(refused.value.ids) == {claim.id for claim in asked.claims()}


def test_articles_are_listed_with_counts(asked: Archive) -> None:
    listed = asked.articles()
    assert [(one.article.title, one.claims, one.unread) for one in listed] == [
        ("Round 1", 2, 1),
        ("Round 2", 2, 1),
        ("Round 3", 1, 1),
        ("Round 4", 0, 1),
    ]
    assert asked.articles(order="-published", limit=1) == listed[-1:]
    assert asked.articles(outlet="Hill Gazette", text="round 3") == listed[2:3]
    assert asked.articles(published_since="2020-01-03", published_until="2020-01-04") == listed[1:3]
    with pytest.raises(ValueError, match="order"):
        asked.articles(order="time")


def test_what_was_not_understood_is_listed(asked: Archive) -> None:
    assert [one.unread.sentence.text for one in asked.unread(limit=2)] == ["Mumbled 1.", "Mumbled 2."]
    only = asked.unread(article=make_article(4).id)
    assert [one.article.title for one in only] == ["Round 4"]
    assert [tuple(one) for one in asked.unread_verbs()][1] == ("dither", 1, "Mumbled 4.")
    verb, count, example = asked.unread_verbs(limit=1)[0]
    assert (verb, count) == ("mumble", 4)
    assert example.startswith("Mumbled")


def test_info_counts_everything(asked: Archive) -> None:
    info = asked.info()
    assert (info.articles, info.claims, info.unread, info.waiting_parts) == (4, 5, 4, 0)
    assert info.kinds == {"event": 2, "stance": 1, "tie": 1, "trait": 1}
    assert info.outlets == {"Harbour Post": 2, "Hill Gazette": 2}
    assert info.languages == {"en": 4}
    assert (info.first, info.last) == (date(2020, 1, 2), date(2020, 1, 5))
    assert [(use.ruleset.digest, use.articles, use.claims) for use in info.rules] == [("r1", 4, 5)]
    assert info.schema == sql.migrations()[-1][0]
    assert info.size > 0


def test_the_views_show_parties_speakers_and_cues(asked: Archive) -> None:
    with duckdb.connect(str(asked.path), read_only=True) as connection:
        roles = connection.execute(
            "SELECT role, parties.position, code FROM parties JOIN claims ON claims.id = claim WHERE type = 'want'"
        ).fetchall()
        speakers = connection.execute("SELECT code, verb FROM speakers").fetchall()
        cues = connection.execute("SELECT count(*) FROM cues WHERE answers = 'trigger'").fetchall()
    assert sorted(roles) == [("source", 0, "TUR"), ("target", 0, "FRA"), ("via", 0, "GRC")]
    assert speakers == [("TUR", "say")]
    assert cues == [(5,)]


def test_parquet_holds_the_nested_fields(asked: Archive, tmp_path: Path) -> None:
    target = tmp_path / "claims.parquet"
    assert asked.claims(type="want").to_parquet(target) == 1
    relation = duckdb.read_parquet(str(target))
    row = dict(zip(relation.columns, relation.fetchall()[0], strict=True))
    assert row["via"] == [
        {"code": "GRC", "country": "GRC", "sector": "GOV", "name": None, "text": "GRC"},
    ]
    assert row["place"] == {"text": "Izmir", "name": "Izmir", "country": "TUR", "precision": "city"}
    assert row["when"] == {"start": None, "end": None, "precision": "reported", "text": None}
    assert row["details"] == {}
    assert [path.name for path in tmp_path.iterdir()] == ["claims.parquet"]
    with pytest.raises(FileNotFoundError):
        asked.claims().to_parquet(tmp_path / "nowhere" / "claims.parquet")


def test_pandas_is_loaded_only_for_a_data_frame() -> None:
    check = "import sys, detente.archive; sys.exit('pandas' in sys.modules)"
    subprocess.run([sys.executable, "-c", check], check=True)

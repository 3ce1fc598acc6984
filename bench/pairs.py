"""A pair's course from a large archive: `python bench/pairs.py [--claims 1000000]`.

An archive is made of as many claims between 192 states, one in fifty of them of one busy pair, in the tables as a
reading run would leave them.  Printed are the time of a course (asked, computed, with its evidence fetched) for the
busy pair and for a usual one, of a network on a day, and of loading the libraries, which a process does once.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb

import detente
from detente.archive.relations import pair_claims
from detente.knowledge import load
from detente.linking.catching_up import claim_method

BUSY, USUAL = ("SAU", "IRN"), ("KEN", "NOR")
ROUNDS = 5
_BATCH = 100_000

_STATES = """
CREATE TEMP TABLE states AS
SELECT number, code FROM (
    SELECT row_number() OVER () - 1 AS number, code FROM (
        SELECT unnest(['SAU', 'IRN', 'KEN', 'NOR']) AS code
        UNION ALL
        SELECT 'X' || chr((65 + CAST(floor(n / 26) AS INT))::INT) || chr((65 + n % 26)::INT) FROM range(188) AS t(n)
    )
);
INSERT INTO articles BY NAME
SELECT 'a' || n AS id, NULL AS text, 't' AS title, 'outlet' || n % 60 AS outlet,
    CASE WHEN n % 3 = 0 THEN 'agency' || n % 5 ELSE '' END AS agency, '' AS byline, '' AS dateline,
    DATE '1990-01-01' + CAST(n % 12000 AS INT) AS published, 'given' AS dating, 'en' AS language, '' AS url, '' AS ref,
    '' AS origin, 'rules' AS rules, TIMESTAMP '2024-01-01' AS read_at, 10 AS sentences, 5 AS parsed
FROM range($articles) AS t(n);
"""
_CLAIMS = """
CREATE OR REPLACE TEMP TABLE fresh AS
WITH numbers AS (
    SELECT n, hash(n) AS h, hash(n + 1_000_000_007) AS g FROM range($first, $last) AS t(n)
),
pairs AS (
    SELECT n, h, s.code AS a, t.code AS b
    FROM numbers
    JOIN states AS s ON s.number = CASE WHEN h % 50 = 0 THEN 0 ELSE h % 192 END
    JOIN states AS t ON t.number = CASE WHEN h % 50 = 0 THEN 1 ELSE g % 192 END
)
SELECT 'c' || n AS id, 'a' || n % $articles AS article, 0 AS position,
    CASE WHEN n % 8 = 0 THEN 'tie' ELSE 'event' END AS kind,
    ['CONSULT', 'ACCUSE', 'AID', 'ASSAULT'][1 + ((h // 64) % 4)::INT] AS type, '' AS mode, []::VARCHAR[] AS context,
    '' AS cameo,
    CASE WHEN n % 8 > 0 THEN 1 + (h // 64) % 4 END::INT AS quad, ((h // 1024) % 20)::DOUBLE - 10.0 AS score,
    'neutral' AS sign, false AS symmetric, false AS background,
    [{text: a, start: 0, "end": 3, code: a, country: a, sector: 'GOV', name: a, reason: 'a state'}] AS source,
    [{text: b, start: 9, "end": 12, code: b, country: b, sector: '', name: b, reason: 'a state'}] AS target, [] AS via,
    '' AS object, []::VARCHAR[] AS issue, DATE '1990-01-01' + CAST(n % $articles % 12000 AS INT) AS when_start,
    when_start AS when_end, 'day' AS when_precision, 'on Friday' AS when_text, 'actual' AS status, [] AS speaker,
    NULL AS place, 0 AS sentence_start, 80 AS sentence_end,
    'On Friday, for the ' || n || 'th time, the one dealt with the other in some way or other.' AS sentence_text,
    0 AS start, 80 AS "end", 'bench' AS rule, [] AS details, [] AS cues, [a, b] AS codes, [a, b] AS countries,
    ['GOV'] AS sectors
FROM pairs;
INSERT INTO claims BY NAME FROM fresh;
INSERT INTO dyads BY NAME FROM dyads_of('fresh');
"""


#: As if they had been compared: events of one type between two actors in one direction on one day are one happening.
_HAPPENINGS = """
CREATE TEMP TABLE told AS
SELECT *, 'h' || substr(min(claim) OVER (PARTITION BY one, other, by_one, type, when_start), 2) AS happening
FROM dyads
WHERE kind = 'event';
INSERT INTO placed_claims BY NAME
SELECT claim, article, happening, when_start AS first_day, when_end AS last_day, 1 AS detail, article AS voice
FROM told;
INSERT INTO happenings BY NAME
SELECT happening AS id, type, any_value(mode) AS mode, '' AS cameo, any_value(quad) AS quad, any_value(score) AS score,
    false AS symmetric, [one] AS source, [other] AS target, [one] AS source_countries, [other] AS target_countries,
    any_value(when_start) AS when_start, any_value(when_end) AS when_end, 'day' AS when_precision, '' AS when_text,
    '' AS place, 'done' AS stage, [{stage: 'done', claims: list(claim)}] AS stages, false AS background,
    min(published) AS reported, count(DISTINCT article) AS voices, count(DISTINCT article) AS articles, 1.0 AS likeness,
    '' AS reason
FROM told
GROUP BY happening, one, other, by_one, type;
INSERT INTO compared_claims BY NAME SELECT id AS article, rules, $method AS method FROM articles;
"""


def fill(path: Path, claims: int) -> None:
    """An archive with so many claims in articles of ten."""
    detente.open(path).close()
    articles = max(claims // 10, 1)
    with duckdb.connect(str(path)) as connection:
        for statement in filter(str.strip, _STATES.split(";\n")):
            connection.execute(statement, {"articles": articles} if "$articles" in statement else None)
        for first in range(0, claims, _BATCH):
            numbers = {"first": first, "last": min(first + _BATCH, claims), "articles": articles}
            for statement in filter(str.strip, _CLAIMS.split(";\n")):
                connection.execute(statement, numbers if "$first" in statement else None)


def compare(path: Path) -> None:
    """Put the claims together to happenings, as quickly as a database can."""
    with duckdb.connect(str(path)) as connection:
        for statement in filter(str.strip, _HAPPENINGS.split(";\n")):
            method = {"method": claim_method(load().merging)}
            connection.execute(statement, method if "$method" in statement else None)


def best(work: Callable[[], object]) -> tuple[float, float]:
    """The least and the usual wall time of some rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times), sorted(times)[ROUNDS // 2]


def loading() -> float:
    """Seconds that a new process takes to load all that a course needs."""
    code = "import detente.relations"
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - started


def print_times(heading: str, record: detente.Record, path: Path) -> None:
    record.pair(*USUAL)  # libraries are loaded
    print(heading)
    for pair in (BUSY, USUAL):
        number = len(pair_claims(path, [pair[0]], [pair[1]], None)["id"])
        for by in ("year", "week"):
            least, usual = best(lambda pair=pair, by=by: record.pair(*pair, by=by))  # type: ignore[misc]
            print(f"  course by {by:<5} of a pair with {number:>6,} claims  least {least:.2f} s, usual {usual:.2f} s")
    least, usual = best(lambda: record.network(date(2001, 6, 1)))
    print(f"  network on a day                              least {least:.2f} s, usual {usual:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description="Time of a pair's course from a large archive.")
    parser.add_argument("--claims", type=int, default=1_000_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.duckdb"
        started = time.perf_counter()
        fill(path, chosen.claims)
        print(
            f"archive of {chosen.claims:,} claims, {path.stat().st_size / 1e6:.0f} MB, "
            f"made in {time.perf_counter() - started:.0f} s"
        )
        for heading, prepare in (("not compared", None), ("as happenings", compare)):
            if prepare:
                prepare(path)
            print_times(heading, detente.open(path), path)
    print(f"loading the libraries, once in a process      {loading():.2f} s")


if __name__ == "__main__":
    main()

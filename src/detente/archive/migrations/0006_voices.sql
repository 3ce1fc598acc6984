-- Pairs by happenings: for each claim of a happening the article that stands for its source, and of what kind it is by CAMEO.
ALTER TABLE placed_claims ADD COLUMN voice VARCHAR;

-- What was derived without it is derived again by the next question. Judgements stay.
DELETE FROM compared_claims;
DELETE FROM placed_claims;
DELETE FROM claim_pairs;
DELETE FROM happenings;

-- Who acts for a state is the state, also where it is a body of its own such as a ministry; then any other actor of its own.
CREATE OR REPLACE MACRO acting(party) AS CASE
    WHEN party.sector IN ('GOV', 'MIL', 'COP', 'SPY', 'JUD', 'LEG') AND party.country <> '' THEN party.country
    WHEN party.code <> '' AND party.code <> party.country THEN party.code
    WHEN party.sector = '' THEN party.country
    ELSE ''
END;

ALTER TABLE dyads ADD COLUMN cameo VARCHAR DEFAULT '';

CREATE OR REPLACE MACRO dyads_of(claims_table) AS TABLE
WITH givers AS (
    SELECT * EXCLUDE (source), unnest(source) AS giver
    FROM query_table(claims_table)
    WHERE kind IN ('event', 'tie')
),
takers AS (
    SELECT * EXCLUDE (giver, target), acting(giver) AS giver, unnest(target) AS taker
    FROM givers
),
pairs AS (
    SELECT * EXCLUDE (taker), acting(taker) AS taker
    FROM takers
),
named AS (
    SELECT
        least(giver, taker) AS one,
        greatest(giver, taker) AS other,
        bool_or(giver < taker) AS by_one,
        id,
        article,
        kind,
        type,
        mode,
        cameo,
        quad,
        score,
        status,
        background,
        when_start,
        when_end,
        when_precision = 'reported' OR (when_start IS NULL AND when_end IS NULL) AS undated
    FROM pairs
    WHERE giver <> '' AND taker <> '' AND giver <> taker
    GROUP BY ALL
)
SELECT
    n.* RENAME (id AS claim),
    a.published,
    coalesce(nullif(a.agency, ''), nullif(a.outlet, ''), a.id) AS voice
FROM named AS n
JOIN articles AS a ON a.id = n.article;

DELETE FROM dyads;

INSERT INTO dyads BY NAME FROM dyads_of('claims');

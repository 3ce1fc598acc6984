-- Whom events and ties hold between: one row for each pair of actors on opposite sides of a claim, `one` before `other`
-- in the alphabet, with what the course of a pair and a network are made of. A question of one pair reads a few plain
-- columns here and none of the nested ones of `claims`.
CREATE TABLE dyads (
    one VARCHAR NOT NULL,
    other VARCHAR NOT NULL,
    by_one BOOLEAN NOT NULL,
    claim VARCHAR NOT NULL,
    article VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    mode VARCHAR NOT NULL,
    quad INTEGER,
    score DOUBLE,
    status VARCHAR NOT NULL,
    background BOOLEAN NOT NULL,
    when_start DATE,
    when_end DATE,
    undated BOOLEAN NOT NULL,
    published DATE,
    voice VARCHAR NOT NULL
);

-- Of a party that is an actor of its own (a group, a company, a body) its code counts; of any other the state, and only
-- where it acts for the state: rebels, firms or fishermen of a state are not the state.
CREATE MACRO acting(party) AS CASE
    WHEN party.code <> '' AND party.code <> party.country THEN party.code
    WHEN party.sector IN ('', 'GOV', 'MIL', 'COP', 'SPY', 'JUD', 'LEG') THEN party.country
    ELSE ''
END;

CREATE MACRO dyads_of(claims_table) AS TABLE
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

INSERT INTO dyads BY NAME FROM dyads_of('claims');

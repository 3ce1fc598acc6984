-- Of an article read twice the later part counts.
CREATE OR REPLACE TEMP TABLE latest AS
SELECT * FROM incoming
QUALIFY row_number() OVER (PARTITION BY id ORDER BY part DESC) = 1;

CREATE OR REPLACE TEMP TABLE replaced AS
SELECT id FROM articles WHERE id IN (SELECT id FROM latest);

DELETE FROM dyads WHERE article IN (SELECT id FROM replaced);
DELETE FROM claims WHERE article IN (SELECT id FROM replaced);
DELETE FROM unread WHERE article IN (SELECT id FROM replaced);
DELETE FROM articles WHERE id IN (SELECT id FROM replaced);

INSERT INTO articles BY NAME
SELECT * EXCLUDE (claims, unread, version, part) FROM latest;

CREATE OR REPLACE TEMP TABLE fresh AS
WITH claimed AS (
    SELECT unnest(claims, max_depth := 2) FROM latest
)
SELECT
    *,
    list_distinct([p.code FOR p IN source || target || via IF p.code <> '']) AS codes,
    list_distinct([p.country FOR p IN source || target || via IF p.country <> '']) AS countries,
    list_distinct([p.sector FOR p IN source || target || via IF p.sector <> '']) AS sectors
FROM claimed;

INSERT INTO claims BY NAME FROM fresh;

INSERT INTO dyads BY NAME FROM dyads_of('fresh');

INSERT INTO unread BY NAME
SELECT id AS article, unnest(unread, max_depth := 2) FROM latest;

INSERT INTO readings
SELECT id, rules, read_at, len(claims)
FROM incoming
WHERE NOT EXISTS (
    FROM readings
    WHERE readings.article = incoming.id
        AND readings.rules = incoming.rules
        AND readings.read_at = incoming.read_at
);

INSERT INTO rulesets
SELECT rules, arg_min(version, read_at), min(read_at)
FROM incoming
WHERE rules NOT IN (SELECT digest FROM rulesets)
GROUP BY rules;

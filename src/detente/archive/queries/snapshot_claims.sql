-- What a page looks up in a copy of an archive: claims as a narrow table, the latest first, and one row for each actor of each.
CREATE OR REPLACE TABLE page_claims AS
SELECT
    c.id AS claim,
    c.article,
    c.kind,
    c.type,
    c.mode,
    c.status,
    c.background,
    c.sign,
    c.quad,
    c.score,
    c.issue,
    list_distinct(list_filter(c.codes || c.countries, lambda code: code <> '')) AS actors,
    list_distinct(list_filter(
        [p.code FOR p IN c.source] || [p.country FOR p IN c.source], lambda code: code <> ''
    )) AS givers,
    list_distinct([coalesce(nullif(s.name, ''), s.text) FOR s IN c.speaker]) AS speakers,
    c.place,
    a.outlet,
    a.agency,
    a.published,
    c.when_start,
    c.when_end,
    c.when_precision = 'reported' OR (c.when_start IS NULL AND c.when_end IS NULL) AS undated,
    CASE WHEN undated THEN a.published ELSE coalesce(c.when_start, c.when_end) END AS day
FROM claims AS c
JOIN articles AS a ON a.id = c.article
ORDER BY day DESC NULLS LAST, c.id;

CREATE OR REPLACE TABLE page_told AS
SELECT
    actor, claim, article, kind, type, status, background, sign, score, list_contains(givers, actor) AS gives, day,
    published, outlet, issue, speakers, actors
FROM (SELECT *, unnest(actors) AS actor FROM page_claims)
ORDER BY actor, kind, type, day DESC NULLS LAST, claim;

CREATE OR REPLACE TABLE page_actor_articles AS
SELECT actor, article, count(*) AS claims
FROM page_told
GROUP BY actor, article
ORDER BY actor, claims DESC, article;

CREATE OR REPLACE TABLE page_actor_years AS
SELECT actor, year(day)::INTEGER AS year, sign, count(*) AS claims
FROM page_told
WHERE day IS NOT NULL AND kind IN ('event', 'tie')
GROUP BY ALL
ORDER BY actor, year, sign;

CREATE OR REPLACE TABLE page_actors AS
SELECT
    actor,
    count(*) AS claims,
    count(DISTINCT article) AS articles,
    min(day) AS first,
    max(day) AS last
FROM page_told
GROUP BY actor
ORDER BY actor;

CREATE OR REPLACE TABLE page_outlets AS
WITH claimed AS (
    SELECT article, count(*) AS number FROM claims GROUP BY article
)
SELECT
    a.outlet,
    a.agency,
    count(*) AS articles,
    sum(coalesce(claimed.number, 0))::BIGINT AS claims,
    min(a.published) AS first,
    max(a.published) AS last
FROM articles AS a
LEFT JOIN claimed ON claimed.article = a.id
GROUP BY a.outlet, a.agency
ORDER BY articles DESC, a.outlet, a.agency;

-- Heads of articles, apart from their long texts.
CREATE OR REPLACE TABLE page_heads AS
SELECT
    id AS head_id,
    title AS head_title,
    outlet AS head_outlet,
    agency AS head_agency,
    published AS head_published,
    language AS head_language,
    url AS head_url,
    ref AS head_ref,
    origin AS head_origin,
    rules AS head_rules,
    text IS NOT NULL AS head_has_text
FROM articles;

CREATE OR REPLACE VIEW page_lines AS
SELECT * EXCLUDE (cues, coders, details, codes, countries, sectors) FROM claims;

-- A large archive, in the tables as a reading run and all that is derived after it would leave them: articles of ten
-- sentences with a claim in each. Some actors are in the news far more often than others, as they are.
CREATE OR REPLACE MACRO share(n, salt) AS (hash(n + salt::BIGINT * 1_000_000_007) % 1_000_000) / 1e6;
CREATE OR REPLACE MACRO pick(n, salt, items) AS items[1 + floor(share(n, salt) * len(items))::INT];
CREATE OR REPLACE MACRO often(n, salt, items) AS items[1 + floor(pow(share(n, salt), 2.5) * len(items))::INT];
CREATE OR REPLACE MACRO article_id(n) AS printf('a%016x', hash(n));
CREATE OR REPLACE MACRO dispatch(n, a, b, city) AS
    printf('Dispatch %08d: on Friday %s spoke of trade with %s in %s, a spokesman said.', n, a, b, city);

CREATE OR REPLACE TEMP TABLE numbers AS
SELECT
    n,
    n // 10 AS article_number,
    n % 10 AS position,
    often(n, 1, $states) AS a,
    CASE WHEN often(n, 2, $states) = often(n, 1, $states) THEN 'CHE' ELSE often(n, 2, $states) END AS b,
    pick(n, 3, $cities) AS city
FROM range($first, $last) AS t(n);

INSERT INTO articles BY NAME
SELECT
    article_id(article_number) AS id,
    string_agg(dispatch(n, a, b, city.name), chr(10) || chr(10) ORDER BY n) AS text,
    'Dispatch ' || article_number || ' on ' || first(a) AS title,
    'Outlet ' || article_number % 61 AS outlet,
    CASE WHEN article_number % 3 = 0 THEN 'Agency ' || article_number % 5 ELSE '' END AS agency,
    '' AS byline,
    '' AS dateline,
    DATE '1995-01-01' + (article_number % 10_000)::INT AS published,
    'given' AS dating,
    'en' AS language,
    '' AS url,
    '' AS ref,
    '' AS origin,
    'bench' AS rules,
    TIMESTAMP '2024-01-01' AS read_at,
    12 AS sentences,
    10 AS parsed
FROM numbers
GROUP BY article_number;

CREATE OR REPLACE TEMP TABLE fresh AS
WITH placed AS (
    SELECT
        *,
        dispatch(n, a, b, city.name) AS sentence,
        sum(length(dispatch(n, a, b, city.name)) + 2) OVER (PARTITION BY article_number ORDER BY n)
            - length(dispatch(n, a, b, city.name)) - 2 AS begins,
        pick(n, 4, ['event', 'event', 'event', 'event', 'event', 'tie', 'stance', 'statement', 'trait', 'flow']) AS kind,
        (share(n, 5) * 4)::INT % 4 AS sort,
        DATE '1995-01-01' + (article_number % 10_000)::INT AS published
    FROM numbers
)
SELECT
    printf('c%016x', hash(n)) AS id,
    article_id(article_number) AS article,
    position::INT AS position,
    CASE WHEN kind = 'flow' AND n % 2 = 0 THEN 'project' ELSE kind END AS kind,
    CASE kind
        WHEN 'event' THEN ['CONSULT', 'ACCUSE', 'AID', 'ASSAULT'][1 + sort]
        WHEN 'tie' THEN ['alliance', 'rivalry', 'war', 'patronage'][1 + sort]
        WHEN 'stance' THEN ['want', 'fear', 'seek', 'need'][1 + sort]
        WHEN 'statement' THEN ['say', 'deny', 'announce', 'confirm'][1 + sort]
        WHEN 'trait' THEN ['office', 'profession', 'size', 'policy'][1 + sort]
        ELSE CASE n % 2 WHEN 0 THEN ['pipeline', 'dam', 'base', 'port'][1 + sort] ELSE ['arms', 'energy', 'goods', 'refugees'][1 + sort] END
    END AS type,
    '' AS mode,
    []::VARCHAR[] AS context,
    '' AS cameo,
    CASE WHEN kind = 'event' THEN [1, 3, 2, 4][1 + sort] END AS quad,
    CASE kind
        WHEN 'event' THEN [1.0, -3.0, 6.0, -9.0][1 + sort]
        WHEN 'tie' THEN [8.0, -4.0, -10.0, 6.0][1 + sort]
    END AS score,
    CASE WHEN kind IN ('event', 'tie') THEN ['cooperative', 'hostile'][1 + sort % 2] ELSE 'neutral' END AS sign,
    false AS "symmetric",
    n % 12 = 0 AS background,
    [{text: a, start: begins + 29, "end": begins + 32, code: a, country: a, sector: 'GOV', name: a, reason: 'a state'}] AS source,
    CASE
        WHEN kind = 'trait' THEN []
        ELSE [{text: b, start: begins + 53, "end": begins + 56, code: b, country: b, sector: '', name: b, reason: 'a state'}]
    END AS target,
    [] AS via,
    '' AS object,
    CASE WHEN n % 2 = 0 THEN [pick(n, 6, ['trade_and_investment', 'arms', 'energy', 'territory', 'drugs', 'migration', 'health'])] ELSE []::VARCHAR[] END AS issue,
    CASE WHEN n % 5 = 0 THEN published - 3 END AS when_start,
    CASE WHEN n % 5 = 0 THEN published - 3 END AS when_end,
    CASE WHEN n % 5 = 0 THEN 'day' ELSE 'reported' END AS when_precision,
    CASE WHEN n % 5 = 0 THEN 'on Friday' ELSE '' END AS when_text,
    pick(n, 7, ['actual', 'actual', 'actual', 'actual', 'ongoing', 'planned', 'possible', 'intended', 'negated', 'asked']) AS status,
    CASE WHEN n % 4 = 0 THEN [{text: 'a spokesman', start: begins + length(sentence) - 17, "end": begins + length(sentence) - 6, verb: 'say', code: a, sector: 'GOV', name: a}] ELSE [] END AS speaker,
    CASE WHEN n % 10 < 3 THEN {text: city.name, name: city.name, country: city.state, precision: CASE WHEN n % 3 = 0 THEN 'country' ELSE 'city' END} END AS place,
    begins AS sentence_start,
    begins + length(sentence) AS sentence_end,
    sentence AS sentence_text,
    begins + 19 AS start,
    begins + 56 AS "end",
    'bench' AS rule,
    CASE WHEN kind = 'flow' AND n % 2 = 0 THEN [{name: 'route', value: city.name || ' - ' || pick(n, 8, $cities).name}] ELSE [] END AS details,
    [{answers: 'trigger', value: 'CONSULT', start: begins + 33, "end": begins + 38, text: 'spoke'}] AS cues,
    CASE WHEN kind = 'trait' THEN [a] ELSE [a, b] END AS codes,
    CASE WHEN kind = 'trait' THEN [a] ELSE [a, b] END AS countries,
    ['GOV'] AS sectors
FROM placed;

INSERT INTO claims BY NAME FROM fresh;
INSERT INTO dyads BY NAME FROM dyads_of('fresh');

INSERT INTO unread BY NAME
SELECT
    article, 11 AS position, sentence_start AS start, sentence_end AS "end", sentence_text AS text, codes AS actors,
    [pick(hash(article), 9, ['mull', 'spurn', 'court', 'woo'])] AS verbs
FROM fresh
WHERE position = 9;

INSERT INTO happenings BY NAME
SELECT
    'h' || id[2:] AS id, type, mode, cameo, quad, score, "symmetric", [source[1].code] AS source, [target[1].code] AS target,
    [source[1].country] AS source_countries, [target[1].country] AS target_countries, when_start, when_end,
    when_precision, when_text, coalesce(place.name, '') AS place, 'done' AS stage,
    [{stage: 'done', claims: [id]}] AS stages, background, published AS reported,
    1 + (hash(id) % 3)::INT AS voices, 1 + (hash(id) % 3)::INT AS articles, 1.0 AS likeness, '' AS reason
FROM fresh
JOIN (SELECT id AS article, published FROM articles) USING (article)
WHERE kind = 'event';

INSERT INTO placed_claims BY NAME
SELECT id AS claim, article, 'h' || id[2:] AS happening, when_start AS first_day, when_end AS last_day, 0 AS detail
FROM fresh
WHERE kind = 'event';

INSERT INTO reuses BY NAME
SELECT
    article AS left_article, article_id(hash(article) % $articles) AS right_article, sentence_start AS left_start,
    sentence_end AS left_end, 0 AS right_start, sentence_end - sentence_start AS right_end, sentence_text AS left_text,
    sentence_text AS right_text, 0.98 AS similarity, 'edited' AS manner, article AS giver, 'published earlier' AS reason
FROM fresh
WHERE position = 3 AND hash(article) % 3 = 0;

INSERT INTO compared_texts BY NAME SELECT DISTINCT article, $text_method AS method FROM fresh;
INSERT INTO compared_claims BY NAME SELECT DISTINCT article, 'bench' AS rules, $claim_method AS method FROM fresh;
INSERT INTO readings BY NAME
SELECT article, 'bench' AS rules, TIMESTAMP '2024-01-01' AS read_at, count(*) AS claims FROM fresh GROUP BY article;

-- Claims that may tell what a question asks, those first that have most of its parties, words and types.
-- Of each party there are codes and a pattern of its names ("" where fewer than four are sought).
WITH dated AS (
    SELECT
        c.rowid AS place,
        c.kind,
        c.type,
        c.codes,
        c.countries,
        c.sentence_text,
        lower(c.sentence_text) AS low,
        a.published,
        c.when_precision = 'reported' OR (c.when_start IS NULL AND c.when_end IS NULL) AS undated,
        CASE WHEN undated THEN a.published ELSE coalesce(c.when_start, '-infinity'::DATE) END AS first_day,
        CASE WHEN undated THEN a.published ELSE coalesce(c.when_end, 'infinity'::DATE) END AS last_day
    FROM claims AS c
    JOIN articles AS a ON a.id = c.article
    WHERE ($kinds::VARCHAR[] IS NULL OR list_contains($kinds::VARCHAR[], lower(c.kind || '.' || c.type)))
        AND ($ids::VARCHAR[] IS NULL OR list_contains($ids::VARCHAR[], c.id))
),

met AS (
    SELECT
        place,
        published,
        lower(kind || '.' || type) AS sort,
        (list_has_any(codes, $codes_1) OR list_has_any(countries, $codes_1) OR regexp_matches(low, $names_1))::INT
        + (list_has_any(codes, $codes_2) OR list_has_any(countries, $codes_2) OR regexp_matches(low, $names_2))::INT
        + (list_has_any(codes, $codes_3) OR list_has_any(countries, $codes_3) OR regexp_matches(low, $names_3))::INT
        + (list_has_any(codes, $codes_4) OR list_has_any(countries, $codes_4) OR regexp_matches(low, $names_4))::INT
            AS parties,
        CASE WHEN $words = '' THEN 0 ELSE len(regexp_extract_all(low, $words)) END AS words
    FROM dated
    WHERE (
            ($since::DATE IS NULL OR last_day >= $since::DATE)
            AND ($until::DATE IS NULL OR first_day <= $until::DATE)
        )
        OR (undated AND contains(sentence_text, $year))
),

best AS (
    SELECT place
    FROM met
    WHERE parties >= $least_parties AND words >= $least_words
    ORDER BY
        parties DESC,
        words DESC,
        ($plain::VARCHAR[] IS NOT NULL AND list_contains($plain::VARCHAR[], sort)) DESC,
        published DESC NULLS LAST,
        place
    LIMIT $limit
),

chosen AS (
    SELECT *
    FROM claims
    WHERE rowid IN (SELECT place FROM best)
),

-- How often the articles of these claims name each party.
about AS (
    SELECT
        id,
        [
            len(regexp_extract_all(low, $names_1)),
            len(regexp_extract_all(low, $names_2)),
            len(regexp_extract_all(low, $names_3)),
            len(regexp_extract_all(low, $names_4))
        ] AS told_of
    FROM (
        SELECT id, lower(coalesce(title, '') || ' ' || coalesce(text, '')) AS low
        FROM articles
        WHERE $context AND id IN (SELECT article FROM chosen)
    )
)

SELECT
    c.id,
    c.article,
    c.kind,
    c.type,
    c.mode,
    c.score,
    c.source,
    c.target,
    c.via,
    c.object,
    c.issue,
    c.when_start,
    c.when_end,
    c.when_precision,
    c.when_precision = 'reported' OR (c.when_start IS NULL AND c.when_end IS NULL) AS undated,
    c.status,
    c.background,
    len(c.speaker) AS speakers,
    [s.verb FOR s IN c.speaker] AS verbs,
    c."symmetric",
    c.place.country AS place,
    c.sentence_text AS sentence,
    c.sentence_start,
    c.start,
    a.published,
    a.outlet,
    about.told_of
FROM chosen AS c
JOIN articles AS a ON a.id = c.article
LEFT JOIN about ON about.id = c.article
ORDER BY a.published DESC NULLS LAST, c.id;

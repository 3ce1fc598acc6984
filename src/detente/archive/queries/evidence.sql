-- Claims that may tell what a question asks: those with most of the parties and words asked for, the latest first.
-- `groups` has the codes of each party, `names` its names in small letters, `words` beginnings of other words.
WITH about AS (
    -- How often each article names each party.
    SELECT
        id,
        [
            list_sum([(length(low) - length(replace(low, name, ''))) // length(name) FOR name IN asked])
            FOR asked IN $names::VARCHAR[][]
        ] AS told_of
    FROM (SELECT id, lower(coalesce(title, '') || ' ' || coalesce(text, '')) AS low FROM articles)
    WHERE $context
),

timed AS (
    SELECT
        c.*,
        a.published,
        a.outlet,
        lower(sentence_text) AS low,
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
        timed.*,
        about.told_of,
        len([
            asked FOR asked IN list_zip($groups::VARCHAR[][], $names::VARCHAR[][])
            IF list_has_any(codes, asked[1]) OR list_has_any(countries, asked[1])
                OR len([name FOR name IN asked[2] IF contains(low, name)]) > 0
        ]) AS parties,
        len([word FOR word IN $words::VARCHAR[] IF contains(low, word)]) AS words
    FROM timed
    LEFT JOIN about ON about.id = timed.article
    WHERE (
            ($since::DATE IS NULL OR last_day >= $since::DATE)
            AND ($until::DATE IS NULL OR first_day <= $until::DATE)
        )
        OR (undated AND contains(sentence_text, $year))
)

SELECT
    id,
    article,
    kind,
    type,
    mode,
    score,
    source,
    target,
    via,
    object,
    issue,
    when_start,
    when_end,
    when_precision,
    undated,
    status,
    background,
    len(speaker) AS speakers,
    [s.verb FOR s IN speaker] AS verbs,
    "symmetric",
    place.country AS place,
    sentence_text AS sentence,
    sentence_start,
    start,
    published,
    outlet,
    told_of
FROM met
WHERE parties >= $least_parties AND (words > 0 OR $least_words = 0)
ORDER BY parties DESC, words DESC, published DESC NULLS LAST, id
LIMIT $limit;

-- The claims asked for and their order. A filter that is null lets everything through.
CREATE OR REPLACE TEMP TABLE chosen AS
WITH timed AS (
    SELECT
        c.*,
        a.published,
        a.outlet,
        -- A claim without a time of its own counts as of the day it was published.
        c.when_precision = 'reported' OR (c.when_start IS NULL AND c.when_end IS NULL) AS undated,
        CASE WHEN undated THEN a.published ELSE coalesce(c.when_start, '-infinity'::DATE) END AS first_day,
        CASE WHEN undated THEN a.published ELSE coalesce(c.when_end, 'infinity'::DATE) END AS last_day,
        CASE WHEN undated THEN a.published ELSE coalesce(c.when_start, c.when_end) END AS told_day
    FROM claims AS c
    JOIN articles AS a ON a.id = c.article
)
SELECT
    id,
    row_number() OVER (
        ORDER BY
            CASE $order WHEN 'published' THEN published WHEN 'time' THEN told_day END ASC NULLS LAST,
            CASE $order WHEN '-published' THEN published WHEN '-time' THEN told_day END DESC NULLS LAST,
            article,
            position
    ) AS rank
FROM timed
WHERE ($between::VARCHAR[] IS NULL OR list_has_all(codes, $between::VARCHAR[]))
    AND (
        $actor::VARCHAR[] IS NULL
        OR list_has_any(codes, $actor::VARCHAR[])
        OR list_has_any(countries, $actor::VARCHAR[])
    )
    AND ($kind::VARCHAR[] IS NULL OR list_contains($kind::VARCHAR[], kind))
    AND ($type::VARCHAR[] IS NULL OR list_contains($type::VARCHAR[], lower(type)))
    AND ($status::VARCHAR[] IS NULL OR list_contains($status::VARCHAR[], status))
    AND ($since::DATE IS NULL OR last_day >= $since::DATE)
    AND ($until::DATE IS NULL OR first_day <= $until::DATE)
    AND ($published_since::DATE IS NULL OR published >= $published_since::DATE)
    AND ($published_until::DATE IS NULL OR published <= $published_until::DATE)
    AND ($sector::VARCHAR[] IS NULL OR list_has_any(sectors, $sector::VARCHAR[]))
    AND ($issue::VARCHAR[] IS NULL OR list_has_any(issue, $issue::VARCHAR[]))
    AND ($outlet::VARCHAR[] IS NULL OR list_contains($outlet::VARCHAR[], lower(outlet)))
    AND (
        $speaker::VARCHAR[] IS NULL
        OR list_has_any([lower(s.code) FOR s IN speaker], $speaker::VARCHAR[])
        OR list_has_any([lower(s.name) FOR s IN speaker], $speaker::VARCHAR[])
        OR list_has_any([lower(s.text) FOR s IN speaker], $speaker::VARCHAR[])
    )
    AND ($background::BOOLEAN IS NULL OR background = $background::BOOLEAN)
    AND ($text::VARCHAR IS NULL OR contains(lower(sentence_text), lower($text::VARCHAR)))
    AND ($article::VARCHAR[] IS NULL OR list_contains($article::VARCHAR[], article))
QUALIFY $limit::BIGINT IS NULL OR rank <= $limit::BIGINT;

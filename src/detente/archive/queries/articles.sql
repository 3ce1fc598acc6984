-- Heads of articles with counts. A filter that is null lets everything through.
WITH listed AS (
    SELECT *
    FROM articles
    WHERE ($outlet::VARCHAR[] IS NULL OR list_contains($outlet::VARCHAR[], lower(outlet)))
        AND ($published_since::DATE IS NULL OR published >= $published_since::DATE)
        AND ($published_until::DATE IS NULL OR published <= $published_until::DATE)
        AND (
            $text::VARCHAR IS NULL
            OR contains(lower(title), lower($text::VARCHAR))
            OR contains(lower(text), lower($text::VARCHAR))
        )
    QUALIFY $limit::BIGINT IS NULL OR row_number() OVER (
        ORDER BY
            CASE $order WHEN 'published' THEN published END ASC NULLS LAST,
            CASE $order WHEN '-published' THEN published END DESC NULLS LAST,
            id
    ) <= $limit::BIGINT
),
claimed AS (
    SELECT article, count(*) AS number FROM claims GROUP BY article
),
missed AS (
    SELECT article, count(*) AS number FROM unread GROUP BY article
)
SELECT
    a.id AS head_id,
    a.title AS head_title,
    a.outlet AS head_outlet,
    a.agency AS head_agency,
    a.published AS head_published,
    a.language AS head_language,
    a.url AS head_url,
    a.ref AS head_ref,
    a.origin AS head_origin,
    a.rules AS head_rules,
    a.text IS NOT NULL AS head_has_text,
    coalesce(claimed.number, 0) AS claims,
    coalesce(missed.number, 0) AS unread
FROM listed AS a
LEFT JOIN claimed ON claimed.article = a.id
LEFT JOIN missed ON missed.article = a.id
ORDER BY
    CASE $order WHEN 'published' THEN a.published END ASC NULLS LAST,
    CASE $order WHEN '-published' THEN a.published END DESC NULLS LAST,
    a.id;

-- Sentences that named known actors and yielded no claim.
SELECT
    u.*,
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
    a.text IS NOT NULL AS head_has_text
FROM unread AS u
JOIN articles AS a ON a.id = u.article
WHERE $article::VARCHAR IS NULL OR u.article = $article::VARCHAR
QUALIFY $limit::BIGINT IS NULL OR row_number() OVER (ORDER BY a.published, a.id, u.position) <= $limit::BIGINT
ORDER BY a.published, a.id, u.position;

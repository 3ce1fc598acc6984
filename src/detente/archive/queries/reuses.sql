-- Copied passages, the longest first within each pair of articles. A filter that is null lets everything through.
SELECT r.*
FROM reuses AS r
WHERE ($articles::VARCHAR[] IS NULL
        OR list_contains($articles::VARCHAR[], r.left_article)
        OR list_contains($articles::VARCHAR[], r.right_article))
    AND ($least::BIGINT IS NULL OR length(r.left_text) >= $least::BIGINT)
ORDER BY r.right_article, r.left_article, r.left_start
LIMIT $limit;

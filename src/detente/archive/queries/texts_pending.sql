-- Articles whose text has not been compared yet, in the order of their publication. First which, then their texts, so that those of all
-- others are not read.
WITH next AS (
    SELECT id
    FROM articles
    WHERE text IS NOT NULL AND id NOT IN (SELECT article FROM compared_texts)
    ORDER BY published NULLS LAST, id
    LIMIT $limit
)
SELECT id, text, outlet, agency, published
FROM articles
WHERE id IN (SELECT id FROM next)
ORDER BY published NULLS LAST, id;

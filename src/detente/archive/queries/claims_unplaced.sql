-- Events told in these articles that have no happening yet, in the order of their publication.
SELECT c.id
FROM claims AS c
JOIN articles AS a ON a.id = c.article
WHERE c.article IN (SELECT unnest($ids::VARCHAR[]))
    AND c.kind = 'event'
    AND c.status <> 'asked'
    AND c.id NOT IN (SELECT claim FROM placed_claims WHERE article IN (SELECT unnest($ids::VARCHAR[])))
ORDER BY a.published NULLS LAST, a.id, c.position;

-- The claims of some happenings, in the order of their publication.
SELECT p.claim
FROM placed_claims AS p
JOIN articles AS a ON a.id = p.article
JOIN claims AS c ON c.id = p.claim
WHERE p.happening IN (SELECT unnest($ids::VARCHAR[]))
ORDER BY a.published NULLS LAST, a.id, c.position;

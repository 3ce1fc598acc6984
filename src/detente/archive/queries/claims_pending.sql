-- Articles whose claims, as they are now read, have not been compared yet, in the order of their publication.
SELECT a.id
FROM articles AS a
LEFT JOIN compared_claims AS c ON c.article = a.id AND c.rules = a.rules
WHERE c.article IS NULL
ORDER BY a.published NULLS LAST, a.id;

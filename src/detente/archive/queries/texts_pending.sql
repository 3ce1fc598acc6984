-- Articles whose text has not been compared yet, in the order of their publication.
SELECT id
FROM articles
WHERE text IS NOT NULL AND id NOT IN (SELECT article FROM compared_texts)
ORDER BY published NULLS LAST, id;

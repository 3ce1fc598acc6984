SELECT *
FROM reuses
WHERE left_article IN (SELECT unnest($ids::VARCHAR[]))
    AND right_article IN (SELECT unnest($ids::VARCHAR[]))
ORDER BY left_article, right_article, left_start;

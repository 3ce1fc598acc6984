-- Whether any article is not compared yet, or was compared by another method.
SELECT
    exists(FROM articles WHERE text IS NOT NULL AND id NOT IN (SELECT article FROM compared_texts))
    OR exists(FROM compared_texts WHERE method <> $text_method)
    OR exists(
        FROM articles AS a
        LEFT JOIN compared_claims AS c ON c.article = a.id AND c.rules = a.rules
        WHERE c.article IS NULL
    )
    OR exists(FROM compared_claims WHERE method <> $claim_method) AS behind;

WITH articles_by AS (
    SELECT rules, count(*) AS number FROM articles GROUP BY rules
),
claims_by AS (
    SELECT a.rules, count(*) AS number
    FROM claims AS c
    JOIN articles AS a ON a.id = c.article
    GROUP BY a.rules
)
SELECT
    r.digest,
    r.version,
    r.first_used,
    coalesce(articles_by.number, 0) AS articles,
    coalesce(claims_by.number, 0) AS claims
FROM rulesets AS r
LEFT JOIN articles_by ON articles_by.rules = r.digest
LEFT JOIN claims_by ON claims_by.rules = r.digest
ORDER BY r.first_used, r.digest;

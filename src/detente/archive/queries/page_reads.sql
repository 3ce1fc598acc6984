-- The last runs that read something: a run is one day's readings by one set of rules.
SELECT CAST(read_at AS DATE) AS day, rules, count(*) AS articles, sum(claims)::BIGINT AS claims, max(read_at) AS last
FROM readings
GROUP BY ALL
ORDER BY last DESC
LIMIT $limit;

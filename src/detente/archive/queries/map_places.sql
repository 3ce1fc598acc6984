-- Places with how much is told of each, those that most is told of first. A filter that is null lets everything through.
SELECT
    name,
    country,
    precision,
    count(DISTINCT happening) AS happenings,
    count(*) AS claims,
    count(*) FILTER (sign = 'cooperative') AS cooperative,
    count(*) FILTER (sign = 'hostile') AS hostile,
    min(day) AS first,
    max(day) AS last
FROM page_places
WHERE ($actor::VARCHAR IS NULL OR list_contains(actors, $actor::VARCHAR))
    AND ($since::DATE IS NULL OR day >= $since::DATE)
    AND ($until::DATE IS NULL OR day <= $until::DATE)
GROUP BY name, country, precision
ORDER BY happenings DESC, claims DESC, name, country, precision
LIMIT $limit;

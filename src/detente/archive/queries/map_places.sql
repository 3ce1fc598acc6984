-- Places with how much is told of each, those that most is told of first. A filter that is null lets everything through.
WITH happened AS (
    SELECT
        place,
        count(*) AS claims,
        count(*) FILTER (sign = 'cooperative') AS cooperative,
        count(*) FILTER (sign = 'hostile') AS hostile,
        min(day) AS first,
        max(day) AS last
    FROM page_places
    WHERE ($actor::VARCHAR IS NULL OR list_contains(actors, $actor::VARCHAR))
        AND ($since::DATE IS NULL OR day >= $since::DATE)
        AND ($until::DATE IS NULL OR day <= $until::DATE)
    GROUP BY place, happening
),
counted AS (
    SELECT
        place,
        count(*) AS happenings,
        sum(claims)::BIGINT AS claims,
        sum(cooperative)::BIGINT AS cooperative,
        sum(hostile)::BIGINT AS hostile,
        min(first) AS first,
        max(last) AS last
    FROM happened
    GROUP BY place
)
SELECT name, country, precision, happenings, claims, cooperative, hostile, first, last
FROM counted
JOIN page_place_names USING (place)
ORDER BY happenings DESC, claims DESC, name, country, precision
LIMIT $limit;

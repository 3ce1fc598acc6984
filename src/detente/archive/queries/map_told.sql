-- The claims that are told of one place, the latest first.
SELECT claim
FROM page_places
WHERE country = $country
    AND name = $place
    AND ($actor::VARCHAR IS NULL OR list_contains(actors, $actor::VARCHAR))
    AND ($since::DATE IS NULL OR day >= $since::DATE)
    AND ($until::DATE IS NULL OR day <= $until::DATE)
ORDER BY day DESC NULLS LAST, claim
LIMIT $limit;

-- Happenings of some pairs (of two actors by all their codes), the latest first, within some days if they are given.
SELECT * EXCLUDE (pair)
FROM page_pair_events
WHERE pair IN (SELECT unnest($pairs))
    AND ($since::DATE IS NULL OR day >= $since::DATE)
    AND ($until::DATE IS NULL OR day <= $until::DATE)
ORDER BY day DESC NULLS LAST, happening
LIMIT $limit;

-- Ids of happenings by their beginning; the id that any of its claims would give a happening leads to it too.
SELECT DISTINCT happening AS id
FROM placed_claims
WHERE starts_with(happening, $prefix)
    OR starts_with('h' || claim[2:], $prefix)
    OR starts_with(claim, $prefix)
ORDER BY id
LIMIT $limit;

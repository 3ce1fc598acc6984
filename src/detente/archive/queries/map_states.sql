-- How many claims each actor has a part in: all of a time, or those in which another has a part too.
SELECT told.actor, count(*) AS claims
FROM (
    SELECT unnest(actors) AS actor
    FROM page_told
    WHERE actor = $actor::VARCHAR
        AND ($since::DATE IS NULL OR day >= $since::DATE)
        AND ($until::DATE IS NULL OR day <= $until::DATE)
    UNION ALL
    SELECT actor
    FROM page_told
    WHERE $actor::VARCHAR IS NULL
        AND ($since::DATE IS NULL OR day >= $since::DATE)
        AND ($until::DATE IS NULL OR day <= $until::DATE)
) AS told
WHERE told.actor <> coalesce($actor::VARCHAR, '')
GROUP BY told.actor;

-- How much is told of an actor (by all its codes) in each year, by the sign of what is told.
SELECT year, sign, sum(claims)::BIGINT AS claims
FROM page_actor_years
WHERE actor IN (SELECT unnest($actors))
GROUP BY ALL
ORDER BY year, sign;

-- The latest happenings that an actor (by all its codes) is a party to; history after news.
SELECT happening, day
FROM page_happenings
WHERE actor IN (SELECT unnest($actors)) AND NOT background
GROUP BY ALL
ORDER BY day DESC NULLS LAST, happening
LIMIT $limit;

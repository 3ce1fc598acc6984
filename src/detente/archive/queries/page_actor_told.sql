-- Claims of an actor (by all its codes), by kind and type the latest, and how many there are; with `gives`, only those that it is the source of.
SELECT kind, type, claim, day, count(*) OVER (PARTITION BY kind, type) AS number
FROM page_told
WHERE actor IN (SELECT unnest($actors))
    AND kind IN (SELECT unnest($kinds))
    AND (NOT $gives OR gives)
QUALIFY row_number() OVER (PARTITION BY kind, type ORDER BY day DESC NULLS LAST, claim) <= $limit
ORDER BY number DESC, type, day DESC NULLS LAST, claim;

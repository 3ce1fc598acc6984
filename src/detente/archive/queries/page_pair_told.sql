-- Claims that name both of two actors (of all their codes): of each kind but events the latest, and how many there are.
SELECT kind, claim, day, count(*) OVER (PARTITION BY kind) AS number
FROM (
    SELECT DISTINCT kind, claim, day
    FROM page_pair_told
    WHERE pair IN (SELECT unnest($pairs))
        AND ($since::DATE IS NULL OR day >= $since::DATE)
        AND ($until::DATE IS NULL OR day <= $until::DATE)
)
QUALIFY row_number() OVER (PARTITION BY kind ORDER BY day DESC NULLS LAST, claim) <= $limit
ORDER BY kind, day DESC NULLS LAST, claim;

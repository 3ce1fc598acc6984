-- The claims that speak for happenings which new claims (`asked`: claim, key, first_day, last_day) may report: for each new claim
-- the happenings whose time is most like its own, for each of them the claims that tell most.
WITH near AS (
    SELECT DISTINCT asked.claim AS asked_claim, placed.happening,
        abs(date_diff('day', asked.first_day, pairs.first_day)) + abs(date_diff('day', asked.last_day, pairs.last_day)) AS apart
    FROM asked
    JOIN claim_pairs AS pairs
        ON pairs.pair = asked.key
        AND pairs.first_day <= asked.last_day + 3
        AND pairs.last_day >= asked.first_day - 3
    JOIN placed_claims AS placed ON placed.claim = pairs.claim
),
chosen AS (
    SELECT DISTINCT happening
    FROM (FROM near QUALIFY row_number() OVER (PARTITION BY asked_claim ORDER BY apart, happening) <= $most)
)
SELECT happening, claim
FROM placed_claims
JOIN chosen USING (happening)
WHERE first_day IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY happening ORDER BY detail DESC, claim) <= $speakers
ORDER BY happening, claim;

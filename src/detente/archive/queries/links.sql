-- Events and ties of all pairs up to a day: events since another day, ties that are not known to have ended before a third.
-- Of all actors, or of the pairs that one of some actors is in.
WITH placed AS (
    SELECT
        *,
        coalesce(when_start, when_end, published) AS first_day,
        CASE WHEN undated THEN published ELSE coalesce(when_end, when_start) END AS last_day
    FROM dyads
    WHERE score IS NOT NULL
        AND status IN ('actual', 'ongoing')
        AND ($known_on::DATE IS NULL OR published <= $known_on::DATE)
        AND ($actors::VARCHAR[] IS NULL OR list_contains($actors, one) OR list_contains($actors, other))
)
SELECT
    claim AS id, one, other, kind, type, mode, quad, score, status, background, by_one, when_start, when_end, undated,
    published, voice
FROM placed
WHERE first_day <= $day::DATE
    AND last_day >= CASE WHEN kind = 'event' THEN $since::DATE ELSE $ties_since::DATE END
ORDER BY one, other, first_day, claim;

-- Events and ties of all pairs up to a day: events since another day, ties that are not known to have ended before a third.
-- Of all actors, or of the pairs that one of some actors is in.
-- An event that belongs to a happening is given with it, and is told as most sources tell that.
WITH timed AS (
    SELECT
        *,
        coalesce(when_start, when_end, published) AS first_day,
        CASE WHEN undated THEN published ELSE coalesce(when_end, when_start) END AS last_day
    FROM dyads
    WHERE score IS NOT NULL
        AND status IN ('actual', 'ongoing')
        AND ($known_on::DATE IS NULL OR published <= $known_on::DATE)
        AND ($actors::VARCHAR[] IS NULL OR list_contains($actors, one) OR list_contains($actors, other))
),
found AS (
    FROM timed
    WHERE first_day <= $day::DATE
        AND last_day >= CASE WHEN kind = 'event' THEN $since::DATE ELSE $ties_since::DATE END
)
SELECT
    f.claim AS id, coalesce(p.happening, '') AS happening, f.one, f.other, f.kind, f.type, f.mode, f.cameo, f.quad, f.score,
    f.status, f.background, f.by_one, f.when_start, f.when_end, f.undated, f.published, coalesce(p.voice, f.voice) AS voice
FROM found AS f
LEFT JOIN placed_claims AS p ON p.claim = f.claim
ORDER BY f.one, f.other, f.first_day, f.claim;

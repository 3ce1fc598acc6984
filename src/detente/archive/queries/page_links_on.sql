-- Events and ties of the pairs that most is told of up to a day: events since another day, ties that are not known to have
-- ended before a third. A filter that is null lets everything through.
WITH told AS (
    SELECT *
    FROM page_links
    WHERE first_day <= $day::DATE
        AND last_day >= CASE WHEN kind = 'event' THEN $since::DATE ELSE $ties_since::DATE END
        AND ($actor::VARCHAR IS NULL OR one = $actor::VARCHAR OR other = $actor::VARCHAR)
        AND ($issue::VARCHAR IS NULL OR list_contains(issue, $issue::VARCHAR))
        AND ($tie::VARCHAR IS NULL OR (kind = 'tie' AND type = $tie::VARCHAR))
),
pairs AS (
    SELECT one, other FROM told GROUP BY one, other ORDER BY count(*) DESC, one, other LIMIT $most
)
SELECT
    claim AS id, one, other, kind, type, mode, quad, score, status, background, by_one, when_start, when_end, undated,
    published, voice
FROM told
JOIN pairs USING (one, other)
ORDER BY one, other, first_day, claim;

-- How some actors stand with all others on a day, by the reckoning of `history.network`: what happened in the days before it, halving
-- in weight with age, and the ties that hold, each as much as some events. Claims of one sort on one day are one event.
WITH placed AS (
    SELECT
        *,
        -- a tie of which no end is told holds for a while after it was told
        CASE WHEN kind = 'tie' AND (undated OR when_end IS NULL) THEN greatest(last_day, published + $holds_on::INTEGER)
            ELSE last_day END AS holds_until
    FROM page_links
    WHERE first_day <= $day::DATE
        AND last_day >= $ties_since::DATE
        AND (one IN (SELECT unnest($actors)) OR other IN (SELECT unnest($actors)))
),
counted AS (
    SELECT
        one, other, kind, type, first_day, holds_until,
        any_value(quad ORDER BY claim) AS quad,
        avg(score) AS score,
        count(DISTINCT voice) AS sources,
        min(claim) AS claim
    FROM placed
    GROUP BY one, other, kind, type, mode, by_one, first_day, holds_until
),
weighed AS (
    SELECT
        *,
        sqrt(sources) * CASE
            WHEN kind = 'tie' THEN CASE WHEN holds_until >= $day::DATE THEN $tie ELSE 0 END
            WHEN first_day >= $since::DATE AND quad > 0 THEN pow(0.5, ($day::DATE - first_day) / $half_life)
            ELSE 0
        END AS weight
    FROM counted
)
SELECT
    one,
    other,
    sum(weight * score) / (sum(weight) + $neutral) AS level,
    sum(weight) AS weight,
    count(*) FILTER (kind = 'event' AND quad IN (1, 2)) AS cooperative,
    count(*) FILTER (kind = 'event' AND quad IN (3, 4)) AS hostile,
    coalesce(list_sort(list(DISTINCT type) FILTER (kind = 'tie')), []) AS ties,
    max_by(claim, abs(weight * score), 3) AS evidence
FROM weighed
WHERE weight > 0
GROUP BY one, other
ORDER BY sum(weight) DESC, one, other;

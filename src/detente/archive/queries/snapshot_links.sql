-- Events and ties between pairs with their issues, in order of time, of which networks are made.
CREATE OR REPLACE TABLE page_links AS
SELECT
    d.claim,
    d.one,
    d.other,
    d.kind,
    d.type,
    d.mode,
    d.quad,
    d.score,
    d.status,
    d.background,
    d.by_one,
    d.when_start,
    d.when_end,
    d.undated,
    d.published,
    d.voice,
    c.issue,
    coalesce(d.when_start, d.when_end, d.published) AS first_day,
    CASE WHEN d.undated THEN d.published ELSE coalesce(d.when_end, d.when_start) END AS last_day
FROM dyads AS d
JOIN page_claims AS c ON c.claim = d.claim
WHERE d.score IS NOT NULL AND d.status IN ('actual', 'ongoing')
ORDER BY first_day, d.claim, d.one, d.other;

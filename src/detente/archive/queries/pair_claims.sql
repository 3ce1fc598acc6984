-- Events and ties between two actors, each by any of its codes (of a state also those of the states that it followed), in order of
-- time, of what was published up to a day if one is given. An event that belongs to a happening is told as most sources tell that; if
-- only part of what tells of the happening had been published by then, as each claim tells it.
WITH found AS (
    FROM dyads
    WHERE (
            (list_contains($one, one) AND list_contains($other, other))
            OR (list_contains($other, one) AND list_contains($one, other))
        )
        AND ($known_on::DATE IS NULL OR published <= $known_on::DATE)
),
placed AS (
    FROM placed_claims
    WHERE claim IN (SELECT claim FROM found)
),
whole AS (
    FROM happenings
    WHERE id IN (SELECT happening FROM placed)
        AND id NOT IN (
            SELECT p.happening
            FROM placed_claims AS p
            JOIN articles AS a ON a.id = p.article
            WHERE a.published > $known_on::DATE
        )
)
SELECT
    f.claim AS id,
    coalesce(p.happening, '') AS happening,
    f.kind,
    coalesce(h.type, f.type) AS type,
    coalesce(h.mode, f.mode) AS mode,
    coalesce(h.cameo, f.cameo) AS cameo,
    CASE WHEN h.id IS NULL THEN f.quad ELSE h.quad END AS quad,
    CASE WHEN h.id IS NULL THEN f.score ELSE h.score END AS score,
    f.status,
    f.background,
    by_one = list_contains($one, f.one) AS by_one,
    CASE WHEN h.id IS NULL THEN f.when_start ELSE h.when_start END AS when_start,
    CASE WHEN h.id IS NULL THEN f.when_end ELSE h.when_end END AS when_end,
    CASE WHEN h.id IS NULL THEN f.undated ELSE h.when_start IS NULL AND h.when_end IS NULL END AS undated,
    f.published,
    coalesce(p.voice, f.voice) AS voice
FROM found AS f
LEFT JOIN placed AS p ON p.claim = f.claim
LEFT JOIN whole AS h ON h.id = p.happening
ORDER BY coalesce(f.when_start, f.when_end, f.published), f.claim;
